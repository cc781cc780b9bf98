"""/settings: language, digest times, quiet hours, workdays only, on duty until."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.core.models import Member
from handlers.commands.call import Call, Refusal

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)\Z")
_WHAT = {
    "language": "language",
    "语言": "language",
    "digest": "digest",
    "摘要": "digest",
    "quiet": "quiet",
    "免打扰": "quiet",
    "安静": "quiet",
    "workdays": "workdays",
    "工作日": "workdays",
    "duty": "duty",
    "值班": "duty",
}
_LANGUAGES = {"zh": "zh", "中文": "zh", "en": "en", "english": "en", "英文": "en"}
_ON = frozenset({"on", "yes", "是", "开", "只工作日"})
_OFF = frozenset({"off", "no", "none", "否", "关", "不", "每天", "无"})

MOST_DIGESTS = 3
LONGEST_DUTY = timedelta(days=31)


async def settings(call: Call) -> None:
    """/settings [what value]: shows the caller's settings, or changes one."""
    words = call.words
    member = call.member
    if words:
        what = _WHAT.get(words[0].lower())
        if what is None:
            raise Refusal("no_such_setting", said=words[0][:20])
        member = _changed(call, what, words[1:])
        if member != call.member:
            call.save(member, label="settings")
    call.say(
        "settings",
        {
            "language": member.language,
            "digest": list(member.digest_times),
            "workdays": member.digest_workdays_only,
            "quiet": list(member.quiet_hours),
            "duty": member.on_duty_until.isoformat()
            if member.on_duty_until and member.on_duty_until >= call.today
            else None,
            "duty_week": (call.today + timedelta(days=6)).isoformat(),
            "role": member.role.value,
            "office": call.work.workspace.name,
            "saved": bool(words),
        },
    )


def _changed(call: Call, what: str, values: list[str]) -> Member:
    member = call.member
    if not values:
        raise Refusal("setting_value", what=what, said="")
    said = " ".join(values)
    if what == "language":
        language = _LANGUAGES.get(said.lower())
        if language is None:
            raise Refusal("setting_value", what=what, said=said[:20])
        return replace(member, language=language)
    if what == "digest":
        times = () if said.lower() in _OFF else tuple(sorted({_clock(each, what) for each in _parts(said)}))
        return replace(member, digest_times=times[:MOST_DIGESTS])
    if what == "quiet":
        if said.lower() in _OFF:
            return replace(member, quiet_hours=("00:00", "00:00"))
        span = [each for each in re.split(r"\s*[-–—~至到]\s*|\s+", said) if each]
        if len(span) != 2:
            raise Refusal("setting_value", what=what, said=said[:20])
        return replace(member, quiet_hours=(_clock(span[0], what), _clock(span[1], what)))
    if what == "workdays":
        if said.lower() not in _ON | _OFF:
            raise Refusal("setting_value", what=what, said=said[:20])
        return replace(member, digest_workdays_only=said.lower() in _ON)
    return replace(member, on_duty_until=None if said.lower() in _OFF else _duty(call, said))


def _parts(said: str) -> list[str]:
    return [each for each in re.split(r"[,，、\s]+", said) if each]


def _clock(said: str, what: str) -> str:
    match = _CLOCK.match(said)
    if match is None:
        raise Refusal("setting_value", what=what, said=said[:20])
    return f"{int(match[1]):02}:{match[2]}"


def _duty(call: Call, said: str) -> date:
    from handlers.commands.dates import read_when

    try:
        day = date.fromisoformat(said)
    except ValueError:
        day = read_when(call, said).astimezone(call.zone).date()
    if not call.today <= day <= call.today + LONGEST_DUTY:
        raise Refusal("setting_value", what="duty", said=said[:20])
    return day
