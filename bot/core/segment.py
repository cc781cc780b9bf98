"""Cutting a message into what belongs together: lines of a pasted chat record, clauses, head, body and signature."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from bot.core.names import Span
from bot.core.wording import late


@dataclass(frozen=True, slots=True)
class Record:
    """One inner message of a pasted record: who said it, when (None when not written), what, and where it stands.

    `span` is the whole entry, `body` the words alone; both in the text given. `depth` counts nesting (8 blanks each).
    """

    speaker: str
    at: datetime | None
    text: str
    span: Span
    body: Span
    depth: int = 0


_SPEAKER = r"[^\s:：,，。；;!！?？\[\]【】()（）「」\d][^\n:：,，。；;!！?？\[\]【】「」]{0,18}?"
_ROOM = r"(?:\d{1,2}-\d{3,4}|\d{1,3}(?:号?[楼栋幢]|组|单元|班)[^\s\d:：,，。；;!！?？]{0,6})"
"""3-202, 3号楼长: who is known by where he lives."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_MONTH_NAME = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DATE = (
    r"(?:(?:(?P<year>\d{4})[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
    rf"|(?P<day_first>\d{{1,2}}) (?P<its_month>{_MONTH_NAME})|(?P<month_first>{_MONTH_NAME}) (?P<its_day>\d{{1,2}}))"
)
_WEEKDAY = r"(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])|(?P<weekday_name>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?"
_CLOCK = r"(?P<part>上午|下午|晚上|中午|凌晨|早上)?\s?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?\s?(?P<half>[AaPp]\.?[Mm]\.?)?"
_WHEN = rf"(?:(?:{_DATE}|(?P<ago>昨天|前天|今天|yesterday|today))?[ ,，]{{0,3}}(?:{_WEEKDAY})?,?\s?{_CLOCK})"
_STAMPED = late(rf"(?P<indent>[ \t]*)(?P<speaker>{_SPEAKER}|{_ROOM})[ \t]{{1,4}}{_WHEN}[ \t]*:?[ \t]*(?P<rest>[^\n]*)", re.I)
_BRACKETED = late(rf"(?P<indent>[ \t]*)[\[【]{_WHEN}[\]】][ \t]*(?P<speaker>[^\n:：]{{1,24}})[:：][ \t]*(?P<rest>[^\n]*)", re.I)
_STAMP_BEHIND = late(rf"(?P<indent>[ \t]*)(?P<speaker>{_SPEAKER}|{_ROOM})[ \t]?[(（]{_WHEN}[)）][ \t]*[:：][ \t]*(?P<rest>[^\n]*)", re.I)
_WHEN_FIRST = late(rf"(?P<indent>[ \t]*){_WHEN}[ \t]{{1,4}}(?P<speaker>[^\s\d:：,，。；;][^\n:：,，。；;]{{0,18}}?)[ \t]*(?:[:：][ \t]*(?P<rest>[^\n]*)|$)", re.I)
COLON = r"[:：](?!(?<=\d.)\d\d(?!\d))"
"""The colon behind a speaker, and none within an hour (每周二17:00)."""
_COLONED = late(rf"(?P<indent>[ \t]*)(?P<speaker>{_SPEAKER}){COLON}[ \t]{{0,4}}(?P<rest>[^\n]+)")
_HEADING = late(r"\s*\[?(?:聊天记录|Chat History|群聊的聊天记录|合并转发)[^\n]{0,30}\]?\s*", re.I)
_QUOTE = late(r"「([^「」：:\n]{1,20})[：:]([^「」]{1,4000})」\s{0,4}(?:-\s?){3,12}\s{0,4}")
_NO_NAME = late(r"(?:上午|下午|晚上?|早上?|早晨|中午|凌晨|傍晚|全天|今天|明天|后天|首日|次日|时间|地点)|(?:周|星期|礼拜)[一二三四五六日天]|[一二三四五六七八九十\d]{1,3}[、.．]?|第?[一二三四五六七八九十\d]{1,2}[场批期组班次片](?:次)?|[A-Z]组?")
_COLUMN = late(r"频[次率]|周期|截止|(?:报送|上报|填报|责任)人|日期|时间|地点|场次|批次|期次|班次|对象|会场|人数|date|time|place|venue|when|where", re.I)
_NOT_SPEAKER = late(
    r"时间|地点|内容|要求|范围|对象|人员|联系|电话|邮箱|附件|注意|备注|说明|通知|截止|格式|材料|报送|一、|二、|三、|四、|五、|[一二三四五六七八九十]是|主题|议程|参会|参加|方式|步骤|更正|补充|注|提醒|标题|主持|事项|流程|标准|依据|结果|情况|各|请|如下|按|其中|包括|转|Date|Time|Place|Contact|Note|Questions?|Venue|Deadline|To|From|Subject|Reminder|RE|FYI|Format|乡镇|应到",
    re.I,
)
_OF_A_BODY = late(r"县|村|组$|局|办|站|所")
"""A name that may be what a list is about, and speaks only among people who speak (石堰村：田还没走完)."""



