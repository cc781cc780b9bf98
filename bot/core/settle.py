"""What a whole message is, settled by what its dates are for: words alone often leave task and event open."""

from __future__ import annotations

import re

from bot.core.classify import Classified
from bot.core.dates import Dates
from bot.core.models import Kind
from bot.core.own_acts import ASKED
from bot.core.roles import FINISH, HAND_IN, DateRole, Verdict

_SILENT = frozenset({"nothing_asked"})
"""Reasons of the classifier that only say it found nothing."""
_FAINT = frozenset({"bulletin", "about_self", "own_report"})
"""Reasons against a duty that a plain date outweighs while the score is nearly even."""
_DOUBTFUL, _EVEN = -1.0, -0.5
_FAR = -1.5
"""Scores above these are no firm word against a duty."""
_NAME_LIST = re.compile(
    r"名单|回执|报名|节目单|课件|PPT|汇报稿|汇报材料|发言材料|议题|演讲稿|车辆|住宿|接龙|参演|选手|人数|展品|参会|参训|参加|请假|发言|节目单|参演|观赛|上车|回复|接龙|讲话稿|座位|车牌|人员|确认|attend|names?|rsvp|confirm", re.I
)
_CALLED = re.compile(
    r"参加|出席|到场|在场|在现场|等着|等候|带路|候着|迎检|陪同|全体|请假|参演|参赛|参会|到齐|一个不[能许]?少|都[要来到得须]|上线|入会|待命|不外出|本人来|不准代|组织[^，。]{0,6}(?:过来|前来|到)|[把将][^，。]{1,12}组织|在岗|必须|务必|带队|组织[^，。]{0,10}人|每[村社镇站户][^，。]{0,6}[人名来派]|自带|携带|陪同|出发|全体|请假|\d人(?:以上)?|带队|带[^，。]{0,6}[证本伞笔]|准时|present|attend|bring|must", re.I
)
_PLAIN = frozenset({"before", "due_label", "period_end"})
"""Reasons for a deadline that need no verb beside them."""


def _strong(dates: Dates, *roles: DateRole) -> list[Verdict]:
    return [v for v in dates.verdicts if v.role in roles and not v.weak and v.reason != "invitation"]


def _invites(dates: Dates, text: str) -> bool:
    """Whether an event opens the text and everything due is only who comes to it."""
    events = _strong(dates, DateRole.EVENT)
    due = _strong(dates, DateRole.DEADLINE, DateRole.WINDOW)
    if not events or not dates.events or not all(_NAME_LIST.search(v.mention.whole) for v in due):
        return False
    called = bool(_CALLED.search(text)) or sum(v.reason == "session_of_list" for v in events) > 1
    set_down = any(e.time and e.place for e in dates.events)
    first = not due or events[0].mention.start < due[0].mention.start
    return (called and first) or (set_down and (called or first))


def _papers(stated: list[Verdict]) -> list[Verdict]:
    """Deadlines for more than who comes."""
    return [v for v in stated if not _NAME_LIST.search(v.mention.whole)]


def _names_only(stated: list[Verdict]) -> bool:
    return bool(stated) and not _papers(stated)


def _asks_by(dates: Dates) -> bool:
    """Whether a sentence addresses the readers and names by when, or until when they may act and hand in."""
    for verdict in _strong(dates, DateRole.DEADLINE, DateRole.WINDOW):
        m = verdict.mention
        named = verdict.reason in _PLAIN or verdict.reason in ("from_now_until", "paper_and_day", "limit_word")
        if named and ASKED.search(m.whole) and re.search(f"{HAND_IN}|{FINISH}", m.sentence_right):
            return True
    return False


def worth_settling(classified: Classified) -> bool:
    """Whether the dates could change the kind: the classifier found a duty, or nothing at all either way."""
    against = set(classified.reasons) - _SILENT
    return classified.kind.actionable or (classified.score > _FAR and against <= _FAINT)


def settle_kind(classified: Classified, dates: Dates, text: str) -> Classified:
    """The classifier's kind, corrected where the dates speak plainly; the correction is named as the first reason."""
    kind = classified.kind
    settled = kind
    stated = _strong(dates, DateRole.DEADLINE)
    due = [v for v in stated if v.reason in _PLAIN]
    handed = dates.recurrence is not None and re.search(HAND_IN, text)
    gathers = any((v.role is DateRole.EVENT and v.reason != "invitation") or v.reason == "cancelled" for v in dates.verdicts)
    if kind is Kind.EVENT and not gathers and (_papers(stated) or (handed and not _names_only(stated) and "dated_meeting" not in classified.reasons)):
        settled = Kind.TASK
    elif kind is Kind.TASK and _invites(dates, text):
        settled = Kind.EVENT
    elif not kind.actionable and worth_settling(classified):
        near = classified.score > (_EVEN if set(classified.reasons) - _SILENT else _DOUBTFUL)
        present = any(v.reason in ("presence_demanded", "place_follows") for v in _strong(dates, DateRole.EVENT))
        if (near or (present and classified.score > _DOUBTFUL)) and _invites(dates, text):
            settled = Kind.EVENT
        elif (near and due and dates.deadlines) or (dates.deadlines and _asks_by(dates)):
            settled = Kind.TASK
    if settled is kind:
        return classified
    return Classified(settled, (f"dates_say_{settled.value}", *classified.reasons), classified.score)
