"""Roles of dates as the fitted model weighs them over what the rules say, and what they say of the kind of a text."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.duties import surely_handed_in, surely_meets, surely_yearly
from bot.core.implied_rhythms import comings
from bot.core.learned.agreeing import agreeing
from bot.core.learned.company import company_features, in_company
from bot.core.learned.features import mention_features
from bot.core.learned.linear import Chances, Features
from bot.core.learned.shipped import company_models, role_model
from bot.core.learned.trees import Jury
from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.reasons import (
    ARRIVES,
    ASKED_FOR,
    CERTAIN,
    COMES,
    COUNTED,
    EVENT_END,
    LIMIT,
    OCCASION,
    PAST,
    ROUGH_LIMIT,
    SAYS_LIMIT,
    SUPERSEDED,
    TIME_LABEL,
    WEIGHED_OUT,
)
from bot.core.roles import COARSE, DateRole, Verdict
from bot.core.superseded import is_wrong
from bot.core.wording import late

_OF_SETS = (DateRole.RECURRING, DateRole.NEITHER)
"""What a date that comes back can be."""
_LONGEST_OVERDUE = 60
"""How many days ago something can have been due that is still asked for."""
_FARTHEST = {DateRole.EVENT: 240, DateRole.DEADLINE: 270, DateRole.WINDOW: 270}
"""Days ahead within which what is announced without a year takes place or is due (none of 3,000 marked ones lies farther off)."""
_ON_THE_DAY = late(r"(?:那|当)[天日晚]|[上下中]午|[早晚]|一早|之?内|[就要得必交报送发给完截止为]|[^一-鿿]|$")
"""What makes a day of a festival without a limit word."""
_SURE_OF_NONE = 0.75
"""How surely a limit that is said as one (…前) must be somebody else's: a deadline missed is the worst error."""
_HANDED_IN, _SURE_OF_NO_DEMAND = late(r"(?:统一|全部|一并|分别|必须|务必|要)*(?:报|上报|填报|报送|提交|上交|交|交齐|报齐|送[到来达]|[交报发传](?:来|到?本?群里?))(?=[。；;，,\n]|$)"), 0.95
_OPENS_WITH_LIMIT = late(r"(?:统一|全部|一并|分别|必须|务必|要)*(?:在[^，。；\n]{2,10}[中里上]|[将把][^，。；\n]{2,12})?(?:报送|上报|填报|提交|上交|报(?![道名告案警考价销纸刊])|交(?![付工货通易流房班接]))[^，,。；;\n的了过]{2,24}(?=[，,。；;（(\n]|$)")
"""四、总结。12月10日前报公示照片和工作总结: a sentence that opens with its limit and names what is handed in, nobody else being named."""
_HARDLY = 0.05
"""How unlikely a rhythm is to be the readers' that is none, whatever stands beside it."""
_SURE_OF_LIMIT, _UNKNOWN = 0.65, frozenset({"no_duty_beside_it", "no_anchor"})
"""How surely a date must be a limit that a rule takes for something else, and reasons that say no rule knew it."""
_OF_US = late(r"(?:我们?|咱们?|[我本][镇乡局办站所县])(?:于|在)?$|[省市县上][里级面]")
"""县里要求我们10月8日前上报: a limit of those who write."""


def weigh(verdicts: Sequence[Verdict], sent_at: datetime, words: Chances) -> tuple[list[Verdict], list[Chances]]:
    """The verdicts with the role that is most likely, and how likely each role is.

    `words` says how likely each kind is by the words of the text.
    """
    model, company = role_model(), company_models()
    alone = [model.chances(features) for features in mention_features(verdicts, sent_at, words)]
    chances = together(company, verdicts, company_features(verdicts, alone, sent_at, words))
    agreed = agreeing(verdicts, chances)
    return [v if _of_no_rhythm(v, c, verdicts) else replace(_weighed(v, c, sent_at), likely=c[DateRole.RECURRING]) for v, c in zip(verdicts, agreed, strict=True)], [known(v, c) for v, c in zip(verdicts, chances, strict=True)]


def together(company: Jury, verdicts: Sequence[Verdict], around: Sequence[Mapping[str, float]]) -> list[Chances]:
    """How likely each role is for every date of a text; where nothing said is a rhythm, or likely to be one, nothing comes back."""
    chances = [in_company(company, features) for features in around]
    return chances if any(v.mention.time.kind is TimeKind.SET for v in verdicts) or _comes_back(verdicts, chances) else [_once(each) for each in chances]


def _comes_back(verdicts: Sequence[Verdict], chances: Sequence[Chances]) -> bool:
    """Whether days of the week or the month that stand together are likely those of every week or month."""
    return any(sum(chances[at][DateRole.RECURRING] for at in days.places) > len(days.places) / 2 for days in comings(verdicts))


_OF_ITS_OWN_DAYS = late(r"FREQ=(?:HOURLY|DAILY)|.*;BY")
"""Rhythms that leave nothing open which a day beside them could say."""
_FIRST_TIME = late(r"[^，。；\n]{0,4}(?:起(?![草床])|开始|第一|首|头一)")


