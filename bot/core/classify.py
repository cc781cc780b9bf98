"""What a message is: task, event, info or chatter, with the reasons as stable identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core import signals as s
from bot.core.models import Kind
from bot.core.wording import Words

_MOST_SENTENCES = 300
"""A notice says what it wants within so many sentences; the rest of a huge paste is not weighed."""

_PLAIN_ENOUGH = 3.5
"""Score above which the first sentences have settled that something is asked."""

_LONGEST_SENTENCE = 1500

WEIGHTS: dict[str, float] = {
    "dated_meeting": 1.75,
    "paper_due": 1.29,
    "missing_and_closing": 1.19,
    "due_day": 1.13,
    "due_before": 1.12,
    "withdrawn": 1.10,
    "changed": 1.05,
    "pressed_by_hand": 1.10,
    "asked": 1.02,
    "closing_time": 1.00,
    "fields": 0.97,
    "hand_in_to": 0.92,
    "per_unit": 0.91,
    "inspection": 0.90,
    "asked_in_english": 0.86,
    "time_presses": 0.84,
    "dated_event": 0.83,
    "still_missing": 0.80,
    "thing_and_time": 0.66,
    "long": 0.64,
    "asked_mildly": 0.60,
    "at_once": 0.60,
    "recurring_duty": 0.53,
    "missing_named": 0.49,
    "pressing_question": 0.46,
    "due_said": 0.45,
    "dated_place": 0.40,
    "addressed": 0.38,
    "notice_title": 0.38,
    "to_me": 0.29,
    "gather": 0.29,
    "window_to_act": 0.23,
    "wanted_by": 0.23,
    "event_named": 0.13,
    "questioned_due_day": 0.12,
    "wanted": 0.07,
    "questioned_dated_meeting": 0.07,
    "question": -0.22,
    "closed": -0.46,
    "greeting": -0.50,
    "weather": -0.55,
    "acknowledged_first": -0.58,
    "for_information": -0.90,
    "bulletin_title": -0.66,
    "own_place_first": -0.66,
    "about_self": -0.92,
    "outage": -1.00,
    "acknowledged": -1.08,
    "own_report": -1.09,
    "acknowledged_last": -1.20,
    "only_questions": -1.12,
    "bulletin": -1.79,
    "advert": -2.20,
    "takes_effect": -1.30,
    "results_out": -1.30,
    "explains": -2.40,
}
_BIAS = -0.75


@dataclass(frozen=True, slots=True)
class Classified:
    """The kind and the identifiers of what spoke for it, strongest first; `score` > 0 means something is asked."""

    kind: Kind
    reasons: tuple[str, ...]
    score: float = 0.0


def classify(text: str, sender: str | None = None) -> Classified:
    """Classify a normalised text; `sender` helps to know a person's own report (李庄村 … 李庄村已报)."""
    flags = read_signals(text, sender)
    score = _BIAS + sum(WEIGHTS.get(flag, 0.0) for flag in flags)
    kind = _task_or_event(text, flags) if score > 0 else _info_or_chatter(text, flags)
    sign = 1 if kind.actionable else -1
    ranked = sorted(flags, key=lambda flag: -sign * WEIGHTS.get(flag, 0.0))
    reasons = tuple(flag for flag in ranked if WEIGHTS.get(flag, 0.0) * sign > 0)[:5]
    return Classified(kind, reasons or ("nothing_asked",), round(score, 2))


def read_signals(text: str, sender: str | None = None) -> dict[str, int]:
    """Names of all signals of a text with the number of sentences they stand in."""
    flags: dict[str, int] = {}

    def note(name: str) -> None:
        flags[name] = flags.get(name, 0) + 1

    text = s.RECEIPT.sub(" ", text)
    sentences = [m.group()[:_LONGEST_SENTENCE] for m in s.SENTENCE.finditer(text, 0, 60_000)][:_MOST_SENTENCES]
    for name, pattern, reach in _FRAME:
        if pattern.search(text, 0, reach):
            note(name)
    questions = 0
    for place, sentence in enumerate(sentences):
        if place >= 4 and _BIAS + sum(WEIGHTS.get(flag, 0.0) for flag in flags) > _PLAIN_ENOUGH:
            break
        question = bool(s.QUESTION.search(sentence))
        questions += question and not s.PRESSED.search(sentence)
        for name in _sentence_signals(sentence, question):
            note(name)
    if "changed" in flags or "withdrawn" in flags:
        flags.pop("weather", None)
        flags.pop("outage", None)
    if "pressing_question" in flags and not s.WHEN.search(text):
        flags.pop("pressing_question")
    if questions:
        note("question" if questions < len(sentences) else "only_questions")
    if _own(text, sender):
        note("own_place_first")
    if len(text) < 12:
        note("very_short")
    if len(text) > 150:
        note("long")
    return flags


