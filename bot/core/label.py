"""A notice as the plain object that `parse --json` prints and the label contract describes."""

from __future__ import annotations

from bot.core.models import Contact, Deadline, Doubt, Event, Notice, Recurrence, Spec


def _deadline(d: Deadline) -> dict[str, object]:
    return {
        "date": d.date.isoformat(),
        "time": d.time,
        "part": d.part.value if d.part else None,
        "at": d.at.isoformat(),
        "said": d.said,
        "span": list(d.span),
        "implied": list(d.implied),
        "about": d.about,
    }


def _event(e: Event) -> dict[str, object]:
    return {
        "date": e.date.isoformat(),
        "time": e.time,
        "part": e.part.value if e.part else None,
        "end_date": e.end_date.isoformat() if e.end_date else None,
        "end_time": e.end_time,
        "place": e.place,
        "at": e.at.isoformat(),
        "said": e.said,
        "span": list(e.span),
        "implied": list(e.implied),
    }


def _recurrence(r: Recurrence) -> dict[str, object]:
    return {
        "rrule": r.rrule,
        "time": r.time,
        "part": r.part.value if r.part else None,
        "start": r.start.isoformat() if r.start else None,
        "until": r.until.isoformat() if r.until else None,
        "said": r.said,
        "span": list(r.span),
    }


def _spec(s: Spec) -> dict[str, object]:
    return {
        "item": s.item,
        "count_min": s.count_min,
        "count_max": s.count_max,
        "formats": list(s.formats) or None,
        "size_max_mb": s.size_max_mb,
        "size_min_mb": s.size_min_mb,
        "duration_max_s": s.duration_max_s,
        "caption": s.caption,
        "orientation": s.orientation,
    }


def _contact(c: Contact) -> dict[str, object]:
    return {"name": c.name, "phone": c.phone}


def _doubt(d: Doubt) -> dict[str, object]:
    return {"about": d.about, "code": d.code, "options": list(d.options), "said": d.said}


def notice_label(message_id: str, notice: Notice) -> dict[str, object]:
    """The label of a notice beside its message's id; JSON-ready, keys as in the label contract."""
    return {
        "id": message_id,
        "kind": notice.kind.value,
        "title": notice.title,
        "issuer": notice.issuer,
        "deadlines": [_deadline(d) for d in notice.deadlines],
        "recurrence": _recurrence(notice.recurrence) if notice.recurrence else None,
        "events": [_event(e) for e in notice.events],
        "urgent": notice.urgent,
        "requirements": sorted(r.value for r in notice.requirements),
        "specs": [_spec(s) for s in notice.specs],
        "submit_to": {
            "emails": list(notice.submit_to.emails),
            "phones": list(notice.submit_to.phones),
            "people": list(notice.submit_to.people),
            "urls": list(notice.submit_to.urls),
            "systems": list(notice.submit_to.systems),
        },
        "contacts": [_contact(c) for c in notice.contacts],
        "reasons": list(notice.reasons),
        "unsure": [_doubt(d) for d in notice.unsure],
    }
