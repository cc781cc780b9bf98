"""What stands beside a rhythm or a limit: the hour at which the writer sums up, a meeting of one day."""

from datetime import date

import pytest

from tests.core.reading import due, read, sessions


@pytest.mark.parametrize(
    ("text", "rule", "hour"),
    [
        ("水位每天早8点半前填进表里，我9点要报给县防办。", "FREQ=DAILY", "08:30"),
        ("每天17:00前接龙，17:30办公室统一汇总。", "FREQ=DAILY", "17:00"),
        ("每周五下午3点前报周报，我们4点汇总上报。", "FREQ=WEEKLY;BYDAY=FR", "15:00"),
        ("每个工作日16:00前报人数，老陈那边16:30要拉数。", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "16:00"),
        ("每天下午5点前各村把数报给镇里，镇里6点前汇总报县。", "FREQ=DAILY", "17:00"),
        ("各客运站每天16时前把当日发班数汇给小汤，我们18时前汇总出全县的，市局20时要。", "FREQ=DAILY", "16:00"),
        ("每天9点前各村汇总上报镇农办。", "FREQ=DAILY", "09:00"),
        ("每天上午10点前各组报组长，组长11点前汇总报我。", "FREQ=DAILY", "11:00"),
        ("每天16时前报进度，18时前报汇总表。", "FREQ=DAILY", "18:00"),
        ("每天早8点、晚8点各报一次体温。", "FREQ=DAILY", "20:00"),
    ],
)
def test_the_hour_at_which_another_sums_up_is_not_that_of_the_readers(text: str, rule: str, hour: str) -> None:
    found = read(text).recurrence
    assert found is not None
    assert (found.rrule, found.time) == (rule, hour)
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "rule", "hour", "held"),
    [
        ("缴费进度每天下午6点前在群里接龙，落后的村支书周五上午10点到镇二楼说明情况。", "FREQ=DAILY", "18:00", ["04-10 10:00"]),
        ("每周三下午3点前报周报，排名末位的周五下午4点来我办公室谈。", "FREQ=WEEKLY;BYDAY=WE", "15:00", ["04-10 16:00"]),
        ("即日起每天17点前零报告；4月13日上午9点开调度会，各站长参加。", "FREQ=DAILY", "17:00", ["04-13 09:00"]),
        ("每周一次例会，周三上午10点在二楼开，各站长参加。", "FREQ=WEEKLY;BYDAY=WE", "10:00", []),
    ],
)
def test_a_meeting_of_one_day_stands_beside_the_rhythm(text: str, rule: str, hour: str, held: list[str]) -> None:
    found = read(text).recurrence
    assert found is not None
    assert (found.rrule, found.time) == (rule, hour)
    assert sessions(text) == held


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("花名册4月14日前给我，我这里15日就要往上报。", ["04-14"]),
        ("4月14日中午12点前请没打针的同事在小程序里登记，感控科那边16号开会要用。", ["04-14 12:00"]),
        ("食堂那边15号开会，菜单4月14日前给我。", ["04-14"]),
        ("月报4月25日前报农经站，我26日要报县局。", ["04-25"]),
    ],
)
def test_why_a_limit_is_there_is_no_limit(text: str, limits: list[str]) -> None:
    assert due(text) == limits


def test_what_only_the_writer_promises_is_nothing_to_do() -> None:
    assert str(read("表我25日前报局里，明天先发您看。").kind) == "chatter"


def test_since_when_what_is_reported_runs_is_no_beginning() -> None:
    found = read("即日起至5月31日，各科每周二上午10点前报次日起的用餐份数。").recurrence
    assert found is not None
    assert (str(found.start), str(found.until)) == ("2026-04-09", "2026-05-31")


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("五一统一停工，5月6日复工。4月30日18:00前填停工单。复工前一天20:00前填自查表。", ["04-30 18:00", "05-05 20:00"]),
        ("作品报送时间4月13日一16日（工作日上午8:30一11:30），地点文化馆二楼。", ["04-16"]),
        ("4月14日至16日，镇纪委对各村清明前公务用车进行了暗访，未发现问题。", []),
    ],
)
def test_what_a_day_is_counted_from(text: str, limits: list[str]) -> None:
    assert due(text) == limits


def test_days_on_which_it_stops_are_not_its_last_day() -> None:
    found = read("职工太极班招人：4月11日到6月27日，每个星期六上午九点，文体中心二楼，5月2日和9日停，一共十次。").recurrence
    assert found is not None
    assert (found.start, found.until) == (date(2026, 4, 11), date(2026, 6, 27))


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("每周一碰头会，上午9点到10点，三楼会议室。", "09:00"),
        ("手语班每个周四开课，晚上七点到八点半，302教室，各窗口都要有人到。", "19:00"),
        ("每周一例会，上午9点到10点，汇报上周进度。", "09:00"),
        ("每个工作日窗口值守，上午9点到11点半，不得脱岗。", "09:00"),
        ("每周三报数，上午8点到11点之间传到平台。", "11:00"),
        ("每周五下午2点到4点收报表，逾期不候。", "16:00"),
    ],
)
def test_a_span_of_hours_is_due_at_its_end_where_something_is_handed_in_and_else_begins_the_duty(text: str, hour: str) -> None:
    found = read(text).recurrence
    assert found is not None
    assert found.time == hour
