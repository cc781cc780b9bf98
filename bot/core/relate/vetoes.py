"""Ordered reasons that speak against a message being about a task; they are weighed with all else."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

Features = dict[str, float]


class Veto(StrEnum):
    """What speaks against a task; the first that holds is the one given."""

    OTHER_PERIOD = "other_period"
    OTHER_DOCUMENT = "other_document"
    OTHER_SIGNATURE = "other_signature"
    OTHER_OCCASION = "other_occasion"
    FROM_ABOVE = "from_above"
    NEXT_OF_SERIES = "next_of_series"
    OTHER_SUBJECT = "other_subject"
    OWN_SUBJECT = "own_subject"
    OTHER_RHYTHM = "other_rhythm"
    OTHER_DATE = "other_date"
    LONG_OVER = "long_over"
    OTHER_OFFICE = "other_office"
    OWN_WISH = "own_wish"
    STRANGER = "stranger"


def does_something(f: Features) -> bool:
    """Whether the message presses, changes or withdraws: then it speaks of something known."""
    return bool(f["m_missing"] or f["m_remaining"] or f["m_started"] or f["m_change"] or f["m_cancel"] or f["m_urge"])


def _other_signature(f: Features) -> bool:
    return bool(f["m_signed"] and f["signed_apart"]) and not (f["m_cancel"] or f["m_change"])


def _other_occasion(f: Features) -> bool:
    if f["m_change"] or f["m_cancel"] or (f["same_sender"] and does_something(f)):
        return False
    if f["kind_apart"] and f["occasion"] < 0 and f["m_convenes"] and f["m_stated"]:
        return True
    told_on = f["below"] and (f["owner_named"] or f["m_relay"])
    apart = f["kind_apart"] and f["m_dated"] and not f["named_day"] and not told_on
    return bool(apart or (f["t_event"] and f["day_apart"] and not f["past_moment"]))


def _from_above(f: Features) -> bool:
    return bool(f["above"]) and not does_something(f)


def _near_copy(f: Features) -> bool:
    return f["contain"] > 0.85 and f["covered"] > 0.7 and not f["swap"] and not f["qualifier_apart"]


def _next_of_series(f: Features) -> bool:
    if f["moment"] == 2 and f["substance"] > 0.6 and f["m_formal"] < 2:
        return False
    if f["t_event"] and f["moment"] and f["contain"] > 0.3:
        return False
    if f["substance_shared"] and f["m_formal"] < 2 and (f["m_pointing"] or (f["moment"] and f["substance"] > 0.5 and f["m_length"] < 2)):
        return False
    passed_on_before = f["same_sender"] and f["below"] and not (f["same_opener"] or f["own_office"])
    asks_anew = f["m_fields"] >= 3 or f["m_formal"] >= 2 or f["kind_apart"] or not f["m_relay"]
    same_words = f["contain"] > 0.2 or f["latest_of_sender"]
    if passed_on_before and f["earlier"] and same_words and not asks_anew:
        return False
    same_hand = f["same_sender"] or (f["own_office"] and f["m_formal"] >= 2)
    in_place = f["same_group"] or not f["m_group"]
    return bool(same_hand and in_place and f["m_dated"]) and not does_something(f) and not _near_copy(f)


def _other_subject(f: Features) -> bool:
    if f["m_change"]:
        return False
    same_hand = f["same_opener"] and f["same_group"] and f["t_event"]
    if same_hand and not (f["substance_shared"] or acts(f)) and f["m_substance"] >= 2:
        return True
    return bool(f["swap"] or (f["qualifier_apart"] and f["population_apart"])) and not f["document"]


def acts(f: Features) -> bool:
    """Whether it counts who is missing, tells the time left, changes or withdraws; mere urging is in any notice."""
    return bool(f["m_missing"] or f["m_remaining"] or f["m_started"] or f["m_change"] or f["m_cancel"])


_OWN_WORDS = 3
"""So many 2-grams of substance make a subject of one's own."""


def _own_subject(f: Features) -> bool:
    """It says what it is about, and no word of that was ever said of the task: who, where and when do not make it one.

    A lower level may retell a duty in wholly other words; then the day must be the same.
    """
    if f["substance_shared"] or f["m_substance"] < _OWN_WORDS:
        return False
    if f["phrases"] and (f["m_pointing"] or f["below"]):
        return False
    same_time = f["moment"] or f["named_exact"] or f["left"] > 0
    if acts(f):
        of_another = f.get("substance_lead", 0.0) < -0.3
        own_rhythm = f["m_recurs"] and f["recurs_apart"] and not same_time  # 往后礼拜一报一次: a duty of its own, whoever sends it
        return bool(of_another or own_rhythm or not (same_time or f["same_sender"] or f["below"] or f["person_named"]))
    tied = f["owner_named"] or f["in_line"] or f["level_named"]
    village = f["m_level"] == 1 or f["person_named"] or f["m_relay"] or f["in_line"]
    named = f["level_named"] or f["person_named"] or f["owner_named"]
    retold = f["below"] and ((same_time and village) or (f["named_day"] and f["m_level"] == 1 and named) or (f["m_relay"] and tied))
    in_hand = f["m_urge"] and f["same_sender"] and f["same_group"] and same_time
    return bool(f["m_dated"]) and not in_hand and not retold


