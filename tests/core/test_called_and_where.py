"""Which meetings the readers are called to, where they are, and rhythms told in other words."""

from __future__ import annotations

import pytest

from tests.core.reading import read, sessions

MONDAY = "2026-11-09 09:00"
WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("周四下午3点县里专家到榕树坪仓库讲虾塘消毒和增氧，养虾的都来听。", "榕树坪仓库"),
        ("周四15:00，游泳馆2号场，和水务局打友谊赛，能来的都来。", "游泳馆2号场"),
        ("周四下午三点便民中心三楼有半天培训，文书都来听。", "便民中心三楼"),
        ("周四下午三点的插花课，地点换到西街口了，讲完当场答疑，每组来3个人。", "西街口"),
        ("合排挪到周四下午三点了啊少年宫小剧场穿布鞋来谁都别放鸽子", "少年宫小剧场"),
        ("明天的检录培训挪地方了，改去中学录播室，还是下午三点。检录员都要来。", "中学录播室"),
        ("老茶客们：周四下午三点，茶市南口，谷雨茶会，请大家参加。", "茶市南口"),
        ("委员们：11月18日（星期三）视察河道清淤，八点四十从区政协大院发车，十二点回。", "区政协大院"),
        ("考评组周四上午9点看育苗大棚，种植户都到现场等，工具备好。", "育苗大棚"),
        ("各社长：周四上午9点开会，地点：粮站二楼。请假找秘书。", "粮站二楼"),
        ("Flood drill this Friday, 9:45. Crews line up on the west quay and wait for orders.", "west quay"),
        ("Team meeting on Tuesday 17 November at 10 am, Riverside Hotel, Pearl Hall. All supervisors attend.", "Riverside Hotel, Pearl Hall"),
        ("仲裁开庭通知\n应到时间：2026年11月24日14时30分\n应到处所：第二仲裁庭\n请准时到庭。", "第二仲裁庭"),
    ],
)
def test_a_place_is_named_alone(text: str, place: str) -> None:
    assert [event.place for event in read(text, MONDAY).events] == [place]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("明天两个会：上午9点市里开视频会，区长去主会场，你们不用来；下午3点街道开，在三楼会议室，各社区主任必须到。", ["11-10 15:00"]),
        ("周三上午9点县里的总结会，咱们不参加。周五上午9点在礼堂开全校大会，全体老师参加。", ["11-13 09:00"]),
        ("周四上午9点在文化站开支部会，党员都要来，年满八十岁的不用来。", ["11-12 09:00"]),
        ("周四上午9点在文化站开会，大家不用来太早。", ["11-12 09:00"]),
        ("11月12日上午9点镇里开会，各组不用来，只要村书记参加。", ["11-12 09:00"]),
        ("明早七点我带队坐车去市体育馆，盖章的名单放门卫，我顺手带走。", []),
        ("明早七点我带队去市体育馆，大家七点在校门口集合，队员都要参加。", ["11-10 07:00"]),
        ("装棉被的车12号上午九点从仓库开，各组叠好送过来装车，每组附一张清单。", []),
        ("11月14日 7:30签到　8:00开幕　11:30结束，在县体育场，各队参加。", ["11-14 08:00 ~11:30"]),
        ("家长会\n11月13日（周五）\n18:30签到 19:00开始 20:30结束\n学校大礼堂\n每户一位家长参加。", ["11-13 19:00 ~20:30"]),
        ("本周六的渔家运动会，因下雨往后推一周，场地改到中学操场，早上八点开始，各队按时来。", ["11-21 08:00"]),
        ("周四的渔家运动会，遇雨往后推一周，早上八点开始，在操场，各队按时来。", ["11-12 08:00"]),
    ],
)
def test_readers_come_to_what_they_are_called_to(text: str, called: list[str]) -> None:
    assert sessions(text, MONDAY) == called


def test_a_date_said_after_the_holiday_is_that_day() -> None:
    text = "交流会定于清明节后第一个工作日——4月7日上午9:00至11:30，在县法院二楼调解室，请准时参加。"
    assert sessions(text, "2026-03-30 09:00") == ["04-07 09:00 ~11:30"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("各施工队：每月的考勤表，一律当月6号交，手写。", "FREQ=MONTHLY;BYMONTHDAY=6"),
        ("各企业用工表按季上报，4月、7月、10月、1月的12日前交人社所。", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=12"),
        ("从今年起，自测报告改成按季交：2月、5月、8月、11月，每逢这四个月的18日，报告盖章送窗口。", "FREQ=YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=18"),
        ("在院老人名单每月9日更新一次，盖章后扫描发民政办。", "FREQ=MONTHLY;BYMONTHDAY=9"),
        ("菜单老规矩：每个工作日上午10:20我去系统里拉单，没填的第二天没菜。", WORKDAYS),
        ("Please log the fridge temperature in the shared sheet on working days, before 10:00.", WORKDAYS),
        ("巡护台账要4月份每天都有，护林员签字，11月15日前交。", None),
        ("每个工作日上午10:20我去仓库看一眼。钥匙柜钥匙11月15日前交。", None),
    ],
)
def test_rhythms_in_other_words(text: str, rule: str | None) -> None:
    found = read(text, MONDAY).recurrence
    assert (found.rrule if found else None) == rule
