"""Where something takes place as talk leaves it: the room a later line changes, the one that answers 在哪, else that of the line moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.core.answered import AGREES, Turn
from bot.core.later_lines import questions
from bot.core.models import Event, Span
from bot.core.places import bare_place, labelled_place
from bot.core.reasons import SAID_LATER
from bot.core.roles import DateRole, Verdict
from bot.core.wording import late

_ASKS_PLACE = late(
    r"(?:(?:那|那么|请问|问下|收到|好的?|[是要在到去来]|集合|开会|人|会议|会场|地[点方]|具体|还是|大家)[，,\s]?)*"
    r"(?:哪[里儿]?|哪个(?:地方|会议室|教室|房间)|什么地方|啥地方|何处|地[点方]|会场|几楼)(?:开会?|集合|见|搞|办|举行|等|碰头|活动|演练|呢|啊|嘛|哦|呀|咧)*[\s?？~。！]*"
)
_MORE_ASKED = late(r"^(?:还是|就|到|去|在|是|都|统一|那就|仍)*(?:在|到|去)?")
_CHANGES = late(
    r"(?:换|改|挪|(?<!转)移|搬|转|调)(?:个?地方?|场地|会场|地点)?了?[，,]?(?:[到在去成为至]了?)?(?=[^\s，。；])"
    r"|(?:地[点方]|会场|场地|会议室|教室)(?:也|都|又|要|有|临时)*(?:改|换|变|调|挪|移|搬)(?:了|动|更|整)?[，,：:]{0,2}\s?(?:[到在去成为是]了?)?"
    r"|不(?:在|去|到)[^，。；\n]{2,14}?了?[，,](?:改|换|都|直接|统一)?(?:[到在去来])"
)
"""What leads up to the place that takes the place of another: 换到…, 地方改了，到…, 不在…了，去…."""
_SO = late(r"(?:(?:行|好|成|中|要得|嗯|哦|对|唉)[吧的了行好]{0,3}[，,\s]*)?(?:那|那么|那样)?(?:就|还是|改|都)?(?:在|去|到)?")
_SETTLES = late(r"[^，。；\n]{0,3}?(?:吧|集合|见|开|碰头|[，,。！!\s]|就这么定|$)")
_NO_STATEMENT = late(r"[？?]|能不能|可不可以|要不|不如|[行好]不[行好]|吗|如果|要是|万一|的话|下雨就|就好了")


def with_later_places(events: Sequence[Event], text: str, verdicts: Sequence[Verdict], turns: Sequence[Turn], earlier: Callable[[int], Sequence[Event]]) -> tuple[Event, ...]:
    """The events at the place that the talk leaves them; `earlier` are those announced before a place in the text."""
    if not events:
        return tuple(events)
    clear = _without_times(text, verdicts)
    shown = list(events)
    days = {(event.date, event.time, event.part) for event in shown}
    said = _said_places(clear, turns, shown[0].span[0]) if len(days) == 1 else None
    if said is not None:
        return tuple(replace(event, place=said) for event in shown)
    moved = {v.mention.start for v in verdicts if v.reason == SAID_LATER and v.role is DateRole.EVENT}
    lines = {event.span: _line_of(turns, event.span) for event in shown if event.span[0] in moved}
    if not any(lines.values()):
        return tuple(shown)
    before = earlier(min(body[0] for body in lines.values() if body))
    for at, event in enumerate(shown):
        body = lines.get(event.span)
        old = next((each for each in reversed(before) if body and each.place and each.span[0] < body[0]), None)
        if body and old and not (event.place and text.find(event.place, *body) >= 0):
            shown[at] = replace(event, place=old.place)
    return tuple(shown)


def _without_times(text: str, verdicts: Sequence[Verdict]) -> str:
    """The text with commas for its times, so that places can be read across them."""
    parts, at = [], 0
    for verdict in verdicts:
        begin, end = verdict.mention.time.span
        if begin >= at:
            parts += [text[at:begin], "，" * (end - begin)]
            at = end
    return "".join([*parts, text[at:]])


def _line_of(turns: Sequence[Turn], span: Span) -> Span | None:
    """Where the line stands that holds this place; None for the first one of the talk."""
    return next((turn.body for turn in turns[1:] if turn.body[0] <= span[0] < turn.body[1]), None)


def _said_places(text: str, turns: Sequence[Turn], called: int) -> str | None:
    """The last place that answers a question for it, or that a line names in the place of another."""
    found: list[tuple[int, str]] = []
    for asked, answer in questions(text, turns):
        if _ASKS_PLACE.fullmatch(text[slice(*asked)]):
            place = _opening(_MORE_ASKED.sub("", text[slice(*answer)]))
            found += [(answer[0], place)] if place else []
    host = next((turn.who for turn in turns if turn.body[0] <= called < turn.body[1]), None)
    for at, turn in enumerate(turns):
        if at == 0 or not (place := _changed(text, turns, at, host)):
            continue
        found.append((turn.body[0], place))
    return max(found)[1] if found else None


def _changed(text: str, turns: Sequence[Turn], at: int, host: str | None) -> str | None:
    """The place a line changes to, if it states so or the one who called agrees."""
    turn = turns[at]
    words = text[turn.body[0] : min(turn.body[1], turn.body[0] + _LONGEST)]
    agreed = at + 1 < len(turns) and turns[at + 1].who != turn.who and AGREES.match(text[slice(*turns[at + 1].body)]) is not None
    if _NO_STATEMENT.search(words) and not (agreed and turn.who != host):
        return None
    for change in _CHANGES.finditer(words):
        place = _opening(words[change.end() :])
        if place:
            return place
    so = _SO.match(words) if turn.who == host and turns[at - 1].who != turn.who else None
    place = bare_place(words[so.end() :]) if so and so.end() else None
    if so and place and _SETTLES.match(words, so.end() + len(place)) and words.startswith(place, so.end()):
        return place
    return labelled_place(words) if turn.who == host and re.search(r"改|变|换|调|挪|推", words) else None


def _opening(words: str) -> str | None:
    """The place that a line opens with."""
    place = bare_place(words)
    return place if place and 0 <= words.find(place) <= _SOON else None


_SOON, _LONGEST = 12, 400
"""How soon the place must stand behind what leads up to it, and how much of a line is looked at; keeps the cost linear."""
