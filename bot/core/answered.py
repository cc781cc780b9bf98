"""Talk in which a limit is asked for and given: 最晚哪天？/ 3月21日, 3月21日行吗 / 行, 今天就要吗 / 不用，3月21日就行."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core.models import Span, TimeKind
from bot.core.reasons import PAST, READERS_FIELD, SUPERSEDED
from bot.core.roles import DateRole, Verdict
from bot.core.segment import COLON, Record
from bot.core.spanning import Placed
from bot.core.wording import late

_SAYS = late(rf"[ \t]*[\[【<]?(?P<who>[^\s:：,，。；;！!？?\[\]【】<>]{{1,16}}(?:[ \t][^\s:：,，。；;！!？?\[\]【】<>]{{1,8}})?)[\]】>]?{COLON}[ \t]{{0,4}}(?P<what>[^\n]+)")
_FIELD = late(r"时间|日期|地点|内容|要求|对象|事项|联系|电话|备注|附件|截[止至]|期限|时限|通知|收件|主题|^第[一二三四五六七八九十\d]|阶段|环节|步骤")
_BODY = late(r"(?:[组村镇县局办]|[组村镇县局办][ \t][^\s]{1,8})$")
"""Whom a list may speak of as well, and whose name stands before his words only where a person speaks again."""
_ASKS_LIMIT = late(
    r"(?:截[止至]|最[晚迟后]|到|期限|时限|前)[^，。；]{0,4}(?:什么时候|啥时候?|何时|几[号时点]|哪[一]?天|周几|多久)|(?:什么时候|啥时候?|何时|几[号时点]|哪[一]?天|周几)(?:之?前|截[止至]|到期|[^，。；开来去]{0,3}(?:要|交|报|完))"
)
_OTHER_MATTER = late(r"[开散]会|会议|培训|集合|开始|考试|放假|休息|上[课班]|演练|比赛|活动|出发|你[们那家的]|[他她]|交[房货付的]|到货|快递|吃|玩|发[钱放]|到账|来电|来水|结果|公示")
_UNSURE = late(r"记不清|好像|大概|可能|应该|听说|估计|不(?:太)?(?:清楚|确定|知道)|没准")
OFFERS = late(r"(?:之?前|[再才来]?[交报弄办做清搞][^，。；？?]{0,4})?(?:行|可以|成|中|可|来得及|好)(?:不行|不可以|[吗不么嘛吧否]|不[行成])?[?？~\s]*$")
_PUSHES = late(r"(?:之?前)?(?:就|一定)?(?:得|必须|要)[^，。；]{0,4}[吗么嘛吧不][?？~\s]*$")
AGREES = late(r"(?:嗯|恩|哦|好)*[，,\s]*(?:行|可以|好的?|成|没问题|OK|ok|中|对|就这天|就这样|同意)(?:的|啊|吧|呢|了)*(?:[，,。！!~\s]|$)")
_DENIES = late(r"(?:不用|不急|不是|不行|不成|不可以|来不及|太[晚迟早]|没那么急)")
_TOO = late(r"(?:就|都|也)?(?:太|有点|稍)[晚迟早]|(?:不行|来不及|赶不上)")
_GIVES = late(r"^(?:(?:时间|截[止至]|最[晚迟]|期限|就|就是|到|在|那就|那)[是为在到]?[:：]?\s?)*$")
_GIVEN = late(r"(?:之?前|以前)?(?:截[止至]|为止|交齐|要)?(?:就|都|也)?(?:行|可以|好|成|吧|即可|够了|最[晚迟])?[吧了的啊]?(?:[，,。！!；;~\s]|$)")
_LABELS = late(r"^(?:时间|截[止至](?:时间)?|最[晚迟]|期限|时限)[是为到在]?[:：]?\s?$")
_MOST = 200
"""Lines of talk that are looked at."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one says: who, and where the words stand."""

    who: str
    body: Span


def turns_of(text: str, records: Sequence[Record]) -> tuple[Turn, ...]:
    """Who says what in a pasted record, or where each line opens with a speaker and one of them returns; else nothing."""
    if records:
        return tuple(Turn(record.speaker, record.body) for record in records[:_MOST])
    found: list[Turn] = []
    at = 0
    for line in text.split("\n")[:_MOST]:
        said = _SAYS.fullmatch(line)
        if said and not _FIELD.search(said["who"]):
            found.append(Turn(said["who"].lstrip("@"), (at + said.start("what"), at + said.end("what"))))
        elif line.strip():
            return ()
        at += len(line) + 1
    speakers = [turn.who for turn in found]
    people = [who for who in speakers if not _BODY.search(who)]
    if len(people) < len(speakers):
        return tuple(found) if len(set(people)) < len(people) else ()
    return tuple(found) if len(set(speakers)) < len(speakers) or len(set(speakers)) == _PAIR == len(found) else ()


_PAIR = 2


def _given(verdicts: Sequence[Verdict], within: Sequence[int], body: Span) -> int | None:
    """The day that is said as the answer: it opens a clause of the words and nothing but 就行 and the like follows."""
    for index in within:
        m = verdicts[index].mention
        left = re.split(r"[，,。；;！!]", m.text[body[0] : m.start])[-1]
        if m.has_day and m.time.kind is not TimeKind.SET and _GIVES.match(left.strip()) and not _TOO.match(m.text, m.end) and _GIVEN.match(m.text, m.end):
            return index
    return None


def _settled(verdicts: Sequence[Verdict], turns: Sequence[Turn]) -> Iterator[tuple[int, bool]]:
    """The dates that talk makes limits (true), and those it denies (false)."""
    if not verdicts:
        return
    text = verdicts[0].mention.text
    placed = Placed(range(len(verdicts)), lambda index: verdicts[index].mention.start)
    within = [placed.between(turn.body[0], turn.body[1] - 1) for turn in turns]
    for at in range(1, len(turns)):
        before, turn = turns[at - 1], turns[at]
        asked, said = text[slice(*before.body)], text[slice(*turn.body)]
        if _OTHER_MATTER.search(asked) or _OTHER_MATTER.search(said) or _UNSURE.search(said):
            continue
        given = _given(verdicts, within[at], turn.body)
        if before.who == turn.who:
            m = verdicts[given].mention if given is not None else None
            if given is not None and m is not None and not within[at - 1] and _LABELS.match(text[turn.body[0] : m.start]):
                yield given, True
            continue
        offered = [i for i in within[at - 1] if OFFERS.match(text, verdicts[i].mention.end, before.body[1])]
        pushed = [i for i in within[at - 1] if _PUSHES.match(text, verdicts[i].mention.end, before.body[1])]
        if offered and AGREES.match(said):
            yield offered[-1], True
        elif given is not None and (_ASKS_LIMIT.search(asked) or ((offered or pushed) and (_DENIES.search(said) or not AGREES.match(said)))):
            yield given, True
            yield from ((index, False) for index in {*offered, *pushed})


def with_answers(verdicts: Sequence[Verdict], turns: Sequence[Turn]) -> list[Verdict]:
    """The verdicts with the days that talk agrees on as limits, without those it denies."""
    found = list(verdicts)
    for index, holds in _settled(verdicts, turns):
        m = found[index].mention
        if not holds:
            denied = replace(m.time, kind=TimeKind.DURATION, start=None, end=None, clock=None, part=None)
            found[index] = Verdict(replace(m, time=denied), DateRole.NEITHER, SUPERSEDED)
        elif found[index].reason != PAST:
            found[index] = Verdict(m, DateRole.DEADLINE, READERS_FIELD)
    return found
