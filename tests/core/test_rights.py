"""Who may do what: every command for every role."""

import pytest

from bot.core.models import Role
from bot.core.rights import IN_GROUPS, TABLE, Reach, reach

LEADING = {"dissolve", "temporary", "standing", "exempt", "receipts", "overlap", "mute", "onegroup", "link", "export"}
ADMIN_ONLY = {"invite"}


@pytest.mark.parametrize("command", sorted(TABLE))
def test_an_admin_may_do_everything_in_the_whole_office(command: str) -> None:
    assert reach(Role.ADMIN, command) is Reach.OFFICE


@pytest.mark.parametrize("command", sorted(TABLE))
def test_a_coordinator_may_do_everything_but_invite(command: str) -> None:
    assert reach(Role.COORDINATOR, command) is (Reach.NONE if command in ADMIN_ONLY else Reach.OFFICE)


@pytest.mark.parametrize("command", sorted(TABLE))
def test_a_cadre_neither_leads_nor_invites(command: str) -> None:
    assert (reach(Role.CADRE, command) is Reach.NONE) == (command in LEADING | ADMIN_ONLY)


@pytest.mark.parametrize(
    "command", ["done", "open", "task", "assign", "why", "due", "merge", "split", "drop", "search"]
)
def test_a_cadre_reads_and_changes_only_his_own_tasks(command: str) -> None:
    assert reach(Role.CADRE, command) is Reach.OWN


@pytest.mark.parametrize("role", list(Role))
def test_nobody_may_do_what_nobody_knows(role: Role) -> None:
    assert reach(role, "format_disk") is Reach.NONE


def test_what_is_answered_in_groups_are_known_commands() -> None:
    assert set(TABLE) > IN_GROUPS
    assert not IN_GROUPS & {"settings", "invite", "forget", "search", "why", "original"}
