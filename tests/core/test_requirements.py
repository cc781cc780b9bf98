"""What the reader is asked for, and what a negation takes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.channels import find_channels
from bot.core.models import Kind
from bot.core.models import Requirement as R
from bot.core.normalise import normalise
from bot.core.requirements import find_requirements
from tests.core.own_facts import f1, kind_of, rows_with


def asked(text: str, kind: Kind = Kind.TASK) -> set[R]:
    """The requirements of a text."""
    normal = normalise(text).text
    return set(find_requirements(normal, kind, find_channels(normal)))


@pytest.mark.parametrize(
    ("text", "requirement"),
    [
        ("看完的都回个“收到”", R.REPLY_RECEIPT),
        ("各支部书记准时参会", R.ATTEND),
        ("表填好交到民政办", R.FILL_FORM),
        ("周五前把情况说明交来", R.SUBMIT_MATERIAL),
        ("把缴了多少户报给我", R.DATA_STATISTICS),
        ("扫一份发邮箱", R.ELECTRONIC_COPY),
        ("打印一份送统计站", R.PAPER_COPY),
        ("让户主按手印后交来", R.SIGN),
        ("加盖村委会公章后报送", R.SEAL),
        ("截图发群里", R.PHOTO),
        ("全程录像存档", R.VIDEO),
        ("在“智慧村务”小程序里填报", R.ONLINE_SYSTEM),
        ("对照清单先自查一遍", R.SELF_INSPECTION),
        ("三天内整改到位", R.RECTIFICATION),
        ("张贴到每个小组公告栏", R.PUBLICITY),
        ("逐户上门核实", R.ON_SITE),
        ("没有的写“无”", R.NIL_REPORT),
        ("一小时内电话报告应急办", R.PHONE_REPORT),
        ("Nil returns required", R.NIL_REPORT),
    ],
)
def test_each_requirement_is_known_by_its_words(text: str, requirement: R) -> None:
    assert requirement in asked(text)


@pytest.mark.parametrize(
    ("text", "requirement"),
    [
        ("11月5日前报电子版即可，无需提交纸质版", R.PAPER_COPY),
        ("“四至”一列暂不填写，其余照旧上报", R.FILL_FORM),
        ("发邮箱就行，不用盖章", R.SEAL),
        ("照片以前传过的不用再传", R.PHOTO),
        ("纸质件不用报送", R.PAPER_COPY),
        ("不要打电话报，走系统", R.PHONE_REPORT),
        ("Paper copies are not needed this time", R.PAPER_COPY),
        ("没有隐患的不必写，不搞零报告", R.NIL_REPORT),
    ],
)
def test_a_negation_takes_a_requirement_back(text: str, requirement: R) -> None:
    assert requirement not in asked(text)


def test_a_warning_against_doing_it_badly_is_no_negation() -> None:
    assert R.PHOTO in asked("照片不要压缩，三张发群里")


def test_words_of_offices_ask_nothing() -> None:
    assert asked("报统计站小卢处") & {R.DATA_STATISTICS, R.PUBLICITY} == set()


def test_an_address_alone_asks_for_no_electronic_copy() -> None:
    assert R.ELECTRONIC_COPY not in asked("方案发送至abc@example.cn")


def test_info_asks_at_most_for_a_receipt() -> None:
    assert asked("明天停电，照片见群。收到请回复", Kind.INFO) == {R.REPLY_RECEIPT}


def test_chatter_asks_nothing() -> None:
    assert asked("照片已发，请查收", Kind.CHATTER) == set()


def test_requirements_of_our_own_notices_are_found() -> None:
    pairs = []
    for text, sender, gold in rows_with("requirements"):
        kind = kind_of(text, sender)
        found = find_requirements(text, kind, find_channels(text) if kind.actionable else None)
        pairs.append(([str(r) for r in found], gold))
    assert f1(pairs) >= 0.95


@given(st.text(max_size=400))
def test_any_text_is_read_without_failing(text: str) -> None:
    for start, end in find_requirements(text, Kind.TASK, find_channels(text)).values():
        assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("巡查表三个工作日内交文旅中心", {"fill_form"}),
        ("各校把住校生人数和床位数做成表发我，电子的", {"data_statistics", "electronic_copy"}),
        ("看到通知的回个1", {"reply_receipt"}),
        ("挨家看看老人，跟老人合个影发群", {"photo"}),
        ("3个样点补拍，每点4张", {"photo"}),
        ("没有纠纷的出具无纠纷说明，同样要交", {"nil_report"}),
        ("走访情况书面报党建办", {"submit_material"}),
        ("路况、水位今晚报值班室", {"data_statistics"}),
        ("数据在系统里更新，电子版别加密码", {"data_statistics", "electronic_copy", "online_system"}),
    ],
)
def test_what_is_asked_in_other_words(text: str, expected: set[str]) -> None:
    assert {str(r.value) for r in find_requirements(normalise(text).text, Kind.TASK)} >= expected


@pytest.mark.parametrize(
    ("text", "on_site"),
    [("各村周五前来镇里跑一趟领表。", False), ("各站长周五前去县里跑一趟办手续。", False), ("周五前到每户跑一趟，看看取暖。", True), ("每户跑一趟送煤，周五前报数。", True)],
)
def test_an_errand_is_no_work_on_site(text: str, on_site: bool) -> None:
    assert (R.ON_SITE in asked(text)) is on_site


@pytest.mark.parametrize("words", ["收到速回。", "看到请回！", "收到请速回"])
def test_a_receipt_is_asked_for_in_few_words(words: str) -> None:
    assert R.REPLY_RECEIPT in asked(f"各村4月16日前报台账。{words}")
