"""How sure it must be that a message speaks of a task before it is merged into it: a lost task is the worst error."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.core.models import Kind
from bot.core.relate.english_withdrawals import withdrawn_in_english
from bot.core.relate.vetoes import Veto
from bot.core.relate.waiving import only_lets_off
from bot.core.relate.weighing import Features, Incoming

MAYBE = 0.05
"""From here on words that open nothing by themselves are taken to speak of a task."""
ASKED, ASKED_OF_OTHERS = 0.25, 0.85
"""From here on people are asked whether a message that stays a task of its own is a known one; the second where it says
that it is another thing, or calls to another meeting. Whoever is asked about plainly different things stops reading."""
SURE = 0.15
"""From here on a message is merged into a task, where its words hardly open a duty and no rule speaks against it.

This is low since most that opens a duty says so in its words: below, more repeats came out as new than new tasks were
lost."""
SURE_OF_POSSIBLE_OPENER = 0.75
"""The same where its words may open a duty."""
SURE_OF_OPENER = 0.95
"""The same where they are likely to."""
SURE_OF_POSSIBLE_PASTED, SURE_OF_NAMELESS = 0.9, 0.98
"""Both where nobody knows the hour at which the message was posted; the second where nobody knows who posted it either."""
SURE_THOUGH_RULE, SURE_AGAINST_RULE = 0.65, 0.85
"""The same where a rule speaks against it: its words hardly open a duty, or may."""
KEEPS_APART = frozenset((Veto.OTHER_PERIOD, Veto.OTHER_DOCUMENT, Veto.OWN_WISH))
"""Rules against which a demand is merged only where nearly every word is known."""
OF_STRANGERS, SURE_OF_STRANGER = frozenset((Veto.STRANGER, Veto.FROM_ABOVE)), 0.6
"""Rules that only a message whose words hardly open a duty is merged against, and what that takes."""
SURE_OF_SAME, _MOSTLY = 0.4, 0.3
"""What it takes where the same is asked for the same hour, and how much of its matter must be known for that."""
OPENS, MAY_OPEN, OPENS_NOTHING = 0.3, 0.1, 0.01
"""How likely words must be those of an opening message for that; for the first they are dated as well, and are
likelier that than anything else. Below the last they open nothing: as a task of its own it would only be in the way."""
SURE_THOUGH_TALK = 0.35
"""What it takes for a message that reads as chatter or information to speak of a task."""
SURE_OF_TALK = 0.6
"""The same where its words bear on nothing as well."""
BEARS_ON_NOTHING = 0.5
"""How likely that is."""
ALMOST = 1.5
"""Nearly the same words."""
CERTAIN = 2.0
"""The very same words: above every threshold."""


def least_chance(incoming: Incoming, bearing: Mapping[str, float], features: Features, veto: Veto | None) -> float:
    """The chance from which on the message is merged; `bearing` says what its words do, `veto` which rule speaks against it."""
    if _of_another_english_matter(features):
        return ALMOST
    if not incoming.kind.actionable:
        talk = bearing["none"] > BEARS_ON_NOTHING and not withdrawn_in_english(incoming.traits.raw)
        return SURE_OF_TALK if talk else SURE_THOUGH_TALK
    if not features["m_dated"] and (bearing["new"] < OPENS_NOTHING or only_lets_off(incoming.traits.raw)):
        return ALMOST if veto in KEEPS_APART else MAYBE
    foreign = _asks_in_other_words(incoming, features)
    may_open = bearing["new"] > MAY_OPEN or (foreign and not incoming.traits.sender)
    opens = bearing["new"] > OPENS and bearing["new"] == max(bearing.values()) and bool(features["m_dated"])
    opens = opens and not (features["m_change"] and _MOVED_TO.search(incoming.traits.raw))
    opens = opens or (foreign and not features["substance_shared"])
    if _at_another_hour(incoming, features) or (may_open and _of_its_own(incoming, features)) or _once_beside_a_rhythm(incoming, features):
        return CERTAIN
    if veto is Veto.OTHER_SIGNATURE and _at_an_hour_of_its_own(features):
        return ALMOST
    if veto in KEEPS_APART or (veto is Veto.OTHER_SUBJECT and opens) or (opens and _of_another_paper(features)):
        return ALMOST
    if veto is Veto.OWN_SUBJECT and features["m_recurs"] and features["recurs_apart"]:
        return ALMOST
    if veto in OF_STRANGERS:
        return ALMOST if may_open else SURE_OF_STRANGER
    if opens:
        return SURE_OF_SAME if veto is None and _asks_the_same(features) else _of_opener(incoming)
    if may_open and not incoming.hour_known:
        return SURE_OF_POSSIBLE_PASTED
    if veto is None:
        return SURE_OF_POSSIBLE_OPENER if may_open else SURE
    return SURE_AGAINST_RULE if may_open else SURE_THOUGH_RULE


def _of_another_english_matter(f: Features) -> bool:
    """Whether an English message asks for something else than the task, or tells that something else moves."""
    presses = f["m_missing"] or f["m_remaining"] or f["m_started"] or f["m_cancel"] or f["m_urge"]
    return bool(f["english_apart"] and (f["m_dated"] or f["m_change"])) and not (presses or f["copied"])


def worth_asking(chance: float, f: Features) -> bool:
    """Whether people are asked if a new task is a known one."""
    told = f["m_change"] or f["m_cancel"] or f["press"]
    another = f["m_also"] or (f["t_event"] and not f["substance_shared"])
    return chance >= (ASKED_OF_OTHERS if another and not told else ASKED)


def _of_opener(incoming: Incoming) -> float:
    return SURE_OF_OPENER if incoming.hour_known or incoming.traits.sender else SURE_OF_NAMELESS


def _asks_the_same(f: Features) -> bool:
    """Whether just this hour is asked for just this matter, or who is missing of it is counted, however it is worded."""
    counts_missing = f["press"] and f["substance_shared"] and f["paper"]
    return bool(f["moment"] == 2 and not f["mailbox_apart"] and (f["substance"] > _MOSTLY or counts_missing))


def _of_its_own(incoming: Incoming, f: Features) -> bool:
    """Whether rhythm or matter are other than those of the task."""
    return _of_another_rhythm(f) or _of_another_matter(incoming, f)


_SETTLED = re.compile(r"定(?:了|下来|好了)|照(?:开|办|常)|再推|不变|没变|(?:还|仍)(?:是|在|到)|原地方|老地方")
"""The day of what is known already is told at last, or the rest of it stays."""


def _at_another_hour(incoming: Incoming, f: Features) -> bool:
    """Whether people are called to a place at an hour or on a day of their own, and nothing says that a known gathering moves there."""
    called = incoming.kind is Kind.EVENT and any(event.place and (event.time or f["day_apart"]) for event in incoming.notice.events)
    known_hour = f["moment"] or f["past_moment"] == 2 or f["t_undated"] or _SETTLED.search(incoming.traits.raw)
    return bool(called and f["t_event"]) and not (known_hour or f["m_change"] or f["m_cancel"] or f["copied"])


_ADDS = re.compile(r"\b(?:add(?:ed)?|includ(?:e|ing))\b")
_MOVED_TO = re.compile(r"(?:延|推|提前|提早|改|调整?|更正)(?:迟|期|长|后|缓)?[至到为]")
_HAN = re.compile(r"[一-鿿]")


def _asks_in_other_words(incoming: Incoming, f: Features) -> bool:
    """Whether an English message asks for something by a day of its own and shares a word at most: in English few words are read as opening a duty."""
    tells = f["m_change"] or f["m_cancel"] or f["press"] or f["m_relay"] or f["m_urge"] or _ADDS.search(incoming.traits.text)
    return bool(f["m_dated"] and f["m_substance"] and f["substance_shared"] <= 1 and f["substance"] < _MOSTLY) and not tells and not _HAN.search(incoming.traits.raw)


_SAME_PAPER, _SAME_MATTER = 0.5, 0.5
"""How alike papers and matter are at most where two papers are asked for."""


def _of_another_paper(f: Features) -> bool:
    """Whether a paper is asked for that is not the task's (校车司机的体检表, 门卫的体检表), and nobody tells anything on."""
    told = f["m_relay"] or f["m_change"] or f["m_cancel"] or f["press"] or f["copied"] or f["below"] or f["person_named"]
    return 0 <= f["paper"] <= _SAME_PAPER and f["substance"] < _SAME_MATTER and not told


