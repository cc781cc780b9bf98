"""/task, /why, /original, /search, /digest: what there is, and why it is so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import timedelta

from bot.core.attribution import Why
from bot.core.lifecycle import Dossier
from bot.core.models import AssignmentState, Relation, StoredMessage, Task
from bot.core.places_in_files import Evidence, Place, evidence_of
from bot.core.retracting import RETRACTED
from bot.core.views import View, change_view, letterhead_view, title_of
from handlers.commands.call import Call, Refusal
from handlers.digesting import LATELY, digest_data

LONGEST_ORIGINAL = 3000
"""Characters of an original shown; the rest stays with the message."""

MOST_FOUND = 15


async def task(call: Call) -> None:
    """/task N: the card."""
    number, _ = call.number_and_rest()
    dossier = await call.dossier(number)
    names = {each.id: each.name for each in await call.work.members()}
    shares = [
        {"name": names[each.member], "done": each.state is AssignmentState.DONE}
        for each in dossier.assignments
        if each.state is not AssignmentState.REMOVED and each.member in names
    ]
    call.say("task", {"task": dossier.task.number, "cards": [number], "shares": shares})


async def why(call: Call) -> None:
    """/why N: what happened to a task and why, with the evidence."""
    number, _ = call.number_and_rest()
    dossier = await call.dossier(number)
    names = {each.id: each.name for each in await call.work.members()}
    entries = await call.work.journal(task=number, limit=30)
    taken = await call.work.messages_of([each.message for each in entries if each.message and each.reason == RETRACTED])
    history: list[View] = [
        {
            "at": each.at.isoformat(),
            "verb": each.verb,
            "reason": each.reason,
            "text": _start(taken[each.message]) if each.message in taken else "",
            "who": names.get(each.member or 0),
            "detail": _readable(each.detail, names),
        }
        for each in entries
        if each.verb not in ("opened", "merged", "urged", "changed", "cancelled")
    ]
    places, written = await _places(call, dossier)
    stored = await call.work.messages_of([each.message for each in dossier.sources])
    whence = {id: each.attributed for id, each in stored.items()}
    call.say(
        "why",
        {
            "number": number,
            "title": title_of(dossier.task),
            "kind": dossier.task.facts.kind.value,
            "reasons": list(dossier.task.facts.reasons),
            "said": [each.said for each in dossier.task.facts.deadlines if each.said],
            "places": places,
            "written": written,
            "letterhead": letterhead_view(dossier.task.facts.letterhead),
            "sources": [_source_view(dossier, place, whence) for place in range(len(dossier.sources))][-12:],
            "more": max(0, len(dossier.sources) - 12),
            "history": history,
        },
    )


async def _places(call: Call, dossier: Dossier) -> tuple[list[View | None], list[View]]:
    """For each deadline where in a file its words stand, None where in none; and the same of the other facts."""
    facts = dossier.task.facts
    opener = await call.work.message(dossier.task.opened_by)
    evidence = evidence_of(facts, opener.message) if opener else ()
    dated = {each.said: asdict(each.place) for each in evidence if each.about == "deadline"}
    places = [dated.get(" ".join(each.said.split())) for each in facts.deadlines if each.said]
    return places, _gathered([each for each in evidence if each.about != "deadline"])


def _gathered(evidence: Sequence[Evidence]) -> list[View]:
    """Words that say the same sort of thing on the same line stand together."""
    found: dict[tuple[object, ...], list[str]] = {}
    for each in evidence:
        words = found.setdefault((each.about, each.place), [])
        if each.said not in words:
            words.append(each.said)
    return [
        {"about": about, "said": said, "place": asdict(place)}
        for (about, place), said in found.items()
        if isinstance(place, Place)
    ]


def _start(stored: StoredMessage) -> str:
    return " ".join(stored.message.text.split())[:40]


def _source_view(dossier: Dossier, place: int, whence: Mapping[str, str]) -> View:
    source = dossier.sources[place]
    why = whence.get(source.message, "")
    return {
        "whence": why,
        "guess": why in (Why.HISTORY, Why.WORDING),
        "at": source.at.isoformat(),
        "group": source.group,
        "sender": source.sender,
        "relation": (Relation.NEW if source.message == dossier.task.opened_by else source.relation).value,
        "reason": source.reason,
        "evidence": [str(each) for each in source.evidence][:6],
        "changes": [change_view(each.fact, each.old, each.new) for each in source.changes],
        "text": " ".join(source.text.split())[:40],
    }


def _readable(detail: dict[str, object], names: dict[int, str]) -> dict[str, object]:
    """A journal entry's detail with people by name; templates may ask for any of these keys."""
    members = detail.get("members")
    listed = members if isinstance(members, list) else []
    blank: dict[str, object] = dict.fromkeys(("into", "from", "out", "date", "old", "new", "until"))
    return blank | detail | {"members": [names.get(each, "") for each in listed]}


