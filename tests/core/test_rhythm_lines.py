"""A rhythm told over several fields or sentences, and from when until when: together they are one duty."""

from __future__ import annotations

import pytest

from tests.core.reading import due, read


def rhythm(text: str) -> tuple[str, str | None, str | None, str | None] | None:
    """Rule, hour or part, first and last day of the duty that comes back."""
    found = read(text).recurrence
    if found is None:
        return None
    first, last = (day.isoformat() if day else None for day in (found.start, found.until))
    return found.rrule, found.time or found.part, first, last


_DAILY, _WORKDAYS = "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


@pytest.mark.parametrize(
    ("text", "rule", "hour"),
    [
        ("泵站运行数据上报办法\n┌频次：每月两次\n├日子：6日、21日\n├钟点：14:30\n└入口：智慧泵站平台", "FREQ=MONTHLY;BYMONTHDAY=6,21", "14:30"),
        ("【周期】每周两次\n【日子】周二、周五\n【时限】9:30前\n【内容】冷库温度读数", "FREQ=WEEKLY;BYDAY=TU,FR", "09:30"),
        ("展厅巡查表\n频次：天天\n截止：下班前\n交给：前台小邵", _DAILY, "cob"),
        ("各网点注意：\n· 每天记，周末除外\n· 上午10点以前，把排队人数报进小程序", _WORKDAYS, "10:00"),
        ("客流填报：\n每天报\n周末除外\n16:30前\n发给小程", _WORKDAYS, "16:30"),
        ("在岗人数一天一报。下午5点前发到工作群。", _DAILY, "17:00"),
        ("夜巡打卡\n1. 多久一次：每晚\n2. 几点前：9点前", _DAILY, "21:00"),
        ("每周报一次在岗人数。", "FREQ=WEEKLY", None),
        ("各班组：每个工作日17:00前把电表读数报调度室。", _WORKDAYS, "17:00"),
        ("周周三17点前报库存台账。", "FREQ=WEEKLY;BYDAY=WE", "17:00"),
        ("各库点逢月末下班前把盘点表发给会计。", "FREQ=MONTHLY;BYMONTHDAY=-1", "cob"),
    ],
)
def test_what_opens_the_next_field_belongs_to_the_rhythm(text: str, rule: str, hour: str | None) -> None:
    assert rhythm(text) == (rule, hour, None, None)
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("每周四17点前报水池读数。首次：4月16日  末次：6月25日。", "2026-04-16", "2026-06-25"),
        ("头一回5月8日，末一回9月25日。隔周周五下午4点前，各车间把台账发给安全员。", "2026-05-08", "2026-09-25"),
        ("4月17日打头，以后隔周周五下午五点前传一张河面照片。", "2026-04-17", None),
        ("每天上午9点前报晨检人数。从5月6日算第一回，到7月3日收。", "2026-05-06", "2026-07-03"),
        ("每周一9点前报工时。先试三个月，5月1日开始。", "2026-05-01", "2026-07-31"),
        ("每月8日17点前报用电量。5月1日起执行，停报另行通知。", "2026-05-01", None),
        ("每周五17点前报照片。一直做到10月15日。", None, "2026-10-15"),
        ("晨检从4月13日起到放假前一天（7月3日）照下面做：\n· 每天记\n· 9点半以前，把缺勤人数报进平台", "2026-04-13", "2026-07-03"),
        ("Every second Friday, the first one being 17 April 2026, send the log to Mr Hua by 4 pm. This stops after 26 June.", "2026-04-17", "2026-06-26"),
        ("Send the freezer log to the lab every working day by 10 am. Start: 13 April. Last day: 29 May.", "2026-04-13", "2026-05-29"),
    ],
)
def test_the_first_and_the_last_time_bound_a_rhythm(text: str, first: str | None, last: str | None) -> None:
    found = rhythm(text)
    assert found is not None
    assert found[2:] == (first, last)
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("食堂每天消毒，大家放心。请各科室4月16日前把订餐人数报总务科。", ["04-16"]),
        ("关于每月例会的说明见附件。今天下午5点前把上月电费单交到财务。", ["04-09 17:00"]),
        ("问：还用复核吗？答：用，一年一回。问：哪天交？答：4月24日前交。", ["04-24"]),
    ],
)
def test_a_rhythm_beside_a_demand_takes_nothing_of_it(text: str, limits: list[str]) -> None:
    assert rhythm(text) is None
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("每月25日报用电量。首批设备清单4月15日12:00前先报。", ["04-15 12:00"]),
        ("各校每天10:00前报晨检人数。4月30日前还要交一份应急预案，纸质，盖章。", ["04-30"]),
        ("周一到周六每天下午6点前报到岗人数；星期天停工，不报。", []),
        ("合同签到年底。每周三17点前报清运吨数。", []),
    ],
)
def test_only_a_limit_of_its_own_stands_beside_a_rhythm(text: str, limits: list[str]) -> None:
    found = rhythm(text)
    assert found is not None
    assert found[2:] == (None, None)
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("周日至周四每天20:30前在值守群里报在岗人数。", ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,SU", "20:30", None, None)),
        ("星期六到星期一，每晚21:40之前，店长把关店照片发到群里。", ("FREQ=WEEKLY;BYDAY=MO,SA,SU", "21:40", None, None)),
        ("隔一周的周四下班前报库存数。", ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "cob", None, None)),
        ("监测小结在1、4、7、10月的最后一天前报站里。", ("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=-1", None, None, None)),
        ("养护台账，1、3、5、7、9、11这六个月的8号前报交通办。", ("FREQ=YEARLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=8", None, None, None)),
        ("每月报一次值班小结，当月6号前交办公室。", ("FREQ=MONTHLY;BYMONTHDAY=6", None, None, None)),
        ("每周一、周四晚八点群接龙报平安。这件事做到2027年1月31日。", ("FREQ=WEEKLY;BYDAY=MO,TH", "20:00", None, "2027-01-31")),
        ("水位读数每天17点前录进平台。12月5日开始，录到次年2月20日为止。", (_DAILY, "17:00", "2026-12-05", "2027-02-20")),
    ],
)
def test_days_that_run_over_the_week_months_that_are_counted_and_ends_in_words_of_their_own(text: str, expected: tuple[str | None, ...]) -> None:
    assert rhythm(text) == expected
    assert due(text) == []