def _other_kind(f: Features) -> bool:
    """A task beside an event, or the reverse, without one word of substance in common."""
    if not f["kind_apart"] or f["substance_shared"] or f["m_substance"] < _OWN_WORDS:
        return False
    return not (f["moment"] == 2 or f["named_exact"] or f["left"] > 0 or (acts(f) and f["same_sender"]))


def _other_rhythm(f: Features) -> bool:
    """A duty that comes back is not one that is done once."""
    return bool(f["m_recurs"] and not f["recurs"]) and not f["m_change"]


def _other_date(f: Features) -> bool:
    told_on = f["m_relay"] or f["below"]
    return bool(f["day_apart"]) and not does_something(f) and not f["past_moment"] and not told_on


def _long_over(f: Features) -> bool:
    if f["t_event"] and f["over_days"] > 0.5 and not (f["m_cancel"] or f["m_change"]):
        return True
    pressed = f["m_missing"] or f["m_started"]
    return f["over_days"] > (7 if pressed else 3) and not (f["m_cancel"] or f["m_change"] or f["recurs"])


def _other_office(f: Features) -> bool:
    """An office of its own, not below the one that opened the task, that passes nothing on and names nobody of it."""
    if f["section_apart"] and f["m_formal"] and not does_something(f):
        return True
    if f["t_event"] and f["moment"] == 2 and not f["m_signed"]:
        return False
    if f["moment"] and f["phrases"] and not f["m_formal"]:
        return False
    village = f["below"] and f["m_level"] <= 1
    if does_something(f) or f["m_relay"] or f["level_named"] or village or f["in_line"] or f["owner_named"] or f["person_named"] or f["same_sender"]:
        return False
    return bool(f["office_apart"] and not f["office_known"] and f["m_dated"])



def _own_wish(f: Features) -> bool:
    """Another office says that it wants one as well."""
    return bool(f["office_apart"] and f["m_own_wish"]) and not does_something(f)


def _stranger(f: Features) -> bool:
    """Another sender with a subject and dates of its own: nothing of what, who or when is the task's."""
    what = f["substance_shared"] or f["phrases"] or f["quoted"] or f["document"]
    when = f["moment"] or f["named_day"] or f["named_exact"] or f["past_moment"] or f["left"] > 0
    who = f["same_sender"] or f["own_office"] or f["owner_named"] or f["person_named"]
    return f["m_substance"] >= _OWN_WORDS and bool(f["m_dated"]) and not (what or when or who or acts(f))


def almost_copied(f: Features) -> bool:
    """Whether it is the words of the task once more, but for who passes them on, with the same times and addresses."""
    told_again = (f["contain"] > 0.85 and f["covered"] > 0.75) or (f["contain"] > 0.6 and f["covered"] > 0.97)
    same = told_again and (f["moment"] or not f["m_dated"] or f["t_undated"])
    signed_apart = f["signed_apart"] and not f["signed_known"]
    swapped = f["swap"] and f["substance"] < 1
    other = swapped or f["qualifier_apart"] or f["population_apart"] or f["period_apart"] or f["later_batch"] or f["mailbox_apart"]
    return bool(same) and not (other or signed_apart or acts(f))


_RULES: tuple[tuple[Veto, Callable[[Features], bool]], ...] = (
    (Veto.OTHER_PERIOD, lambda f: bool(f["period_apart"])),
    (Veto.OTHER_DOCUMENT, lambda f: bool(f["document_apart"])),
    (Veto.OTHER_SIGNATURE, _other_signature),
    (Veto.OWN_WISH, _own_wish),
    (Veto.STRANGER, _stranger),
    (Veto.OTHER_OCCASION, _other_occasion),
    (Veto.FROM_ABOVE, _from_above),
    (Veto.OTHER_SUBJECT, _other_subject),
    (Veto.NEXT_OF_SERIES, _next_of_series),
    (Veto.OWN_SUBJECT, _own_subject),
    (Veto.OTHER_OCCASION, _other_kind),
    (Veto.OTHER_RHYTHM, _other_rhythm),
    (Veto.OTHER_DATE, _other_date),
    (Veto.OTHER_OFFICE, _other_office),
    (Veto.LONG_OVER, _long_over),
)


def vetoed(features: Features) -> Veto | None:
    """The first veto that holds between a message and a task."""
    return next((veto for veto, holds in _RULES if holds(features)), None)