def _of_no_rhythm(verdict: Verdict, chances: Chances, verdicts: Sequence[Verdict]) -> bool:
    """每天5点前接龙，落后的周三上午10点来二楼说明: a day and hour at which people come, beside a rhythm that names its days itself."""
    m = verdict.mention
    comes = verdict.role is DateRole.EVENT and not verdict.weak and m.has_day and m.time.clock is not None and not m.time.before
    if not comes or m.time.kind is TimeKind.SET or max(chances, key=chances.__getitem__) != DateRole.RECURRING:
        return False
    rules = [v.mention.time.rrule or "" for v in verdicts if v.mention.time.kind is TimeKind.SET]
    return bool(rules) and all(map(_OF_ITS_OWN_DAYS.match, rules)) and not (m.time.said.endswith(("起", "开始")) or _FIRST_TIME.match(m.right))


def _once(chances: Chances) -> Chances:
    rest = 1 - chances[DateRole.RECURRING]
    return {role: 0.0 if role == DateRole.RECURRING else chance / rest for role, chance in chances.items()} if rest > 0 else chances


def known(verdict: Verdict, chances: Chances) -> Chances:
    """The chances of a date whose role language leaves no doubt of; a window or where others report in may stand in news, too."""
    if verdict.reason not in CERTAIN or verdict.reason in (ARRIVES, COMES) or verdict.role in (DateRole.DEADLINE, DateRole.WINDOW):
        return chances
    return {role: float(role == verdict.role) for role in chances}


def _weighed(verdict: Verdict, chances: Chances, sent_at: datetime) -> Verdict:
    """The verdict with its likeliest role; the rule's own reason stays where it agrees."""
    time = verdict.mention.time
    if time.kind is TimeKind.DURATION or (time.kind is not TimeKind.SET and time.start is None and time.end is None):
        return verdict
    if verdict.role in _FARTHEST and _longer_ago(verdict, sent_at, _FARTHEST[verdict.role]):
        return Verdict(verdict.mention, DateRole.NEITHER, PAST)
    if verdict.reason in CERTAIN or (verdict.role is DateRole.RECURRING and time.kind is TimeKind.SET and chances[DateRole.RECURRING] > _HARDLY and (surely_handed_in(verdict.mention) or surely_meets(verdict.mention) or surely_yearly(verdict.mention))):
        return verdict
    open_to = _OF_SETS if time.kind is TimeKind.SET else tuple(DateRole)
    role = max(open_to, key=lambda each: chances[each])
    if role in (DateRole.DEADLINE, DateRole.WINDOW) and _told_of(verdict) and chances[DateRole.DEADLINE] + chances[DateRole.WINDOW] < _SURE_OF_LIMIT:
        return verdict
    if role in (DateRole.DEADLINE, DateRole.WINDOW) and verdict.reason == OCCASION and not _ON_THE_DAY.match(verdict.mention.right):
        return verdict
    if role is DateRole.EVENT and verdict.reason == OCCASION and verdict.mention.before == verdict.mention.start:
        return verdict  # 12月30日下午元旦联欢: right behind a day the festival only names what takes place
    if role in (DateRole.DEADLINE, DateRole.WINDOW) and verdict.reason == PAST and _long_ago(verdict, sent_at):
        return verdict
    if role is DateRole.EVENT and verdict.reason == PAST and _ended_before(verdict, sent_at):
        return verdict
    if role is DateRole.EVENT and verdict.reason == LIMIT and time.said.endswith(("截止", "为止")):
        return verdict
    if (role is DateRole.EVENT and verdict.reason == EVENT_END) or (verdict.reason == SUPERSEDED and is_wrong(verdict.mention)):
        return verdict
    if role in (DateRole.DEADLINE, DateRole.WINDOW) and _of_day_gone(verdict, sent_at):
        return Verdict(verdict.mention, DateRole.NEITHER, PAST)
    if role in (DateRole.DEADLINE, DateRole.WINDOW):
        role = DateRole.WINDOW if verdict.mention.is_range else DateRole.DEADLINE
    if role in _FARTHEST and _longer_ago(verdict, sent_at, _FARTHEST[role]):
        return Verdict(verdict.mention, DateRole.NEITHER, PAST)
    if role is verdict.role:
        return replace(verdict, weak=False) if verdict.weak else verdict
    if role is DateRole.NEITHER and verdict.reason == TIME_LABEL and chances[role] < _SURE_OF_NONE:
        return verdict
    if role is DateRole.NEITHER and verdict.reason in (LIMIT, ASKED_FOR) and chances[role] < (_SURE_OF_NO_DEMAND if _demands(verdict.mention) else _SURE_OF_NONE):
        return verdict
    if role is DateRole.NEITHER:
        return Verdict(verdict.mention, role, WEIGHED_OUT)
    return Verdict(verdict.mention, role, f"weighed_{role}")


_MAY_BE_EVENT = {DateRole.EVENT: 0.0, DateRole.NEITHER: 0.3}
_ELSE_MAY_BE = 0.2
"""How likely a date must be an event, by what the rules took it for, in a text that invites to one and names no other."""
_ONLY_ONE_MAY_BE = 0.1
"""The same where the text has no other date at all."""


