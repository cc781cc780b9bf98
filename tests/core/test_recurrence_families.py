"""Families of wordings for a duty that comes back: rates, market days, exceptions, and bounds said elsewhere."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.mentions import find_mentions
from bot.core.models import Kind, Message
from bot.core.normalise import normalise
from bot.core.recurrence import read_recurrence
from bot.core.sequence import assign_roles
from bot.core.times import find_times
from bot.core.understand import understand
from bot.core.workdays import default_calendar
from tests.core.reading import read

SENT = datetime(2026, 9, 22, 10)


def rule(text: str) -> str | None:
    """Rule, hour or part, and bounds as `first/last`, read with the roles that the rules alone give."""
    normal = normalise(text).text
    mentions = find_mentions(normal, find_times(normal, SENT, default_calendar()))
    found = read_recurrence(assign_roles(mentions, SENT, Kind.TASK), default_calendar())
    if found is None:
        return None
    r = found.recurrence
    bounds = f"{r.start or ''}/{r.until or ''}" if r.start or r.until else None
    return " ".join(filter(None, [r.rrule.removeprefix("FREQ="), r.time, r.part, bounds]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渗压数据以后一周交两回，星期二、星期五上午10点前填表上传。", "WEEKLY;BYDAY=TU,FR 10:00"),
        ("在建工地安全自查一月两报，10日前报上旬的，25日前报中旬的。", "MONTHLY;BYMONTHDAY=10,25"),
        ("救助台账一个月报两次，15号和月底各报一次。", "MONTHLY;BYMONTHDAY=15,-1"),
        ("组长碰头会两周一次，星期四下午3点，三楼小会议室，都要来。", "WEEKLY;INTERVAL=2;BYDAY=TH 15:00"),
        ("我们圩逢三逢八，每个圩日散场后下午5点前把摊位数报给市管所。", "MONTHLY;BYMONTHDAY=3,8,13,18,23,28 17:00"),
        ("除了周日，天天都要测水位，早上8点前报。", "WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA 08:00"),
        ("每天17点前报送日报，周六周日除外。", "WEEKLY;BYDAY=MO,TU,WE,TH,FR 17:00"),
        ("7、8、9月每月20日前报一次河道清漂量。", "YEARLY;BYMONTH=7,8,9;BYMONTHDAY=20"),
        ("10、11月每月5日前报防火值班表。", "YEARLY;BYMONTH=10,11;BYMONTHDAY=5"),
        ("值守日志每月10日、20日、月末各交一次。值守期11月1日至次年4月30日。", "MONTHLY;BYMONTHDAY=10,20,-1 2026-11-01/2027-04-30"),
        ("逢周一、周四上门看望，当天下午5点前填记录。10月8日开始，到明年3月底先试行。", "WEEKLY;BYDAY=MO,TH 17:00 2026-10-08/2027-03-31"),
        ("明年起，读书月报改为每月最后一天交。", "MONTHLY;BYMONTHDAY=-1 2027-01-01/"),
        ("巡检进度每周五中午前报站里，10月30日报完最后一次就结束。", "WEEKLY;BYDAY=FR noon /2026-10-30"),
        ("每季度首月10日前报上季度数据，第一次从2027年1月开始。", "YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10 2027-01-01/"),
        ("水位每4小时报一次，从即日起至9月30日，夜里不停。", "HOURLY;INTERVAL=4 2026-09-22/2026-09-30"),
        ("每月5日、20日17点前在平台公示，公示后截图存档。", "MONTHLY;BYMONTHDAY=5,20 17:00"),
        ("各点每日早7点、晚7点各报一次人数。", "DAILY 19:00"),
        ("每天8时、14时、20时报雨量。", "DAILY 20:00"),
        ("每月首个周一下午2点开例会，各组长参加。", "MONTHLY;BYDAY=1MO 14:00"),
        ("每月第一个工作日报上月考勤。", "MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"),
        ("双周五下班前报整改清单。", "WEEKLY;INTERVAL=2;BYDAY=FR cob"),
        ("隔周周三报一次药品库存，10月14日开始。", "WEEKLY;INTERVAL=2;BYDAY=WE 2026-10-14/"),
        ("每半个月报一次，每月15日和月末最后一天。", "MONTHLY;BYMONTHDAY=15,-1"),
        ("从10月1日到10月7日每天晚8点前报平安。", "DAILY 20:00 2026-10-01/2026-10-07"),
        ("汛期（6月1日至9月30日）每天早8点前报水位。", "DAILY 08:00 2026-06-01/2026-09-30"),
        ("每晚10点前查寝，把人数发群里，国庆放假那几天不用。", "DAILY 22:00"),
        ("每晚零点前报当日接警数。", "DAILY 24:00"),
        ("以后每周六晚上9点前报巡塘人数，报到10月31日为止。9月1日到今天天天交的那张表停了。", "WEEKLY;BYDAY=SA 21:00 /2026-10-31"),
        ("每天早上七点半前晚上八点前各报一回塘水深浅。", "DAILY 20:00"),
        ("各哨点每天中午十二点前晚上九点前各发一张照片报到群里。", "DAILY 21:00"),
        ("秋汛值守10月8日开始、11月20日结束，共44天。这44天里，每日20时前报水位。", "DAILY 20:00 2026-10-08/2026-11-20"),
        ("甘蔗收购11月3日开榨、12月20日收榨，共48天。这48天里每天19:00前报收购量。", "DAILY 19:00 2026-11-03/2026-12-20"),
        ("每周四中午前填报，填到12月24日止。系统每晚23时至次日1时维护。", "WEEKLY;BYDAY=TH noon /2026-12-24"),
        ("每周一9:00前报上周数据，10月起执行。", "WEEKLY;BYDAY=MO 09:00 2026-10-01/"),
        ("即日起每天下班前报进度，直到项目验收。", "DAILY cob"),
        ("月末前报一次库存，每月都要。", "MONTHLY;BYMONTHDAY=-1"),
        ("季末月25日前报送季报，每季度如此。", "YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25"),
        ("每季度末月20日前报安全小结。", "YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20"),
        ("每年3月底前报送上年度总结。", "YEARLY;BYMONTH=3;BYMONTHDAY=-1"),
        ("工作日每天16:30之前报调度数。", "WEEKLY;BYDAY=MO,TU,WE,TH,FR 16:30"),
        ("周一到周五每天早上8点前报到岗情况。", "WEEKLY;BYDAY=MO,TU,WE,TH,FR 08:00"),
        ("每两小时报一次雨情，到明天早上8点。", "HOURLY;INTERVAL=2 /2026-09-23"),
        ("每逢单周周五交周记。", "WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("三天一报，下午四点前，报到10月15日。", "DAILY;INTERVAL=3 16:00 /2026-10-15"),
        ("改成隔一天报一次虫情，晚8点前，9月25日至10月20日。", "DAILY;INTERVAL=2 20:00 2026-09-25/2026-10-20"),
        ("台账每月8号前送来，8号遇周末顺延。", "MONTHLY;BYMONTHDAY=8"),
        ("10月份每周三上午10点开调度会，请准时参加。", "WEEKLY;BYDAY=WE 10:00 2026-10-01/2026-10-31"),
        ("各村每旬末报一次。", "MONTHLY;BYMONTHDAY=10,20,-1"),
        ("Report headcount every two weeks on Friday by 4 pm, starting 2 October.", "WEEKLY;INTERVAL=2;BYDAY=FR 16:00 2026-10-02/"),
        ("Send the log on the 5th and 20th of each month until 31 December.", "MONTHLY;BYMONTHDAY=5,20 /2026-12-31"),
        ("每周三、周六各报一次，周三12点前、周六18点前。", "WEEKLY;BYDAY=WE,SA 18:00"),
        ("养老院夜查记录两天一送，早上9点前放值班室。", "DAILY;INTERVAL=2 09:00"),
        ("各站冷链温度每日上午9时和下午4时各记录一次并拍照上传，12月31日止。", "DAILY 16:00 /2026-12-31"),
        ("门面巡查一天两次，上午10点前一次、下午5点前一次，都要发定位。", "DAILY 17:00"),
        ("周报每周日晚8点前交，国庆那周照交。", "WEEKLY;BYDAY=SU 20:00"),
        ("食材留样台账每周一早上交食堂管理员签字。", "WEEKLY;BYDAY=MO morning"),
        ("从下周一起，每天早上7点50分前各班报到校人数，直到10月30日。", "DAILY 07:50 2026-09-28/2026-10-30"),
        ("疫情零报告制度恢复执行：9月23日起每日15时前报送，没有也报，结束时间另行通知。", "DAILY 15:00 2026-09-23/"),
        ("每月25号到月底前把用电量抄一次报给我。", "MONTHLY;BYMONTHDAY=-1"),
        ("每月最后一个周五下午支部学习，全体党员参加。", "MONTHLY;BYDAY=-1FR afternoon"),
        ("每月第二个星期三上午9点村医例会在卫生院三楼。", "MONTHLY;BYDAY=2WE 09:00"),
        ("隔日上报一次墒情，上午11点前，期限10月1日至10月15日。", "DAILY;INTERVAL=2 11:00 2026-10-01/2026-10-15"),
        ("每周二、四、六夜间巡逻，晚9点在岗亭集合。", "WEEKLY;BYDAY=TU,TH,SA 21:00"),
        ("每个周末上午9点到河堤捡垃圾，签到拍照。", "WEEKLY;BYDAY=SA,SU 09:00"),
        ("月报每月3日前，季报每季度首月5日前，都报统计站。", "YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5"),
        ("每15天报一次虫情监测表，从9月30日开始。", "DAILY;INTERVAL=15 2026-09-30/"),
        ("每30分钟巡一次并在群里打卡，今晚8点到明早6点。", "MINUTELY;INTERVAL=30 2026-09-22/2026-09-23"),
        ("每年6月20日、12月20日前各报一次库存。", "YEARLY;BYMONTH=6,12;BYMONTHDAY=20"),
        ("收治人数实行日报，每天下午6点前，连续报7天，9月24日起。", "DAILY 18:00 2026-09-24/2026-09-30"),
        ("10月1日—7日，景区每日12时、18时两次报客流。", "DAILY 18:00 2026-10-01/2026-10-07"),
        ("节日期间（9月30日至10月8日）每天17时前零报告。", "DAILY 17:00 2026-09-30/2026-10-08"),
        ("每周一三五上午巡塘，发现死鱼马上报。", "WEEKLY;BYDAY=MO,WE,FR morning"),
        ("开学后每周五放学前报一次安全隐患。", "WEEKLY;BYDAY=FR"),
        ("每晚9点前把当天的登记表拍照发群，9月25日到10月25日。", "DAILY 21:00 2026-09-25/2026-10-25"),
        ("扫黑线索每半月报一次，每月15日、30日下班前。", "MONTHLY;BYMONTHDAY=15,30 cob"),
        ("Every Monday and Thursday by 9 am please send the ward count, from 28 September to 30 November.", "WEEKLY;BYDAY=MO,TH 09:00 2026-09-28/2026-11-30"),
        ("Daily water readings by 08:00, seven days a week, until further notice.", "DAILY 08:00"),
        ("Submit the log on the last working day of every month.", "MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("每月上旬报上月考勤。", "MONTHLY;BYMONTHDAY=10"),
        ("每周末前报一次。", "WEEKLY;BYDAY=FR"),
        ("每周五前报。", "WEEKLY;BYDAY=FR"),
        ("以后每逢周三下午5点前报。", "WEEKLY;BYDAY=WE 17:00"),
        ("逢一、四、七赶集，集日中午12点前报疏导人数。", "MONTHLY;BYMONTHDAY=1,4,7,11,14,17,21,24,27 12:00"),
        ("库存盘点每季一次，季末最后一天下班前交表。", "YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1 cob"),
        ("门诊日志每半天报一次，中午12点和下午5点半。", "DAILY 17:30"),
        ("高考期间6月7日至9日每天早晚各报一次平安，晚上9点前。", "DAILY 21:00 2027-06-07/2027-06-09"),
        ("夜巡两人一组，每晚9点到11点，巡完发照片，持续到10月底。", "DAILY 21:00 /2026-10-31"),
        ("Weekly: timesheets to Anna every Friday before noon, starting 2 October.", "WEEKLY;BYDAY=FR noon 2026-10-02/"),
    ],
)
def test_a_duty_that_comes_back_is_read_whole(text: str, expected: str) -> None:
    assert rule(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支委会每月第一、第三个周五晚七点半在老粮站开。", "MONTHLY;BYDAY=1FR,3FR 19:30"),
        ("每月第二个和第四个星期三上午9点报借阅量。", "MONTHLY;BYDAY=2WE,4WE 09:00"),
        ("每月第一、三周的周二交小结。", "MONTHLY;BYDAY=1TU,3TU"),
        ("每月第一个周一和最后一个周五盘点，盘完发我。", "MONTHLY;BYDAY=1MO,-1FR"),
        ("每月头一个、第三个周日上午十点开读书会。", "MONTHLY;BYDAY=1SU,3SU 10:00"),
        ("盘点定在每季度末月的最后一个周五下午，盘点表交行政部。", "YEARLY;BYMONTH=3,6,9,12;BYDAY=-1FR afternoon"),
        ("收了多少亩每天报一次，10月20日开镰那天起算。", "DAILY 2026-10-20/"),
        ("用药记录每月逢五逢十填，填好报农安员。", "MONTHLY;BYMONTHDAY=5,10,15,20,25,30"),
        ("每个双休日和节假日下午五点前报一次人数。", "WEEKLY;BYDAY=SA,SU 17:00"),
        ("双月15号是联调日，当天下午五点前把记录交调度，遇节假日提前到前一个工作日。", "YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=15 17:00"),
        ("单月最后一个周五下午五点前交对比图。", "YEARLY;BYMONTH=1,3,5,7,9,11;BYDAY=-1FR 17:00"),
        ("双月第二个星期二报一次用电量。", "YEARLY;BYMONTH=2,4,6,8,10,12;BYDAY=2TU"),
        ("双月的最后一天交一篇小结。", "YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=-1"),
        ("单月底前报维保记录。", "YEARLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=-1"),
        ("每季度头一个月的第二个周六试一次发电机。", "YEARLY;BYMONTH=1,4,7,10;BYDAY=2SA"),
        ("日志一周至少填两回，周三、周日晚十点前提交。", "WEEKLY;BYDAY=WE,SU 22:00"),
        ("吉他每周二19:30，烘焙每周四19:30，学员按时来。", "WEEKLY;BYDAY=TU,TH 19:30"),
        ("值班巡查每个集日（逢二、五、八）早上七点在集市口整队。", "MONTHLY;BYMONTHDAY=2,5,8,12,15,18,22,25,28 07:00"),
        ("护路队今晚起每晚九点前报路面情况。", "DAILY 21:00 2026-09-22/"),
        ("十月开始，每个礼拜一下午五点交周记。", "WEEKLY;BYDAY=MO 17:00 2026-10-01/"),
        ("就诊数10月起每周一10点前填，次年3月31日停。", "WEEKLY;BYDAY=MO 10:00 2026-10-01/2027-03-31"),
        ("接待日固定在每月15日上午9:00—11:30，代表轮流来。", "MONTHLY;BYMONTHDAY=15 09:00"),
        ("接待日固定在每月15日上午9:00，代表轮流来，逢周末不顺延。", "MONTHLY;BYMONTHDAY=15 09:00"),
        ("每月5日报表，逢双休日提前到周五。", "MONTHLY;BYMONTHDAY=5"),
        ("商铺节日前后每两天自己查一遍，当晚九点前报站里，9月29日至10月8日。", "DAILY;INTERVAL=2 21:00 2026-09-29/2026-10-08"),
    ],
)
def test_days_of_a_month_of_a_term_and_of_a_season_are_read_whole(text: str, expected: str) -> None:
    assert rule(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("守路口的每天六点半收岗前发定位。", "DAILY 18:30"),
        ("各摊主每天八点收摊后报一次垃圾量。", "DAILY 20:00"),
        ("余氯每天上班头一件事测，九点以前发群里。", "DAILY 09:00"),
        ("晨检每天都做，八点前报。", "DAILY 08:00"),
        ("每天收工后报数，七点前。", "DAILY 19:00"),
        ("各组每天九点前报数。", "DAILY 09:00"),
    ],
)
def test_the_half_of_the_day_follows_from_the_work_and_not_from_when_it_was_sent(text: str, expected: str) -> None:
    assert rule(text) == expected


@pytest.mark.parametrize("text", ["排查数字第三周周五送督导室。", "第十周的周二下午三点前把人数报我。"])
def test_a_day_of_the_weeks_of_a_term_is_no_date(text: str) -> None:
    assert find_times(normalise(text).text, SENT, default_calendar()) == []


def test_hours_from_the_morning_to_the_afternoon_are_one_span() -> None:
    (each,) = find_times("每天上午9:00至下午5:00", SENT, default_calendar())
    assert (each.clock, each.end_clock) == ("09:00", "17:00")


def test_an_opened_door_is_no_duty() -> None:
    assert rule("献血屋每周三、周六上午九点半到下午四点开门采血，人数报给红会。") is None


def test_hours_of_a_window_are_no_duty() -> None:
    assert rule("9月24日到26日在村部发冬衣，没签领的户主来签了领走，每天8点到11点半。") is None


@pytest.mark.parametrize("text", ["市场逢五赶集。", "近一周三次降雨，请注意。", "一月份报过两次的不用再报。"])
def test_what_only_sounds_like_a_rate_is_none(text: str) -> None:
    assert rule(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("雨量每天早八点报，头一次10月1日，雨量筒先装好。", "DAILY 08:00 2026-10-01/"),
        ("网箱拆除只数每周六上午十点报，10月3日算头一期。", "WEEKLY;BYDAY=SA 10:00 2026-10-03/"),
        ("巡河记录每周五交，第一篇10月9日交，别抄。", "WEEKLY;BYDAY=FR 2026-10-09/"),
        ("后扶资金支出数每月25日报到我这儿，最后一次是12月25日。", "MONTHLY;BYMONTHDAY=25 /2026-12-25"),
        ("坝体巡查情况从9月29日起每周二17时前报水保站，附照片一张。最后一期为12月29日。", "WEEKLY;BYDAY=TU 17:00 2026-09-29/2026-12-29"),
        ("收储进度每周五17时前报送：首次9月25日，末次11月27日。", "WEEKLY;BYDAY=FR 17:00 2026-09-25/2026-11-27"),
        ("摄影课每周二、周四19:00上课，9月29日开班，11月26日结业。", "WEEKLY;BYDAY=TU,TH 19:00 2026-09-29/2026-11-26"),
        ("存栏数每周四16时前报，9月24日开报，12月24日收官。", "WEEKLY;BYDAY=TH 16:00 2026-09-24/2026-12-24"),
        ("每月26日前报送复核报告，遇节假日提前到最近一个工作日。本制度试行至2027年6月26日。", "MONTHLY;BYMONTHDAY=26 /2027-06-26"),
    ],
)
def test_a_duty_begins_and_ends_with_the_first_and_the_last_of_its_days(text: str, expected: str) -> None:
    assert rule(text) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("每周周五", "WEEKLY;BYDAY=FR"),
        ("每周的周五", "WEEKLY;BYDAY=FR"),
        ("每周周一至周五", "WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("每周一三五", "WEEKLY;BYDAY=MO,WE,FR"),
        ("每三周周三", "WEEKLY;INTERVAL=3;BYDAY=WE"),
        ("每四周的周五", "WEEKLY;INTERVAL=4;BYDAY=FR"),
        ("每两周的周二、周五", "WEEKLY;INTERVAL=2;BYDAY=TU,FR"),
        ("每月1号跟15号", "MONTHLY;BYMONTHDAY=1,15"),
        ("每年6月底、12月底", "YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
        ("每年6月、12月底", "YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
        ("每年6月30日、12月31日", "YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
        ("每年3月15日、6月15日和9月15日", "YEARLY;BYMONTH=3,6,9;BYMONTHDAY=15"),
        ("每年3月、9月的10日", "YEARLY;BYMONTH=3,9;BYMONTHDAY=10"),
        ("3、6、9、12月底", "YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("每年年底", "YEARLY;BYMONTH=12;BYMONTHDAY=-1"),
        ("每季度结束后次月10日", "YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"),
        ("每月逢五", "MONTHLY;BYMONTHDAY=5,15,25"),
        ("逢5逢10", "MONTHLY;BYMONTHDAY=5,10,15,20,25,30"),
        ("逢单日", "MONTHLY;BYMONTHDAY=1,3,5,7,9,11,13,15,17,19,21,23,25,27,29,31"),
        ("除周末外每天", "WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("除双休日外，每天", "WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ],
)
@pytest.mark.parametrize(
    ("frame", "hour"),
    [("请各村{}下午5点前报送台账。", "17:00"), ("{}下班前各村统计务工人数报我", "cob"), ("报送频次：{}上午，零报告。", "morning")],
)
def test_the_same_duty_is_read_whatever_stands_beside_it(said: str, expected: str, frame: str, hour: str) -> None:
    assert rule(frame.format(said)) == f"{expected} {hour}"


def test_from_now_on_gives_no_first_day() -> None:
    assert rule("从现在起，每天上午9点报进度。") == "DAILY 09:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每天早、晚各报一次水位。", "DAILY evening"),
        ("每天早中晚各报一次。", "DAILY evening"),
        ("每天上午和下午各报一次。", "DAILY afternoon"),
        ("每天早晚各报一次，晚上那次8点前。", "DAILY 20:00"),
    ],
)
def test_of_several_parts_of_a_day_the_last_counts(text: str, expected: str) -> None:
    assert rule(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("进度实行一周两报（周二、周五16时前）。", "WEEKLY;BYDAY=TU,FR 16:00"),
        ("每周报两次进度，周二、周五16时前。", "WEEKLY;BYDAY=TU,FR 16:00"),
        ("进度每周一报，周五17时前。", "WEEKLY;BYDAY=FR 17:00"),
        ("进度每月一报，25日17时前。", "MONTHLY;BYMONTHDAY=25 17:00"),
        ("每月报送一次进度（25日17:00前）。", "MONTHLY;BYMONTHDAY=25 17:00"),
        ("每天报送进度（17:00前）。", "DAILY 17:00"),
        ("每月10日前、25日前各报一次进度，均为17时前。", "MONTHLY;BYMONTHDAY=10,25 17:00"),
        ("实行月中月底两报，每月10日、25日17时前报送进度。", "MONTHLY;BYMONTHDAY=10,25 17:00"),
    ],
)
def test_a_rate_has_the_days_said_beside_it_in_a_bracket_or_behind_a_comma(text: str, expected: str) -> None:
    assert rule(text) == expected


@pytest.mark.parametrize("text", ["每周五报送本周进度，截止时间17:00", "各村：每周五报送本周进度，时间不晚于17时。"])
def test_what_is_handed_in_each_week_stays_a_duty_beside_its_hour(text: str) -> None:
    facts = understand(Message("x", SENT.replace(tzinfo=default_calendar().at(SENT.date()).tzinfo), text, "工作群", "镇干部"), default_calendar())
    assert facts.recurrence is not None and facts.recurrence.rrule == "FREQ=WEEKLY;BYDAY=FR" and facts.recurrence.time == "17:00"
    assert facts.deadlines == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12月15日前，每天17时前报送进度。", "DAILY 17:00 /2026-12-15"),
        ("12月15日前，各村每周五下班前报送进度。", "WEEKLY;BYDAY=FR cob /2026-12-15"),
        ("每月至少报一次进度，25日下午5点前。", "MONTHLY;BYMONTHDAY=25 17:00"),
        ("进度每月两次，分别于10日和25日17时前报送。", "MONTHLY;BYMONTHDAY=10,25 17:00"),
    ],
)
def test_a_limit_before_the_rule_ends_it_and_a_least_number_is_asked_for(text: str, expected: str) -> None:
    assert rule(text) == expected


@pytest.mark.parametrize("begins_and_ends", ["6月1日启用，到9月30日收尾", "6月1日启动，9月30日收官", "6月1日起执行，9月30日停", "首次6月1日，末次9月30日"])
@pytest.mark.parametrize("text", ["汛期雨量观测{span}。期间每天早8点看一次雨量筒，读数8:20前报“汛情直报”小程序。", "{span}，各村每天8:20前把进度报到群里。"])
def test_two_days_of_a_sentence_bound_the_duty_and_an_hour_behind_that_of_every_day_is_one(text: str, begins_and_ends: str) -> None:
    found = read(text.format(span=begins_and_ends), "2026-05-25 15:20").recurrence
    assert found is not None
    assert (found.time, str(found.start), str(found.until)) == ("08:20", "2026-06-01", "2026-09-30")
