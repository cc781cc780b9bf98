"""Families of wordings for exact values: one hour for several days, bounds of a duty, places without a known ending."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Message, Notice
from bot.core.understand import understand
from bot.core.workdays import default_calendar

CALENDAR = default_calendar()


def _read(text: str, at: str = "2026-03-09 09:00") -> Notice:
    return understand(Message("m", datetime.fromisoformat(at).replace(tzinfo=ZoneInfo("Asia/Shanghai")), text), CALENDAR)


def sessions(text: str) -> list[str]:
    """Day, hour, end and place of each session."""
    return [
        " ".join(filter(None, [e.date.isoformat()[5:], e.time or e.part, e.end_time and f"~{e.end_time}", e.place])) for e in _read(text).events
    ]


def duty(text: str) -> str | None:
    """Rule, hour and bounds of what comes back."""
    found = _read(text).recurrence
    if found is None:
        return None
    bounds = [each.isoformat() if each else "…" for each in (found.start, found.until)]
    return " ".join(filter(None, [found.rrule.removeprefix("FREQ="), found.time or found.part, "–".join(bounds) if bounds != ["…", "…"] else ""]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "培训分两讲：3月12日下午讲选种，3月19日下午讲育秧，都在两点半开始，农技站二楼。请种粮大户参加。",
            ["03-12 14:30 农技站二楼", "03-19 14:30 农技站二楼"],
        ),
        (
            "夜校开课：3月11日晚上书法，3月18日晚上合唱，均为七点一刻，文化礼堂。请学员准时参加。",
            ["03-11 19:15 文化礼堂", "03-18 19:15 文化礼堂"],
        ),
        (
            "放映安排（统一晚上7点40开始）：\n3月12日 石桥村 祠堂\n3月13日 大垟村 晒谷坪\n请各村到场维持秩序。",
            ["03-12 19:40 石桥村 祠堂", "03-13 19:40 大垟村 晒谷坪"],
        ),
        (
            "体检车：3月12日进东片，3月13日进西片，3月16日进南片，上午8点开始。请老人空腹到卫生院门口参加。",
            ["03-12 08:00 卫生院门口", "03-13 08:00 卫生院门口", "03-16 08:00 卫生院门口"],
        ),
        (
            "会审会：3月12日上午一组，3月12日下午二组。上午8点半、下午2点开始，地点档案室。请文书参加。",
            ["03-12 08:30 档案室", "03-12 14:00 档案室"],
        ),
        ("明后两天晚上七点到八点半，老年活动室，合唱排练，请队员参加。", ["03-10 19:00 ~20:30 老年活动室", "03-11 19:00 ~20:30 老年活动室"]),
        ("培训会3月12日9:00，财政所会议室；3月13日举办现场观摩会，镇政府门口7:40上车。请会计参加。", ["03-12 09:00 财政所会议室", "03-13 07:40 镇政府门口"]),
    ],
)
def test_one_hour_holds_for_every_day_it_is_said_of(text: str, expected: list[str]) -> None:
    assert sessions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各管护员每天早8点、晚8点各报一次水位到群里。从今天起执行到9月30日。", "DAILY 20:00 2026-03-09–2026-09-30"),
        ("请于每周四17:00前通过系统上报接种数，首次上报时间为3月12日，持续到6月底。", "WEEKLY;BYDAY=TH 17:00 2026-03-12–2026-06-30"),
        ("从3月10日起，每周二、周四16时前将缴费人数报医保办，4月30日最后一次。", "WEEKLY;BYDAY=TU,TH 16:00 2026-03-10–2026-04-30"),
        ("自3月15日起至汛期结束（9月30日），请各巡查员每日早8时、晚6时两次把水位填进小程序，超过汛限时改为每两小时一次。", "DAILY 18:00 2026-03-15–2026-09-30"),
        ("每月5日前把上月数据报来，从4月开始，12月那次报完为止。", "MONTHLY;BYMONTHDAY=5 2026-04-01–2026-12-05"),
        ("菜场消杀每半个月一次，逢1号、16号晚上做，做完拍照发群里。", "MONTHLY;BYMONTHDAY=1,16 evening"),
        ("收支表每季度报一次，季度结束后次月10日前报农经站。", "YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"),
        ("请水管员逢双月25日至28日抄表，28日下班前把读数报水务站。", "YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=28 cob"),
        ("请各村监委会于每季度首月10日前公示上季度收支。", "YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"),
    ],
)
def test_a_duty_has_the_rule_the_hour_and_the_bounds_that_are_said(text: str, expected: str) -> None:
    assert duty(text) == expected


def test_what_a_meeting_is_called_is_no_duty_that_comes_back() -> None:
    assert duty("The quarterly clinic meeting has been moved to Friday, 20 March, 2:30 pm, Hall B. Please attend.") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请代表3月12日下午2点到县信用联社对面的老干部局大院集合，乘车视察。", "县信用联社对面的老干部局大院"),
        ("明天下午三点，河滩头，放鱼苗，请大家都参加。", "河滩头"),
        ("3月14日早上7点，滨河步道起点，徒步活动，请队员参加。", "滨河步道起点"),
        ("联防演习时间3月12日15:00，集结地域为货运堆场西侧，请各分队参加。", "货运堆场西侧"),
        ("请负责人3月12日14点到园区管委会7号楼对面开会。", "园区管委会7号楼对面"),
        ("今晚七点半在老丁家院坝里开个院坝会，请每户来一个人参加。", "老丁家院坝里"),
        ("3月12日9:00 上坪村 老学校 集中培训，请村干部参加。", "上坪村 老学校"),
    ],
)
def test_a_place_is_known_by_where_it_stands(text: str, expected: str) -> None:
    assert [e.place for e in _read(text).events] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请7月2日上班后到一楼领取，最迟不超过7月3日中午。", ["07-03 noon"]),
        ("报表3月11日前报，最晚在3月12日上午10点报齐。", ["03-12 10:00"]),
        ("名册3月11日前报，照片最迟3月13日发我。", ["03-11", "03-13"]),
    ],
)
def test_a_limit_that_is_stretched_replaces_the_one_before(text: str, expected: list[str]) -> None:
    at = "2026-07-01 16:00" if "7月" in text else "2026-03-09 09:00"
    assert [" ".join(filter(None, [d.date.isoformat()[5:], d.time or d.part])) for d in _read(text, at).deadlines] == expected


def test_a_span_by_24_hours_begins_in_the_morning() -> None:
    assert sessions("志愿者上岗3月15日5:30—12:00，体育场，请准时参加。") == ["03-15 05:30 ~12:00 体育场"]


def due(text: str, at: str = "2026-03-09 09:00") -> list[str]:
    """Day and hour of each limit."""
    return [" ".join(filter(None, [d.date.isoformat()[5:], d.time or d.part])) for d in _read(text, at).deadlines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("述职评议会定于3月19日下午2点召开，请各所站长参加，开会前两天把述职报告发组织办小窦，签字的纸质件会后三日内补。", ["03-17", "03-22"]),
        ("农机培训3月25日9:00在农机站四楼，参训名单开班前三天报到培训股，结业小结结束后一周内交。", ["03-22", "04-01"]),
        ("消防演练3月20日上午十点打响，请各村参加，脚本演练前一天每村给我一份。", ["03-19"]),
        ("技能大赛3月21日至22日举行，请选手参加，作品设计稿赛前五天寄到组委会，选手比完赛后三天内交总结。", ["03-16", "03-25"]),
        ("座谈会改在3月18日14:00（原3月16日），请参加，发言提纲开会前一天下班前给到我。", ["03-17 cob"]),
        ("轮训3月16日上午，请理事会成员参加，心得体会培训完第二天发邮箱。", ["03-17"]),
        ("各小组3月16日下午三点来开会，选举结果报告会后两个工作日内交上来。", ["03-18"]),
        ("送戏3月14日晚7:30石岭村文化广场，请书记到场，节目单提前三天由我馆送达。", []),
        ("体检3月20日上午，请到卫生院参加，体检前三天清淡饮食。", []),
    ],
)
def test_a_limit_may_count_from_what_takes_place(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请各校报送微视频，报送时间：3月12日开始，4月10日24时截止，发到 jf@example.cn。", ["04-10 24:00"]),
        ("金点子征集：开始3月10日，结束3月20日。每名干部至少一条，交支部书记。", ["03-20"]),
        ("补充调查分片时限：山区片3月16日至25日，丘陵片3月18日至31日，平原片4月3日至10日。登记表由村主任签名。", ["03-25", "03-31", "04-10"]),
        ("材料催收计划\n事项｜牵头｜形式｜期限\n进度数｜项目办｜电子版｜3月15日\n案例｜便民中心｜1200字｜3.20\n目录｜组织办｜表格｜3.22", ["03-15", "03-20", "03-22"]),
        ("整改方案3月24日前报，阶段报告4月底前报，总报告5月20日前报，都报巡察办。", ["03-24", "04-30", "05-20"]),
        ("讲座3月25日9:00线上开讲，4月1日开课，请24日前把海报贴到每个楼栋，拍照回传。", ["03-24"]),
    ],
)
def test_only_the_end_of_each_window_is_a_limit(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公开课三节：杜老师10:00，谈老师10:50，都在3月13日，请全体老师参加听课。", ["03-13 10:00", "03-13 10:50"]),
        ("家长会分两节，19:00—19:40听校长讲，19:50—20:40分班座谈，3月21日，请每家来一位大人参加。", ["03-21 19:00 ~19:40", "03-21 19:50 ~20:40"]),
        ("作文赛评审会3月14日8:30开始、17:00结束，文化馆三楼，请各位评委准时参加。", ["03-14 08:30 ~17:00 文化馆三楼"]),
        ("今晚八点半在大桥南头碰面巡河，巡到十点，组员都要参加。", ["03-09 20:30 ~22:00 大桥南头"]),
        ("彩排：3月12日和3月13日两晚，七点开始，请演员到文化馆参加。", ["03-12 19:00 文化馆"]),
        ("今晚六点半食堂二楼聚一下，请各村书记都来参加。", ["03-09 18:30 食堂二楼"]),
        ("明晚八点户代表都来祠堂开会，商量修塘的钱。", ["03-10 20:00 祠堂"]),
    ],
)
def test_hours_days_and_places_of_sessions(text: str, expected: list[str]) -> None:
    assert sessions(text) == expected


def test_the_main_duty_wins_over_what_comes_besides() -> None:
    text = "从3月10日起，各村每天傍晚6点前打水管站电话报缺水户数，报到4月30日；开机台时按每周一上午另报。"
    assert duty(text) == "DAILY 18:00 2026-03-10–2026-04-30"


def dues(text: str, at: str = "2026-03-09 09:00") -> list[str]:
    """Day and hour of each deadline."""
    return [" ".join(filter(None, [d.date.isoformat()[5:], d.time or d.part])) for d in _read(text, at).deadlines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月12日14:00签到，14:30开会，17:00散会，地点党群服务中心二楼，请各村文书参加。", ["03-12 14:30"]),
        ("消防演练3月13日（周五），9:40集合点名，10:00鸣笛，请各单位参加。", ["03-13 10:00"]),
        ("微型站拉练：3月13日，13:30粮站坪签到领水带，14:00正式开练，15:00收队，请队员参加。", ["03-13 14:00"]),
        ("植树3月12日，6:30大门口上车，8:00山门起步，请机关干部参加。", ["03-12 08:00"]),
        ("消防安全培训\n时间丨3月12日下午，签到13:40，开讲14:00\n对象丨各村网格员", ["03-12 14:00"]),
        ("研判会定于3月12日召开：14:10签到，14:30—16:40会议。请参加。", ["03-12 14:30"]),
    ],
)
def test_coming_in_time_is_no_session_of_its_own(text: str, expected: list[str]) -> None:
    assert [each[:11] for each in sessions(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("乡村运动会3月25日上午8:30开幕，3月26日下午5点闭幕，各村代表队参加。", "03-25 08:30 03-26 17:00"),
        ("读书班安排：开班3月15日下午3点，结班3月17日中午，请班子成员参加。", "03-15 15:00 03-17"),
    ],
)
def test_opening_and_end_said_apart_are_one_event(text: str, expected: str) -> None:
    (event,) = _read(text).events
    assert event.end_date and " ".join(filter(None, [f"{event.date:%m-%d}", event.time, f"{event.end_date:%m-%d}", event.end_time])) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("【时间】3月15日（周日）19:30\n【地点】村文化礼堂\n【内容】村民代表大会，请代表参加", "村文化礼堂"),
        ("会议：治保会\n时间丨3月15日15:00\n地点丨镇司法所调解室\n参会丨各村治保主任", "镇司法所调解室"),
        ("时间\\3月15日15:00\n地点\\水库管理房\n内容\\防汛演练，请巡查员参加", "水库管理房"),
        ("党员冬训 / 时间：3月13日14:30 / 地点：老年活动中心 / 参加人员：全体党员", "老年活动中心"),
        ("防溺水培训3月12日下午3点在北片的石桥村村部举行，请各村河长参加", "石桥村村部"),
        ("座谈会原定11号，因为书记去市里，改到12号上午九点，地点不变，都按时来参加", None),
        ("春茶會，請各鄰長三月十四日下午兩點蒞臨里民活動中心，備有茶點", "里民活動中心"),
    ],
)
def test_a_place_stands_behind_its_label_or_where_people_go(text: str, place: str | None) -> None:
    (event,) = _read(text).events
    assert event.place == place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("返乡人员排查数：坪上28号、坳背28号、水口30号，其余村31号，报到我这里来", ["03-28", "03-30", "03-31"]),
        ("医保参保数：大塘12号、小塘12号、上坪14号，其余村16号，报给小李", ["03-12", "03-14", "03-16"]),
        ("各村：4月上旬报方案，中旬报进度表，下旬报总结。", ["04-10", "04-20", "04-30"]),
    ],
)
def test_days_of_a_list_of_turns_mean_the_same(text: str, expected: list[str]) -> None:
    assert dues(text) == expected and not _read(text).events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("征兵体检3月19日，体检前三天把名册报武装部。", ["03-16"]),
        ("投票日前三日把候选人名单贴出去，投票日3月18日，在村部大会堂，请代表参加。", ["03-15"]),
        ("普法宣讲3月18日上午9点在文化礼堂，前一天下班前把参加人员名单报我。", ["03-17 cob"]),
        ("谢师册页每家填一张卡，典礼前一晚拍给我，典礼3月19日。", ["03-18 evening"]),
        ("走访笔记由代表本人签字，主席团会议召开三日前交镇人大办，会议暂定3月28日。", ["03-25"]),
        ("竣工图开标前两个工作日交招标办，开标3月18日上午9点。", ["03-16"]),
        ("请各村做好准备，体检3月19日，体检前三天清淡饮食，前一日22时后禁食，请参加。", []),
    ],
)
def test_a_limit_counts_back_from_what_the_text_dates(text: str, expected: list[str]) -> None:
    assert dues(text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("请各网格员3月12日上午8:30到东门菜场卡口参加创卫整治。", "东门菜场卡口"),
        ("各支部委员：组织生活会放在3月12日晚上7点，就在村部二楼小会议室开，请准时参加。", "村部二楼小会议室"),
        ("3月12日上午10点，老年大学三号教室，智能手机课，请志愿者到场帮忙。", "老年大学三号教室"),
        ("巡夜安排：周四晚10点到次日凌晨2点，一组在渡口卡点值守，请准时到岗参加。", "渡口卡点"),
        ("The hygiene team visits on 12 March at 9:30 am; all stall owners must wait at the old market gate.", "old market gate"),
    ],
)
def test_a_place_is_named_whole(text: str, place: str) -> None:
    assert [event.place for event in _read(text).events] == [place]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各村：报名3月10日至15日，缴费3月20日17点前，逾期不补。", ["03-15", "03-20 17:00"]),
        ("自查时间3月10日至20日，自查报告3月25日前报安监站。", ["03-25"]),
    ],
)
def test_a_window_to_enter_stands_beside_a_later_limit(text: str, expected: list[str]) -> None:
    assert dues(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "鉴定培训：甲组3月16日，乙组3月17日，都在建校阶梯教室；8:10大门口领牌，8:30上课，12:00散。请学员参加。",
            ["03-16 08:30 ~12:00 建校阶梯教室", "03-17 08:30 ~12:00 建校阶梯教室"],
        ),
        (
            "联合巡河：3月16日上段、3月18日中段，7:50桥头碰头点人，8:10开走，请队员参加。",
            ["03-16 08:10 桥头", "03-18 08:10 桥头"],
        ),
        ("家访安排：3月16日晚一组，3月17日晚二组，七点出发，请科任老师参加。", ["03-16 19:00", "03-17 19:00"]),
        ("原定明天上午的党课，因老师发烧，延到下周三同一时间，请支部书记参加。", ["03-18 morning"]),
        ("3月13日上午9:00在烈士陵园举行献花仪式，8:45前完成列队，请全体参加。", ["03-13 09:00 烈士陵园"]),
        ("体检通知：3月16日至3月20日，每天7:30—10:00，县医院体检中心，请全体干部参加体检。", ["03-16 07:30 ~10:00 县医院体检中心"]),
    ],
)
def test_hours_said_once_hold_for_each_day_and_no_arrival_ends_or_begins_one(text: str, expected: list[str]) -> None:
    assert sessions(text) == expected