def _is_stamped_in_full(pattern: re.Pattern[str], head: re.Match[str]) -> bool:
    """【10月26日 22:40】妇联小付：… at the beginning of a text: one message passed on with its day and hour."""
    return pattern is _BRACKETED and head.start() == 0 and head["day"] is not None


def split_records(text: str, received_at: datetime) -> tuple[Record, ...]:
    """The inner messages of a pasted chat record, in order; empty when the text is no record.

    A time without a date, and a date without a year, are the latest ones not after `received_at`.
    """
    if quote := _QUOTE.match(text.lstrip()):
        return _quoted(text, quote)
    for pattern, least in ((_BRACKETED, 2), (_STAMP_BEHIND, 2), (_STAMPED, 2), (_WHEN_FIRST, 2)):
        heads = [head for head in _heads(text, pattern) if not _NO_NAME.fullmatch(head.group("speaker").strip())]
        if pattern is _STAMPED and heads and not _HEADING.match(text) and _are_rows(heads, received_at):
            continue
        if heads and _heads_a_table(text, heads[0].start()):
            continue
        if pattern is _WHEN_FIRST and not (_HEADING.match(text) or _were_said(heads, received_at)):
            continue
        if len(heads) >= least or (heads and (_HEADING.match(text) or _is_stamped_in_full(pattern, heads[0]))):
            return _entries(text, heads, received_at)
    heads = [h for h in _heads(text, _COLONED) if not _NOT_SPEAKER.search(h.group("speaker"))]
    people = [h for h in heads if not _OF_A_BODY.search(h.group("speaker"))]
    return _entries(text, heads, received_at) if _looks_like_talk(text, people) else ()


_SAID_LATELY, _HALF_A_YEAR = 60, 183
"""Days a pasted record may be old, and how far back a day without a year must lie to be one to come."""
_DATED_LINES = late(r"\n(?:[^\n]{1,40}?\d{1,2}[月/.]\d{1,2}[日号]?[^\d\n，。]{0,5}\n){1,4}")
"""Lines that end in a day."""
_PARTED = late(r"[|丨\t—–…→]| {2}| /")
"""What parts the cells of a row, or a name from its day: it stands in no speaker's name."""


def _were_said(heads: list[re.Match[str]], received_at: datetime) -> bool:
    """Whether lines that open with a time tell what was said (09:12 老周：…) and are no programme: the past, a speaker who returns."""
    stamps = [_stamp(head.groupdict(), received_at, None) for head in heads]
    days = [(received_at - at).days for at in stamps if at]
    if len(days) < len(heads) or any(day < 0 or day > _SAID_LATELY for day in days):
        return False
    speakers = [head.group("speaker").strip() for head in heads]
    dated = all(_month_and_day(head.groupdict()) or _weekday(head.groupdict()) is not None for head in heads)
    return dated or (len(set(speakers)) < len(speakers) and not any(_NOT_SPEAKER.search(each) or _OF_A_BODY.search(each) for each in speakers))


def _are_rows(heads: list[re.Match[str]], received_at: datetime) -> bool:
    """Whether lines that end in a time are rows of a list (各村 花名册 3月3日10:30): cells before it, or days to come with nothing said below."""
    if all(_PARTED.search(head["speaker"].strip()) for head in heads):
        return True
    undated = [head.groupdict() for head in heads if head["month"] and not head["year"]]
    ahead = [at for each in undated if (at := _stamp(each, received_at, None)) and (received_at - at).days > _HALF_A_YEAR]
    silent = any(two.start() == one.end() + 1 or _DATED_LINES.fullmatch(one.string, one.end(), two.start()) for one, two in pairwise(heads))
    return silent and 2 * len(ahead) > len(heads)