def _at_an_hour_of_its_own(f: Features) -> bool:
    """Whether it asks for another hour than the task does and does not say that it moves there."""
    return bool(f["moment_apart"]) and not (f["m_change"] or f["m_cancel"] or f["copied"])


def _of_another_rhythm(f: Features) -> bool:
    """Whether a duty that comes back is asked for, and nothing of a known one that does not."""
    return bool(f["m_recurs"]) and not (f["recurs"] or f["contain"] or f["m_change"] or f["m_cancel"] or f["copied"])


_HARDLY = 0.15


def _once_beside_a_rhythm(incoming: Incoming, f: Features) -> bool:
    """Whether it is asked for once, by a day of its own, and hardly a word is that of a duty that comes back.

    医保进度每天报 and 养老保险名单27号前 have only 城乡居民 in common.
    """
    tied = f["act"] or f["m_relay"] or f["person_named"] or f["owner_named"] or f["quoted"] or f["copied"] or incoming.traits.sender
    once = f["recurs"] and not f["m_recurs"] and f["m_dated"] and not f["moment"] and f["b_update"] < 0
    return bool(once and f["substance"] < _HARDLY and f["contain"] < _HARDLY) and not tied


def _of_another_matter(incoming: Incoming, f: Features) -> bool:
    """Whether no word is shared with a task of another kind, or hardly one where nobody says who posted it."""
    tied = f["act"] or f["m_relay"] or f["person_named"] or f["owner_named"] or f["quoted"] or f["copied"]
    foreign = f["kind_apart"] and not f["contain"]
    if not incoming.traits.sender:
        foreign = foreign or (f["m_substance"] >= 3 and f["contain"] < 0.1 and f["substance_shared"] <= 1)
    return bool(foreign) and not tied
