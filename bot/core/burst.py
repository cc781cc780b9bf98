"""One answer for messages that arrive together: what is said about each, and when the answer is due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.core.decide import WHICH_UNSAID, Decision
from bot.core.models import Message, Origin, OutboxRow, Outcome, Relation
from bot.core.receipts import is_answer

Item = dict[str, Any]

ASKING = "asking:"
"""Memory key, before the chat: the burst that chat was last asked about, known by its first message."""

LONGEST_ASIDE = 30
"""Characters of a line that may be meant for the bot."""

_WISH = re.compile(
    r"什么|啥|哪|几|怎么|[吗么呢?？]|看看|查|帮我|提醒|取消|删|改|期限|任务|待办|记一?下|#\s?\d|\d号"
    r"|\b(?:what|which|when|how|show|list|remind|delete|remove|cancel|change|task|tasks)\b",
    re.I,
)
"""A question, or a word for what the bot can do."""

LONGEST_LINE = 40
"""How many characters of a message stand for it where it has no title."""


def item_of(message: Message, decision: Decision, title: str, group: str | None) -> Item:
    """What the answer says about one message, as plain JSON."""
    which_unsaid = decision.verdict.reason == WHICH_UNSAID
    return {
        "message": message.id,
        "outcome": decision.outcome.value,
        "relation": decision.verdict.relation.value,
        "task": decision.task.number if decision.task else decision.verdict.of,
        "changes": [[change.fact, change.old, change.new] for change in decision.changes],
        "also": list(decision.verdict.also) if decision.outcome is Outcome.CHANGED else [],
        "finished": list(decision.finished),
        "aside": decision.outcome is Outcome.CHATTER and _may_be_said_to_the_bot(message),
        "title": (("" if which_unsaid else title) or " ".join(message.text.split()))[:LONGEST_LINE],
        "group": group,
        "album": message.album,
        "files": [attachment.name for attachment in message.attachments],
        "which_unsaid": which_unsaid,
        "pictured": any(each.doubtful for each in message.attachments),
        "partly": [each.name for each in message.attachments if each.cut],
        "form": next((form.name for each in message.attachments for form in each.forms), None),
        "troubles": [[each.name, each.state] for each in message.attachments if each.state not in ("", "read")],
        "joined": [],
        "part_of": None,
    }


def _may_be_said_to_the_bot(message: Message) -> bool:
    """Whether words without a duty may be meant for the bot: a short line of the writer's own that is no receipt."""
    line = message.text.strip()
    own = message.private and message.origin == Origin() and message.sent_at is None and not message.sender
    short = 0 < len(line) <= LONGEST_ASIDE and "\n" not in line and not is_answer(line)
    return own and short and _WISH.search(line) is not None


def refused_item(message: str, mark: str) -> Item:
    """What the answer says about a message that was refused: its mark, nothing of its words."""
    return {
        "message": message,
        "outcome": "refused",
        "mark": mark,
        "relation": Relation.NONE.value,
        "task": None,
        "changes": [],
        "title": "",
        "group": None,
        "album": None,
        "files": [],
        "troubles": [],
        "joined": [],
        "part_of": None,
    }


def key_of(chat: str, first: str) -> str:
    """The outbox key of the burst that is known by `first`."""
    return f"burst:{chat}:{first}"


def add_to_burst(
    waiting: OutboxRow | None,
    chat: str,
    member: int | None,
    items: Sequence[Item],
    asking: Sequence[str],
    now: datetime,
    wait: timedelta,
    limit: timedelta,
    edited: bool = False,
    guessed: Sequence[Item] = (),
    others: Sequence[int] = (),
) -> OutboxRow:
    """The burst row of `chat` with `items` added; it waits for more, but not beyond `limit` after its first message.

    `asking` are the messages of which nobody knows the group, `guessed` those whose group is a guess, `others` ids of
    groups that may be meant, the likeliest first.
    """
    if waiting is None:
        first = str(items[0]["message"]) + (f"~{int(now.timestamp())}" if edited else "")
        data: dict[str, object] = {"first": first, "since": now.isoformat(), "items": list(items), "ask": list(asking)}
        data |= {"guessed": list(guessed), "others": list(others)}
        return OutboxRow(key_of(chat, first), chat, "burst", data, now + wait, member=member)
    data = dict(waiting.data)
    data["items"] = [*_items(waiting), *items]
    data["ask"] = [*_listed(data.get("ask")), *asking]
    data["guessed"] = [*_listed(data.get("guessed")), *guessed]
    data["others"] = list(dict.fromkeys([*_listed(data.get("others")), *others]))
    due = min(now + wait, datetime.fromisoformat(str(data["since"])) + limit)
    return replace(waiting, data=data, not_before=max(due, waiting.not_before))


def album_mate(waiting: OutboxRow | None, album: str | None) -> Item | None:
    """The item of the same album that has words, else the first one; None when there is none."""
    if waiting is None or album is None:
        return None
    mates = [item for item in _items(waiting) if item["album"] == album]
    return next((item for item in mates if item["part_of"] is None), None)


def pictures_before(waiting: OutboxRow | None, album: str) -> list[str]:
    """Ids of the messages of an album that already wait in the burst without words."""
    items = _items(waiting) if waiting else []
    return [str(item["message"]) for item in items if item["album"] == album and item["part_of"] is None]


def join_album(waiting: OutboxRow, album: str, worded: Item) -> OutboxRow:
    """Pictures of an album that came before its words belong to them."""
    items = [
        item | {"part_of": worded["message"]}
        if item["album"] == album and item["message"] != worded["message"]
        else item
        for item in _items(waiting)
    ]
    return replace(waiting, data=waiting.data | {"items": items})


def replaced_in(waiting: OutboxRow | None, message: str) -> OutboxRow | None:
    """The burst without what it says of that message, whose answer is given anew."""
    if waiting is None:
        return None
    return replace(waiting, data=waiting.data | {"items": [i for i in _items(waiting) if i["message"] != message]})


def said_as_new(waiting: OutboxRow | None, message: str) -> bool:
    """Whether the burst already shows that message as a new task, whose card is written when it is sent."""
    return any(i["message"] == message and i["outcome"] == "new" for i in _items(waiting)) if waiting else False


def is_news(item: Item) -> bool:
    """Whether an item is worth asking its group for: it speaks of a task."""
    return bool(item["relation"] != Relation.NONE.value)


def asked_in(row: OutboxRow) -> list[str]:
    """Ids of the messages of which a burst asks the group."""
    return [str(id) for id in _listed(row.data.get("ask"))]


def guessed_in(row: OutboxRow) -> list[Item]:
    """The messages of a burst whose group is a guess: `message`, `group` (its id) and `why`."""
    return _listed(row.data.get("guessed"))


def _items(row: OutboxRow) -> list[Item]:
    return _listed(row.data["items"])


def _listed(value: object) -> list[Any]:
    return list(value) if isinstance(value, list) else []
