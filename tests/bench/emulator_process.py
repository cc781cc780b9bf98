"""The emulator as a process of its own, told what to do by lines of JSON on its standard input."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

from tests.emulator import Person, Telegram, serve


async def main() -> None:
    """Say where it listens, then answer every line with the state."""
    telegram = Telegram(witness=False)
    people: list[Person] = []
    loop = asyncio.get_running_loop()
    async with serve(telegram) as front:
        print(json.dumps({"root": front.root, "token": telegram.token}), flush=True)
        while line := await loop.run_in_executor(None, sys.stdin.readline):
            _obey(telegram, people, json.loads(line))
            state = {
                "polled": telegram.polled,
                "waiting": len(telegram.updates),
                "sent": len(telegram.calls_of("sendMessage")),
                "refs": [person.ref for person in people],
            }
            print(json.dumps(state), flush=True)


def _obey(telegram: Telegram, people: list[Person], order: dict[str, Any]) -> None:
    people.extend(Person(telegram, name) for name in order.get("people", ()))
    for number, text in enumerate(order.get("forwards", ())):
        people[number % len(people)].forwards(text, hidden=f"王敏{number % 7}")


if __name__ == "__main__":
    asyncio.run(main())
