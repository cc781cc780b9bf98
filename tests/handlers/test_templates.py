"""Every sentence stands in both languages, with the same names and variables, and renders with sample data."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from jinja2 import meta, nodes

import templates
from bot.core.models import FactChange, Overlap, Recurrence, RecurrenceException, Spec, SubmitTo, Task, TaskState
from bot.core.views import change_view, recurrence_view, task_view
from bot.render import Renderer
from handlers.lines import line_views
from tests.factories import NOW, deadline, event, instant, notice, source, task

FOLDER = Path(next(iter(templates.__path__)))
NAMES = sorted(path.stem for path in (FOLDER / "zh").glob("*.j2"))
RENDERER = Renderer()


def names(language: str) -> set[str]:
    return {path.stem for path in (FOLDER / language).glob("*.j2")}


def parsed(language: str, name: str) -> nodes.Template:
    return RENDERER._environment.parse((FOLDER / language / f"{name}.j2").read_text(encoding="utf-8"))


def test_both_languages_have_the_same_templates() -> None:
    assert names("zh") == names("en")


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_use_the_same_variables(name: str) -> None:
    assert meta.find_undeclared_variables(parsed("zh", name)) == meta.find_undeclared_variables(parsed("en", name))


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_read_the_same_fields(name: str) -> None:
    def fields(language: str) -> set[str]:
        return {node.attr for node in parsed(language, name).find_all(nodes.Getattr)}

    assert fields("zh") == fields("en")


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_macros(name: str) -> None:
    def macros(language: str) -> list[str]:
        return sorted(node.name for node in parsed(language, name).find_all(nodes.Macro))

    assert macros("zh") == macros("en")


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_offer_the_same_commands(name: str) -> None:
    def commands(language: str) -> set[str]:
        return set(re.findall(r"→ (/\w+)", (FOLDER / language / f"{name}.j2").read_text(encoding="utf-8")))

    assert commands("zh") == commands("en")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_exclaimed(name: str) -> None:
    text = (FOLDER / "zh" / f"{name}.j2").read_text(encoding="utf-8")
    english = (FOLDER / "en" / f"{name}.j2").read_text(encoding="utf-8")
    assert "！" not in text
    assert not re.search(r"\w!(?!=)", english)


# ── With sample data ─────────────────────────────────────────────────────────

FULL = notice(
    deadlines=(deadline(25), deadline(30, None, about="汇总表")),
    events=(event(),),
    recurrence=Recurrence("FREQ=WEEKLY;BYDAY=FR", "16:00", until=deadline(30).date),
    specs=(Spec("photo", 3, 5, ("jpg",), size_max_mb=5.0, caption=True, orientation="landscape"),),
    urgent=True,
)


def view(one: Task | None = None, **more: Any) -> dict[str, object]:
    return task_view(one or task(12, facts=FULL), NOW, "Asia/Shanghai", sources=[source(12)], viewer=1, **more)


def item(outcome: str, relation: str, **more: object) -> dict[str, object]:
    base: dict[str, object] = {"message": "tg:1:1", "outcome": outcome, "relation": relation, "task": view()}
    base |= {"title": "报台账", "files": [], "group": "甲群", "album": None, "part_of": None}
    return base | {"changes": [change_view("deadline", "2026-09-25 17:00", "2026-09-26 noon")]} | more


TO_CHOOSE = [{"id": 1, "name": "甲|群"}, {"id": 2, "name": "乙群"}]
ASK = {"count": 2, "first": "tg:1:1", "groups": TO_CHOOSE, "guess": None, "why": ""}
SAMPLES: dict[str, dict[str, object]] = {
    "card": {"task": view()},
    "changed": {"task": view(), "changes": [change_view("place", "三楼", "四楼")]},
    "ask_move": {
        "tasks": [{"number": 3, "title": "防火台账", "due": None, "command": "/due 3 周五"}],
        "when": "周五",
        "pressed": [],
    },
    "gathered": {"task": view(task(12)), "changes": []},
    "cancelled": {"task": view(task(12, state=TaskState.CANCELLED)), "changes": []},
    "refused": {"mark": "秘密"},
    "whose_group": {"number": 12, "title": "报台账", "groups": TO_CHOOSE, "now_in": "丙群"},
    "archive": {"name": "普查群", "files": 3, "left_out": 1},
    "farewell_refused": {"name": "普查群", "tasks": 2},
    "group_noted": {"number": 12, "title": "报台账", "name": None},
    "set_aside": {},
    "returned": {"missed": 3},
    "group_joined": {"name": "防汛专班群", "temporary": True, "group": 3},
    "burst": {
        "items": [
            item("new", "new"),
            item("merged", "duplicate"),
            item("changed", "update"),
            item("changed", "cancel"),
            item("needs_look", "none", task=None, files=["花名册.xlsx"]),
            item("chatter", "none", task=None),
        ],
        "ask": ASK,
        "noted": None,
    },
}
ONE = [
    ("new", "new"),
    ("merged", "duplicate"),
    ("merged", "reminder"),
    ("changed", "update"),
    ("changed", "cancel"),
    ("needs_look", "none"),
    ("info", "none"),
    ("chatter", "none"),
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_template_renders_with_sample_data(language: str, name: str) -> None:
    rendered = RENDERER.render(name, language, SAMPLES[name], NOW, "Asia/Shanghai")
    assert rendered.pages
    assert "\n\n\n" not in rendered.pages[0] and "None" not in rendered.pages[0]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("outcome", "relation"), ONE)
@pytest.mark.parametrize("with_task", [True, False])
def test_one_message_gets_a_card_or_a_line_whatever_became_of_it(
    language: str, outcome: str, relation: str, with_task: bool
) -> None:
    found = view() if with_task else None
    data: dict[str, object] = {"item": item(outcome, relation, task=found), "task": found, "ask": ASK, "noted": None}
    rendered = RENDERER.render("burst_one", language, data, NOW, "Asia/Shanghai")
    assert rendered.pages[0].strip()
    commands = [button.command for row in rendered.buttons for button in row]
    assert "/from 1 tg:1:1" in commands
    assert all(len(command.encode()) <= 64 for command in commands)


def test_the_card_reads_as_designed() -> None:
    facts = notice(
        specs=(Spec("photo", 3, 5, ("jpg",), orientation="landscape"),),
        requirements=frozenset(_codes("data_statistics electronic_copy sign seal photo")),
    )
    groups = [source(12, message=f"m{n}", group=name) for n, name in enumerate(("农业农村工作群", "乙群", "丙群"))]
    shown = task_view(task(12, facts=facts), NOW, "Asia/Shanghai", sources=groups, viewer=1)
    card = RENDERER.render("card", "zh", {"task": shown}, NOW, "Asia/Shanghai")
    assert card.pages[0].splitlines() == [
        "<b>#12 报秸秆禁烧台账</b>",
        "🟡 9月25日 周五 17:00 · 还有 2 天 7 小时",
        "要交：数据台账，电子版，签字盖章，照片 3–5 张（JPG，横版）",
        "来自：县农业农村局 · 农业农村工作群 等 3 个群",
    ]
    assert [[b.label for b in row] for row in card.buttons] == [["完成", "改期限", "稍后"], ["分派", "原文"]]


def _codes(text: str) -> list[Any]:
    from bot.core.models import Requirement

    return [Requirement(code) for code in text.split()]


def test_numbers_of_people_are_masked_and_markup_is_shown_as_written() -> None:
    one = task(3, facts=notice("<b>联系13812345678"))
    card = RENDERER.render("card", "zh", {"task": view(one)}, NOW, "Asia/Shanghai").pages[0]
    assert "&lt;b&gt;联系138…5678" in card


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (deadline(23, "17:00"), "🟠 9月23日 周三 17:00 · 还有 7 小时"),
        (deadline(23, None), "🟠 9月23日 周三 · 今天"),
        (deadline(22, "17:00"), "🔴 9月22日 周二 17:00 · 已过 16 小时"),
        (deadline(22, None), "🔴 9月22日 周二 · 已过 1 天"),
        (deadline(23, "10:15"), "🟠 9月23日 周三 10:15 · 还有 45 分钟"),
        (deadline(26, "24:00"), "🟡 9月26日 周六 24:00 · 还有 3 天 14 小时"),
        (deadline(30, "12:00"), "⚪ 9月30日 周三 12:00 · 还有 7 天"),
    ],
)
def test_the_deadline_says_the_day_as_it_was_said_and_how_long_is_left(one: Any, said: str) -> None:
    card = RENDERER.render("card", "zh", {"task": view(task(1, facts=notice(deadlines=(one,))))}, NOW, "Asia/Shanghai")
    assert card.pages[0].splitlines()[1] == said


def test_a_meeting_that_comes_before_what_is_handed_in_is_told_from_it() -> None:
    """The title is the paper's: without a word the hour of the meeting would be read as its limit."""
    facts = notice("填村集体收入表", deadlines=(deadline(30, None),), events=(event(),))
    both = task(4, facts=facts, due=facts.events[0].at)
    card = RENDERER.render("card", "zh", {"task": view(both)}, NOW, "Asia/Shanghai").pages[0]
    assert " 到场 · 还有" in card.splitlines()[1]
    data: dict[str, object] = {
        "pick": "all", "asked": "", "count": 1, "page": 1, "pages": 1, "previous": None, "next": None,
        "sections": line_views([both], NOW, "Asia/Shanghai"),
    }  # fmt: skip
    assert " 到场（还有 9月30日 周三）" in RENDERER.render("list", "zh", data, NOW, "Asia/Shanghai").pages[0]
    assert " be there (also Wed 30 Sep)" in RENDERER.render("list", "en", data, NOW, "Asia/Shanghai").pages[0]
    alone = task(5, facts=notice("防火会", deadlines=(), events=(event(),)), due=facts.events[0].at)
    assert "到场" not in RENDERER.render("card", "zh", {"task": view(alone)}, NOW, "Asia/Shanghai").pages[0].splitlines()[1]


