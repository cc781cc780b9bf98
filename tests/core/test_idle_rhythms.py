"""Rhythms that ask nothing of the reader, beside those that look alike and do."""

from __future__ import annotations

import pytest

from tests.core.reading import due, read


def rhythm(text: str) -> str | None:
    """Rule, hour or part, and bounds of the duty that comes back: "DAILY 17:00 2026-05-01/"."""
    found = read(text).recurrence
    if found is None:
        return None
    bounds = f"{found.start or ''}/{found.until or ''}" if found.start or found.until else None
    return " ".join(filter(None, [found.rrule.removeprefix("FREQ="), found.time or found.part, bounds]))


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("请各门店列出今年每月的报损金额和平均每天的报损件数，4月15日16:00前发给财务。", ["04-15 16:00"]),
        ("登记卡上“每周锻炼时间”“每月体检次数”两栏要填全，4月13日下班前收齐。", ["04-13 cob"]),
        ("问卷会问到每月开销、每年回家几趟、每天睡几小时，请各组4月20日前组织填完。", ["04-20"]),
        ("第3栏填平均每周授课节数。4月14日前交人事处。", ["04-14"]),
        ("三月每天的出车台账，月底前一起装订好交车队。", ["04-30"]),
        ("接驳车每天6:50从西门发车，要坐的4月12日前报名。", ["04-12"]),
        ("近来有人每天夜里在河滩烧荒，请各组摸排，4月14日前把情况报林业站。", ["04-14"]),
        ("这几天每天都有检查组进村，各户4月11日前把门前杂物清掉。", ["04-11"]),
        ("县里每月对各社区打一次分，3月份的问题清单请于4月16日前整改并报照片。", ["04-16"]),
        ("服务器每晚11点重启，半年小结4月20日17时前录入系统。", ["04-20 17:00"]),
        ("楼道灯每晚7点自动亮，不亮的请住户4月15日前报修。", ["04-15"]),
        ("横幅“每天检查一遍电线，平安伴你每一天”请各店4月13日前挂出。", ["04-13"]),
        ("每天走够六千步，每周锻炼三次。另请各科4月14日前把体检表交医务室。", ["04-14"]),
        ("招聘库管员一名，每天工作8小时，每月休息4天，请各组4月12日前推荐人选。", ["04-12"]),
        ("每月8日报表的要求即行废止，往年的数据4月20日前一次性补录。", ["04-20"]),
        ("每日三报制度自今日起终止，4月8日的数据今天下班前补齐。", ["04-09 cob"]),
        ("如发现虫害须每两小时报告一次，预案请各场4月20日前修订后报站里。", ["04-20"]),
        ("收件时间：工作日每天上午9点至11点。截止日期：4月25日。请把原件送到204室。", ["04-25"]),
    ],
)
def test_what_is_counted_quoted_or_done_by_others_is_no_duty(text: str, limits: list[str]) -> None:
    assert rhythm(text) is None
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各摊位每天的营业额当晚9点前报给我。", "DAILY 21:00"),
        ("每周的入园人数周四下午3点前报值班室。", "WEEKLY;BYDAY=TH 15:00"),
        ("每月加班表26日前交人事。", "MONTHLY;BYMONTHDAY=26"),
        ("落实“每日两查”制度，检查照片每天19:00前传平台。", "DAILY 19:00"),
        ("食堂每天16点前报第二天的菜单。", "DAILY 16:00"),
        ("保安每天早晚各巡查一次，记录拍照发群。", "DAILY evening"),
        ("员工每天健步走8000步，晚上9点前在小程序打卡。", "DAILY 21:00"),
        ("施工单位每周一报送上周完成的工程量。", "WEEKLY;BYDAY=MO"),
        ("如无特殊情况，每周二15:00前报。", "WEEKLY;BYDAY=TU 15:00"),
    ],
)
def test_a_duty_that_looks_alike_stays_one(text: str, expected: str) -> None:
    assert rhythm(text) == expected
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("检查频次由每月一次加密为每周一次，每周四14:00前报表。", "WEEKLY;BYDAY=TH 14:00"),
        ("巡检由每日一次降为每三日一次，当天18时前传记录。", "DAILY;INTERVAL=3 18:00"),
        ("打卡时间调整：原每晚8点前，现每晚9点前。", "DAILY 21:00"),
        ("别再每月报了，以后一个季度报一次，季末月20日前。", "YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20"),
        ("日报由4月15日延长到4月30日，其余不变，每天16:30前报。", "DAILY 16:30 /2026-04-30"),
    ],
)
def test_of_two_rhythms_the_new_one_counts(text: str, expected: str) -> None:
    assert rhythm(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "limits"),
    [
        ("每天17时前报当日登记数，登记原件5月6日前送到局里。", "DAILY 17:00", ["05-06"]),
        ("5月1日起每月3日前报库存，4月28日前先把旧账结清。", "MONTHLY;BYMONTHDAY=3 2026-05-01/", ["04-28"]),
        ("底数第一次4月13日中午前报全，以后每月3日前只报变化。", "MONTHLY;BYMONTHDAY=3", ["04-13 noon"]),
        ("首批名单4月14日前报送，之后每周四补报一次新增的。", "WEEKLY;BYDAY=TH", ["04-14"]),
        ("每月10日前报上月数据，如4月的数据5月10日前报。", "MONTHLY;BYMONTHDAY=10", []),
        ("周报每周五17时前交，统计时段为上周五至本周四。", "WEEKLY;BYDAY=FR 17:00", []),
        ("统计周期：每周四0时至次周三24时。每周四10时前把退号人数发质控科。", "WEEKLY;BYDAY=TH 10:00", []),
        ("日报每天10时前发，节假日照报（五一5月1日至5日也要报）。", "DAILY 10:00", []),
        ("4月12日前，每天17时前报送排查数。", "DAILY 17:00 /2026-04-12", []),
    ],
)
def test_days_beside_a_rhythm_are_limits_only_where_they_ask_something_of_their_own(text: str, expected: str, limits: list[str]) -> None:
    assert rhythm(text) == expected
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工具单不用一天一报了。往后礼拜四报一次就够，下班前，报缺了几件。", "WEEKLY;BYDAY=TH cob"),
        ("卫生台账今后一个月交一回，27号下班前交到前台。", "MONTHLY;BYMONTHDAY=27 cob"),
        ("往后一天报两回上午九点一回下午四点一回就发这个群里", "DAILY 16:00"),
        ("周四下午3点前交教案，周周如此，不再提醒。", "WEEKLY;BYDAY=TH 15:00"),
        ("盘点表周六中午前发给会计小涂。每周如此。", "WEEKLY;BYDAY=SA noon"),
        ("5月10日前、11月10日前各报一次设备清单，年年照此办理。", "YEARLY;BYMONTH=5,11;BYMONTHDAY=10"),
        ("6月底交上半年的小结，12月底交下半年的小结，年年如此。", "YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
        ("在岗名单一天两趟，8:20一趟、15:10一趟，星期一到星期五天天不断，从平台上报。", "WEEKLY;BYDAY=MO,TU,WE,TH,FR 15:10"),
        ("烘房日报原定4月10日收尾，雨天多，延到4月20日。要求一样：每日16:30前把吨数发站里。", "DAILY 16:30 /2026-04-20"),
        ("入库数填报办法\\n起止：2026年5月1日—6月30日\\n频次：每周三\\n时限：当天15时前", "WEEKLY;BYDAY=WE 15:00 2026-05-01/2026-06-30"),
    ],
)
def test_a_rhythm_said_in_passing_or_behind_its_day_is_one(text: str, expected: str) -> None:
    assert rhythm(text) == expected
    assert due(text) == []


