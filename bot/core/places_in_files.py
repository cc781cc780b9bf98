"""Where in a file the words stand that a fact was read from: its page and the line on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.models import Attachment, Message, Notice, Span


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file: `page` is None where the file has one only, or does not tell; `unit` is what `line` counts."""

    name: str
    page: int | None
    line: int
    unit: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a fact was read from, and where they stand; `about` is the field of `Notice`."""

    about: str
    said: str
    place: Place


def place_of(message: Message, span: Span) -> Place | None:
    """Where words of `message` stand; None for what was written beside its files."""
    found: tuple[int, Attachment, int] | None = None
    counts: dict[str, int] = {}
    for file in message.attachments:
        # The pages of an album bear one name and are one document.
        for start in file.pages:
            counts[file.name] = counts.get(file.name, 0) + 1
            if start <= span[0] and (found is None or start >= found[0]):
                found = (start, file, counts[file.name])
    if found is None:
        return None
    start, file, page = found
    before = message.text[start : span[0]].split("\n")[:-1]
    line = 1 + sum(bool(each.strip()) for each in before)
    line += sum(count for place, count in file.breaks if start <= place <= span[0])
    return Place(file.name, page if counts[file.name] > 1 else None, line, file.unit)


def evidence_of(notice: Notice, message: Message) -> tuple[Evidence, ...]:
    """Where in the files of `message` each fact of `notice` stands that was read from it, in the order of the card."""
    found = []
    for about, span, wanted in _spans(notice, message.text):
        said = " ".join(message.text[slice(*span)].split())
        place = place_of(message, span) if said and (not wanted or wanted in _squashed(said)) else None
        if place is not None:
            found.append(Evidence(about, said, place))
    return tuple(found)


def _spans(notice: Notice, text: str) -> Iterator[tuple[str, Span, str]]:
    """Each fact with its words' span, and what these must hold to be those words: a later message may have moved it."""
    for deadline in notice.deadlines:
        yield "deadline", deadline.span, _squashed(deadline.said)
    for event in notice.events:
        yield "event", event.span, _squashed(event.said)
        if event.place and (at := text.find(event.place)) >= 0:
            yield "place", (at, at + len(event.place)), ""
    if notice.recurrence:
        yield "recurrence", notice.recurrence.span, _squashed(notice.recurrence.said)
    asked = {f"requirements.{each.value}" for each in notice.requirements}
    submit, people = notice.submit_to, {each.name for each in notice.contacts}
    for key, span in sorted(notice.spans.items(), key=lambda item: item[1]):
        about, _, value = key.partition(".")
        if key in asked or about == "specs":
            yield about, span, ""
        elif about == "issuer" and notice.issuer:
            yield about, span, _squashed(notice.issuer)[:4]
        elif about == "contacts" and (value in people or not value):
            yield about, span, ""
        elif value and value in getattr(submit, about, ()):
            yield "submit_to", span, ""


def _squashed(words: str) -> str:
    return "".join(words.split())
