"""On which days a duty comes back, however these are told: beside the rhythm, in one breath, before it, or from now on."""

from __future__ import annotations

import pytest

from tests.core.reading import due, read, sessions

_MONTHLY, _WEEKLY, _WORKDAYS = "FREQ=MONTHLY;BYMONTHDAY=", "FREQ=WEEKLY;BYDAY=", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


def rhythm(text: str) -> str | None:
    """Rule, hour or part, and bounds as `first/last`."""
    found = read(text).recurrence
    if found is None:
        return None
    bounds = f"{found.start or ''}/{found.until or ''}" if found.start or found.until else None
    return " ".join(filter(None, [found.rrule, found.time or found.part, bounds]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各药房近效期药品清单每月报三次：2日、12日、22日，下午5点前发药事科。", f"{_MONTHLY}2,12,22 17:00"),
        ("工地扬尘台账一旬一报，10日、20日和最末一天，报住建站。", f"{_MONTHLY}10,20,-1"),
        ("冷链巡检每月4日查一次，18日再查一次，查完当天把记录传“冷链通”。", f"{_MONTHLY}4,18"),
        ("走访记录每月9日前报支部，24日前报镇党建办。", f"{_MONTHLY}9,24"),
        ("残食清运登记表，每月3号、17号两次，下午下班之前交后勤。", f"{_MONTHLY}3,17 cob"),
        ("废旧农膜回收数改为半月报，14日和月底各报一次。", f"{_MONTHLY}14,-1"),
        ("逢3逢8开圩，即每月3、8、13、18、23、28日。自5月1日起，开圩当天中午12点前把鱼价报市管所。", f"{_MONTHLY}3,8,13,18,23,28 12:00 2026-05-01/"),
        ("值班流水当月最后一天下班前交一次，月月如此。", f"{_MONTHLY}-1 cob"),
        ("月末最后一天16点前报水表读数，每月一次。", f"{_MONTHLY}-1 16:00"),
        ("当月最后一个工作日11时前报信访件数，每月都要。", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 11:00"),
        ("避雷检测一年两次，上半年5月15日前、下半年11月15日前把报告交安监站，年年照办。", "FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=15"),
        ("每半年一次，6月30日、12月31日前把灭火器年检表报上来。", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
        ("电表两个月抄一次，逢双月抄，22日前把读数报电管站。", "FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=22"),
        ("储备粮清单原每月报，现改为季报：二、五、八、十一月的18日下班前报粮站。", "FREQ=YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=18 cob"),
        ("每年5月、11月的最后一天前交一次灭蟑小结。", "FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=-1"),
        ("每年4月、7月、10月和次年1月的6日前报季度经营数据。", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=6"),
        ("2、5、8、11月，每月14日前报一次水权交易量。", "FREQ=YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=14"),
        ("滞销品清单一月报三回，每月1号、11号、21号报给采购部。", f"{_MONTHLY}1,11,21"),
        ("每月十六日及月底最后一天，请将加班统计送人事室。", f"{_MONTHLY}16,-1"),
        ("库存盘点每月一次，次月4日前报上月，报统计员老巩。", f"{_MONTHLY}4"),
        ("每月上旬、中旬、下旬各报一次苗情。", f"{_MONTHLY}10,20,-1"),
        ("每月2日和16日为报送日，15:00前报综合科。", f"{_MONTHLY}2,16 15:00"),
        ("每月倒数第一个周五，各处室交一次节水台账。", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("诊所老板们 每月2号17号报耗材 下午5点前", f"{_MONTHLY}2,17 17:00"),
        ("半年一次，6月底、12月底前，把体检名单报卫健办。", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
        ("Please email me the mileage log twice a month, on the 8th and the 22nd, before 5 pm.", f"{_MONTHLY}8,22 17:00"),
        ("Report quarterly: by 12 January, 12 April, 12 July and 12 October each year.", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=12"),
    ],
)
def test_days_of_months_and_years_beside_a_rhythm_are_its_days(text: str, expected: str) -> None:
    assert rhythm(text) == expected
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小饭桌礼拜二四的留样照片记得发，当天中午前传到“明厨”里。", f"{_WEEKLY}TU,TH noon"),
        ("周一三五报药材库存，下午4点前发给库管老覃。", f"{_WEEKLY}MO,WE,FR 16:00"),
        ("周二到周五这四天，每天15点前把检出数报给检验科，周一不用报。", f"{_WEEKLY}TU,WE,TH,FR 15:00"),
        ("周六周日两天，每天17点前把入园人数报景区办，长期执行。", f"{_WEEKLY}SA,SU 17:00"),
        ("每周三和每周六上午，各店交一次消毒记录。", f"{_WEEKLY}WE,SA morning"),
        ("每周一、周二、周四报，周五不报，10点前。", f"{_WEEKLY}MO,TU,TH 10:00"),
        ("来访登记工作日天天报，每次都是下班之前填表。", f"{_WORKDAYS} cob"),
        ("往后礼拜四报一次就够，上午9点前，报上一周修了几盏灯。", f"{_WEEKLY}TH 09:00"),
        ("今后周报统一改在周二交，中午12点前发综合科。", f"{_WEEKLY}TU 12:00"),
        ("周三上午下班前把上一周的接诊数据发给统计小葛。每周如此。", f"{_WEEKLY}WE noon"),
        ("粪样三周送一次，都是周三送，上午送到兽医站。", "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE morning"),
        ("隔一周报一次，逢礼拜二，下班前。报文化站。", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU cob"),
        ("粘虫板三天看一次，看的当天把头数填进“测报通”。", "FREQ=DAILY;INTERVAL=3"),
        ("日报改周报了，礼拜四下班前一次性报齐，以后都这样。", f"{_WEEKLY}TH cob"),
        ("原每两周一报，现改为每周一报，周二下班前。", f"{_WEEKLY}TU cob"),
        ("周末不算，天天下班前把接待量填到共享表。", f"{_WORKDAYS} cob"),
        ("往后天天晚上八点半我关账，奶量在这之前发我，过点不收。", "FREQ=DAILY 20:30"),
        ("Mon to Fri, from 13 April to 8 May, post the number of guests in this group before 9:30 am.", f"{_WORKDAYS} 09:30 2026-04-13/2026-05-08"),
        ("Monday to Thursday, please post the fridge temperature in the group by 10 am.", f"{_WEEKLY}MO,TU,WE,TH 10:00"),
        ("每周—、周四、周六 16 : 00 前报送清运吨数。", f"{_WEEKLY}MO,TH,SA 16:00"),
        ("请 于 每 周 二 15 ： 00 前 报 送 用 电 表 。", f"{_WEEKLY}TU 15:00"),
        ("护坝员每曰l7时3O分前上传坝顶照片1张。", "FREQ=DAILY 17:30"),
    ],
)
def test_weekdays_in_one_breath_or_from_now_on_are_those_of_every_week(text: str, expected: str) -> None:
    assert rhythm(text) == expected
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年4月20日入汛、10月15日出汛，其间护坝员须每日上坝走一遍，当日18时前传照片。", "FREQ=DAILY 18:00 2026-04-20/2026-10-15"),
        ("冷库的日报原定4月20日收摊，货没出完，延到5月6日。要求一样：每日16:30前把出库吨数发调度老池。", "FREQ=DAILY 16:30 /2026-05-06"),
        ("每周二、周五要报余量。报的时间统一为下午2点前。", f"{_WEEKLY}TU,FR 14:00"),
        ("虫情每月6日、21日报。两次都是上午11点前。", f"{_MONTHLY}6,21 11:00"),
        ("报送要求\n1. 时间：每周一、周四\n2. 截止：上午10:30前\n3. 方式：群文件", f"{_WEEKLY}MO,TH 10:30"),
        ("【填报日】每月8日、24日\n【截止】16:00\n【平台】数字乡村", f"{_MONTHLY}8,24 16:00"),
        ("事项：粮油价格采报\n周期：工作日\n时限：11:00前\n收件：lj@example.cn", f"{_WORKDAYS} 11:00"),
        ("报表清单\n名称 | 频次 | 时限 | 收件人\n耗材表 | 每周 | 周四17:00 | 小芮", f"{_WEEKLY}TH 17:00"),
        ("宿管每晚睡觉前十点把在寝人数发我。", "FREQ=DAILY 22:00"),
        ("每两周周五报一次，第一次4月17日，16点前。", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 16:00 2026-04-17/"),
        ("每日17时前报，报满十天为止，4月10日第一次报。", "FREQ=DAILY 17:00 2026-04-10/2026-04-19"),
        ("每周三报。截止时间15点。", f"{_WEEKLY}WE 15:00"),
        ("每月6日、22日报送。两次报送的截止时间都是当天17时。", f"{_MONTHLY}6,22 17:00"),
        ("每周四下午报送（不晚于17:00），报送人为各站统计员。", f"{_WEEKLY}TH 17:00"),
        ("每天的接诊数第二天上午9点前报，报流行病科。", "FREQ=DAILY 09:00"),
        ("每周的客流下周一上午10点前报送统计站，周周如此。", f"{_WEEKLY}MO 10:00"),
        ("各企业用工监测：每月20日开始填报，25日截止。", f"{_MONTHLY}25"),
        ("禁渔期4月1日0时至6月30日24时。护渔员每天20时前在群里报巡。", "FREQ=DAILY 20:00 2026-04-01/2026-06-30"),
        ("每天报一次，早上9点前，报两个礼拜，从明天算起。", "FREQ=DAILY 09:00 2026-04-10/2026-04-23"),
        ("每天17点前报出栏数，五月三日到五日不报。", "FREQ=DAILY 17:00"),
        ("除节假日外每天上午10点前报送客流。", f"{_WORKDAYS} 10:00"),
        ("电梯困人情况每月2日前报上月数据，格式见附件。5月份开始执行。", f"{_MONTHLY}2 2026-05-01/"),
    ],
)
def test_bounds_and_hours_of_the_next_sentence_are_those_of_the_rhythm(text: str, expected: str) -> None:
    assert rhythm(text) == expected
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "limits"),
    [
        ("整改方案4月17日前报，整改期间每周一上午10点前报进展，6月30日前全部整改到位。", f"{_WEEKLY}MO 10:00", ["04-17", "06-30"]),
        ("每月5日前报库存，4月的盘点报告4月20日前单独交一份。", f"{_MONTHLY}5", ["04-20"]),
        ("4月16日前完成注册，注册后每日9点前打卡。", "FREQ=DAILY 09:00", ["04-16"]),
        ("每周五前报进度，5月29日前报最后一次。", f"{_WEEKLY}FR /2026-05-29", []),
    ],
)
def test_a_day_with_something_to_do_of_its_own_is_a_limit_beside_the_rhythm(text: str, expected: str, limits: list[str]) -> None:
    assert rhythm(text) == expected
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本周二四的留样照片今天下班前补交。", ["04-09 cob"]),
        ("这个表以后周二再改，今天先按老格式下午5点前交。", ["04-09 17:00"]),
        ("周三五点半前把车次表发我。", ["04-15 17:30"]),
        ("上半年小结6月20日前、下半年小结12月20日前报党建办。", ["06-20", "12-20"]),
        ("5日、15日、25日的检测报告请于4月28日前补交。", ["04-28"]),
        ("下午5点以后周五的表就关了，请今天下午5点前填好。", ["04-09 17:00"]),
        ("两年做一次的管道检测今年轮到我们，请4月20日前把图纸报住建办。", ["04-20"]),
        ("台账延到4月24日，请各村抓紧报送。", ["04-24"]),
        ("培训4月21日开始、4月23日结束，名单4月15日前报。", ["04-15"]),
        ("The auditors visit us Monday to Friday next week. Please send the name list by noon on Friday.", ["04-10 noon"]),
    ],
)
def test_days_that_come_once_are_limits(text: str, expected: list[str]) -> None:
    assert rhythm(text) is None
    assert due(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "食堂公告：礼拜一三五供应面点，礼拜二四供应米粉。",
        "诊室排班：周一三五李医生，周二四王医生。",
        "以后每周四食堂都加菜。",
        "图书室周六周日每天9点到17点开放。",
        "供电所两个月抄一次表，单月抄，抄完发短信。",
    ],
)
def test_the_days_of_others_are_no_duty(text: str) -> None:
    assert (rhythm(text), due(text), sessions(text)) == (None, [], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每月12日前报销号清单，17日县里通报结果。", f"{_MONTHLY}12"),
        ("每月25日前报送台账，遇周末顺延到27日。", f"{_MONTHLY}25"),
        ("每月8日前交考勤，10日发工资，请各班组长准时交。", f"{_MONTHLY}8"),
    ],
)
def test_what_others_do_on_another_day_of_the_month_is_no_day_of_the_duty(text: str, expected: str) -> None:
    assert rhythm(text) == expected
