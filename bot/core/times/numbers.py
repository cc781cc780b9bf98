"""Numbers as people write them: 24, 二十四, 廿四, 二〇二六, 两千零四, 半."""

from __future__ import annotations

from functools import lru_cache

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "俩": 2, "仨": 3, "元": 1, "正": 1}
_TENS = {"十": 10, "百": 100, "千": 1000, "万": 10000}
_SEVERAL = {"几": 3.0, "数": 3.0, "半": 0.5}

SMALL = r"(?:\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[〇零一二三四五六七八九两]{1,2})"
"""A number below 100, as a regular expression without groups."""

DAY = (
    r"(?:[12]\d|3[01]|0?[1-9]|[一二]?十[一二三四五六七八九]?|三十一?|廿[一二三四五六七八九]?|卅一?"
    r"|[〇零]?[一二三四五六七八九])"
)
"""A day of a month, as a regular expression without groups."""

MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[〇零]?[一二三四五六七八九])"
"""A month's number, as a regular expression without groups."""

COUNT = r"(?:半|\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,3})?|廿[一二三四五六七八九]?|卅[一二]?|[一二三四五六七八九十百千万两俩仨几数]{1,8})"
"""How many of something, as a regular expression without groups."""


def number(written: str) -> float | None:
    """The value of a written number, None for what is no number; 几 and 数 count as three."""
    if not written:
        return None
    if written in _SEVERAL:
        return _SEVERAL[written]
    plain = written.replace(",", "").replace("，", "")
    if plain.isascii():
        try:
            return float(plain)
        except ValueError:
            return None
    if all(c in _DIGITS or c.isdigit() for c in plain):
        return float("".join(str(_DIGITS[c]) if c in _DIGITS else c for c in plain))
    return _spelled(plain)


def _spelled(plain: str) -> float | None:
    plain = plain.replace("廿", "二十").replace("卅", "三十").replace("几", "三").replace("数", "三")
    total, current = 0.0, 0.0
    for c in plain:
        if c in _DIGITS:
            current = _DIGITS[c]
        elif c.isdigit():
            current = current * 10 + int(c)
        elif c == "万":
            total = (total + current) * 10000
            current = 0
        elif c in _TENS:
            total += (current or 1) * _TENS[c]
            current = 0
        else:
            return None
    return total + current


@lru_cache(maxsize=2048)
def whole(written: str | None) -> int | None:
    """The whole number of a written number, None for none."""
    value = number(written) if written else None
    return None if value is None else int(value)


def year(written: str) -> int | None:
    """A year: four digits as they are, two digits 00–35 (spelled out: 00–32) as 20xx, the others as 19xx."""
    value = whole(written)
    if value is None or not 1 <= value <= 9999:
        return None
    if len(written) == 2 and value < 100:
        return 2000 + value if value <= (35 if written.isdigit() else 32) else 1900 + value
    return value
