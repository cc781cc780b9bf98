"""What belongs together: the pages of an album, a file with the notice it follows, words with the file before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from bot.core.models import Message, Outcome, StoredMessage
from bot.core.retracting import place_of
from handlers.attached import MOST_TEXT, begins_anew, moved, words_alone, words_of_files
from handlers.ledger import Ledger, Receipt

WITHIN = timedelta(minutes=10)
"""How long after a notice its file may follow, or the words after their file."""

LONGEST_ASIDE = 16
"""Characters beside a file (附件, 表格见上) that are no notice of their own."""

ALBUM, FOLLOWING = "album", "joined_file"
"""Why a message shares the lot of another."""

_FILE_SAID = re.compile(
    r"附件|附表|表格|表样|模板|模版|样表|附后|见附|如附|后附|文件|通知如下|下发给|发给大家|发群里|发在群|此表|该表|下表"
    r"|attach|template|form\b|file\b|enclos",
    re.I,
)
_FILE_BEFORE = re.compile(
    r"上表|上述|以上|如上|上面|此表|该表|这张表|这个表|这份|附件|按表|按此|见文件|本表|表格|文件|通知"
    r"|above|attached|this form|this file",
    re.I,
)
_ANNEX = re.compile(r"附[件表]")
_LONGEST_PENDANT = 300
"""Characters of words that speak of the file before them; longer ones are a notice of their own."""

A = TypeVar("A", bound=tuple[Message, datetime, Receipt | None])


def bundles(arrivals: Sequence[A], *, albums: bool) -> Iterator[list[A]]:
    """Each arrival by itself, with `albums` those of one album in a row together."""
    bundle: list[A] = []
    for arrival in arrivals:
        album = arrival[0].album
        if bundle and not (albums and album and album == bundle[-1][0].album and not arrival[0].edited):
            yield bundle
            bundle = []
        bundle.append(arrival)
    if bundle:
        yield bundle


def gathered(messages: Sequence[Message]) -> tuple[Message, list[Message]]:
    """An album as one message, the first with words bearing all files in their order, and the others."""
    if len(messages) == 1:
        return messages[0], []
    chief = next((message for message in messages if message.text.strip()), messages[0])
    said = list(dict.fromkeys(message.text.strip() for message in messages if message.text.strip()))
    files = tuple(file for message in messages for file in message.attachments)
    return replace(chief, text="\n".join(said), attachments=files), [each for each in messages if each is not chief]


def is_bare(message: Message) -> bool:
    """Whether a message is its files and hardly a word beside them."""
    return bool(message.attachments) and len(words_alone(message)) <= LONGEST_ASIDE


def speaks_of_file(message: Message) -> bool:
    """Whether words promise a file (见附件, 表格发群里)."""
    return bool(_FILE_SAID.search(words_alone(message)))


async def notice_before(ledger: Ledger, message: Message) -> StoredMessage | None:
    """The message that a bare file belongs to: what it answers, its album, the same sender's words just before, or
    words that spoke of it while it was being read.
    """
    if message.reply_to and (stored := await ledger.message(message.reply_to)) and stored.message.by == message.by:
        return stored
    near = await _near(ledger, message)
    for stored in near:
        if message.album and stored.message.album == message.album:
            return stored
    latest = next((each for each in near if _came_before(each.message, message) and not _is_unread(each)), None)
    if latest is not None and goes_on_in(latest.message, message):
        return latest
    if latest is not None and not words_alone(latest.message):
        return latest if latest.task is not None and is_annex(message) else None
    if latest is not None and speaks_of_file(latest.message):
        return latest
    following = next((stored for stored in reversed(near) if not _came_before(stored.message, message)), None)
    if following is not None and _is_pendant(following.message):
        return following
    waits = latest and latest.outcome in (Outcome.NEW, Outcome.MERGED, Outcome.CHANGED, Outcome.NEEDS_LOOK)
    return latest if latest and waits and not latest.message.attachments else None


def goes_on_in(page: Message, next_: Message) -> bool:
    """Whether a photographed page ends in a sentence that the next photo goes on with."""
    if not (page.attachments and next_.attachments and page.attachments[-1].overleaf and next_.attachments[0].doubtful):
        return False
    return not begins_anew(words_of_files(next_))


def is_annex(message: Message) -> bool:
    """Whether a file bears the name of an annex (附件2.xlsx)."""
    return any(_ANNEX.match(file.name) for file in message.attachments)


def _is_unread(stored: StoredMessage) -> bool:
    """Whether it is a bare file that could not be read."""
    return is_bare(stored.message) and all(file.state != "read" for file in stored.message.attachments)


def _is_pendant(words: Message) -> bool:
    """Whether words without a file speak of one before them (请按上表填报)."""
    said = words.text.strip()
    return bool(said) and not words.attachments and len(said) <= _LONGEST_PENDANT and bool(_FILE_BEFORE.search(said))


def _came_before(one: Message, other: Message) -> bool:
    """Whether one of two messages of a chat came first; their ids count up."""
    return place_of(one) < place_of(other)


async def file_before(ledger: Ledger, message: Message) -> StoredMessage | None:
    """The bare file of the same sender that words speak of (请按上表填报), as long as it is no duty by itself."""
    if not _is_pendant(message):
        return None
    latest = next((stored for stored in await _near(ledger, message) if _came_before(stored.message, message)), None)
    if latest is None or latest.task is not None or not is_bare(latest.message):
        return None
    return latest if latest.reason not in (ALBUM, FOLLOWING) else None


async def _near(ledger: Ledger, message: Message) -> list[StoredMessage]:
    """What the same sender said in that chat shortly before, and while a file was being read; the latest first."""
    if message.chat is None or message.edited:
        return []
    recent = await ledger.recent(message.chat, message.received_at - WITHIN)
    return [
        stored
        for stored in sorted(recent, key=lambda one: place_of(one.message), reverse=True)
        if stored.message.id != message.id
        and "#" not in stored.message.id
        and stored.message.by == message.by
        and _sender(stored.message) == _sender(message)
        and abs(stored.message.reference - message.reference) <= WITHIN
        and stored.reason not in (ALBUM, FOLLOWING)
    ]


def _sender(message: Message) -> tuple[str | None, str | None]:
    """Who first said it and where; what the door knows, since a header's name is not known before it is read."""
    return message.origin.sender_name, message.origin.chat


def with_following(before: Message, file: Message) -> Message:
    """The notice with the file that followed it."""
    text, room = before.text.rstrip(), MOST_TEXT - len(before.text)
    words = file.text.strip()[: max(0, room)]
    shift = len(text) + 1 if text else 0
    if text and words and goes_on_in(before, file):
        glued = moved(file.attachments, len(text))
        return replace(before, text=text + words, attachments=(*before.attachments, *glued))
    joined = f"{text}\n{words}" if text and words else text or words
    return replace(before, text=joined, attachments=(*before.attachments, *moved(file.attachments, shift)))


def with_preceding(words: Message, file: Message) -> Message:
    """Words with the file that came before them."""
    text, said = words.text.rstrip(), words_of_files(file)
    if not said:
        return replace(words, attachments=file.attachments)
    shift = len(text) + 1 - (len(file.text.rstrip()) - len(said))
    return replace(words, text=f"{text}\n{said}"[:MOST_TEXT], attachments=moved(file.attachments, shift))


def without_words(message: Message) -> Message:
    """A message whose file's words are another's now."""
    bare = tuple(replace(file, pages=(), breaks=()) for file in message.attachments)
    return replace(message, text=words_alone(message), attachments=bare)