def test_overlaps_and_possible_twins_are_shown_with_their_answers() -> None:
    other = task(3, facts=notice("禁烧台账", issuer="县生态环境局"))
    pairs = [Overlap(3, 12), Overlap(4, 12, "maybe"), Overlap(5, 12, "different")]
    card = RENDERER.render("card", "zh", {"task": view(overlaps=pairs, others={3: other})}, NOW, "Asia/Shanghai")
    assert "♻️ 县生态环境局 9月23日已要过差不多的（#3）" in card.pages[0]
    assert "❓ 和 #4 是一件事吗" in card.pages[0]
    assert "#5" not in card.pages[0]
    assert card.buttons[0][0].command == "/same 12 4" and card.buttons[0][1].command == "/differ 12 4"


def test_what_was_handed_in_for_a_twin_that_is_done_is_shown() -> None:
    other = task(3, facts=notice(submit_to=SubmitTo(people=("王敏",))), state=TaskState.DONE, closed_at=NOW)
    data: dict[str, object] = {"task": view(overlaps=[Overlap(3, 12)], others={3: other})}
    assert "9月23日已要过差不多的（#3），报于 9月23日：数据台账，交给 王敏" in RENDERER.render("card", "zh", data, NOW, "Asia/Shanghai").pages[0]
    english = RENDERER.render("card", "en", data, NOW, "Asia/Shanghai").pages[0]
    assert "asked much the same on 23 Sep (#3), handed in on 23 Sep:" in english and "to 王敏" in english


