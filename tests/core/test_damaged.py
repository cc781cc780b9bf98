"""Facts about damaged text: a notice and the same notice torn, scanned, spaced out or marked up say the same."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from html import escape
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.normalise import normalise
from tests.core.reading import due, read, sessions
from tests.growth import FEWER_THAN_SQUARED, growth

SENTENCES = (
    "请各村于4月21日17:30前把低保复核台账报到民政所，邮箱mzs@example.cn，联系人：季云，0578-6627713。",
    "各网格员注意：4月19日前完成辖区消防通道排查，问题清单发给郝文，电话13800005521。",
    "定于4月16日上午10:20在镇文化站二楼排练厅召开农民丰收节筹备会，请各村文书准时参加。",
    "请于2026年5月12日前将《水利设施普查表》纸质版送水利站，逾期不候。",
    "本月28日下班前，各学校把食堂采购明细发至shitang@edu.example.com，无采购也要说明。",
    "从4月13日起到6月20日，每天18:00前在群里报一次蓄水池水位，没有变化也要报。",
    "各企业：安全生产责任书请于4月24日12:00前签字盖章后交到应急办，咨询电话0793-8812046。",
    "4月23日下午3点半在县医院门诊楼开护理技能培训，各科室派两名护士参加。",
    "统计站提醒：一季度畜禽存栏数据明天11:00前报齐，报给童立15900007743。",
    "请各支部5月10日前上报党员名册，电子版发送到dangban@example.org，纸质版一份送党建办。",
    "每周五16:00前，各项目部把安全巡查照片传到“安监通”平台，不少于3张。",
    "会议时间：4月17日14:30，地点：街道三楼会议室，参加人员：各社区书记。",
)

_MAIL = re.compile(r"[a-z]+@[a-z.]+[a-z]")
_PHONE = re.compile(r"1\d{10}|0\d{3}-\d{7}")
_DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d\d日")
_CLOCK = re.compile(r"\d\d:\d\d")
_ANY = re.compile("|".join(each.pattern for each in (_MAIL, _PHONE, _DATE, _CLOCK)))
Damage = Callable[[str, random.Random], str]


def _within(pattern: re.Pattern[str], what: str) -> Damage:
    """Something strange somewhere inside each thing that the pattern finds."""

    def damage(text: str, chance: random.Random) -> str:
        def torn(match: re.Match[str]) -> str:
            at = chance.randrange(1, len(match[0]))
            return match[0][:at] + what + match[0][at:]

        return pattern.sub(torn, text)

    return damage


def _around(before: str, after: str) -> Damage:
    return lambda text, _: _ANY.sub(lambda match: f"{before}{match[0]}{after}", text)


def _scattered(what: str) -> Damage:
    return lambda text, chance: "".join(each + (what if chance.random() < 0.15 else "") for each in text)


def _column(width: int) -> Damage:
    """The text as a column of so many half-width places sets it."""

    def damage(text: str, _: random.Random) -> str:
        lines, room = [""], width
        for each in text:
            wide = 2 if east_asian_width(each) in "WF" else 1
            if wide > room:
                lines.append("")
                room = width
            lines[-1] += each
            room -= wide
        return "\n".join(lines)

    return damage


def _scanned(before: str, after: str, where: re.Pattern[str] = _ANY) -> Damage:
    return lambda text, _: where.sub(lambda match: match[0].replace(before, after, 1), text)


def _keycaps(text: str, _: random.Random) -> str:
    return _DATE.sub(lambda match: re.sub(r"\d", lambda digit: f"{digit[0]}\ufe0f\u20e3", match[0]), text)


_NUMBER = re.compile(f"{_DATE.pattern}|{_CLOCK.pattern}|{_PHONE.pattern}")
DAMAGES: dict[str, Damage] = {
    "a blank in dates": _within(_DATE, " "),
    "a blank in clocks": _within(_CLOCK, " "),
    "a blank in telephone numbers": _within(_PHONE, " "),
    "a line's end in dates": _within(_DATE, "\n"),
    "a line's end in clocks": _within(_CLOCK, "\n"),
    "a line's end in telephone numbers": _within(_PHONE, "\n"),
    "a blank behind the at sign": lambda text, _: text.replace("@", "@ "),
    "a blank before the last point of an address": lambda text, _: _MAIL.sub(lambda match: " .".join(match[0].rsplit(".", 1)), text),
    "a line's end before the last point of an address": lambda text, _: _MAIL.sub(lambda match: "\n.".join(match[0].rsplit(".", 1)), text),
    "a narrow column": _column(22),
    "a broad column": _column(40),
    "a page": lambda text, _: f"<div class='x'><p>{escape(text)}</p></div>",
    "a page with spans": _around('<span style="color:red">', "</span>"),
    "entities for marks": lambda text, _: re.sub("[，：。]", lambda match: f"&#x{ord(match[0]):x};", text),
    "stray entities": lambda text, _: re.sub("(?<=[，。：])", "&nbsp;", text),
    "bold": _around("**", "**"),
    "code": _around("`", "`"),
    "keycaps": _keycaps,
    "invisible blanks": _scattered("\u200b"),
    "soft hyphens": _scattered("\u00ad"),
    "full-width letters": lambda text, _: "".join(chr(ord(each) + 0xFEE0) if each.isalnum() and each.isascii() else each for each in text),
    "l for 1": _scanned("1", "l", _NUMBER),
    "O for 0": _scanned("0", "O", _NUMBER),
    "〇 for 0": _scanned("0", "〇", re.compile(f"{_DATE.pattern}|{_CLOCK.pattern}")),
    "曰 for 日": lambda text, _: re.sub(r"(?<=\d)日", "曰", text),
    "a semicolon in clocks": lambda text, _: re.sub(r"(?<=日\d\d):(?=\d)", "；", text),
    "line ends of a file": lambda text, _: text.replace("，", "，\r\n"),
    "line ends said": lambda text, _: text.replace("，", "，\\n"),
    "separators": lambda text, _: text.replace("，", "，\u2028"),
}


def _said(text: str) -> tuple[object, ...]:
    notice = read(text)
    to, rule = notice.submit_to, notice.recurrence
    return (
        notice.kind,
        due(text),
        sessions(text),
        [re.sub(r"\s", "", event.place or "") for event in notice.events],
        rule and (rule.rrule, rule.time, rule.start, rule.until),
        (to.emails, to.phones, to.people, to.systems),
        notice.contacts,
    )


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_sentence_says_what_it_said(damage: Damage) -> None:
    changed = 0
    for number, sentence in enumerate(SENTENCES):
        damaged = damage(sentence, random.Random(number))
        changed += damaged != sentence
        assert _said(damaged) == _said(sentence), damaged
    assert changed > 1


def test_the_sentences_say_something() -> None:
    for sentence in SENTENCES:
        notice = read(sentence)
        assert notice.deadlines or notice.events or notice.recurrence, sentence


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("5月6\n日前报", "5月6日前报"),
        ("于2026年1\n1月3\n0日9:\n30前", "于2026年11月30日9:30前"),
        ("3个工作\n日内", "3个工作日内"),
        ("今天1 8 时前", "今天18时前"),
        ("每月3 0 日", "每月30日"),
        ("报到0578-66\n20113，", "报到0578-6620113，"),
        ("打1390000\n1122", "打13900001122"),
        ("发至ab_c@ex.example\n.cn", "发至ab_c@ex.example.cn"),
        ("发至ab_c@example. com", "发至ab_c@example.com"),
        ("参会人员名单盖章后送\n，过时不收", "参会人员名单盖章后送，过时不收"),
        ("5月I日前、5月|2日前、l2.1交", "5月1日前、5月12日前、12.1交"),
        ("19号已前，月低前，勿必到", "19号以前，月底前，务必到"),
        ("既日起", "即日起"),
        ("5月1 O日 l8 : OO前、5月l9日12: O0前", "5月10日 18:00前、5月19日12:00前"),
        ("5 月 ll日Io:30前", "5月11日10:30前"),
        ("五月十八曰、五月八曰", "五月十八日、五月八日"),
        ("1️⃣ 报名单 2️⃣ 报照片", "1、 报名单 2、 报照片"),
        ("&lt;附件&gt;&amp;说明", "<附件>&说明"),
        ("请&amp;nbsp;报", "请 报"),
    ],
)
def test_what_was_torn_or_mistaken_is_whole_again(written: str, meant: str) -> None:
    assert normalise(written).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "附件1\n8日前报名单\n附件2\n9日前报照片",
        "1. 月报\n2. 日报\n3. 时报",
        "联系人：周一\n二、要求",
        "办公室 13800001111\n2026年4月3日",
        "办公室 0578-6612345\n6. 其他",
        "财政所|340|95|245\n农业办|118|20|138",
        "王**、李**已报，张*未报",
        "2**3和4**5",
        "<附件>请看，x<5且y>3",
        "见C:\\new\\notes",
        "满分10；30人参加，得分9，30人合格",
        "张三 9月3日\n李四 9月4日\n王五 9月5日",
        "东片各村今年的造林任务是一百二十亩\n西片各村今年的造林任务是一百三十亩\n",
        "第一组王小明带队去北山\n第二组李小红带队去南山\n第三组张小强带队去东山\n第四组赵小刚带队去西山",
        "PPT zk@example.cn",
        "已前往现场，已经报了",
    ],
)
def test_what_is_whole_stays(text: str) -> None:
    assert normalise(text).text == text


def test_values_are_spelled_without_what_damaged_them() -> None:
    notice = read("请于4月20日前将名单发ab\u200bc@exam\u00adple.cn，并在“校\u200b园通”平台登记，报给<b>沈\n</b>一鸣１３９００００１１２２。")
    assert notice.submit_to.emails == ("abc@example.cn",)
    assert notice.submit_to.systems == ("校园通",)


@given(st.text(alphabet=st.sampled_from("<p>/br&nbs;#x41**`4月1日\n\r\\n@a.cn 0138️⃣l|〇通知，"), max_size=80))
def test_every_span_of_mended_text_lies_inside_the_original(text: str) -> None:
    normal = normalise(text)
    for at in range(len(normal.text)):
        begin, end = normal.original_span(at, at + 1)
        assert 0 <= begin < end <= len(text)
    assert len(normal.as_written(0, len(normal.text))) == len(normal.text)


@pytest.mark.parametrize("piece", ["<p ", "<", "&#1", "**a", "`", "1\n", "a@", "1 ", "0\n5", "@a\n", "通 知", "月\n", "1|", "a a@", "\\n", "字" * 15 + "\n", "3\u20e3", "l0-"])
def test_mending_a_hostile_text_costs_linear_time(piece: str) -> None:
    assert growth(lambda length: normalise(piece * (length // len(piece)) + "尾"), 4_000) < FEWER_THAN_SQUARED
