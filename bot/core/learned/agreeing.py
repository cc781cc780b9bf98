"""Dates of one text that mean the same share their fate: the days of a list, of a row, of a column of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.day_lines import fills_line
from bot.core.duties import SAME_DAY
from bot.core.implied_rhythms import comings
from bot.core.learned.linear import Chances
from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.reasons import CERTAIN, LIMIT
from bot.core.rhythm_days import day_of_month
from bot.core.roles import DateRole, Verdict
from bot.core.spanning import Placed
from bot.core.tables import tables
from bot.core.turns import STAGE, find_turns, handed_in_batches
from bot.core.wording import late

_SURE_OF_EVENT = 0.6
"""How surely the days of a list must be those on which people come, where it says that something is handed in by turns."""
_BETWEEN = late(r"\s*[、和及与]\s*")


def agreeing(verdicts: Sequence[Verdict], chances: Sequence[Chances]) -> list[Chances]:
    """The chances of each date, with those of dates that mean the same put together."""
    agreed = list(chances)
    for turns in find_turns(verdicts):
        members = [*turns.days, *(() if turns.hour is None else (turns.hour,))]
        mean = _mean([chances[at] for at in members])
        if handed_in_batches(verdicts, turns) and mean[DateRole.EVENT] < _SURE_OF_EVENT:
            mean = {role: float(role == DateRole.DEADLINE) for role in mean}
        for at in members:
            if verdicts[at].reason not in CERTAIN:
                agreed[at] = mean
    for at in (place for coming in comings(verdicts) if coming.surely for place in (*coming.places, *coming.spans) if verdicts[place].reason not in CERTAIN):
        agreed[at] = {role: float(role == DateRole.RECURRING) for role in agreed[at]}
    for days in (*_days_of_lines(verdicts), *_first_and_last(verdicts), *_parts_of_a_day(verdicts), *_windows_of_a_list(verdicts), *_days_in_a_row(verdicts), *_days_of_a_column(verdicts), *_days_that_come(verdicts, agreed)):
        mean = _mean([agreed[at] for at in days])
        for at in days:
            agreed[at] = mean
    belonging = set(_days_told_again(verdicts, agreed))
    agreed = [_as_recurring(each) if at in belonging else each for at, each in enumerate(agreed)]
    hours = set(_hours_of_a_rhythm(verdicts, agreed))
    return [_as_recurring(each) if at in hours else each for at, each in enumerate(agreed)]


def _mean(chances: Sequence[Chances]) -> Chances:
    return {role: sum(each[role] for each in chances) / len(chances) for role in chances[0]}


def _days_in_a_row(verdicts: Sequence[Verdict]) -> Iterator[list[int]]:
    """安全报告节点：3月30日、4月5日、4月15日，当日17:00前报: days of which a rule says that each is a limit, and nothing stands between."""
    row: list[int] = []
    for at, verdict in enumerate(verdicts):
        alike = verdict.role is DateRole.DEADLINE and verdict.reason == LIMIT and verdict.mention.has_day
        follows = row and _BETWEEN.fullmatch(verdict.mention.text, verdicts[row[-1]].mention.end, verdict.mention.start)
        if alike and follows:
            row.append(at)
            continue
        if len(row) > 1:
            yield row
        row = [at] if alike else []
    if len(row) > 1:
        yield row


_PART = late(r"(?:[当同]天)?(?:上午|下午|晚上|中午)")
_CLAUSES_BETWEEN = late(r"[^。；;\n]{2,24}[；;][^。；;\n]{0,4}")
_OPENS_ITEM = late(r"(?:^|\n)[ \t]*(?:[①-⑳]|[（(]?[\d一二三四五六七八九十]{1,2}[）).．、])[^\S\n]?\Z")
_FEWEST_WINDOWS = 2


def _parts_of_a_day(verdicts: Sequence[Verdict]) -> Iterator[list[int]]:
    """上午停村部门前，一组的来；下午开去晒场，三组的来: two parts of one day, each with a clause of its own."""
    for at in range(1, len(verdicts)):
        one, two = verdicts[at - 1].mention, verdicts[at].mention
        alike = _PART.fullmatch(one.time.said) and _PART.fullmatch(two.time.said) and one.time.said != two.time.said
        if alike and _CLAUSES_BETWEEN.fullmatch(one.text, one.end, two.start):
            yield [at - 1, at]


def _days_of_lines(verdicts: Sequence[Verdict]) -> Iterator[list[int]]:
    """一年级——10月28日上午⏎四五六年级——10月30日: days that each fill a line of their own, one below the other."""
    run: list[int] = []
    for at, verdict in enumerate(verdicts):
        fills = verdict.reason not in CERTAIN and fills_line(verdict.mention)
        if run and (not fills or verdict.mention.line[0] - verdicts[run[-1]].mention.line[1] > 1):
            if len(run) > 1:
                yield run
            run = []
        if fills:
            run.append(at)
    if len(run) > 1:
        yield run


_OF_FIRST, _OF_LAST = late(r"(?:第一|首|头一?)[次期场回堂节课报晚天]?"), late(r"(?:最后一?|末一?|尾)[次期场回堂节课报晚天]?")


def _first_and_last(verdicts: Sequence[Verdict]) -> Iterator[list[int]]:
    """第一期9月24日，最后一期12月17日; 8月26日头一回，9月17日末一回: the first and the last day of one thing."""
    for at in range(1, len(verdicts)):
        one, two = verdicts[at - 1], verdicts[at]
        if not (one.mention.has_day and two.mention.has_day) or CERTAIN & {one.reason, two.reason} or two.mention.start - one.mention.end > _BETWEEN_ENDS:
            continue
        named = _OF_FIRST.search(one.mention.left[-4:]) and _OF_LAST.search(two.mention.left[-6:])
        if named or (_OF_FIRST.match(one.mention.right) and _OF_LAST.match(two.mention.right)):
            yield [at - 1, at]


_BETWEEN_ENDS = 12


def _windows_of_a_list(verdicts: Sequence[Verdict]) -> Iterator[list[int]]:
    """①10月12日—16日　交盘点数据⏎②10月19日—23日　交差异清单: the days that open each item of a list."""
    opening = [at for at, v in enumerate(verdicts) if v.mention.is_range and v.mention.has_day and v.reason not in CERTAIN and _OPENS_ITEM.search(v.mention.text, max(0, v.mention.start - 8), v.mention.start)]
    if len(opening) > _FEWEST_WINDOWS:
        yield opening


def _days_of_a_column(verdicts: Sequence[Verdict]) -> Iterator[list[int]]:
    """类别｜社区摸底｜街道复核: days of one column, in cells of their own, where each column has its act and no row is a stage."""
    if len(verdicts) < 2 or not _CELLS.search(verdicts[0].mention.text):
        return
    placed = Placed(range(len(verdicts)), lambda at: verdicts[at].mention.start)
    for rows in tables(verdicts[0].mention.text):
        columns: dict[int, list[int]] = {}
        for row in rows:
            for column, (begin, cell) in enumerate(zip(row.begins, row.cells, strict=True)):
                days = placed.between(begin, begin + max(len(cell) - 1, 0))
                if len(days) == 1 and _fills(verdicts[days[0]], begin, begin + len(cell)):
                    columns.setdefault(column, []).append(days[0])
        shared = [days for days in columns.values() if len(days) > 1]
        if len(shared) > 1 and not any(STAGE.search(cell) for row in rows[1:] for cell in row.cells):
            yield from shared


def _days_that_come(verdicts: Sequence[Verdict], chances: Sequence[Chances]) -> Iterator[list[int]]:
    """礼拜一报一次礼拜四报一次: the days of one breath, where most of what is known says that they come back."""
    for days in comings(verdicts):
        if len(days.places) > 1 and sum(chances[at][DateRole.RECURRING] for at in days.places) > len(days.places) / 2:
            yield list(days.places)


_BARE_DAY = late(r"\d{1,2}[日号](?!.*[日号])")


def _days_told_again(verdicts: Sequence[Verdict], chances: Sequence[Chances]) -> Iterator[int]:
    """每月8日前传，过了8日入口自己就关了: the day of a month, no month named, that a rhythm before it comes back on."""
    days: set[str] = set()
    for at, verdict in enumerate(verdicts):
        m = verdict.mention
        if m.time.kind is TimeKind.SET and chances[at][DateRole.RECURRING] > 1 / 2:
            days.update((m.time.rrule or "").partition(";BYMONTHDAY=")[2].partition(";")[0].split(","))
        elif _BARE_DAY.match(m.time.said) and str(day_of_month(m)) in days and verdict.reason not in CERTAIN:
            yield at


_DUE = (DateRole.DEADLINE, DateRole.WINDOW)


def _due(chances: Chances) -> float:
    return sum(chances[role] for role in _DUE)


_NAMES_DAY, _SHUTS = late(r"[日号天]|周|礼拜|星期|day|\d{4}", re.I), late(r"(?:就|准时|自动|统一)?(?:关|锁|截止|停收|封)")


def _is_bare_limit(m: Mention) -> bool:
    """Whether an hour, if it is a limit, names no day but the same: 上午11点半前, 当晚10点为止, 当日15时, 晚上九点关口子."""
    if not m.has_clock or m.is_range:
        return False
    if SAME_DAY.match(m.time.said):
        return True
    if m.time.before:
        return not m.has_day
    return _NAMES_DAY.search(m.time.said) is None and _SHUTS.match(m.right) is not None


def _hours_of_a_rhythm(verdicts: Sequence[Verdict], chances: Sequence[Chances]) -> Iterator[int]:
    """一个月送两次：头一个周一和第三个周一。…上午11点半前送到: an hour that is a limit, no day being due in the text but those that come back."""
    days = {at for coming in comings(verdicts) for at in coming.places if coming.surely}
    rhythms = [v.mention.time for at, v in enumerate(verdicts) if at in days or (v.mention.time.kind is TimeKind.SET and chances[at][DateRole.RECURRING] > 1 / 2)]
    if not rhythms or any(time.clock or time.part or (time.rrule or "").startswith("FREQ=HOURLY") for time in rhythms):
        return
    hours = [at for at, v in enumerate(verdicts) if _is_bare_limit(v.mention)]
    of_it = {*hours, *days}
    others = (at for at, v in enumerate(verdicts) if at not in of_it and v.mention.time.kind is not TimeKind.SET)
    if any(max(_due(chances[at]), chances[at][DateRole.EVENT]) > 1 / 2 for at in others):
        return
    yield from (at for at in hours if _due(chances[at]) > chances[at][DateRole.NEITHER])


def _as_recurring(chances: Chances) -> Chances:
    """The chances of a limit that is one only as part of what comes back."""
    return {role: chances[DateRole.RECURRING] + _due(chances) if role == DateRole.RECURRING else 0.0 if role in _DUE else chance for role, chance in chances.items()}


_CELLS = late(r"[|｜丨\t]| [^\n]* ")
_BESIDE_A_DAY = 4
"""Characters that may stand beside a day in its cell: 3月10日（周二）, 前, 下班前."""


def _fills(verdict: Verdict, begin: int, end: int) -> bool:
    m = verdict.mention
    day = m.has_day and m.time.kind in (TimeKind.POINT, TimeKind.RANGE) and verdict.reason not in CERTAIN
    return day and m.start - begin <= _BESIDE_A_DAY and end - m.end <= _BESIDE_A_DAY
