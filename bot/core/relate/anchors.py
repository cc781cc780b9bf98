"""Constellations that settle by themselves that a message speaks of a task, once no veto holds."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

Features = dict[str, float]


class Anchor(StrEnum):
    """What ties a message to a task."""

    OWN_PRESS = "own_press"
    ON_THE_HOUR = "on_the_hour"
    OWN_CHANGE = "own_change"
    PASSED_DOWN = "passed_down"
    TAKEN_UP = "taken_up"
    SAME_OCCASION = "same_occasion"
    CHANGE_TOLD_ON = "change_told_on"
    TOLD_ON = "told_on"
    ACT_ON_SUBJECT = "act_on_subject"
    HOUR_AGAIN = "hour_again"
    SAME_DEMAND = "same_demand"
    RETOLD = "retold"


def _plain_act(f: Features) -> bool:
    """No demand of its own beside the pressing or the change."""
    other_day = f["day_apart"] and not f["over_days"]
    return bool(f["m_cancel"]) or not (f["m_signed"] or f["m_fields"] >= 3 or other_day or f["kind_apart"])


def carries_on(f: Features) -> bool:
    """Whether the sender passed this task on before without being the one who asks."""
    return bool(f["same_sender"] and f["same_group"] and f["below"]) and not (f["same_opener"] or f["own_office"])


def _own_press(f: Features) -> bool:
    """Who has this task in hand counts who is missing, in the same group, and has nothing likelier in hand."""
    ours = f["same_sender"] or f["own_office"]
    fits = f["margin"] >= 0 or f["latest_of_sender"] or not f["sender_rivals"]
    pertinent = f["due_soon"] or f["over_days"] or f["recurs"] or f["named_day"] or f["left"] > 0
    fits = fits and (pertinent or not f["sender_rivals"] or f["substance_shared"])
    return bool(f["press"] and ours and f["same_group"] and fits and f["left"] >= 0) and _plain_act(f)


def _on_the_hour(f: Features) -> bool:
    """Pressing, with just the time left or the moment that this task has."""
    near = f["who"] >= 1.5
    return bool(f["press"] and near and (f["left"] > 0 or (f["moment"] == 2 and not f["moment_rivals"]))) and _plain_act(f)


def _own_change(f: Features) -> bool:
    """The one who opened it changes or withdraws something, and of his tasks this is the one meant."""
    act = f["m_change"] or f["m_cancel"]
    only_one = not f["sender_rivals"] and f["contain"] > (0.03 if f["m_cancel"] else 0.15)
    meant = f["margin"] > 0.05 or (f["named_day"] and f["occasion"] > 0) or only_one
    if carries_on(f) and act and _likest(f) and f["contain"] > 0.3 and not f["kind_apart"]:
        return True
    return bool(act and f["same_opener"] and f["same_group"] and meant) and not (f["kind_apart"] and f["occasion"] <= 0)


def _passed_down(f: Features) -> bool:
    """A lower level passes on what a named office asks, by then or earlier."""
    named = f["owner_named"] or f["in_line"] or f["document"] or (f["level_named"] and f["unique"] > 0.5)
    named = named or bool(carries_on(f) and f["earlier"])
    told = f["m_relay"] or (f["owner_named"] and f["quoted"])
    alike = f["cosine"] > 0.12 or f["contain"] > 0.2 or (f["recurs"] and f["moment"])
    other = f["act"] or (f["kind_apart"] and not f["earlier"])
    told = told or bool(f["in_line"] and f["earlier"] and not f["kind_apart"] and f["phrases"] >= 2 and f["m_fields"] < 3)
    return bool(told and f["below"] and named and alike and _likest(f)) and not other


def _likest(f: Features) -> bool:
    """Whether no other candidate is likelier by words."""
    if f["recurs"] and f["moment"] and not f["moment_rivals"]:
        return True
    return f["cosine"] > 0 and (f["cosine_lead"] >= 0 or f["phrase_lead"] > 0 or f["margin"] > 0.05)


def _same_occasion(f: Features) -> bool:
    """A meeting at the very same hour, told on by somebody who signs for nothing."""
    hour = f["t_event"] and (f["moment"] == 2 or f["named_exact"]) and not (f["moment_rivals"] or f["kind_apart"])
    return bool(hour and (f["contain"] > 0.02 or f["person_named"]) and (f["below"] or f["m_relay"] or f["same_group"])) and not f["m_signed"]


def _change_told_on(f: Features) -> bool:
    """A village tells its people of the change that moved the task to where it is now."""
    act = f["m_change"] or f["m_cancel"]
    now = f["moment"] == 2 or f["named_exact"] or (f["moment"] and f["past_moment"])
    return bool(act and f["below"] and now and not f["moment_rivals"]) and _likest(f)


def _time_fits(f: Features) -> bool:
    """The same time, an earlier one to collect in, or none said."""
    return bool(f["moment"] or f["named_exact"] or f["past_moment"] or f["earlier"] or not f["m_dated"])


def _own_demand(f: Features) -> bool:
    """Signs and asks for a table by itself, or asks for another kind of thing."""
    return bool(f["m_signed"] or f["m_formal"] >= 2 or f["m_own_wish"] or f["kind_apart"])


def _leads(f: Features) -> bool:
    """Whether no other candidate has more of what the message is about."""
    return f["substance_lead"] >= 0 and (f["substance_lead"] > 0 or f["cosine_lead"] >= 0 or f["moment"] > 0)


def _told_on(f: Features) -> bool:
    """A lower level says the same subject, names who asks (or is a village), and the time fits."""
    named = f["owner_named"] or f["person_named"] or f["level_named"] or f["m_level"] == 1 or (f["in_line"] and f["moment"])
    same_time = f["moment"] or f["named_exact"] or f["earlier"]
    enough = f["substance"] > (0.12 if f["m_level"] == 1 or f["moment"] == 2 else 0.25)
    common = enough and (f["substance_shared"] >= 2 or same_time)
    if f["act"] and not f["m_urge"]:
        return False
    return bool(f["below"] and named and common and _time_fits(f) and _leads(f)) and not _own_demand(f)


def _retold(f: Features) -> bool:
    """A village tells in its own words what a higher level, office or person wants by a day that one task alone has."""
    asks = f["level_named"] or f["person_named"] or f["owner_named"]
    day = f["moment"] or f["named_exact"] or f["named_day"]
    if f["m_level"] != 1 or not f["below"] or f["m_change"] or f["m_cancel"]:
        return False
    return bool(asks and day and not f["day_rivals"] and f["substance_lead"] >= 0) and not _own_demand(f)


def _same_demand(f: Features) -> bool:
    """Somebody else says the same subject for the same day, and signs for nothing of his own."""
    time = f["moment"] == 2 or f["named_exact"] or (f["moment"] and f["substance"] > 0.3)
    level = f["above"] or (f["same_sender"] and f["same_group"])
    if not (time and f["substance_shared"] >= 2 and f["substance"] > 0.2) or level or f["m_change"] or f["m_cancel"]:
        return False
    return _leads(f) and not _own_demand(f)


def _act_on_subject(f: Features) -> bool:
    """Pressing, changing or withdrawing what it names, by who asked, who passed it on, or a level below."""
    act = f["press"] or f["m_change"] or f["m_cancel"]
    ours = f["same_sender"] or f["own_office"] or (f["below"] and (f["owner_named"] or f["m_level"] == 1 or f["same_group"]))
    plain = not (f["m_formal"] >= 2 and f["m_dated"] and not f["same_sender"])
    return bool(act and ours and plain and f["substance_shared"] >= 2 and _leads(f)) and not (f["kind_apart"] and f["m_stated"])


def _hour_again(f: Features) -> bool:
    """Who called a meeting says its hour again on the day, in few words."""
    hour = f["moment"] == 2 or f["named_exact"]
    short = f["m_length"] <= 1 and not f["m_stated"]
    return bool(hour and f["t_event"] and f["same_sender"] and f["same_group"] and f["due_today"] and short) and not f["moment_rivals"]


def _taken_up(f: Features) -> bool:
    """A village tells its people what an office or person wants by the same day."""
    village = f["below"] and f["m_level"] == 1
    named = f["owner_named"] or f["person_named"] or f["period_same"]
    return bool(village and (f["moment"] or f["named_exact"]) and (named or f["contain"] > 0.3)) and _likest(f)


def own_occasion(f: Features) -> bool:
    """Who called a meeting says of the only one on that day that it is moved or off."""
    act = (f["m_change"] or f["m_cancel"]) and f["occasion"] > 0 and f["named_day"] and not f["day_rivals"]
    return bool(act and f["same_opener"] and f["same_group"])


_RULES: tuple[tuple[Anchor, Callable[[Features], bool]], ...] = (
    (Anchor.ON_THE_HOUR, _on_the_hour),
    (Anchor.OWN_PRESS, _own_press),
    (Anchor.OWN_CHANGE, _own_change),
    (Anchor.PASSED_DOWN, _passed_down),
    (Anchor.TAKEN_UP, _taken_up),
    (Anchor.SAME_OCCASION, _same_occasion),
    (Anchor.CHANGE_TOLD_ON, _change_told_on),
    (Anchor.TOLD_ON, _told_on),
    (Anchor.SAME_DEMAND, _same_demand),
    (Anchor.RETOLD, _retold),
    (Anchor.ACT_ON_SUBJECT, _act_on_subject),
    (Anchor.HOUR_AGAIN, _hour_again),
)


def anchored(features: Features) -> Anchor | None:
    """The first constellation that holds between a message and a task."""
    return next((anchor for anchor, holds in _RULES if holds(features)), None)
