"""The pipeline in order: normalise, classify, give dates their roles, read everything else the label contract names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.core.classify import classify, kind_by_words, rather_event, surely_meant
from bot.core.collection import collects_from_villages
from bot.core.dates import Dates, facts_of, find_dates, read_dates
from bot.core.doubts import missing_deadline
from bot.core.idle import surely_idle
from bot.core.issuer import find_issuer
from bot.core.learned.weighing import weigh, with_likeliest_event
from bot.core.letterhead import read_letterhead
from bot.core.mail_headers import Mail, read_mail, without_header
from bot.core.models import Kind, Letterhead, Message, Notice, Requirement, Span
from bot.core.names import outer_office
from bot.core.normalise import Normal, normalise
from bot.core.specs import find_specs
from bot.core.title import find_title, title_of_subject
from bot.core.wants import Wants, find_wants
from bot.core.workdays import Calendar


def understand(message: Message, calendar: Calendar) -> Notice:
    """What a message means. Any text is fine; the same message always gives the same notice.

    Relative dates count from when the message was first sent; spans are those of `message.text`.
    """
    normal, mail = _opened(normalise(message.text))
    dated = find_dates(normal, _sent_at(message, mail, calendar), calendar)
    verdicts = dated.verdicts()
    words = kind_by_words(normal.text, verdicts, message.sender, dated.sent_at)
    verdicts = dated.verdicts(Kind.EVENT) if rather_event(words) else verdicts
    ruled = verdicts
    verdicts, roles = weigh(ruled, dated.sent_at, words)
    wants = _wants(normal)
    meant, idle = surely_meant(normal.text, verdicts), surely_idle(normal.text, verdicts, words["task"] + words["event"])
    found = classify(normal.text, words, roles, wants.in_short(), meant, idle)

    def dates() -> Dates:
        facts = facts_of(dated, verdicts, calendar, found.kind)
        if found.kind is not Kind.EVENT or facts.events or facts.recurrence:
            return facts
        likeliest = facts_of(dated, with_likeliest_event(ruled, verdicts, roles), calendar, found.kind)
        return likeliest if likeliest.events else facts

    return _named_by_mail(_notice(normal, found.kind, found.reasons, wants, dates), mail)


def _opened(normal: Normal) -> tuple[Normal, Mail | None]:
    """A text without the header of a mail, and the header."""
    mail = read_mail(normal.text)
    return (replace(normal, text=without_header(normal.text, mail)), mail) if mail else (normal, None)


def _sent_at(message: Message, mail: Mail | None, calendar: Calendar) -> datetime:
    received = calendar.local(message.reference)
    return mail.sent_at(received, calendar) if mail else received


def _named_by_mail(notice: Notice, mail: Mail | None) -> Notice:
    """A notice that came as a mail has its subject for a name."""
    if mail is None or not mail.subject or notice.kind is Kind.CHATTER:
        return notice
    return replace(notice, title=title_of_subject(mail.subject))


def understand_as(message: Message, kind: Kind, calendar: Calendar) -> Notice:
    """What a message means to one who knows its kind."""
    normal, mail = _opened(normalise(message.text))
    return _named_by_mail(_notice(normal, kind, (), _wants(normal), lambda: read_dates(normal, _sent_at(message, mail, calendar), calendar, kind)), mail)


def _notice(normal: Normal, kind: Kind, reasons: tuple[str, ...], wants: Wants, dates: Callable[[], Dates]) -> Notice:
    if kind is Kind.CHATTER:
        return Notice(kind=kind, reasons=reasons)
    if kind is Kind.INFO:
        return _info(normal, reasons, wants)
    return _duty(normal, kind, reasons, wants, dates())


def _wants(normal: Normal) -> Wants:
    return find_wants(normal.text, lambda start, end: _closed_up(normal.as_written(start, end)))


_BLANK_INSIDE = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000\t]+(?=[\u3400-\u9fff])")


def _closed_up(words: str) -> str:
    """A name without the blanks that a spaced-out text sets between its characters."""
    return _BLANK_INSIDE.sub("", words)


def _office(normal: Normal, letterhead: Letterhead | None, spans: dict[str, Span]) -> str | None:
    """The issuer as written: who signs or heads a formal document, unless that passes on another's."""
    if letterhead and (office := letterhead.signed_by or letterhead.issuer) and "转发" not in letterhead.title:
        spans["issuer"] = letterhead.spans["signed_by" if letterhead.signed_by else "issuer"]
        return outer_office(office)
    found = find_issuer(normal.text)
    if found is None:
        return None
    spans["issuer"] = normal.original_span(*found)
    return _closed_up("".join(normal.as_written(*found).split("\n")).strip())