def with_likeliest_event(ruled: Sequence[Verdict], weighed: Sequence[Verdict], chances: Sequence[Chances]) -> Sequence[Verdict]:
    """The dates of an invitation of which none was an event, with the likeliest one: an invitation has its day.

    `ruled` says what the rules took each for; a limit said as one, and what a rule knows to be none, stays.
    """

    def likely(at: int) -> tuple[bool, float]:
        return ruled[at].role is DateRole.EVENT, chances[at][DateRole.EVENT]

    open_ones = [at for at, verdict in enumerate(weighed) if _undecided(ruled[at], verdict)]
    else_may_be = _ONLY_ONE_MAY_BE if len(weighed) == 1 else _ELSE_MAY_BE
    likeliest = max((at for at in open_ones if likely(at)[1] >= _MAY_BE_EVENT.get(ruled[at].role, else_may_be)), key=likely, default=None)
    if likeliest is None:
        return weighed
    return [replace(v, role=DateRole.EVENT, reason="weighed_event", weak=False) if at == likeliest else v for at, v in enumerate(weighed)]


def _undecided(rule: Verdict, verdict: Verdict) -> bool:
    """Whether only the weighing, or nothing at all, says of a day or an hour that it is none; or it is due without a word of limit."""
    time = verdict.mention.time
    if time.before or time.start is None or time.kind in (TimeKind.DURATION, TimeKind.SET) or time.grain in COARSE:
        return False
    if verdict.role is DateRole.DEADLINE:
        return verdict.reason not in (LIMIT, SAYS_LIMIT, ROUGH_LIMIT, COUNTED)
    return verdict.reason == WEIGHED_OUT or (verdict.role is DateRole.NEITHER and rule.reason in _UNKNOWN)


def _told_of(verdict: Verdict) -> bool:
    """Whether a rule knows what a date is that is no limit: 别拖到月底, 专家组周三来验."""
    return verdict.role is DateRole.NEITHER and not verdict.weak and verdict.reason not in _UNKNOWN


def _demands(m: Mention) -> bool:
    """Whether a limit ends in what is asked for, of nobody in particular: 总结28日前报。"""
    if not m.sentence_left.strip() and _OPENS_WITH_LIMIT.match(m.right):
        return True
    return _HANDED_IN.match(m.right) is not None and _OF_US.search(m.clause_left) is None


def _longer_ago(verdict: Verdict, sent_at: datetime, days: int) -> bool:
    """该案4月8日立案, read in June: a day without a year that would have to be more than so many days ahead lies behind.

    A span that is said to begin (从2月28日起到12月31日) is as far ahead as its first day.
    """
    time = verdict.mention.time
    moment = time.start if time.start and "起" in time.said else time.end or time.start
    return moment is not None and "year" in time.implied and not time.before and (moment.date() - sent_at.date()).days > days


def _of_day_gone(verdict: Verdict, sent_at: datetime) -> bool:
    """昨天出的事，…当晚七点前: an hour of that day, when the day told of is over."""
    time = verdict.mention.time
    return time.said.startswith(("当天", "当日", "当晚", "同日")) and time.start is not None and time.start.date() < sent_at.date()


def _ended_before(verdict: Verdict, sent_at: datetime) -> bool:
    """从昨晚十点就在流: a day before that of the notice, to which nobody can be invited any more."""
    moment = verdict.mention.time.end or verdict.mention.time.start
    return moment is not None and moment.date() < sent_at.date()


def _long_ago(verdict: Verdict, sent_at: datetime) -> bool:
    moment = verdict.mention.time.end or verdict.mention.time.start
    return moment is not None and (sent_at.date() - moment.date()).days > _LONGEST_OVERDUE


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the rules read out of a text if it were a task: how many requirements, whether it says where to, whether it presses."""

    requirements: int
    addressed: bool
    urgent: bool


def settling_features(words: Chances, roles: Sequence[Chances], wanted: Wanted) -> Features:
    """What the words and the dates of a text, and what would be wanted, say of its kind."""
    found: list[tuple[float, tuple[str, ...]]] = [(math.log(max(chance, 1e-4)) / 3, (f"words {name}",)) for name, chance in words.items()]
    most = {role: max((c[role] for c in roles), default=0.0) for role in ("deadline", "window", "event", "recurring")}
    found += [(chance, (f"most {role}",)) for role, chance in most.items()]
    first = next((role for c in roles if (role := max(c, key=c.__getitem__)) != "neither"), "neither")
    dated = max(most.values()) > 0.5
    plain = [f"first {first}", "dated" if roles else "undated", f"wanted {min(wanted.requirements, 3)}{' by a date' if dated else ''}"]
    plain += [name for name, holds in (("addressed", wanted.addressed), ("urgent", wanted.urgent)) if holds]
    found.append((1.0, tuple(plain)))
    found.append((max(most["deadline"], most["window"]), ("due",)))
    found.append((1 - math.prod(c["neither"] for c in roles), ("any",)))
    return found
