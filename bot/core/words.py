"""Commands as people type them: /commands, plain Chinese words, plain English words."""

from __future__ import annotations

import re
import unicodedata

from bot.core.list_questions import list_asked

LONGEST = 60
"""A plain word is a command only in a short single line; anything longer is a notice."""

_SLASH = re.compile(r"/([A-Za-z_]{1,32})(?:@(\w+))?(?:\s+(.*))?\Z", re.S)

_NUMBER = r"(?:#\s*|第)?\d{1,6}(?:号|条)?"
_NUMBERS = rf"{_NUMBER}(?:(?:\s*(?:[,，、和跟&]|\band\b)\s*|\s+){_NUMBER})*"

_ALONE: dict[str, tuple[str, str]] = {
    word: (name, args)
    for name, args, words in (
        ("open", "", "待办 待办事项 任务 任务清单 清单 还有什么 有什么任务 open todo todos tasks list"),
        ("open", "today", "今天 今日 今天的 今日待办 今天待办 今天要办什么 today"),
        ("open", "week", "本周 这周 这一周 本周待办 这周待办 week"),
        ("open", "overdue", "逾期 过期 超期 逾期的 overdue late"),
        ("digest", "", "摘要 汇总 简报 日报 今日摘要 digest summary"),
        ("groups", "", "群 群组 群列表 我的群 群名单 groups"),
        ("groups", "gone", "已解散 已解散的 已解散的群"),
        ("dissolve", "", "解散 可解散 解散群 清理群 哪些群可以解散 dissolve"),
        ("dissolve", "dry", "试算 解散试算 试算解散"),
        ("dissolve", "exempt", "保留的群 一直保留的群"),
        ("receipts", "", "谁没回 谁没回复 没回复的 谁没收到 receipts"),
        ("overlap", "", "重复的群 重复群 哪些群重复 overlap"),
        ("export", "groups", "导出群 导出"),
        ("help", "", "帮助 怎么用 说明 使用说明 help"),
        ("undo", "", "撤销 撤回 撤消 收回 收回上一步 撤销上一步 撤回上一步 取消上一步 undo"),
        ("settings", "", "设置 settings"),
        ("start", "", "开始 start"),
        ("forget", "", "忘记我 删除我的数据 forget"),
    )
    for word in words.split()
}

_WITH_NUMBERS = (
    ("done", "完成|已完成|办完|办完了|办结|已办|已办结|做完|搞定|done|finished"),
    ("why", "为什么|依据|来由|why"),
    ("task", "任务|查看|看看|看一下|看下|看|打开|task|show"),
    ("original", "原文|看原文|original"),
    ("split", "拆分|拆开|分开|split"),
    ("merge", "合并|并入|merge"),
    ("drop", "不用办|不办|不办了|放弃|drop"),
    ("nil", "零报告|无情况|nil"),
    ("skip", "跳过|skip"),
    ("received", "收到已回|已回收到|已回"),
    ("groups", "看群|群|group"),
    ("dissolve", "解散群?|dissolve"),
    ("mute", "静音|mute"),
)
_NUMBERED = tuple(
    (
        name,
        re.compile(rf"(?:{words})\s*[:：]?\s*(?P<numbers>{_NUMBERS})\Z", re.I),
        re.compile(rf"(?P<numbers>{_NUMBERS})\s*(?:{words})(?:了)?\Z", re.I),
    )
    for name, words in _WITH_NUMBERS
)
_DONE_IN_WORDS = (
    re.compile(
        rf"(?P<numbers>{_NUMBERS})(?:任务|[这那]?[两三几个件]+)?\s*(?:我|我们)?\s*(?:都|全|全部|均)?(?:已经?)?"
        r"(?:(?:办|做|弄|搞|处理|完成)(?:完|好|妥|掉|结|定)*了|完成)\s*[。.!！~]*\Z"
    ),
    re.compile(
        rf"(?:tasks?\s+)?(?P<numbers>{_NUMBERS})\s+(?:is|are)\s+(?:both\s+|all\s+|now\s+)?(?:done|finished|completed?)[\s.!]*\Z",
        re.I,
    ),
)
"""1和2都办了, 3号任务已完成, #4 弄好了; 1 and 2 are done."""

