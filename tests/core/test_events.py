"""When and where something takes place, and which times are not events of their own."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.dates import read_dates
from bot.core.models import Kind
from bot.core.normalise import normalise
from bot.core.workdays import default_calendar


def events(text: str, at: str = "2026-03-11 09:20") -> list[str]:
    """Events as `date time-or-part ~end @place`, earliest first."""
    found = read_dates(normalise(text), datetime.fromisoformat(at), default_calendar(), Kind.EVENT).events
    shown = []
    for e in found:
        end = " ".join(filter(None, [e.end_date.isoformat() if e.end_date else None, e.end_time]))
        words = [e.date.isoformat(), e.time, e.part, f"~{end}" if end else None, f"@{e.place}" if e.place else None]
        shown.append(" ".join(filter(None, words)))
    return shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("定于3月13日（周五）上午9:30在区政府二号会议室召开部署会。", ["2026-03-13 09:30 @区政府二号会议室"]),
        (
            "一、时间：3月16日下午3:00，会期半天。\n二、地点：粮食大厦六楼会议室。\n三、会议内容：收购工作会议。",
            ["2026-03-16 15:00 @粮食大厦六楼会议室"],
        ),
        ("明早七点半镇政府门口集合，坐大巴去比武", ["2026-03-12 07:30 @镇政府门口"]),
        ("市巡察组3月13日上午10点到柏树村查看安置点，请村书记在村部等候。", ["2026-03-13 10:00 @柏树村"]),
        ("会议时间与地点\n请与会人员于3月16日下午2:30前到市环保局1503会议室。", ["2026-03-16 14:30 @市环保局1503会议室"]),
        ("培训3月18日8:30—11:30，地点在成人学校。", ["2026-03-18 08:30 ~11:30 @成人学校"]),
        ("培训班3月24日至26日在县农广校举办，请按时参加。", ["2026-03-24 ~2026-03-26 @县农广校"]),
        ("Training on Monday 16 March, 10:00-12:00, Town Hall. Please attend.", ["2026-03-16 10:00 ~12:00 @Town Hall"]),
    ],
)
def test_an_event_has_day_time_end_and_place(text: str, expected: list[str]) -> None:
    assert events(text) == expected


def test_the_arrival_time_is_no_event_of_its_own() -> None:
    assert events("3月13日上午9:00在二楼召开大会，8:45前入场签到。") == ["2026-03-13 09:00 @二楼"]
    assert events("大会3月13日下午2:30在明德厅召开，请于当天下午2:15前签到入场完毕。") == ["2026-03-13 14:30 @明德厅"]


def test_a_plan_that_is_put_off_further_on_is_no_event() -> None:
    assert events("我会原定于3月23日在宾馆召开年会。接上级通知，暂不聚集。经研究，年会延期举办，时间另行通知。") == []


def test_where_it_does_not_take_place_is_no_place() -> None:
    assert events("周五下午两点的培训换地方了，不在财政所了，具体等通知，请参加") == ["2026-03-13 14:00"]


def test_two_sessions_are_two_events() -> None:
    text = "消防培训定在3月18日，分两场：上午9点社区场（党群中心），下午2点企业场（园区管委会二楼）。请参加。"
    assert events(text) == ["2026-03-18 09:00 @党群中心", "2026-03-18 14:00 @园区管委会二楼"]


def test_a_moved_event_stands_at_its_new_time_only() -> None:
    assert events("原定3月13日上午9点的推进会改到3月16日下午3点召开，地点不变。") == ["2026-03-16 15:00"]


def test_the_list_of_names_is_due_before_the_event_it_is_for() -> None:
    found = read_dates(
        normalise("定于3月16日上午9点在镇礼堂召开大会，参会名单3月13日下班前报党政办。"),
        datetime(2026, 3, 11, 9, 20),
        default_calendar(),
    )
    assert [e.date.isoformat() for e in found.events] == ["2026-03-16"]
    assert [(d.date.isoformat(), d.part) for d in found.deadlines] == [("2026-03-13", "cob")]


def test_a_visit_nobody_has_to_attend_is_no_event() -> None:
    assert events("请3月13日前完成整改，3月16日县里来抽查。") == []


def test_a_length_of_time_beside_the_day_of_an_event_is_no_second_day() -> None:
    assert events("09月24日、两周参加下午", "2026-06-05 18:48") == ["2026-09-24 afternoon"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("体检车3月14日、15日开进石板溪乡，两天都停在中心小学操场，早上7点半到11点半。", ["2026-03-14 07:30 ~11:30 @中心小学操场", "2026-03-15 07:30 ~11:30 @中心小学操场"]),
        ("机收培训分两批：第一批3月19日，第二批3月21日，都是上午9点，在农机合作社大院。", ["2026-03-19 09:00 @农机合作社大院", "2026-03-21 09:00 @农机合作社大院"]),
        (
            "电工复训两期。第一期：3月23日—25日；第二期：3月26日—28日。各期首日8:00报到开课，地点县职教中心4号楼。",
            ["2026-03-23 08:00 ~2026-03-25 @县职教中心4号楼", "2026-03-26 08:00 ~2026-03-28 @县职教中心4号楼"],
        ),
        ("现场会，3月26号，先看后议：上午9点麻园村看两户拆旧，下午2点回镇政府小礼堂座谈。六个试点村书记都来。", ["2026-03-26 09:00 @麻园村", "2026-03-26 14:00 @镇政府小礼堂"]),
        ("周六辅具适配，医生上午在北片、下午在南片：北片9点，新桥村文化礼堂；南片14点，柳坝村老年活动室。", ["2026-03-14 09:00 @新桥村文化礼堂", "2026-03-14 14:00 @柳坝村老年活动室"]),
        ("3月18日上午法庭来镇里巡回开庭，9:30准时敲槌，地点在镇文化广场。各村组织二十人旁听。", ["2026-03-18 09:30 @镇文化广场"]),
        ("明天春游的注意，早上七点四十校门口集合，八点发车去湿地公园，下午四点左右回到学校。", ["2026-03-12 07:40 ~16:00 @湿地公园"]),
        ("明早6点，汤家湾滑坡点搞撤离演练，哨子一响按黄线走。", ["2026-03-12 06:00 @汤家湾滑坡点"]),
        ("巡河日：3月14日，一组8点从拦河坝出发，二组8点从渡口出发，10点在水文站碰头总结。", ["2026-03-14 08:00 @拦河坝", "2026-03-14 08:00 @渡口", "2026-03-14 10:00 @水文站"]),
        ("3月20日上午9:00妇联执委会，在三楼党员活动室，带上年度总结。", ["2026-03-20 09:00 @三楼党员活动室"]),
        ("日程：3月21日8:30 开班式（二楼会议厅）；3月22日9:00 现场教学（云台茶园）。", ["2026-03-21 08:30 @二楼会议厅", "2026-03-22 09:00 @云台茶园"]),
        ("集中祭扫4月3日，8:30烈士陵园门口列队，9:00仪式开始。各校派50名学生。镇退役军人服务站", ["2026-04-03 09:00 @烈士陵园门口"]),
        ("周五上午开镇人大会，8点半代表报到，9点开幕，下午2点半闭幕，地点影剧院。", ["2026-03-13 09:00 ~14:30 @影剧院"]),
        ("植树改在周日上午，还是八点，还是老油库后山。", ["2026-03-15 08:00 @老油库后山"]),
        ("秋季运动会4月1日开，运动员7点40操场集合，8点入场式，中午休息。", ["2026-04-01 08:00 @操场"]),
        ("小组赛赛程\n3月16日19:00 南街村—河口村\n3月17日20:30 决赛\n场地都在中学灯光球场，请各队参加。", ["2026-03-16 19:00 @中学灯光球场", "2026-03-17 20:30 @中学灯光球场"]),
        ("3月20日看点位再开会：9点20河湾村看管网，11点到沙洲村看分类，下午2点半回乡里四楼会议室点评。", ["2026-03-20 09:20 @河湾村", "2026-03-20 11:00 @沙洲村", "2026-03-20 14:30 @乡里四楼会议室"]),
        ("去外县取经，3月21日早6点50在镇政府门口集合，7点开车，9点半在清河县好日子社区座谈。", ["2026-03-21 09:30 @清河县好日子社区"]),
        ("体验日定于3月19日，分两场，头场9:00给小学生，二场14:30给安全员，都在消防站院内。", ["2026-03-19 09:00 @消防站院内", "2026-03-19 14:30 @消防站院内"]),
    ],
)
def test_an_hour_or_a_place_said_once_holds_for_every_session_and_an_outline_is_no_session(text: str, expected: list[str]) -> None:
    assert events(text) == expected


def test_an_hour_before_the_second_session_is_an_hour_and_no_number_of_points() -> None:
    assert events("第一场3月13日上午9点，第二场3月14日上午9点，地点均在文化礼堂") == ["2026-03-13 09:00 @文化礼堂", "2026-03-14 09:00 @文化礼堂"]
    assert events("今天讲三点，第一，加强巡查。") == []


@pytest.mark.parametrize("text", ["下周二下午到镇政府三楼会议室开会", "请王书记下周二下午到镇政府三楼会议室开会", "各村书记下周二下午到镇政府三楼会议室开会", "各位书记，下周二下午来镇政府三楼会议室开个会", "下周二下午借用镇政府三楼会议室召开村民大会"])
def test_who_is_told_where_to_come_to_is_asked_to_come(text: str) -> None:
    assert events(text) == ["2026-03-17 afternoon @镇政府三楼会议室"]


@pytest.mark.parametrize("text", ["王书记下周二下午到县委党校参加培训", "我下周二下午到县政府开会"])
def test_where_somebody_else_goes_is_no_event(text: str) -> None:
    assert events(text) == []


def test_who_signs_above_a_date_is_no_place() -> None:
    assert events("3月13日上午9点开会，请各村书记参加。\n镇人民政府\n2026年3月11日") == ["2026-03-13 09:00"]
