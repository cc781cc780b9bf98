"""What is asked of the reader against what the writer or others do, what is kept, what is there, and questions about it."""

from __future__ import annotations

import pytest

from bot.core.channels import find_channels
from bot.core.models import Kind
from bot.core.models import Requirement as R
from bot.core.normalise import normalise
from bot.core.requirements import find_requirements
from tests.core.reading import read


def asked(text: str) -> set[R]:
    """The requirements the rules find in the text of a task."""
    normal = normalise(text).text
    return set(find_requirements(normal, Kind.TASK, find_channels(normal)))


@pytest.mark.parametrize(
    ("text", "wanted", "not_asked"),
    [
        ("各村低保名单我前天发过了，现在缺的是照片，周五前发我。", R.PHOTO, R.DATA_STATISTICS),
        ("存栏数我来报，你们把名册周五前交我。", R.DATA_STATISTICS, R.PHOTO),
        ("总结我来写，各组周五前把照片发我。", R.PHOTO, R.SUBMIT_MATERIAL),
        ("课件会后上传，参训名单周五前报来。", R.DATA_STATISTICS, R.SUBMIT_MATERIAL),
        ("水样报告月底才出，台账周五前先报。", R.DATA_STATISTICS, R.SUBMIT_MATERIAL),
        ("填好签名，我明晚敲门来收。", R.SIGN, R.ON_SITE),
        ("系统录入是区里的事，名单周五前报我。", R.DATA_STATISTICS, R.ONLINE_SYSTEM),
        ("入户照存着备用，不用交，台账周五前报我。", R.DATA_STATISTICS, R.PHOTO),
        ("台账周五前报，不另发纸质件。", R.DATA_STATISTICS, R.PAPER_COPY),
        ("Send the list by Friday; hard copies will be turned away.", R.DATA_STATISTICS, R.PAPER_COPY),
        ("空白的不作数，周五前把照片发我。", R.PHOTO, R.DATA_STATISTICS),
        ("现场检查发现两处漏电，周五前整改。", R.RECTIFICATION, R.ON_SITE),
        ("各家电表自查一遍，不准的立即整改。", R.RECTIFICATION, R.PHOTO),
        ("名单周五前报我，合同上周签了。", R.DATA_STATISTICS, R.SIGN),
    ],
)
def test_what_others_do_or_the_reader_keeps_is_not_asked(text: str, wanted: R, not_asked: R) -> None:
    found = asked(text)
    assert wanted in found
    assert not_asked not in found


@pytest.mark.parametrize(
    ("text", "requirement", "wanted"),
    [
        ("问：自评报告什么时候交？答：周四。", R.SUBMIT_MATERIAL, True),
        ("问：要不要照片？答：要，每户一张。", R.PHOTO, True),
        ("问：要不要照片？答：不要。名单周五交。", R.PHOTO, False),
        ("问：盖不盖章？答：盖。表周五前交。", R.SEAL, True),
        ("名单周五前交，要盖章吗？不用。", R.SEAL, False),
    ],
)
def test_a_question_asks_by_its_answer(text: str, requirement: R, wanted: bool) -> None:
    assert (requirement in asked(text)) is wanted


@pytest.mark.parametrize(
    "text",
    [
        "都修好的也得回一句“完好”。",
        "当晚没有酒席的村照送空白单。",
        "全到的班填“无”。",
        "渗没渗水，有没有塌坡都打电话报回来。",
        "Wards without visitors type 0 and send the sheet by noon.",
        "No guests? Write zero and send it by Monday.",
    ],
)
def test_nothing_to_report_is_reported(text: str) -> None:
    assert R.NIL_REPORT in asked(text)


@pytest.mark.parametrize("text", ["收到请回复“有”或“无”。", "去年没办成的也要重新填表。", "没投保的也别报了。", "签到一个不漏，周五前报名单。"])
def test_no_nil_report_where_none_is_spoken_of(text: str) -> None:
    assert R.NIL_REPORT not in asked(text)


def test_a_task_with_a_gathering_bids_its_reader_there() -> None:
    notice = read("竣工档案4月24日前一户一袋送村建办。怎么装，4月14日上午9点各村文书先到村建办培训。")
    assert notice.events
    assert R.ATTEND in notice.requirements


@pytest.mark.parametrize(
    ("text", "people", "phones"),
    [
        ("换前换后各拍一张，发值班经理舒望。", ("舒望",), ()),
        ("周五前送行政楼305裴欣。", ("裴欣",), ()),
        ("清单丢给安全部巫马，内线3307。", ("巫马",), ()),
        ("人数跟林业站老佟说一下。", ("老佟",), ()),
        ("遇到不明原因死亡的电话报站里，13500003316。", (), ("13500003316",)),
        ("停了几处、撤了多少人，打电话报应急值班室0793-8850119", (), ("0793-8850119",)),
        ("名单15日给学生处。", (), ()),
        ("截图传进“寄安通”一张。", (), ()),
    ],
)
def test_who_receives_by_his_post(text: str, people: tuple[str, ...], phones: tuple[str, ...]) -> None:
    to = find_channels(normalise(text).text).submit_to
    assert (to.people, to.phones) == (people, phones)


def test_a_speaker_on_the_next_line_is_no_receiver() -> None:
    text = "周站长 3月19日 20:14\n余氯台账明天中午前给我\n陈厂长 3月19日 20:20\n好"
    assert find_channels(normalise(text).text).submit_to.people == ()


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("问机器找杜衡（内线6115），问系统找晏平（内线6230）。", {("杜衡", "6115"), ("晏平", "6230")}),
        ("库房：聂川 分机号8206", {("聂川", "8206")}),
        ("联系人：佟安 O807—882O366", {("佟安", "0807-8820366")}),
    ],
)
def test_extensions_and_damaged_numbers(text: str, contacts: set[tuple[str, str]]) -> None:
    assert {(c.name, c.phone) for c in find_channels(normalise(text).text).contacts} == contacts


@pytest.mark.parametrize(
    ("text", "systems"),
    [
        ("本周内到地里重新打点，只认“农机云”打的点。", ("农机云",)),
        ("“江州人社网厅”批量导入职工名册，7月25日止。", ("江州人社网厅",)),
        ("上门用民政通帮他刷一下脸。", ("民政通",)),
        ("学生评语23日中午12点系统上锁。", ()),
    ],
)
def test_systems_by_what_is_done_there(text: str, systems: tuple[str, ...]) -> None:
    assert find_channels(normalise(text).text).submit_to.systems == systems


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("缺的填到下面的在线表里，周五前填好。https://docs.example.cn/s/kd", 1),
        ("春季招生政策有变化，都看一看。https://news.example.cn/s/kd", 0),
    ],
)
def test_a_link_by_itself_is_what_the_sentence_before_says(text: str, wanted: int) -> None:
    assert len(find_channels(normalise(text).text).submit_to.urls) == wanted
