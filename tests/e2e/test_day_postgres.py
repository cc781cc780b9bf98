"""The way of a message once more, on PostgreSQL."""

from __future__ import annotations

import pytest

from tests.e2e import test_day
from tests.e2e.conftest import World

pytestmark = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)


async def test_forward_card_button_digest_reminder_done(world: World) -> None:
    await test_day.test_forward_card_button_digest_reminder_done(world)


async def test_a_burst_of_ten_gets_one_summary(world: World) -> None:
    await test_day.test_a_burst_of_ten_gets_one_summary(world)


async def test_a_group_that_became_a_supergroup_goes_on(world: World) -> None:
    await test_day.test_a_group_that_became_a_supergroup_goes_on(world)
