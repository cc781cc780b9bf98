"""Rules for lengths of time: 3个工作日内, 两周后, 近三年, 上个小时."""

from __future__ import annotations

import re

from bot.core.times.moment import Piece, Spell
from bot.core.times.numbers import COUNT, number
from bot.core.wording import late


def hour(m: re.Match[str]) -> Piece | None:
    return Spell(m.start(), m.end(), 1, "hour", "last" if m["how"] == "上" else "next")


_HOW = {"内": "within", "里": "within", "间": "within", "后": "after", "前": "ago", "来": "since"}
_AHEAD = {"未来": "next", "今后": "next", "接下来": "next", "后": "next", "下": "next", "之后": "next", "往后": "next"}
_AHEAD |= {"随后": "next", "再过": "after", "过": "after"}
_ELSEWHERE = late(
    r"(?:结束|完成|会|会议|开学|到期|验收|闭幕|培训|活动|竣工|完工|出院|发生|签订|公示|入库|开工|期满)(?:之日起|[之以]?后)$"
)


def _few(written: str) -> float | None:
    """两三, 三五, 七八: about so many, the larger of the two."""
    if len(written) == 2 and all(c in "一两二三四五六七八九" for c in written):
        return number(written[1])
    return number(written)


_LIMITED = late(r"(?<![上下年权有期])限(?:期|时|定)?(?:你们?|大家|他们?|各[一-鿿]{1,3})?(?:在|于)?\Z")
"""限你三天把货架收进去, 限期三天: by then, though no 内 says so."""
_GIVEN_TIME = late(r"(?:给|留)(?:给)?(?:大家|你们|他们|各[一-鿿]{1,3})?(?:最后)?\Z")
_GIVEN_YOU = late(r"(?:^|[，。；！：,;!:\s我])(?:就|只|再|最多)?(?:给|留给?)(?:大家|你们|大伙|村里|班组|组里|各[一-鿿]{1,3})(?:最后|只有)?\Z")
"""给你们四十分钟, to the minute: whoever is given it is to be done by then."""
_AT_MOST = late(r"(?:^|[，。；！,;!\s])(?:时间|期限|时限|限期)?(?:[:：是为]|最多|顶多|不(?:得|能)?超过)\s?\Z|(?:期限|时限|限期)\Z")
_TIME_ENDS = late(r"的?(?:时间|期限)?(?=[，。；！,;!\s]|$)")
"""给大家一周时间, 期限3天, 最多三天: by then, where nothing else is said of the span."""
_FOR_WORK = late(r"的?(?:时间|期限|工夫)?(?:去|来|抓紧|集中|自行)*(?:把|将|整改|补[齐交报录]|完成|[弄做填改撤备搬][好完齐走]|[报交]上来|自查|清[理完退]|处理|准备|落实)")
"""给大家三天时间把表补齐: what the time is given for."""
_MORE = late(rf"({COUNT})个?(小时|分|秒|时|月|天)")
_EXTRA = {"小": 60.0, "时": 60.0, "分": 1.0, "秒": 1 / 60, "月": 43200.0, "天": 1440.0}


def spell(m: re.Match[str]) -> Piece | None:
    amount = _few(m["sn"])
    if amount is None or amount > 1e9:
        return None
    unit = m["su"] or m["su2"] or m["su3"] or m["su4"] or ""
    found = Spell(m.start(), m.end(), amount, _unit(unit))
    if m["shalf"] or m["shalf2"]:
        found.amount += 0.5
    found.elsewhere = bool(m["ssuf"]) and _ELSEWHERE.search(m.string[max(0, m.start("sn") - 8) : m.start("sn")]) is not None
    found.low = number(m["slo"]) if m["slo"] else None
    found.workdays = "工作" in unit or "交易" in unit
    found.vague = bool(m["smore"] or m["smore2"]) or m["sn"] in ("几", "数") or (len(m["sn"]) == 2 and m["sn"][0] in "一两三五七" and m["sn"][1] in "两三五八四")
    if m["extra"]:
        found.extra_minutes = sum(int((number(n) or 0) * _EXTRA[u[0]]) for n, u in _MORE.findall(m["extra"]))
    prefix = (m["spre"] or "").removesuffix("的").strip()
    if m["ssuf"] and prefix in ("后", "前", "上", "下", "过", "头"):
        found.start, prefix = m.start("sn"), ""
    if m["ssuf"]:
        found.how = _HOW[m["ssuf"][-1]]
        if prefix in ("未来", "今后", "接下来", "近", "最近", "过去") and found.how == "within":
            found.how = "next" if prefix in _AHEAD else "last"
    elif prefix:
        found.how = _AHEAD.get(prefix, "last")
    elif _LIMITED.search(m.string, max(0, m.start() - 8), m.start()) or _is_given(m):
        found.how = "within"
    return found


def _is_given(m: re.Match[str]) -> bool:
    """Whether a span of days is the time somebody is given."""
    if (_TIME_ENDS.match(m.string, m.end()) or _FOR_WORK.match(m.string, m.end())) and _GIVEN_YOU.search(m.string, max(0, m.start() - 12), m.start()):
        return True
    if not _TIME_ENDS.match(m.string, m.end()) or not re.search("天|日|周|星期|礼拜", m.group()):
        return False
    left = max(0, m.start() - 10)
    given = _GIVEN_TIME.search(m.string, left, m.start()) and m.string[m.end() : m.end() + 3].lstrip("的").startswith(("时间", "期限"))
    return bool(given or _AT_MOST.search(m.string, left, m.start()))


def _unit(word: str) -> str:
    for mark, unit in (
        ("秒", "second"),
        ("分", "minute"),
        ("刻", "quarter_hour"),
        ("工作", "day"),
        ("交易", "day"),
        ("时", "hour"),
        ("钟", "hour"),
        ("天", "day"),
        ("昼", "day"),
        ("日", "day"),
        ("周年", "year"),
        ("周", "week"),
        ("星期", "week"),
        ("礼拜", "week"),
        ("月", "month"),
        ("季", "season"),
    ):
        if mark in word:
            return unit
    return "year"
