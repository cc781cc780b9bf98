"""What a message is: task, event, info or chatter, with the reasons as stable identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core import signals as s
from bot.core.models import Kind

_MOST_SENTENCES = 300
"""A notice says what it wants within so many sentences; the rest of a huge paste is not weighed."""

_LONGEST_SENTENCE = 1500

WEIGHTS: dict[str, float] = {
    "dated_meeting": 1.51,
    "missing_and_closing": 1.51,
    "paper_due": 1.38,
    "changed": 1.24,
    "withdrawn": 1.17,
    "due_day": 1.13,
    "due_before": 1.11,
    "fields": 1.07,
    "dated_event": 1.01,
    "inspection": 0.99,
    "asked": 0.98,
    "closing_time": 0.91,
    "hand_in_to": 0.83,
    "asked_in_english": 0.72,
    "long": 0.65,
    "per_unit": 0.64,
    "asked_mildly": 0.57,
    "missing_named": 0.54,
    "notice_title": 0.54,
    "recurring_duty": 0.52,
    "gather": 0.47,
    "pressing_question": 0.44,
    "still_missing": 0.44,
    "addressed": 0.43,
    "dated_place": 0.40,
    "window_to_act": 0.37,
    "to_me": 0.33,
    "due_said": 0.20,
    "questioned_asked_mildly": 0.19,
    "wanted_by": 0.19,
    "questioned_dated_meeting": 0.14,
    "questioned_due_day": 0.11,
    "question": -0.28,
    "very_short": -0.47,
    "acknowledged_first": -0.52,
    "closed": -0.53,
    "greeting": -0.58,
    "weather": -0.61,
    "own_report": -0.66,
    "about_self": -0.68,
    "bulletin_title": -0.77,
    "own_place_first": -0.81,
    "advert": -1.21,
    "acknowledged": -1.24,
    "only_questions": -1.27,
    "bulletin": -1.90,
}
_BIAS = -0.58


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
    for sentence in sentences:
        question = bool(s.QUESTION.search(sentence))
        questions += question and not s.PRESSED.search(sentence)
        for name in _sentence_signals(sentence, question):
            note(name)
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
    ("advert", s.ADVERT, 1500),
    ("greeting", s.GREETING, 400),
    ("closed", s.CLOSED, 1500),
    ("acknowledged", s.TAKE_NOTE, 30),
    ("acknowledged_first", s.ACK_START, 60),
    ("weather", s.WEATHER, 300),
    ("bulletin", s.BULLETIN, 1500),
    ("about_self", s.SELF, 120),
)


def _sentence_signals(sentence: str, question: bool) -> list[str]:
    """Signals of one sentence; asking words inside a question count as a question's."""
    found: list[str] = []
    own = s.OWN_REPORT.search(sentence) and not s.ASKED_HARD.search(sentence)
    prefix = "questioned_" if question else "reported_" if own else ""
    due = s.DUE.search(sentence)
    if s.ASKED_HARD.search(sentence):
        found.append(prefix + "asked")
    elif s.ASKED.search(sentence):
        found.append(prefix + "asked_mildly")
    if s.BEFORE.search(sentence):
        found.append(prefix + "due_before")
    elif s.DAY_ACT.search(sentence):
        found.append(prefix + "due_day")
    elif due:
        found.append(prefix + "due_said")
    if due and not prefix and s.PAPER.search(sentence):
        found.append("paper_due")
    if due and s.WANTED.search(sentence):
        found.append("wanted_by")
    if s.MISSING_NAMED.search(sentence):
        found.append("missing_named")
    if s.PRESSED.search(sentence):
        found.append("pressing_question")
    if s.WINDOW.search(sentence):
        found.append("window_to_act")
    for name, pattern in (("recurring_duty", s.RECURRING), ("hand_in_to", s.HAND_TO), ("wanted", s.WANTED), ("fields", s.FIELDS), ("to_me", s.TO_ME), ("per_unit", s.PER_UNIT)):
        if pattern.search(sentence):
            found.append(prefix + name)
    missing, closing = s.MISSING.search(sentence), s.CLOSING.search(sentence)
    if missing:
        found.append("missing_and_closing" if closing else "still_missing")
    elif closing:
        found.append("closing_time")
    if s.MOVED.search(sentence) and s.MOVED_WHAT.search(sentence):
        found.append(prefix + "changed")
    if s.WITHDRAWN.search(sentence) and s.MOVED_WHAT.search(sentence):
        found.append(prefix + "withdrawn")
    if s.ENGLISH.search(sentence):
        found.append(prefix + "asked_in_english")
    found += [prefix + name for name in _event_signals(sentence)]
    if s.OWN_REPORT.search(sentence):
        found.append("own_report")
    if s.ISSUERS_ACT.search(sentence):
        found.append("issuers_act")
    return found


def _event_signals(sentence: str) -> list[str]:
    if not s.WHEN.search(sentence):
        return ["event_named"] if s.MEETING.search(sentence) else []
    if s.INSPECTING.search(sentence) and s.INSPECTED.search(sentence):
        return ["inspection"]
    held = s.HELD.search(sentence)
    if s.MEETING.search(sentence):
        return ["dated_meeting" if held else "dated_event"]
    if s.HELD_HARD.search(sentence):
        return ["gather"]
    return ["dated_place"] if held else []


def _own(text: str, sender: str | None) -> bool:
    """Whether the text opens with its sender's own place or name: a report about oneself."""
    if not sender:
        return False
    place = re.split(r"[\s·]", sender.strip())[0][:4]
    stem = re.sub(r"[村镇乡站所]$", "", place)
    return len(stem) >= 2 and text.startswith(stem) and not text.startswith(stem + "各")


def _info_or_chatter(text: str, flags: dict[str, int]) -> Kind:
    """Facts that offices publish are info; talk, reports, adverts and greetings are chatter."""
    info = 2.0 * ("bulletin_title" in flags) + 1.5 * ("bulletin" in flags) + 2.0 * ("weather" in flags) + 0.5 * ("long" in flags)
    chat = 3.0 * ("advert" in flags) + 2.0 * ("greeting" in flags) + 1.5 * ("acknowledged" in flags) + 2 * ("acknowledged_first" in flags)
    chat += 2.0 * ("only_questions" in flags) + 1.5 * ("question" in flags) + 1.5 * ("own_report" in flags) + 2 * ("own_place_first" in flags)
    chat += 1.0 * ("about_self" in flags) + 2.0 * ("very_short" in flags) + ("closed" in flags)
    return Kind.INFO if info > chat else Kind.CHATTER


def _task_or_event(text: str, flags: dict[str, int]) -> Kind:
    """An event where the main thing is to take part; the title, then the first words decide."""
    title = s.TITLE.search(text, 0, 600)
    if title and "关于" in title.group():
        if re.search(r"召开|举办|举行|参加|会议的|培训的|演练", title.group()) and not re.search(r"报送|做好|填报", title.group()):
            return Kind.EVENT
        return Kind.TASK
    event = task = 0.0
    for i, sentence in enumerate(s.SENTENCE.findall(text, 0, 3000)[:12]):
        early = 1.0 if i < 2 else 0.4
        kinds = _event_signals(sentence)
        event += early * (2.5 * ("dated_meeting" in kinds) + 2.5 * ("inspection" in kinds) + 1.2 * ("dated_event" in kinds) + 1.2 * ("gather" in kinds) + 0.8 * ("event_named" in kinds))
        if s.TASK_ACT.search(sentence):
            task += early * (1.6 if s.DUE.search(sentence) else 0.8)
    return Kind.EVENT if event > task else Kind.TASK