def test_of_several_dates_only_what_came_and_went_is_told() -> None:
    more = change_view("deadline", "2026-09-24 17:00", "2026-09-23 cob；2026-09-24 17:00")
    data: dict[str, object] = {"task": view(), "changes": [more]}
    assert "期限：加上 今天 下班前" in RENDERER.render("changed", "zh", data, NOW, "Asia/Shanghai").pages[0]


def test_a_recurring_duty_says_how_often_on_its_line() -> None:
    rule = Recurrence("FREQ=DAILY", "17:00", until=date(2026, 9, 30))
    duty = task(7, facts=notice("报防火日报", deadlines=(), recurrence=rule), due=NOW)
    data: dict[str, object] = {
        "pick": "all", "asked": "", "count": 1, "page": 1, "pages": 1, "previous": None, "next": None,
        "sections": line_views([replace(duty, due=instant(23, "17:00"))], NOW, "Asia/Shanghai"),
    }  # fmt: skip
    said = RENDERER.render("list", "zh", data, NOW, "Asia/Shanghai").pages[0]
    assert "#7 报防火日报 · 每天 17:00，到 9月30日 周三" in said


@pytest.mark.parametrize(
    ("rrule", "chinese", "english"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=25", "每月25日", "every month on day 25"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "每月底", "every month on the last day"),
        ("FREQ=MONTHLY;BYMONTHDAY=10,20,-1", "每月10日、20日和最后一天", "every month on day 10, 20 and the last"),
        ("FREQ=MONTHLY;BYDAY=2WE", "每月第2个周三", "every month on the 2nd Wed"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "每月最后一个周五", "every month on the last Fri"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "每月最后一个工作日", "every month on the last workday"),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "每季度末", "end of every quarter"),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25", "每年3、6、9、12月25日", "every year, month 3, 6, 9, 12 on day 25"),
        ("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1", "每年6、12月底", "every year, month 6, 12 on the last day"),
        ("FREQ=MONTHLY;BYMONTHDAY=-2", "每月倒数第2天", "every month on the last but one day"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "每月倒数第2个工作日", "every month on the last but one workday"),
        ("FREQ=MONTHLY", "每月", "every month"),
        ("FREQ=MONTHLY;INTERVAL=2", "每 2 个月", "every 2 months"),
        ("FREQ=MONTHLY;INTERVAL=3", "每季度", "every quarter"),
        ("FREQ=MONTHLY;INTERVAL=6", "每半年", "every half-year"),
        ("FREQ=HOURLY", "每小时", "every hour"),
        ("FREQ=HOURLY;INTERVAL=2", "每 2 小时", "every 2 hours"),
        ("FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=15", "双月15日", "every even month on day 15"),
        ("FREQ=YEARLY;BYMONTH=1,3,5,7,9,11;BYDAY=1FR", "单月第1个周五", "every odd month on the 1st Fri"),
        ("FREQ=YEARLY", "每年", "every year"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "每 2 周的周三", "every 2 weeks on Wed"),
    ],
)
def test_every_rule_has_its_days_in_words(rrule: str, chinese: str, english: str) -> None:
    for language, words in (("zh", chinese), ("en", english)):
        source = f"{{% import '{language}/_words.j2' as w with context %}}{{{{ w.rhythm(r) }}}}"
        rule = recurrence_view(Recurrence(rrule))
        shown = RENDERER._environment.from_string(source).render({"now": NOW, "r": rule} | RENDERER._environment.globals)
        assert shown.strip() == words


