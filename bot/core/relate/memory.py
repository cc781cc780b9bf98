"""What people answered about pairs of duties, and the name under which such an answer is remembered."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.models import KnownTask
from bot.core.relate.traits import Traits
from bot.core.relate.views import TaskView, view_of


@dataclass(frozen=True, slots=True)
class RelateMemory:
    """What people answered in this workspace: pairs of duties (`pair_key`) that are one, and that are not."""

    same: frozenset[str] = frozenset()
    different: frozenset[str] = frozenset()


NOTHING_REMEMBERED = RelateMemory()


def duty_of(traits: Traits) -> str:
    """Who asks for what, in a form that is the same next month: office or sender, and the people or things counted."""
    who = traits.speaker.offices[0].stem if traits.speaker.offices else (traits.speaker.person or traits.sender)
    return f"{who}/{','.join(sorted(traits.marks.population))}"


def duty_of_view(view: TaskView) -> str:
    """The same of a known task: what its opening message says."""
    return duty_of(view.opener)


def key_of(traits: Traits, view: TaskView) -> str:
    """The name of a message beside a known task."""
    return _key(duty_of(traits), duty_of_view(view))


def _key(a: str, b: str) -> str:
    return "|".join(sorted((a, b)))


def pair_key(a: KnownTask, b: KnownTask) -> str:
    """The name under which an answer about two tasks (the same or not) is remembered for such pairs."""
    return _key(duty_of_view(view_of(a)), duty_of_view(view_of(b)))
