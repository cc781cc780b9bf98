"""What a message is: task, event, info or chatter, as its words and dates together say, and which of them spoke for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import add

from bot.core.english_others import readers_hand_in
from bot.core.english_requests import asks_for_work
from bot.core.idle import is_short_call, opens_with_invitation
from bot.core.learned.features import text_features
from bot.core.learned.linear import Chances
from bot.core.learned.network import Network
from bot.core.learned.shipped import kind_model, settling_model
from bot.core.learned.weighing import Wanted, settling_features
from bot.core.models import Kind, TimeKind
from bot.core.moved import calls_anew
from bot.core.reasons import DUE_REGULARLY, GATHERS, MOVED, READERS_FIELD, REQUESTED, SAYS_LIMIT, SHUTS
from bot.core.roles import DateRole, Verdict
from bot.core.wishes import is_wish
from bot.core.wording import late

_MOST_WORDS, _OPENING = 3, 240
"""How many words are named, out of how many characters of the beginning."""
DUE_DATE = "due_date"
_DATED = {DUE_DATE: ("deadline", "window"), "event_date": ("event",), "recurring_date": ("recurring",)}
_LIKELY = 0.5
NO_DATE = "no_date"
SAID = "said:"
"""What stands in front of the text's own words among the reasons."""
_ASKS_WHEN = late(r"(?:@\S{1,12}\s?)*[^，,、：:。；;！!?？\n]{0,24}?(?P<asked>几[点号时]|哪[天日]|(?:周|星期|礼拜)几|[什啥]么?时[候间]?|来着)[^，,、：:。；;！!?？\n]{0,12}[?？。!！~]*")
_TELL_ME = late(r"[给报发交送回告跟]|统计|填|接龙|请|各[一-鿿]")
"""What tells a demand (各村几号开秧门给我) from somebody's question (明天开会几点来着)."""
_ASKS = late(r"(?<![申邀聘])请(?!寄|拨|[致来]电|联系|咨询|见|参[见阅]|登录|关注|知[悉晓]|放心|谅解)|邮戳|逾期|过期|不候|不补|务必|错过|抓紧|方为有效|\b(?:please|kindly|bring|send|submit|return|hand in|fill in)\b", re.I)
"""What a notice says that wants something done within the time it gives."""
_ONLY_TOLD = late(r"仅?供(?:大家|各位|参考|了解|知悉)|无需(?:办理|报名|申报|操作)|不(?:需要?|用|必)(?:办理|报名|申报|操作)|记者|获悉|据悉|据了解|已(?:经)?(?:结束|截止)")


@dataclass(frozen=True, slots=True)
class Classified:
    """The kind and the reasons for it, strongest first."""

    kind: Kind
    reasons: tuple[str, ...]


def kind_by_words(text: str, verdicts: Sequence[Verdict], sender: str | None, sent_at: datetime) -> Chances:
    """How likely each kind is by the words of a normalised text; `verdicts` are the rules' on its dates."""
    return kind_model().chances(text_features(text, verdicts, sender, sent_at))


def rather_event(words: Chances) -> bool:
    """Whether a text whose words say so is rather an event than a task."""
    return words["event"] > words["task"]


def asks_within(text: str, verdicts: Sequence[Verdict]) -> bool:
    """Whether a text says beyond doubt when its readers may act, and calls on them to: 报名时间为…，请相互转告; 选课20日结束，请按时办理."""
    named = any(v.reason in (READERS_FIELD, SHUTS, SAYS_LIMIT) for v in verdicts)
    return named and _ASKS.search(text) is not None and _ONLY_TOLD.search(text) is None


CORRECTED = "corrected"
_LIMIT_MOVED = late(
    r"(?<![里级面头局厅])(?:递[交送]|提交|报名|申报|投稿|缴[费纳]|到账|填报|报送|上报|响应|投标|报价|交稿|征[集稿])[^，,。；;\n]{0,6}截止(?:日期|时间)(?:由|从)[^，。；;\n]{4,24}(?:更正|变更|调整|延长|延期|修改|顺延|推迟|延后|提前|改)[为到至成]$"
)
"""投标文件递交截止时间由3月31日更正为4月8日: a notice that moves a limit is for those who have it."""