def _heads_a_table(text: str, at: int) -> bool:
    """Whether the line above names columns: 批次 日期 时间 地点."""
    above = text[max(0, at - 120) : at].rstrip().rsplit("\n", 1)[-1]
    return len(set(_COLUMN.findall(above))) > 1 and not re.search(r"[。！？；]", above)


def without_headers(text: str, records: tuple[Record, ...]) -> str:
    """The text with speakers and times of a record blanked out, length and offsets kept; unchanged without records."""
    if not records:
        return text
    pieces: list[str] = []
    at = 0
    for record in records:
        start, end = record.body
        pieces += [_blank(text[at:start]), text[start:end]]
        at = end
    pieces.append(_blank(text[at:]) if records[0].span[0] >= 0 and not text[at:].strip() else text[at:])
    return "".join(pieces)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _heads(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Lines that open an entry."""
    found: list[re.Match[str]] = []
    at = 0
    while at <= len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if end - at <= 2000 and (match := pattern.match(text, at, end)) and _is_head(match, end):
            found.append(match)
        at = end + 1
    return found


def _is_head(match: re.Match[str], line_end: int) -> bool:
    rest = match.groupdict().get("rest")
    return match.end() == line_end or bool(rest)


def _looks_like_talk(text: str, heads: list[re.Match[str]]) -> bool:
    """At least three `name: words` lines, by two speakers or one who returns, making up most of the text."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(heads) < 3 or len(heads) * 2 < len(lines):
        return False
    speakers = [h.group("speaker").strip() for h in heads]
    return len(set(speakers)) < len(speakers)


def _entries(text: str, heads: list[re.Match[str]], received_at: datetime) -> tuple[Record, ...]:
    records: list[Record] = []
    last: datetime | None = None
    for i, head in enumerate(heads):
        start = head.start()
        end = heads[i + 1].start() if i + 1 < len(heads) else _end_of_talk(text, head)
        rest = head.groupdict().get("rest")
        body_start = head.start("rest") if rest else min(head.end() + 1, end)
        while end > body_start and text[end - 1] in " \n\t":
            end -= 1
        groups = head.groupdict()
        last = _stamp(groups, received_at, last)
        indent = groups.get("indent") or ""
        records.append(
            Record(head.group("speaker").strip(), last, text[body_start:end], (start, end), (body_start, end), len(indent) // 8)
        )
    return (*records, *(_remark_behind(text, heads[-1]) if heads else ()))


_REMARK = late(r"\n[ \t]{0,9}(?:[-—–=]{2,}[ \t]{0,9}(?=[^\s\-—–=])|(?=(?:以上|上面)(?:是|为|的|这)))")
"""——上面是昨晚的: the sender's own words behind a pasted record."""


def _end_of_talk(text: str, head: re.Match[str]) -> int:
    remark = _REMARK.search(text, head.end())
    return remark.start() if remark else len(text)


def _remark_behind(text: str, head: re.Match[str]) -> tuple[Record, ...]:
    """What the sender adds to a record, as an entry without speaker and time."""
    remark = _REMARK.search(text, head.end())
    body = (remark.end(), len(text.rstrip())) if remark else (0, 0)
    return (Record("", None, text[slice(*body)], body, body),) if body[0] < body[1] else ()


_HALF_DAY = ("下午", "晚上", "中午")


def _stamp(groups: dict[str, str | None], received_at: datetime, last: datetime | None) -> datetime | None:
    """The entry's own time, with date and year filled in from the line before or from `received_at`."""
    if not groups.get("hour"):
        return None
    hour, minute = int(groups["hour"] or 0), int(groups["minute"] or 0)
    part, half = groups.get("part") or "", (groups.get("half") or "").lower()
    if hour < 12 and ((part in _HALF_DAY and not (part == "中午" and hour >= 11)) or half.startswith("p")):
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    try:
        clock = received_at.replace(hour=hour, minute=minute, second=0, microsecond=0)
        if said := _month_and_day(groups):
            return _dated(groups.get("year"), *said, clock, received_at)
    except ValueError:
        return None
    ago = (groups.get("ago") or "").lower()
    if ago:
        return clock - timedelta(days={"昨天": 1, "yesterday": 1, "前天": 2}.get(ago, 0))
    weekday = _weekday(groups)
    if weekday is not None:
        passed = clock - timedelta(days=(clock.weekday() - weekday) % 7)
        return passed if passed <= received_at else passed - timedelta(days=7)
    if last is not None:
        same_day = clock.replace(year=last.year, month=last.month, day=last.day)
        return same_day if same_day >= last else same_day + timedelta(days=1)
    return clock if clock <= received_at else clock - timedelta(days=1)


def _weekday(groups: dict[str, str | None]) -> int | None:
    """The weekday of a head, Monday being 0."""
    return _WEEKDAYS.get((groups.get("weekday") or groups.get("weekday_name") or "").lower())


def _month_and_day(groups: dict[str, str | None]) -> tuple[int, int] | None:
    """The month and day of a head, in numbers or by the month's English name."""
    name = groups.get("its_month") or groups.get("month_first")
    if name:
        return _MONTHS.index(name[:3].lower()) + 1, int(groups.get("day_first") or groups.get("its_day") or 1)
    return (int(groups["month"] or 1), int(groups["day"] or 1)) if groups.get("month") else None


def _dated(year: str | None, month: int, day: int, clock: datetime, received_at: datetime) -> datetime:
    if month > 12 >= day:
        month, day = day, month
    if year:
        return clock.replace(year=int(year), month=month, day=day)
    this_year = clock.replace(month=month, day=day)
    return this_year if this_year <= received_at + timedelta(days=1) else this_year.replace(year=clock.year - 1)


def _quoted(text: str, quote: re.Match[str]) -> tuple[Record, ...]:
    """「张三：原文」 - - - reply: the quoted words and the reply without a speaker of its own."""
    shift = len(text) - len(text.lstrip())
    start, end = quote.start() + shift, quote.end() + shift
    body = (quote.start(2) + shift, quote.end(2) + shift)
    first = Record(quote.group(1).strip(), None, text[slice(*body)].strip(), (start, end), body, 1)
    reply = text[end:].strip()
    if not reply:
        return (first,)
    at = text.index(reply, end)
    return first, Record("", None, reply, (at, at + len(reply)), (at, at + len(reply)), 0)


# ── Clauses and parts ────────────────────────────────────────────────────────

_SENTENCE = late(r"[^。！!？?；;\n]+[。！!？?；;]*")
_CLAUSE = late(r"[^，,。！!？?；;\n]+")


def sentences(text: str) -> tuple[Span, ...]:
    """Spans of sentences, their closing mark included."""
    return tuple(m.span() for m in _SENTENCE.finditer(text) if m.group().strip())


def clauses(text: str) -> tuple[Span, ...]:
    """Spans of clauses between commas and sentence marks."""
    return tuple(m.span() for m in _CLAUSE.finditer(text) if m.group().strip())


@dataclass(frozen=True, slots=True)
class Parts:
    """Where a formal notice has its head (office, number, title), body, and signature (office and date); spans."""

    head: Span
    body: Span
    signature: Span


_SIGN_DATE = late(
    r"\s*[(（]?(?:(?:\d{4}|[二〇零一三四五六七八九○]{4})\s?[年./-]\s?)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[月./-]\s?(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,4})\s?日?[)）]?\s*$"
)
_GREETING = late(r"^[^\n]{1,60}[:：]\s{0,9}$|^各[^\n]{1,60}[:：]")
_GROUP_NOTICE = late(r"^\s{0,9}(?:【?群公告】?|\[?群公告\]?|群主发布了新公告|@所有人|@全体成员|@all)\s*[:：]?", re.I)


def parts(text: str) -> Parts:
    """Head, body and signature of a text; empty spans where it has none. A 群公告 head belongs to the head."""
    group = _GROUP_NOTICE.match(text)
    head_end = group.end() if group else 0
    lines = list(re.finditer(r"[^\n]+", text))
    for line in lines[:8]:
        if _GREETING.match(line.group()):
            head_end = max(head_end, line.start())
            break
    sign_start = len(text)
    if len(lines) >= 2:
        last = lines[-1]
        if _SIGN_DATE.match(last.group()):
            sign_start = lines[-2].start() if len(lines) > 2 and last.start() - lines[-2].start() <= 40 else last.start()
    sign_start = max(sign_start, head_end)
    return Parts((0, head_end), (head_end, sign_start), (sign_start, len(text)))
