"""Numbers of list items that run into a date: 1.12月15日前, 2.3个工作日内."""

from __future__ import annotations

from bot.core.wording import late

_MARK = late(r"(?:(?<=[\n；;。：:！!？?\s])|^)(\d{1,2})[.．、)）]")
_JOINED = late(r"(?:(?<=[\n；;。：:！!？?\s])|^)(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．](?=[\d一二三四五六七八九十两半])")
_POINT = late(r"[.．](?<=[\d一二三四五六七八九十].)(?=[\d一二三四五六七八九十两半])")
_NO_FRACTION = late(r"\D|(?:1[0-2]|0?[1-9])[月/]|\d{4}[年.\-/]|\d\d年|(?:[01]?\d|2[0-4])(?::[0-5]\d|[点时](?:前|半|\d))|\d{1,2}个(?:工作日|月|小时)")
"""What no number has behind its point."""


def without_numbering(text: str) -> str:
    """The text with a bracket for the point behind each number of a list that runs into a digit; as long as before.

    A number counts a list where what follows is no fraction, or where all numbers from 1 to it stand at beginnings.
    """
    joined = list(_JOINED.finditer(text)) if ("." in text or "．" in text) and _POINT.search(text) else []
    if not joined:
        return text
    counted = _counted(text)
    points = [m.end() - 1 for m in joined if m.start() in counted or not m[0][0].isdigit() or _NO_FRACTION.match(text, m.end())]
    found = list(text)
    for point in points:
        found[point] = "）"
    return "".join(found)


def _counted(text: str) -> frozenset[int]:
    """Where the numbers of lists stand that begin with 1 and go on at least to 2."""
    runs: list[list[int]] = []
    following = 0
    for m in _MARK.finditer(text):
        if int(m[1]) == 1:
            runs.append([m.start()])
            following = 2
        elif runs and int(m[1]) == following:
            runs[-1].append(m.start())
            following += 1
    return frozenset(start for run in runs if len(run) > 1 for start in run)
