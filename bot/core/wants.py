"""What a text would want of its reader if it were a task: read once, before its kind is known, and kept for the notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.channels import Channels, find_channels
from bot.core.learned.asking import weigh_requirements
from bot.core.learned.weighing import Wanted
from bot.core.models import Kind, Requirement, Span
from bot.core.requirements import find_requirements
from bot.core.urgency import find_urgency


@dataclass(frozen=True, slots=True)
class Wants:
    """Where to, what for, and where it presses; spans are those of the normalised `text`."""

    text: str
    channels: Channels
    of_task: dict[Requirement, Span]
    set_aside: set[Requirement]
    urgent: Span | None

    def requirements(self, kind: Kind) -> dict[Requirement, Span]:
        """What a text of this kind asks for, and where each was said."""
        found, set_aside = self.of_task, self.set_aside
        if kind is not Kind.TASK:
            set_aside = set()
            found = find_requirements(self.text, kind, self.channels, set_aside)
        return weigh_requirements(self.text, kind, found, set_aside, self.channels)

    def in_short(self) -> Wanted:
        """What of it speaks for or against a task."""
        to = self.channels.submit_to
        return Wanted(len(self.of_task), any((to.emails, to.phones, to.people, to.urls, to.systems)), self.urgent is not None)


def find_wants(text: str, as_written: Callable[[int, int], str] | None = None) -> Wants:
    """Read a normalised text as a task; `as_written(start, end)` gives the original words of a span."""
    channels = find_channels(text, as_written)
    set_aside: set[Requirement] = set()
    return Wants(text, channels, find_requirements(text, Kind.TASK, channels, set_aside), set_aside, find_urgency(text))