_FRAME = (
    ("notice_title", s.TITLE, 600),
    ("bulletin_title", s.TITLE_INFO, 200),
    ("addressed", s.ADDRESSED, 700),
    ("explains", s.EXPLAINS, 60),
    ("advert", s.ADVERT, 1500),
    ("greeting", s.GREETING, 400),
    ("closed", s.CLOSED, 1500),
    ("acknowledged", s.TAKE_NOTE, 30),
    ("acknowledged_first", s.ACK_START, 60),
    ("acknowledged_last", s.ACK_END, 400),
    ("weather", s.WEATHER, 300),
    ("outage", s.OUTAGE, 300),
    ("bulletin", s.BULLETIN, 1500),
    ("about_self", s.SELF, 120),
    ("for_information", s.KNOWN, 1500),
)


def _sentence_signals(sentence: str, question: bool) -> list[str]:
    """Signals of one sentence; asking words inside a question count as a question's."""
    found: list[str] = []
    hard = _followed(s.ASKING_HARD, sentence)
    own = s.OWN_REPORT.search(sentence) and not hard
    prefix = "questioned_" if question else "reported_" if own else ""
    due = s.DUE.search(sentence)
    if hard:
        found.append(prefix + "asked")
    elif _followed(s.ASKING, sentence):
        found.append(prefix + "asked_mildly")
    if _acts_by(sentence):
        found.append(prefix + "due_before")
    elif s.DAY_ACT.search(sentence):
        found.append(prefix + "due_day")
    elif due:
        found.append(prefix + "due_said")
    if due and not prefix and s.PAPER.search(sentence):
        found.append("paper_due")
    if due and s.WANTED.search(sentence):
        found.append("wanted_by")
    if _thing_and_time(sentence):
        found.append(prefix + "thing_and_time")
    if s.MISSING_NAMED.search(sentence):
        found.append("missing_named")
    if s.PRESSED.search(sentence):
        found.append("pressing_question")
    if s.WINDOW.search(sentence):
        found.append("window_to_act")
    for name, pattern in (("recurring_duty", s.RECURRING), ("hand_in_to", s.HAND_TO), ("wanted", s.WANTED), ("fields", s.FIELDS), ("to_me", s.TO_ME), ("per_unit", s.PER_UNIT), ("time_presses", s.PRESSURE), ("at_once", s.AT_ONCE)):
        if pattern.search(sentence):
            found.append(prefix + name)
    missing, closing = s.MISSING.search(sentence), s.CLOSING.search(sentence)
    if missing:
        found.append("missing_and_closing" if closing else "still_missing")
    elif closing:
        found.append("closing_time" if not question or s.PRESSED.search(sentence) else "questioned_closing_time")
    if s.BY_HAND_OF_ME.search(sentence):
        found.append(prefix + "pressed_by_hand")
    if not hard and s.TAKES_EFFECT.search(sentence):
        found.append("takes_effect")
    if not hard and s.RESULTS_OUT.search(sentence):
        found.append("results_out")
    if s.MOVED.search(sentence) and s.MOVED_WHAT.search(sentence):
        found.append(prefix + "changed")
    if s.WITHDRAWN.search(sentence) and (s.MOVED_WHAT.search(sentence) or s.WHEN.search(sentence)):
        found.append(prefix + "withdrawn")
    if s.ENGLISH.search(sentence):
        found.append(prefix + "asked_in_english")
    found += [prefix + name for name in _event_signals(sentence)]
    if s.OWN_REPORT.search(sentence):
        found.append("own_report")
    if s.ISSUERS_ACT.search(sentence):
        found.append("issuers_act")
    return found


def _followed(asking: Words, sentence: str) -> bool:
    """Whether an asking word is followed by an action in the same sentence."""
    head = asking.search(sentence)
    return bool(head and s.ACTION.search(sentence, head.end(), head.end() + 70))


def _acts_by(sentence: str) -> bool:
    """Whether an action stands near a "by then" (前, 以内, 截止)."""
    due = s.NEAR_DUE.search(sentence)
    if not due:
        return bool(s.LATEST.search(sentence))
    return bool(s.ACTION.search(sentence, due.end(), due.end() + 76) or s.ACTION.search(sentence, max(0, due.start() - 46), due.start()))


def _thing_and_time(sentence: str) -> bool:
    """Whether a table, list or report stands within a few words of a clock time or day."""
    thing = s.THING.search(sentence)
    return bool(thing and s.CLOCKISH.search(sentence, max(0, thing.start() - 16), thing.end() + 16))


