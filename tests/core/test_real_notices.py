"""What schools, bureaux and associations write besides the demand: codes for groups, quoted patterns, rooms, who is addressed."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Kind, Message, Notice, Requirement
from bot.core.understand import understand_as
from bot.core.workdays import default_calendar

R = Requirement


def read(text: str, kind: Kind = Kind.TASK) -> Notice:
    """What a text of this kind says."""
    at = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    return understand_as(Message("m", at, text), kind, default_calendar())


@pytest.mark.parametrize(
    "text",
    [
        "报名表发到邮箱bm@example.com，报名同学请扫描下方二维码入群。",
        "请有意向的村民把名字报给组长，扫码加入培训通知群，安排在群里发。",
        "请加入比赛通知群（扫描下方二维码），3月6日前交报名表。",
        "请于3月6日前交培训照片，确保大家都知晓新办法和新系统。",
    ],
)
def test_a_code_to_join_a_group_by_and_a_system_only_to_be_known_are_no_way_in(text: str) -> None:
    assert R.ONLINE_SYSTEM not in read(text).requirements


@pytest.mark.parametrize("text", ["请扫描下方二维码填写问卷，3月6日前完成。", "扫码进入小程序报名，名额满为止。", "请3月6日前登录省平台填报。"])
def test_a_code_or_a_system_that_is_used_is_a_way_in(text: str) -> None:
    assert R.ONLINE_SYSTEM in read(text).requirements


@pytest.mark.parametrize(
    ("text", "requirement"),
    [
        ("为更新合作社社员名单，请各社3月6日前填好登记表交回。", R.DATA_STATISTICS),
        ("请各科室加快预算执行进度，3月6日前把票送财务科。", R.DATA_STATISTICS),
        ("手续已经走完的，3月6日前把纸质单子送来。", R.ON_SITE),
        ("请按照广播通知检录并参赛，3月6日前交报名表。", R.PUBLICITY),
        ("在前期全面排查隐患的基础上，3月6日前再报一次清单。", R.SELF_INSPECTION),
        ("学习重要回信精神专题已上线，请3月6日前录入完成。", R.REPLY_RECEIPT),
        ("请各位老师批改完试卷后，3月6日前把成绩录入系统。", R.RECTIFICATION),
        ("“树立正确就业观”专题请3月6日前录入完成。", R.RECTIFICATION),
    ],
)
def test_words_said_of_something_else_ask_for_nothing(text: str, requirement: Requirement) -> None:
    assert requirement not in read(text).requirements


@pytest.mark.parametrize(
    ("text", "requirement"),
    [
        ("请各社3月6日前报社员名单。", R.DATA_STATISTICS),
        ("请每周五报工程进度。", R.DATA_STATISTICS),
        ("辖区每户走完，3月6日前报情况。", R.ON_SITE),
        ("请各村3月6日前排查隐患并报清单。", R.SELF_INSPECTION),
        ("看到请回信，3月6日前交表。", R.REPLY_RECEIPT),
    ],
)
def test_the_same_words_ask_where_they_are_bidden(text: str, requirement: Requirement) -> None:
    assert requirement in read(text).requirements


@pytest.mark.parametrize(
    "text",
    [
        "请3月6日前提交文档（命名方式为“姓名-学号-题目”）。",
        "盖章页扫描后上传至“其它材料上传”，3月6日前完成。",
        "参训情况纳入“乡镇文化站年度考评项目”，3月6日前报名单。",
        "受到“记过”及以上处分的不得推荐，3月6日前报人选。",
        "企业系统填报完毕后，3月6日前报汇总表。",
    ],
)
def test_patterns_buttons_penalties_and_nameless_systems_are_no_systems(text: str) -> None:
    assert read(text).submit_to.systems == ()


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("为贯彻落实全省防汛紧急电视电话会议精神，请各站3月6日前上报情况。", False),
        ("根据县里紧急会议要求，请各站3月6日前上报情况。", False),
        ("不过你们现在就可以报名，3月6日前交表。", False),
        ("情况紧急，请各站3月6日前上报情况。", True),
        ("现在就报，别等。", True),
    ],
)
def test_a_meeting_that_was_urgent_presses_nobody(text: str, urgent: bool) -> None:
    assert read(text).urgent is urgent


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("请全体团支书于3月10日下午18:10在惟义楼w5305准时参会。", "惟义楼w5305"),
        ("3月12日晚7点在先骕楼4-1120进行选拔考试，请按时参加。", "先骕楼4-1120"),
        ("培训会3月12日15:00在明德楼W7302召开，请参加。", "明德楼W7302"),
        ("2.活动时间：3月18日下午2点 3.活动地点：东湖体育场 4.报名方式：以班级为单位组队，请参加。", "东湖体育场"),
        ("讲座定于3月11日上午十点举行，地点暂定政法楼3301会议室，欢迎参加。", "政法楼3301会议室"),
        ("初赛时间暂定于3月28日14:00，地点暂定为科技园研究院4-1120，请参赛人员提前到场。", "科技园研究院4-1120"),
        ("一、时间\n3月25日上午9:00\n二、地点\n南校区图书馆五楼522会议室\n三、参加人员\n中层干部\n名单于24日前报送至办公室：博园A120室，提前10分钟签到入场。", "南校区图书馆五楼522会议室"),
    ],
)
def test_the_room_belongs_to_the_place_and_the_next_item_does_not(text: str, place: str) -> None:
    assert [event.place for event in read(text, Kind.EVENT).events] == [place]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("各位班委：大家好！请3月6日前交报名表。", None),
        ("全体工会：请3月6日前报参赛名单。", None),
        ("各位班长：大家好！ 校团委将于本周三（3月4日）下午15:00在惟义楼开展竞赛动员宣讲，请参加。", "校团委"),
        ("县科协将于3月18日上午在人民广场东侧文化长廊举办科普集市，请组织参加。", "县科协"),
    ],
)
def test_who_is_addressed_demands_nothing(text: str, issuer: str | None) -> None:
    assert read(text).issuer == issuer
