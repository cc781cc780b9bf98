"""Parts of months, quarters and years as limits by their verb alone; days of going from door to door; days of the parts of a course."""

from __future__ import annotations

import pytest

from tests.core.reading import due, read, sessions


@pytest.mark.parametrize(
    ("said", "day"), [("4月中旬", "04-20"), ("四月下旬", "04-30"), ("下月上旬", "05-10"), ("月底", "04-30"), ("5月底", "05-31"), ("二季度末", "06-30"), ("季度\n末", "06-30"), ("年底", "12-31")]
)
@pytest.mark.parametrize("done", ["报镇林业站", "拿出点位清单", "交综合科存档", "收齐送来", "见底", "填完销号", "汇总给老石", "归档"])
def test_a_part_of_a_period_before_what_readers_hand_in_is_a_limit(said: str, day: str, done: str) -> None:
    assert due(f"各村：古树名木台账按表核对，{said}{done}，别再往后推。镇林业站") == [day]


@pytest.mark.parametrize(
    "rest",
    [
        "苗木4月中旬由县林场统一送来。",
        "县林业局4月下旬报省厅备案。",
        "我们月底汇总报市里。",
        "去年年底交的那份不算。",
        "预计4月下旬验完拨款。",
        "4月中旬报来的数有三处不对。",
        "专家组下月上旬完成评审。",
        "听说月底见底，是真的吗？",
    ],
)
def test_a_part_of_a_period_in_which_others_act_is_none(rest: str) -> None:
    assert due(f"各村：古树名木台账4月13日前报镇林业站。{rest}") == ["04-13"]


@pytest.mark.parametrize("work", ["逐户登记租客", "各村逐块丈量地块", "挨家挨户核对人口", "由网格员上门核实底册", "对照清单逐项自查"])
def test_days_of_field_work_end_with_a_limit_of_their_own(work: str) -> None:
    text = f"各村统计员：\n1.核户。4月13日至16日{work}。\n2.上报。名单签字后4月17日20时前在系统报送。\n3.县队4月20日至22日电话回访。\n县统计局"
    assert due(text) == ["04-16", "04-17 20:00"]


@pytest.mark.parametrize("work", ["逐户上门安装水表，请家中留人", "县队逐户核查，请业主配合", "工作人员上门登记，请居民在家等候"])
def test_days_in_which_readers_are_visited_are_no_limit(work: str) -> None:
    assert "04-16" not in due(f"各楼栋：4月13日至16日{work}。钥匙4月11日前交前台。")


@pytest.mark.parametrize("part", ["理论段", "第一阶段（授课）", "1.集中培训"])
@pytest.mark.parametrize("days", ["4月21日至22日", "4月21日—22日"])
def test_the_days_of_a_part_of_a_course_in_a_room_are_a_session(part: str, days: str) -> None:
    text = f"关于举办护林员实训班的通知\n各林场：\n每场2人参加。\n{part}：{days}，县职校实训楼301；\n实操段：4月23日上午8点，北山苗圃基地。\n名单4月15日下班前报。"
    assert sessions(text) == ["04-21", "04-23 08:00"] and str(read(text).events[0].end_date) == "2026-04-22"


@pytest.mark.parametrize("days", ["4月18日、19日打两天", "4月18日至19日", "4月18—19日连打两天"])
@pytest.mark.parametrize("hour", ["每天早上8点半开球", "每天上午8:30开赛", "每日8:30集合"])
def test_the_hour_of_each_day_is_that_of_an_event_of_several_days(days: str, hour: str) -> None:
    text = f"职工气排球赛{days}，{hour}，区体育馆1号厅，各分会组一队参加，领队和队员都要到。队员名单（含替补）4月15日20:00前填进链接，填了不能换人。区总工会"
    assert sessions(text) == ["04-18 08:30"] and due(text) == ["04-15 20:00"] and str(read(text).events[0].end_date) == "2026-04-19"


@pytest.mark.parametrize("rest", ["4月中旬入户摸底另发方案。", "4月20日至24日入户核查的安排另行通知。", "工程款4月底前付清，由镇财政所统一调度。"])
def test_what_is_told_of_later_or_paid_by_others_is_no_limit(rest: str) -> None:
    assert due(f"各村：抽样表4月13日前报统计站。{rest}") == ["04-13"]


@pytest.mark.parametrize("work", ["村级协管员逐棚抽样", "各片挨户清点水井", "请各组把渠系走完一遍"])
@pytest.mark.parametrize("paper", ["抽样登记册4月24日交站里", "底表4月24日前发邮箱"])
def test_work_that_is_over_before_what_it_yields_is_handed_in_has_its_own_limit(work: str, paper: str) -> None:
    assert due(f"4月11日至22日{work}；{paper}。") == ["04-22", "04-24"]


@pytest.mark.parametrize("text", ["各校4月11日至22日搞食堂自查，自查报告4月24日前送来。", "第二批4月11日至22日采样，4月24日前交采样箱。"])
def test_a_stage_is_one_with_the_report_that_closes_it(text: str) -> None:
    assert due(text) == ["04-24"]