def test_a_week_that_is_waited_is_no_rhythm() -> None:
    assert rhythm("伤口隔一周再来复查，报告单带上。") is None


@pytest.mark.parametrize(
    ("text", "rule", "hour"),
    [
        ("每天检查一遍配电柜。检查记录18:30前发群里。", _DAILY, "18:30"),
        ("各组每天看望一户独居老人。看望情况晚上7点前填进平台。", _DAILY, "19:00"),
        ("每周四盘点一次。盘点表当天下班前交会计。", "FREQ=WEEKLY;BYDAY=TH", "cob"),
        ("每月12日清洗水箱。清洗照片当日16点前上传。", "FREQ=MONTHLY;BYMONTHDAY=12", "16:00"),
        ("各门店：\n客流日报\n——每天打烊后报\n——最晚22:30\n——发“日报群”", _DAILY, "22:30"),
        ("事项|频率|截止时间|负责人\n污水量|每日|16:30|老程\n请按上表报送。", _DAILY, "16:30"),
        ("| 名称 | 周期 | 报送时间 |\n| --- | --- | --- |\n| 游客统计表 | 每月 | 6日前 |\n各景点按此报文旅局。", "FREQ=MONTHLY;BYMONTHDAY=6", None),
        ("【报送安排】\n◆ 周期：每半月\n◆ 时间：15日、月末最后一天，16:00前\n◆ 内容：销量数据", "FREQ=MONTHLY;BYMONTHDAY=15,-1", "16:00"),
    ],
)
def test_the_next_sentence_or_cell_says_until_when(text: str, rule: str, hour: str | None) -> None:
    assert rhythm(text) == (rule, hour, None, None)
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("每周五盘点。今天的盘点表17点前先交一份。", "04-09 17:00"),
        ("校车每天7点发车。乘车名单18:00前交给老师。", "04-09 18:00"),
        ("每天打扫包干区。迎检材料17点前交到办公室。", "04-09 17:00"),
    ],
)
def test_an_hour_for_something_else_is_todays(text: str, limit: str) -> None:
    assert due(text) == [limit]
