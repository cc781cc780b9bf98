"""/receipts: who has answered 收到 and who has not, told to those who lead alone; /received: one's own answer."""

from __future__ import annotations

from bot.core.groups import owes_receipt
from bot.core.models import Memory, Task
from bot.core.receipts import RECEIVED
from bot.core.views import View, title_of
from handlers.commands.call import Call, Refusal
from handlers.commands.reading import task
from handlers.receipts import open_receipts, roll_of

MOST = 10


async def received(call: Call) -> None:
    """/received N: the caller has answered that he got the notice."""
    number, _ = call.number_and_rest()
    await call.dossier(number)
    call.save(Memory(f"{RECEIVED}{number}:{call.member.id}", call.now.isoformat(), call.now), label="received")
    await task(call)


async def receipts(call: Call) -> None:
    """/receipts [K]: what groups were asked to acknowledge lately; of the K-th, who is missing."""
    found = await open_receipts(call.work, call.now)
    names = {each.id: each.name for each in await call.work.groups()}
    words = call.words
    if words and not (words[0].isdigit() and 1 <= int(words[0]) <= len(found)):
        raise Refusal("no_such_receipt", said=words[0][:20])
    chosen = [found[int(words[0]) - 1]] if words else found[:MOST]
    items = []
    for place, each in enumerate(chosen, int(words[0]) if words else 1):
        roll = await roll_of(call.work, each)
        items.append(
            {
                "place": place,
                "group": names.get(each.group or 0, ""),
                "at": each.message.received_at.isoformat(),
                "text": " ".join(each.message.text.split())[:40],
                "answered": len(roll.answered),
                "missing": list(roll.missing),
            }
        )
    own = [] if words else await _own(call)
    call.say("receipts", {"items": items, "count": len(found), "one": bool(words), "own": own})


async def _own(call: Call) -> list[View]:
    """The caller's open tasks that ask for a receipt he has not marked as given: elsewhere nobody can see it."""
    asking = [task for task in await call.work.tasks(member=call.member.id) if owes_receipt(task)]
    marked = await call.work.memories(RECEIVED) if asking else {}
    owed = [task for task in asking if f"{RECEIVED}{task.number}:{call.member.id}" not in marked]
    return [_owed(task) for task in owed[:MOST]]


def _owed(task: Task) -> View:
    due = task.facts.receipt_by
    return {"number": task.number, "title": title_of(task), "due": due.isoformat() if due else None}
