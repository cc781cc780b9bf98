"""Files as they came: kept once an office, given back, forgotten in time and with who sent them."""

from bot.core.models import Attachment, Kind, Message, Original, Outcome, Relation, StoredMessage
from tests.storage.samples import DAY, NOW, a_task, found_office, save

HASH, OTHER = "a" * 64, "b" * 64


def said(id, *hashes, task=None, by="tg:1"):
    files = tuple(Attachment("通知.docx", hash=hash, state="read") for hash in hashes)
    message = Message(id, NOW, "请报台账", chat=by, by=by, attachments=files)
    return StoredMessage(message, Outcome.INFO, Kind.INFO, Relation.NONE, "", task)


async def kept(store, workspace):
    async with store.look(workspace) as look:
        return await look.kept_originals([HASH, OTHER])


async def test_a_file_is_kept_once_and_given_back_as_it_came(store):
    here, _ = await found_office(store)
    elsewhere, _ = await found_office(store, "other", "tg:9")
    await save(store, here, Original(HASH, b"\0PK", NOW), Original(HASH, b"\0PK", NOW + DAY))
    async with store.look(here) as look:
        assert await look.original(HASH) == Original(HASH, b"\0PK", NOW + DAY)
        assert await look.original(OTHER) is None
    async with store.look(elsewhere) as look:
        assert await look.original(HASH) is None


async def test_files_go_when_they_have_not_come_for_long(store):
    here, _ = await found_office(store)
    await save(store, here, Original(HASH, b"x", NOW), Original(OTHER, b"y", NOW + 5 * DAY))
    assert await store.purge(NOW + 8 * DAY, files=7 * DAY) == 1
    assert await kept(store, here) == {OTHER}


async def test_who_is_forgotten_takes_his_files_with_him_but_not_those_of_tasks_or_of_others(store):
    here, member = await found_office(store)
    third = "c" * 64
    await save(store, here, *(Original(hash, b"x", NOW) for hash in (HASH, OTHER, third)), a_task(1))
    await save(store, here, said("tg:1:1", HASH), said("tg:1:2", OTHER, task=1), said("tg:1:3", third), said("tg:2:1", third, by="tg:2"))
    async with store.work(here) as work:
        await work.forget(member, NOW)
    async with store.look(here) as look:
        assert await look.kept_originals([HASH, OTHER, third]) == {OTHER, third}

