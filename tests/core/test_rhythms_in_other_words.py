"""Rhythms, their bounds and their hours in wordings of everyday notices, and rhythms that are only told of."""

from __future__ import annotations

import pytest

from tests.core.reading import due
from tests.core.test_rhythms_told_apart import SENT, rhythm


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各班一三五晚上八点前把自习人数报到群里。", "WEEKLY;BYDAY=MO,WE,FR 20:00"),
        ("食堂留样照片二四六各发一张，中午12点前发群。", "WEEKLY;BYDAY=TU,TH,SA 12:00"),
        ("每个上课日下午4点前，各班把缺勤人数填进平台。", "WEEKLY;BYDAY=MO,TU,WE,TH,FR 16:00"),
        ("井盖巡查表每个月最末一个星期三前交到市政科。", "MONTHLY;BYDAY=-1WE"),
        ("慢病随访数每个季度中间那个月的15日前上报。", "YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=15"),
        ("低值耗材台账每年6月15日前、12月15日前各报一次。", "YEARLY;BYMONTH=6,12;BYMONTHDAY=15"),
        ("每年4月和10月的第二个星期五下午3点，各楼消防演练，楼长必须到场。", "YEARLY;BYMONTH=4,10;BYDAY=2FR 15:00"),
        ("材料价格改半月报：15日一次、月底一次，17点前发邮箱。", "MONTHLY;BYMONTHDAY=15,-1 17:00"),
        ("水质数据每月10号、20号和最后一天，16点前填进系统。", "MONTHLY;BYMONTHDAY=10,20,-1 16:00"),
        ("各商户每年对燃气自查一次，自查表固定为10月31日前交物业。", "YEARLY;BYMONTH=10;BYMONTHDAY=31"),
        ("The incident log is due on the second and last Monday of every month, by 5 pm.", "MONTHLY;BYDAY=2MO,-1MO 17:00"),
        ("Hand the meter card to Mr Ou on alternate Fridays.", "WEEKLY;INTERVAL=2;BYDAY=FR"),
    ],
)
def test_days_of_a_rhythm_in_other_words(text: str, expected: str) -> None:
    assert rhythm(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("门岗登记照片以前天天发，现在只要周一、周四发，18点前。", "WEEKLY;BYDAY=MO,TH 18:00"),
        ("库存日报改为周二、周五报，下班前发群里。", "WEEKLY;BYDAY=TU,FR cob"),
        ("虫情改为每周三、周六报一次，中午前发群里。3月那阵子天天报，辛苦了。", "WEEKLY;BYDAY=WE,SA noon"),
        ("水位改成每周二10点前报，等汛期到了再恢复每天一报。", "WEEKLY;BYDAY=TU 10:00"),
        ("油耗数据每周三17:00前报给车队，甲方每周五上午看。", "WEEKLY;BYDAY=WE 17:00"),
        ("体温数据每天早上报给校医，气象台每天17点更新预报，自己看。", "DAILY morning"),
    ],
)
def test_the_rhythm_that_holds_is_the_one_that_is_read(text: str, expected: str) -> None:
    assert rhythm(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("护林员每晚把里程发给站里。", "DAILY evening"),
        ("宿管每晚10点半前报人数。", "DAILY 22:30"),
        ("逢周五、六晚上，两人一组巡楼，照片11点前发群。", "WEEKLY;BYDAY=FR,SA 23:00"),
        ("手工课每周三开课，志愿者把签到表发群里，当天晚上8点前。", "WEEKLY;BYDAY=WE 20:00"),
        ("四点半课堂每周一、周三上课，带班老师18点前把签退照片发群里。", "WEEKLY;BYDAY=MO,WE 18:00"),
        ("每天9点、16点两次在群里报在岗人数。", "DAILY 16:00"),
    ],
)
def test_hours_of_a_rhythm_in_other_words(text: str, expected: str) -> None:
    assert rhythm(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("雨量每天8点前报，测到6月20日收摊。", "DAILY 08:00 /2026-06-20"),
        ("夜市4月18日开张，9月30日收摊。这段时间各摊长每晚10点前报人流数。", "DAILY 22:00 2026-04-18/2026-09-30"),
        ("手记每周三19:00前传到平台，写到6月24日放假。", "WEEKLY;BYDAY=WE 19:00 /2026-06-24"),
        ("每天21点前在群里接龙报人数，接龙到5月20日为止，之后另行通知。", "DAILY 21:00 /2026-05-20"),
        ("- 每月5日、20日回访，当天18:00前传录音；\n- 从4月20日起，到7月20日止；", "MONTHLY;BYMONTHDAY=5,20 18:00 2026-04-20/2026-07-20"),
        ("以后每个周日18:30前填返校表，宿管照着点名。节假日另说。从4月19日开始。", "WEEKLY;BYDAY=SU 18:30 2026-04-19/"),
        ("第三条 各科室每月10日前完成一次灭火器自查。\n第九条 本办法自2026年5月1日起施行。", "MONTHLY;BYMONTHDAY=10 2026-05-01/"),
        ("从今天起到5月31日不用天天报，改成一周一回，周一早上9点前报。", "WEEKLY;BYDAY=MO 09:00 2026-04-14/2026-05-31"),
        ("台账每个工作日下班前录，周六加班的并到下周一一起录。", "WEEKLY;BYDAY=MO,TU,WE,TH,FR cob"),
        ("劝导日报从4月15日报到5月15日，周一到周五才报，双休日歇。每天不晚于18:30填进表里。", "WEEKLY;BYDAY=MO,TU,WE,TH,FR 18:30 2026-04-15/2026-05-15"),
        ("4月20日至26日，物业每晚22:30前把夜巡照片发群；27日起恢复正常施工。", "DAILY 22:30 2026-04-20/2026-04-26"),
        ("会商每周三上午8点报材料。主汛期过了（估计9月中旬）再恢复半月一次。", "WEEKLY;BYDAY=WE 08:00"),
        ("Starting Monday 20 April and ending Friday 17 July, scrap figures are due every Thursday, 10:00. During the May break (1-5 May) no figures are expected.", "WEEKLY;BYDAY=TH 10:00 2026-04-20/2026-07-17"),
        ("从4月20日起巡查改成每周一、三、五晚上8点前在小程序提交。旧本子用到4月19日为止，自己留着。", "WEEKLY;BYDAY=MO,WE,FR 20:00 2026-04-20/"),
        ("投稿每周二、周四中午前给。4月30日那期是专刊，稿件4月26日17点前截止。", "WEEKLY;BYDAY=TU,TH noon"),
        ("4月22日太极班开课，每个月第二和第四个星期三下午两点半在坝子，学到11月25日，会员都来。", "MONTHLY;BYDAY=2WE,4WE 14:30 2026-04-22/2026-11-25"),
        ("网评员每个工作日12:00前完成当日任务，五一5月1日到5日不排。", "WEEKLY;BYDAY=MO,TU,WE,TH,FR 12:00"),
        ("每周五15时前报缺课数，4月17日起，至6月26日止。\n1月至3月全县报告4起，均已处置。", "WEEKLY;BYDAY=FR 15:00 2026-04-17/2026-06-26"),
    ],
)
def test_bounds_of_a_rhythm_in_other_words(text: str, expected: str) -> None:
    assert rhythm(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "保洁员每天五点就扫路，人人夸。各户4月20日前自己清一遍房前。",
        "卫生站每周三上午为老人量血压，无须报名。请各组4月20日前把名册送来。",
        "在线仪表每15分钟上传一个数，请把断档的手工记录补齐，4月20日前发邮箱。",
        "水样检验科做，每月一次，我们不管。试剂清单4月20日前交我。",
        "每日供餐人次平台会自动统计，驿站不必另报。申请表4月20日前交。",
        "平台每月末锁一次，3月的记录4月20日前补上。",
        "4月下旬的四季度第一次督查另有通知，清单4月20日前交。",
        "本所每年抽查两次。自查表4月20日前交。",
        "供应商目录我司每年更新一次，我司自理。审计报告4月20日前发邮箱。",
        "保安每天三次巡楼，望理解。押金单请4月20日前到前台签字。",
        "夏令时间每日9:00—18:30，逢周三闭馆。名单请4月20日前报。",
        "Fire bells are tested by the contractor at 10 am on the first Thursday of every month. Please return the key list by 20 April.",
    ],
)
def test_what_comes_back_without_the_reader_leaves_the_limit_beside_it(text: str) -> None:
    assert rhythm(text) is None
    assert due(text, SENT) == ["04-20"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("值班员每天8点就把在岗人数报到群里。", "DAILY 08:00"),
        ("每天测两次体温，读数记在本上，正常的不用报。", "DAILY"),
        ("志愿者每月为老人理发一次，照片发群里。", "MONTHLY"),
        ("各卫生室每周五为老人量血压，数据当天下班前报镇卫生院。", "WEEKLY;BYDAY=FR cob"),
        ("各商户每天打烊前把门口扫干净，拍照发群。", "DAILY cob"),
        ("带班领导每天20:00前到平台报当日情况。", "DAILY 20:00"),
        ("哨点医院每三天报一次样本数，18点前发邮箱。", "DAILY;INTERVAL=3 18:00"),
        ("每月1日至5日开放，请登录补助系统填报服务人数。", "MONTHLY;BYMONTHDAY=5"),
    ],
)
def test_a_duty_that_only_resembles_a_habit_stays_one(text: str, expected: str) -> None:
    assert rhythm(text) == expected


def test_a_span_said_to_begin_lies_ahead() -> None:
    assert rhythm("从2月28日起到12月31日，每月最后一天17点前报读数。", "2026-01-29 15:45") == "MONTHLY;BYMONTHDAY=-1 17:00 2026-02-28/2026-12-31"
    assert due("2月28日至12月31日的支出明细2月6日前报。", "2026-01-29 15:45") == ["02-06"]


def test_a_day_moved_for_once_is_no_rhythm() -> None:
    assert rhythm("每天报的水位这周改成周三报。") is None
    assert rhythm("每周五的例会这次改到周四下午3点。") is None