FROM_DECEMBER = Recurrence("FREQ=MONTHLY;BYMONTHDAY=28", start=date(2026, 12, 1), before=Recurrence("FREQ=MONTHLY;BYMONTHDAY=25"))


@pytest.mark.parametrize(
    ("rule", "chinese", "english"),
    [
        (Recurrence("FREQ=DAILY", "17:00", days_off="skip"), "每天 17:00，休息日除外", "every day 17:00, not on days off"),
        (Recurrence("FREQ=DAILY", days_off="skip_holidays"), "每天，法定节假日除外", "every day, not on public holidays"),
        (Recurrence("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", days_off="skip"), "每个工作日", "every workday"),
        (Recurrence("FREQ=MONTHLY;BYMONTHDAY=5", days_off="next"), "每月5日，遇休息日顺延", "every month on day 5, on the next workday where it is a day off"),
        (Recurrence("FREQ=WEEKLY;INTERVAL=2"), "每 2 周", "every 2 weeks"),
        (FROM_DECEMBER, "每月25日；12月1日 周二起每月28日", "every month on day 25; from Tue 1 Dec every month on day 28"),
    ],
)
def test_a_rhythm_tells_of_days_off_and_of_what_holds_until_it_starts(rule: Recurrence, chinese: str, english: str) -> None:
    for language, words in (("zh", chinese), ("en", english)):
        source = f"{{% import '{language}/_words.j2' as w with context %}}{{{{ w.rhythm(r) }}}}"
        shown = RENDERER._environment.from_string(source).render({"now": NOW, "r": recurrence_view(rule)} | RENDERER._environment.globals)
        assert shown.strip() == words


def test_a_card_shows_the_dates_of_a_rhythm_that_fall_out_or_move_and_are_not_over() -> None:
    gone, coming = RecurrenceException(date(2026, 9, 16), date(2026, 9, 16)), RecurrenceException(date(2026, 9, 30), date(2026, 10, 7))
    moved = RecurrenceException(date(2026, 10, 14), date(2026, 10, 14), date(2026, 10, 13), "16:00")
    rule = Recurrence("FREQ=WEEKLY;BYDAY=WE", "17:00", exceptions=(gone, coming, moved))
    for language, line in (
        ("zh", "其中：9月30日 周三 到 10月7日 周三 这几次不用；10月14日 周三 这次改到 10月13日 周二 16:00"),
        ("en", "But: Wed 30 Sep to Wed 7 Oct are left out this once; Wed 14 Oct moves to Tue 13 Oct 16:00 this once"),
    ):
        for told, shown in ((rule, True), (replace(rule, exceptions=(gone,)), False)):
            data: dict[str, object] = {"task": view(task(12, facts=replace(FULL, recurrence=told)))}
            card = RENDERER.render("card", language, data, NOW, "Asia/Shanghai").pages[0]
            assert (line in card) is shown and (shown or line.split()[0] not in card), card