_BARE = re.compile(r"#\s*(\d{1,6})\Z")

_WITH_MORE = (
    ("due", "改期限|改期|期限|due", rf"(?P<args>{_NUMBER}\s*\S.*)"),
    ("snooze", "稍后提醒|稍后|过会儿|晚点提醒|snooze", rf"(?P<args>{_NUMBER}(?:\s*\S.*)?)"),
    ("assign", "分派|指派|派给|交给|assign", rf"(?P<args>{_NUMBER}\s*@?\S.*)"),
    ("invite", "邀请|invite", r"(?P<args>\S{1,20})"),
    ("from", "来自|转自|from", r"(?P<args>[^\s，,。:：](?:[^，,。:：]{0,28}[^\s，,。:：])?)"),
)
_MORE = tuple((name, re.compile(rf"(?:{words})\s*[:：]?\s*{rest}\Z", re.I)) for name, words, rest in _WITH_MORE)

_SEARCH = re.compile(r"(?:搜索|搜|查找|查询|查|找|search|find)(?:\s*[:：]\s*|\s+)(?P<args>\S.{0,40})\Z", re.I)
_GROUP_OF = (
    ("groups", re.compile(r"(?:看群|群)\s+(?P<args>[^\s，,：:]{2,28})\Z")),
    ("dissolve", re.compile(r"解散\s+(?P<args>[^\s，,：:]{1,27}群)\Z")),
)
_OPEN_OF = re.compile(r"(?:待办|清单|任务清单|open|todo)\s+(?P<args>\S.{0,30})\Z", re.I)
_SIGNS_OF_PROSE = re.compile(r"[。；;！!？?]|[，,].*[，,]")


def read_command(text: str) -> tuple[str, str] | None:
    """The command that `text` says and its arguments, or None when it is something else (a notice, chatter).

    A slash command is read whatever its length and with `@bot` removed; plain words only where the whole short line
    is that word and its numbers or arguments, so that a notice never runs a command. A slash before a Chinese word
    (/撤回) says no more than the word: Telegram knows commands in Latin letters only, people do not.
    """
    text = text.strip()
    slash = _SLASH.match(text)
    if slash:
        return slash[1].lower(), (slash[3] or "").strip()
    line = unicodedata.normalize("NFKC", text).lstrip("/").strip()
    if not line or len(line) > LONGEST or "\n" in line:
        return None
    alone = _ALONE.get(line.lower().rstrip("。.!?~ "))
    if alone:
        return alone
    numbered = _numbered(line) or _with_more(line)
    if numbered:
        return numbered
    listed = list_asked(line)
    return None if listed is None else _ALONE.get(listed, ("open", listed)) if listed else ("open", "")


def addressed_to(text: str) -> str | None:
    """The bot name a slash command is addressed to (`/open@other_bot`), or None."""
    slash = _SLASH.match(text.strip())
    return slash[2] if slash else None


def numbers_in(args: str) -> tuple[int, ...]:
    """The task numbers of an argument, in the order typed, each once."""
    return tuple(dict.fromkeys(int(digits) for digits in re.findall(r"(?<!\d)\d{1,6}(?!\d)", args)))


def _numbered(line: str) -> tuple[str, str] | None:
    bare = _BARE.match(line)
    if bare:
        return "task", bare[1]
    for name, ahead, behind in _NUMBERED:
        found = ahead.match(line) or behind.match(line)
        if found:
            return name, " ".join(str(number) for number in numbers_in(found["numbers"]))
    done = next((found for pattern in _DONE_IN_WORDS if (found := pattern.match(line))), None)
    if done:
        return "done", " ".join(str(number) for number in numbers_in(done["numbers"]))
    return None


def _with_more(line: str) -> tuple[str, str] | None:
    if _SIGNS_OF_PROSE.search(line):
        return None
    for name, pattern in _MORE:
        found = pattern.match(line)
        if found:
            return name, found["args"].strip()
    for name, pattern in (("search", _SEARCH), ("open", _OPEN_OF), *_GROUP_OF):
        found = pattern.match(line)
        if found:
            return name, found["args"].strip()
    return None
