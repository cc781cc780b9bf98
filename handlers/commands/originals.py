"""/file: the files of a task as they came."""

from __future__ import annotations

from bot.core.models import Attachment
from handlers.commands.call import Call, Refusal


async def file(call: Call) -> None:
    """/file N [k]: the k-th file that came with the messages of a task, as it came."""
    number, rest = call.number_and_rest()
    dossier = await call.dossier(number)
    messages = await call.work.messages_of([source.message for source in dossier.sources])
    said = [messages[source.message].message for source in dossier.sources if source.message in messages]
    found: dict[str, Attachment] = {}
    for message in said:
        for one in message.attachments:
            if one.hash:
                found.setdefault(one.hash, one)
    kept = await call.work.kept_originals(found)
    files = [one for hash, one in found.items() if hash in kept]
    if not files:
        raise Refusal("no_file", number=number)
    index = min(max(int(rest) if rest.isdigit() and len(rest) < 4 else 1, 1), len(files))
    one = files[index - 1]
    name = one.name.replace("\\", "/").rpartition("/")[2][-120:] or "file"
    data = {"number": number, "index": index, "count": len(files), "name": name, "hash": one.hash}
    call.say("file", dict(data), anew=True)