def _info(normal: Normal, reasons: tuple[str, ...], wants: Wants) -> Notice:
    """What is only to be known: its issuer, whom to ask, whether it presses, whether a receipt is asked for."""
    spans = {name: normal.original_span(*span) for name, span in wants.channels.spans.items() if name.startswith("contacts")}
    asked = _requirements(normal, Kind.INFO, wants, spans)
    urgent = _urgent(normal, wants, spans)
    letterhead = _letterhead(normal)
    return Notice(
        Kind.INFO,
        title=find_title(_headed(normal.text, letterhead), Kind.INFO),
        issuer=_office(normal, letterhead, spans),
        urgent=urgent,
        requirements=asked,
        contacts=wants.channels.contacts,
        reasons=reasons,
        spans=spans,
        letterhead=letterhead,
    )


def _letterhead(normal: Normal) -> Letterhead | None:
    """The parts of a formal document, with their places in the original text."""
    found = read_letterhead(normal.text)
    if found is None:
        return None
    spans = {name: normal.original_span(*span) for name, span in found.spans.items()}
    return replace(found, body=normal.original_span(*found.body), spans=spans)


def _headed(text: str, letterhead: Letterhead | None) -> str:
    """The text behind its title in one line, however it was broken on paper."""
    return f"{letterhead.title}\n{text}" if letterhead else text


def _duty(normal: Normal, kind: Kind, reasons: tuple[str, ...], wants: Wants, dates: Dates) -> Notice:
    channels = wants.channels
    spans = {name: normal.original_span(*span) for name, span in channels.spans.items()}
    asked = _requirements(normal, kind, wants, spans)
    if dates.events:  # whoever is bidden to a gathering attends it, whatever else he is to hand in
        asked |= {Requirement.ATTEND}
    specs = find_specs(normal.text)
    spans |= {f"specs.{spec.item}": normal.original_span(*span) for spec, span in specs}
    urgent = _urgent(normal, wants, spans)
    letterhead = _letterhead(normal)
    dated = bool(dates.deadlines or dates.events or dates.recurrence or dates.doubts)
    return Notice(
        kind=kind,
        title=find_title(_headed(normal.text, letterhead), kind),
        issuer=_office(normal, letterhead, spans),
        deadlines=dates.deadlines,
        recurrence=dates.recurrence,
        events=dates.events,
        urgent=urgent,
        requirements=asked,
        specs=tuple(spec for spec, _ in specs),
        submit_to=channels.submit_to,
        contacts=channels.contacts,
        reasons=reasons,
        unsure=dates.doubts + missing_deadline(kind, asked, dated, urgent),
        spans=spans,
        collects=collects_from_villages(normal.text),
        letterhead=letterhead,
    )


def _requirements(normal: Normal, kind: Kind, wants: Wants, spans: dict[str, Span]) -> frozenset[Requirement]:
    found = wants.requirements(kind)
    for requirement, span in found.items():
        spans[f"requirements.{requirement}"] = normal.original_span(*span)
    return frozenset(found)


def _urgent(normal: Normal, wants: Wants, spans: dict[str, Span]) -> bool:
    if wants.urgent:
        spans["urgent"] = normal.original_span(*wants.urgent)
    return wants.urgent is not None
