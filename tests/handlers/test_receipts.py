"""When those who lead are told who has not answered: always before it is due, and not in the night."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.core.models import Message, Origin
from handlers.message import handle_message
from tests.factories import instant
from tests.handlers.scene import CADRE, COORDINATOR, OTHER, Scene

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
CHAT = "tg:-100"


async def hears(scene: Scene, text: str, by: str, name: str) -> None:
    """A message in the group's chat."""
    scene.now += timedelta(seconds=5)
    said = Message(f"{CHAT}:{scene.now.timestamp()}", scene.now, text, sender=name, chat=CHAT, by=by, private=False)
    message = Message(
        **{**{each: getattr(said, each) for each in Message.__slots__}, "origin": Origin(CHAT, "防汛群", name)}
    )
    await handle_message(scene.deps, message, scene.now)


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        (
            instant(23, "17:00"),
            "县应急办：今晚加强值守，收到请20分钟内回复",
            (instant(23, "17:05"), instant(23, "17:20")),
        ),
        (
            instant(23, "17:00"),
            "县应急办：今晚加强值守，收到请今晚22:30前回复",
            (instant(23, "20:55"), instant(23, "21:05")),
        ),
        (
            instant(23, "17:00"),
            "县应急办：明早全员上岗，收到请明早8:00前回复",
            (instant(23, "20:55"), instant(23, "21:05")),
        ),
        (
            instant(23, "22:00"),
            "县应急办：明早全员上岗，收到请明早8:00前回复",
            (instant(24, "07:25"), instant(24, "07:40")),
        ),
        (
            instant(26, "09:00"),
            "县应急办：周末加强值守，收到请今天12:00前回复",
            (instant(26, "10:55"), instant(26, "11:10")),
        ),
    ],
)
async def test_who_is_missing_is_told_before_the_receipts_are_due(
    scene: Scene, asked: datetime, text: str, told: tuple[datetime, datetime]
) -> None:
    await scene.group("防汛群", chat=CHAT)
    scene.now = asked - timedelta(minutes=1)
    for by, name in ((CADRE, "王强"), (OTHER, "李梅")):
        await hears(scene, "早上好", by, name)
    scene.now = asked
    await hears(scene, text, "tg:60", "应急办小刘")
    heard = []
    while scene.now < asked + timedelta(hours=16):
        heard += [
            scene.now
            for one in await scene.until(scene.now + timedelta(minutes=5))
            if "没回收到" in one.text and one.chat == COORDINATOR
        ]
    assert len(heard) == 1 and told[0] <= heard[0] <= told[1], heard