def _event_signals(sentence: str) -> list[str]:
    if not s.WHEN.search(sentence):
        return ["event_named"] if s.MEETING.search(sentence) else []
    if s.INSPECTING.search(sentence) and s.INSPECTED.search(sentence):
        return ["inspection"]
    held = s.HELD.search(sentence)
    if s.MEETING.search(sentence) or s.CONVENED.search(sentence):
        return ["dated_meeting" if held else "dated_event"]
    if s.HELD_HARD.search(sentence):
        return ["gather"]
    return ["dated_place"] if held else []


def _own(text: str, sender: str | None) -> bool:
    """Whether the text opens with its sender's own place or name: a report about oneself."""
    if not sender:
        return False
    place = re.split(r"[\s·]", sender.strip())[0][:4]
    if re.search(r"^[县市省区国]|(?:局|办|站|所|台|中心|股|科|院|委|会|部|厅|气象)$", sender.split(" ")[0].removesuffix("转")):
        return False
    stem = re.sub(r"[村镇乡站所]$", "", place)
    return len(stem) >= 2 and text.startswith(stem) and not text.startswith(stem + "各")


_OFFICE_SPEAKS = re.compile(
    r"(?:局|办|站|所|中心|委员会|政府|公司|医院|卫生院|台|大队|学校|小学|中学|处|社区|委|部|Office|Bureau|Center|Centre|office|Waterworks)(?:[，,\s]{0,2}\d{2,4}[年月][\d月日年 ]{2,8})?[。.\s]*$"
    r"|^\W{0,3}[㐀-鿿]{1,12}(?:局|办|站|所|中心|气象台|政府|公司|医院|卫生院|银行|大队|供电所|水厂)(?:提醒|通知|提示|\d|发布|将|已|定|决定|新|向|[:：])"
)


def _info_or_chatter(text: str, flags: dict[str, int]) -> Kind:
    """Facts that offices publish are info; talk, reports, adverts and greetings are chatter."""
    info = 2.0 * ("bulletin_title" in flags) + 1.5 * ("bulletin" in flags) + 2.0 * ("weather" in flags) + 0.5 * ("long" in flags)
    info += 2.0 * ("for_information" in flags) + 1.0 * bool(_OFFICE_SPEAKS.search(text)) + 0.5 * (len(text) > 24)
    info += 3.0 * ("explains" in flags) + 0.8 * bool(s.PUBLIC.search(text))
    chat = 3.0 * ("advert" in flags) + 2.0 * ("greeting" in flags) + 1.5 * ("acknowledged" in flags) + 2 * ("acknowledged_first" in flags or "acknowledged_last" in flags)
    chat += 2.0 * ("only_questions" in flags) + 1.5 * ("question" in flags) + 1.5 * ("own_report" in flags) + 2 * ("own_place_first" in flags)
    info += 2.0 * ("outage" in flags)
    chat += 1.0 * bool(s.TALK.search(text)) + 1.0 * ("about_self" in flags) + 2.0 * ("very_short" in flags) + ("closed" in flags)
    return Kind.INFO if info > chat else Kind.CHATTER


def _task_or_event(text: str, flags: dict[str, int]) -> Kind:
    """An event where the main thing is to take part; the title, then the first words decide."""
    title = s.TITLE.search(text, 0, 600)
    if title and "关于" in title.group():
        if re.search(r"召开|举办|举行|参加|会议的|培训的|演练", title.group()) and not re.search(r"报送|做好|填报", title.group()):
            return Kind.EVENT
        return Kind.TASK
    if s.PLACE_AND_TIME.search(text, 0, 3000):
        return Kind.EVENT
    event = task = 0.0
    if ("changed" in flags or "withdrawn" in flags) and s.EVENT_MOVED.search(text, 0, 1500):
        event += 2.5
    for i, sentence in enumerate(s.SENTENCE.findall(text, 0, 3000)[:12]):
        early = 1.0 if i < 2 else 0.4
        kinds = _event_signals(s.ABOUT_EVENT.sub(" ", sentence))
        event += early * sum(_EVENT_POINTS.get(kind, 0.0) for kind in kinds)
        if i == 0 and s.MEETING.search(s.ABOUT_EVENT.sub(" ", sentence[:24])) and not s.PAPER.search(sentence[:24]):
            event += 1.2
        if i < 2 and s.CLOCK_TO_COME.search(sentence) and s.SPOT.search(sentence) and not s.DUE.search(sentence):
            event += 1.5
        if s.TASK_ACT.search(sentence):
            task += early * (1.6 if s.DUE.search(sentence) else 0.8)
    return Kind.EVENT if event > task else Kind.TASK


_EVENT_POINTS = {"dated_meeting": 2.5, "inspection": 2.5, "dated_event": 0.8, "gather": 1.2, "event_named": 0.8}
