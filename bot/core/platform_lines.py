"""What a platform itself writes into a group: a new name, people who came or went; bridges pass it on as messages."""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTED = r"[“”\"「](?P<name>[^“”\"「」\n]{1,60})[”“\"」]"
_ASKING = r"(?!请|各|大家|麻烦|烦请|全体|务必|把|将|可以|是否|要|记得)"
_WHO = rf"(?:[“”\"「][^“”\"「」\n]{{1,30}}[”“\"」]|你|{_ASKING}[^\s“”\"「」，,。！!？?\n]{{1,20}}?)"
_RENAMED = re.compile(
    rf"\s*{_WHO}\s*(?:修改群名(?:称)?|[将把]群(?:聊)?名(?:称)?(?:修改|更改)|(?:修改|更改)了?群(?:聊)?名(?:称)?)(?:为|成)\s*{_QUOTED}\s*[。.]?\s*"
    rf"|\s*群(?:聊)?名(?:称)?已被?(?:修改|更改)(?:为|成)\s*{_QUOTED.replace('name', 'bare')}\s*[。.]?\s*"
    rf"|\s*{_WHO}\s*changed the group name to\s*{_QUOTED.replace('name', 'english')}\.?\s*",
    re.I,
)
_CAME = re.compile(
    rf"\s*(?:{_WHO}\s*)?(?:邀请|将)\s*{_QUOTED.replace('name', 'invited')}\s*(?:加入了?|进入了?)(?:本)?群聊?\s*"
    rf"|\s*{_QUOTED.replace('name', 'scanned')}\s*通过扫描{_WHO}\s*分享的二维码加入(?:了)?群聊\s*",
)
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class PlatformLine:
    """What happened: the group's new name, or the names of people who came in."""

    renamed: str | None = None
    came: tuple[str, ...] = ()


def read_platform_line(text: str) -> PlatformLine | None:
    """What the platform tells, where the whole of a short line is that; None for what people write."""
    if len(text) > _LONGEST:
        return None
    if match := _RENAMED.fullmatch(text):
        name = (match["name"] or match["bare"] or match["english"]).strip()
        return PlatformLine(renamed=name) if name and "+" not in name else None
    if match := _CAME.fullmatch(text):
        names = match["invited"] or match["scanned"]
        return PlatformLine(came=tuple(name for name in re.split(r"[、,，]\s*", names.strip()) if name))
    return None
