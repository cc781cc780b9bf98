"""Finding the office of a person or a chat, current in spite of being kept."""

from __future__ import annotations

from dataclasses import replace

from bot.core.models import Changes, Group, Member, Role
from storage.store import Store
from tests.storage.samples import DAY, NOW, found_office, save


async def test_a_founder_is_found_with_everything_as_given(store: Store) -> None:
    admin = Member(
        0, "tg:1", "tg:1", "王敏", Role.ADMIN, "en", ("08:00", "17:30"), False, ("22:00", "06:00"), None, True, NOW
    )
    workspace, member = await store.create_workspace("某镇", admin, NOW, "Asia/Urumqi")
    assert (workspace.name, workspace.timezone) == ("某镇", "Asia/Urumqi")
    assert member == replace(admin, id=member.id) and member.id > 0
    assert await store.whoami("tg:1") == (workspace, member)
    assert await store.workspaces() == [workspace]


async def test_a_stranger_is_nobody_until_he_joins(store: Store) -> None:
    workspace, _ = await found_office(store)
    assert await store.whoami("tg:2") is None
    await save(store, workspace, Member(0, "tg:2", "tg:2", "李", Role.CADRE))
    found = await store.whoami("tg:2")
    assert found is not None and found[1].role is Role.CADRE


async def test_a_changed_role_counts_at_once(store: Store) -> None:
    workspace, _ = await found_office(store)
    found = await store.whoami("tg:1")
    assert found is not None
    await save(store, workspace, replace(found[1], role=Role.CADRE))
    again = await store.whoami("tg:1")
    assert again is not None and again[1].role is Role.CADRE


async def test_a_role_changed_by_another_process_counts_once_the_office_was_looked_at(
    store: Store, database_url: str
) -> None:
    workspace, _ = await found_office(store)
    found = await store.whoami("tg:1")
    assert found is not None
    async with store.look(workspace):
        pass
    other = await Store.open(database_url)
    try:
        await save(other, workspace, replace(found[1], role=Role.CADRE))
    finally:
        await other.close()
    async with store.look(workspace):
        pass
    again = await store.whoami("tg:1")
    assert again is not None and again[1].role is Role.CADRE


async def test_an_undone_change_of_a_member_counts_at_once(store: Store) -> None:
    workspace, admin = await found_office(store)
    found = await store.whoami("tg:1")
    assert found is not None
    await save(store, workspace, replace(found[1], name="王小敏"), undo_label="settings", undo_by=admin)
    await store.whoami("tg:1")
    async with store.work(workspace) as work:
        await work.undo(admin, NOW)
    assert await store.whoami("tg:1") == found


async def test_of_several_offices_the_one_joined_last_counts(store: Store) -> None:
    first, _ = await found_office(store, "first")
    second, _ = await found_office(store, "second")
    found = await store.whoami("tg:1")
    assert found is not None and found[0].id == second
    async with store.look(first) as look:
        member = await look.member_of_user("tg:1")
    assert member is not None
    await save(store, first, replace(member, joined_at=NOW + DAY))
    found = await store.whoami("tg:1")
    assert found is not None and found[0].id == first


async def test_a_chat_leads_to_the_office_whose_group_it_is(store: Store) -> None:
    workspace, _ = await found_office(store)
    assert await store.workspace_of_chat("tg:-1") is None
    [id] = (await save(store, workspace, Group(0, "防汛群", chat="tg:-1"))).ids.values()
    for _ in range(2):
        found = await store.workspace_of_chat("tg:-1")
        assert found is not None and found.id == workspace
    await save(store, workspace, Group(id, "防汛群"))
    assert await store.workspace_of_chat("tg:-1") is None


async def test_a_group_saved_in_a_failed_work_leads_nowhere(store: Store) -> None:
    workspace, _ = await found_office(store)
    try:
        async with store.work(workspace) as work:
            await work.apply(Changes(save=(Group(0, "防汛群", chat="tg:-1"),)))
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    assert await store.workspace_of_chat("tg:-1") is None