def test_a_day_counted_from_an_event_and_named_with_its_hour_is_one_limit() -> None:
    assert due("4月23日14:40在二楼会议室开会商会。书面材料会前一天也就是4月22日17点前交综合办。") == ["04-22 17:00"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各采样点：水样每周一、周四上午送检，标签写清。", "WEEKLY;BYDAY=MO,TH morning"),
        ("合同回单每月27日报中心备案。", "MONTHLY;BYMONTHDAY=27"),
        ("感控自查每月两次，8日、22日下班前把自查表交科里。", "MONTHLY;BYMONTHDAY=8,22 cob"),
        ("巡查表格\n巡查频次 一日三次\n拍照要求 每次一张\n上传时间 当日20:30前", "DAILY 20:30"),
        ("前次写的“每周二15点前报”有误，应为每周三10:00前报。", "WEEKLY;BYDAY=WE 10:00"),
    ],
)
def test_what_is_handed_in_again_and_again_is_a_duty(text: str, expected: str) -> None:
    assert rhythm(text) == expected
    assert due(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "快递柜每天更新一次取件码，丢件的4月12日前来登记。",
        "榜单每周一更新，申诉的4月13日前交材料。",
        "老板每月15日报税，大家不用管。发票4月12日前交会计。",
        "对方每月提交账单，请财务4月12日前核对完毕。",
    ],
)
def test_what_others_hand_in_is_none(text: str) -> None:
    assert rhythm(text) is None
    assert len(due(text)) == 1


def test_what_comes_between_the_dates_of_a_rhythm_has_no_limit_of_its_own() -> None:
    assert due("各所每天9:00前报接警数，重大警情15分钟内电话报。") == []
    assert due("请30分钟内把停水户数报来。") == ["04-09 16:15"]