def test_changed_rhythms_and_formats_are_told_in_words() -> None:
    rhythm = change_view("recurrence", "FREQ=DAILY 16:00", "FREQ=WEEKLY;BYDAY=FR cob 2026-12-02")
    data: dict[str, object] = {"task": view(), "changes": [rhythm, change_view("specs", "", "photo 2–3 jpg")]}
    said = RENDERER.render("changed", "zh", data, NOW, "Asia/Shanghai").pages[0]
    assert "多久一次：每天 16:00 → 每周五 下班前，到 12月2日 周三" in said
    assert "格式：照片 2–3 jpg" in said
    english = RENDERER.render("changed", "en", data, NOW, "Asia/Shanghai").pages[0]
    assert "FREQ" not in english


def test_dates_that_passed_are_left_out_of_a_change() -> None:
    change = change_view("deadline", "2026-09-24 17:00", "2026-09-22 cob；2026-09-28 12:00", NOW)
    data: dict[str, object] = {"task": view(), "changes": [change]}
    said = RENDERER.render("changed", "zh", data, NOW, "Asia/Shanghai").pages[0]
    assert "期限：9月24日 17:00 → 9月28日 周一 12:00" in said


def test_a_long_reminder_that_breaks_a_silence_excuses_itself() -> None:
    items = [
        {"number": n, "rung": "same_day", "about": NOW.isoformat(), "date": None, "sign": "🟠", "late": False,
         "past": False, "through": n == 2, "starts": [], "owed": 1}
        for n in range(1, 6)
    ]  # fmt: skip
    tasks = [view() | {"number": n} for n in range(1, 6)]
    data: dict[str, object] = {"items": items, "tasks": tasks, "late": False, "missed": 0}
    said = RENDERER.render("reminders", "zh", data, NOW, "Asia/Shanghai").pages[0]
    assert said.startswith("提醒 5 件 · 打扰了，等不到上班")


def test_midnight_ends_the_day_before() -> None:
    source = "{% import 'zh/_words.j2' as w with context %}{{ w.when(at) }} {{ w.soon(at) }}"
    at = instant(25, "00:00").isoformat()
    context = {"now": NOW, "at": at, "instant": datetime.fromisoformat}
    assert RENDERER._environment.from_string(source).render(context).split("4日", 1)[1] == " 周四 24:00 明天 24:00"


def test_a_change_of_several_dates_is_worded_in_each_language() -> None:
    change = FactChange("deadline", "2026-09-25 17:00；2026-09-30", "2026-09-28 cob")
    data: dict[str, object] = {"task": view(), "changes": [change_view(change.fact, change.old, change.new)]}
    chinese = RENDERER.render("changed", "zh", data, NOW, "Asia/Shanghai").pages[0]
    english = RENDERER.render("changed", "en", data, NOW, "Asia/Shanghai").pages[0]
    assert "期限：9月25日 17:00、9月30日 → 9月28日 周一 下班前" in chinese
    assert "deadline: 25 Sep 17:00, 30 Sep → Mon 28 Sep close of business" in english


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_evidence_for_a_relation_has_words_and_none_is_shown_as_a_code(language: str) -> None:
    from bot.core.relate.evidence import _AGREE, _CONFLICT

    codes = [f"+{name}" for *_, name in _AGREE] + [f"-{name}" for _, name in _CONFLICT]
    text = (FOLDER / language / "_reasons.j2").read_text(encoding="utf-8")
    assert [code for code in codes if f'"{code}": ' not in text] == []
    source = "{% import lang ~ '/_reasons.j2' as r %}{{ r.evidence(codes) }}"
    said = RENDERER._environment.from_string(source).render(
        lang=language, codes=["urge:抓紧", "words:秸秆 台账", "+new_code"]
    )
    assert "抓紧" in said and "urge" not in said and "words" not in said and "new_code" not in said