def surely_meant(text: str, verdicts: Sequence[Verdict]) -> Kind | None:
    """What a text is that would else be news: a task with a time of its own to act in, an event that is moved; None where nothing says so."""
    if is_wish(text):
        return Kind.EVENT if any(v.role is DateRole.EVENT for v in verdicts) else Kind.TASK
    if any(v.role is DateRole.DEADLINE and v.reason in (SAYS_LIMIT, MOVED, CORRECTED) and _LIMIT_MOVED.search(v.mention.sentence_left[-60:]) for v in verdicts):
        return Kind.TASK
    handed_in = any(v.role is DateRole.RECURRING and readers_hand_in(v.mention) for v in verdicts if v.mention.time.kind is TimeKind.SET)
    if handed_in or asks_within(text, verdicts) or any(v.reason in (REQUESTED, DUE_REGULARLY) for v in verdicts):
        return Kind.TASK
    return Kind.EVENT if any(v.reason == GATHERS for v in verdicts) or calls_anew(verdicts) or opens_with_invitation(text, verdicts) else None


def classify(text: str, words: Chances, roles: Sequence[Chances], wanted: Wanted, meant: Kind | None = None, idle: Kind | None = None) -> Classified:
    """The kind of a normalised text: what its words say, settled by what its dates are for and what is wanted.

    `meant` is what it surely is if it is no news, `idle` what it surely is since it asks nothing. Nothing but a question when something is, by somebody who does not know, is chatter however much it sounds like a call.
    """
    question = _ASKS_WHEN.fullmatch(text.strip())
    if question and ("来着" in text or not _TELL_ME.search(text)):
        return Classified(Kind.CHATTER, (SAID + question["asked"],))
    chances = settling_model().chances(settling_features(words, roles, wanted))
    kind = Kind(max(chances, key=chances.__getitem__))
    if idle and (kind.actionable or idle is Kind.CHATTER):
        return Classified(idle, tuple(_words_for(text, idle, kind_model())))
    if meant is None and not kind.actionable and (is_short_call(text) or asks_for_work(text)):
        return Classified(Kind.TASK, tuple(_words_for(text, Kind.TASK, kind_model())))
    if meant and (not kind.actionable or (meant is Kind.EVENT and kind is Kind.TASK)):
        dated = (DUE_DATE,) if meant is Kind.TASK and not is_wish(text) else ()
        reasons = tuple(dict.fromkeys((*dated, *_dates_for(meant, roles))))
        return Classified(meant, reasons or tuple(_words_for(text, meant, kind_model())))
    return Classified(kind, (*_dates_for(kind, roles), *_words_for(text, kind, kind_model())))


def _dates_for(kind: Kind, roles: Sequence[Chances]) -> list[str]:
    """Whether the text has a date to act by, to come at, or that comes back."""
    found = [reason for reason, wanted in _DATED.items() if any(sum(c[role] for role in wanted) > _LIKELY for c in roles)]
    return found if kind.actionable else [] if found else [NO_DATE]


def _words_for(text: str, kind: Kind, model: Network) -> list[str]:
    """The strings of the text that speak loudest for this kind."""
    at = model.classes.index(kind)
    opening = text[:_OPENING]
    loud: dict[str, float] = {}
    for words in dict.fromkeys(map(add, opening, opening[1:])):
        if words.isalpha() and not words.isascii() and (name := words.lower()) in model.packed:
            row = model.said_by(name)
            loud[words] = row[at] - (sum(row) - row[at]) / (len(row) - 1)
    ranked = sorted((each for each in loud if loud[each] > 0), key=lambda each: -loud[each])
    return [SAID + each for each in ranked[:_MOST_WORDS]]