async def original(call: Call) -> None:
    """/original N [k]: the words as they came; of several messages the k-th, the newest first asked."""
    number, rest = call.number_and_rest()
    dossier = await call.dossier(number)
    live = dossier.sources
    if not live:
        raise Refusal("no_original", number=number)
    index = int(rest) if rest.isdigit() else 1
    index = min(max(index, 1), len(live))
    source = live[index - 1]
    stored = await call.work.message(source.message)
    call.say(
        "original",
        {
            "number": number,
            "title": title_of(dossier.task),
            "at": source.at.isoformat(),
            "group": source.group,
            "sender": source.sender,
            "letterhead": _letterhead_in(source.text, dossier.task),
            "text": source.text[:LONGEST_ORIGINAL],
            "cut_off": len(source.text) > LONGEST_ORIGINAL,
            "files": [each.name for each in stored.message.attachments] if stored else [],
            "kept": any(each.hash for each in stored.message.attachments) if stored else False,
            "index": index,
            "count": len(live),
        },
        anew=index == 1 and len(live) == 1,
    )


def _letterhead_in(text: str, task: Task) -> View | None:
    """The parts of the task's document where that is the text shown."""
    letterhead = task.facts.letterhead
    return letterhead_view(letterhead) if letterhead and letterhead.title in "".join(text.split()) else None


async def search(call: Call) -> None:
    """/search words: messages that contain all words, the newest first; a cadre finds his own and his tasks'."""
    words = call.words
    if not words:
        raise Refusal("words_missing")
    found = await call.work.search(words, limit=200)
    if not call.office:
        own = {each.task for each in await call.work.assignments(member=call.member.id)}
        found = [each for each in found if each.message.by == call.member.user or (each.task in own)]
    groups = {each.id: each.name for each in await call.work.groups()}
    call.say(
        "found",
        {
            "asked": " ".join(words),
            "count": len(found),
            "shown": MOST_FOUND,
            "items": [
                {
                    "at": each.message.received_at.isoformat(),
                    "group": groups.get(each.group or 0) or each.message.group,
                    "task": each.task,
                    "text": _around(each.message.text, words),
                }
                for each in found[:MOST_FOUND]
            ],
        },
    )


def _around(text: str, words: Sequence[str], width: int = 60) -> str:
    """The piece of `text` around the first of `words`."""
    flat = " ".join(text.split())
    at = max(0, flat.lower().find(words[0].lower()) - width // 3)
    return ("…" if at else "") + flat[at : at + width] + ("…" if at + width < len(flat) else "")


async def digest(call: Call) -> None:
    """/digest: the digest of this moment."""
    since = call.now - timedelta(days=1)
    data = await digest_data(call.work, call.member, call.now, call.calendar, call.deps.rules, since)
    if data is None:
        call.say("nothing", {"what": "digest"})
        return
    call.say("digest", data | {"span": LATELY})
