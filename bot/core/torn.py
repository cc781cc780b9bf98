"""What the end of a line or a stray blank has torn apart: dates, clocks, numbers, addresses and words of narrow columns and scans.

An end of line is no more than a tear where the two sides make one thing that neither is alone (3月2 / 4日, 15:0 / 0,
example / .cn), where a line opens with a closing mark, and, in a text torn like that, behind every line that is full.
"""

from __future__ import annotations

import re
from itertools import pairwise

from bot.core.wording import late

_SEEN = 30
"""How much of either side of a tear is looked at."""
_TOP = r"(?:com|cn|net|org|gov|edu|vip|top|hk|tw|mo)"
_BEFORE_LIMIT = r"(?:\d[日号点时分]|:\d\d|班|[上中下]午|晚|[月年]底|[周期][一二三四五六日天])"
_TORN = late(
    r"(?<!\d)(?:19|20)(?:\d?\n\d{1,2}|\d\d\n|\n\d\d)年|年\d?\n\d{1,2}月|年\d{1,2}\n月"
    r"|月[0-3]?\n\d{1,2}[日号]|月\d{1,2}\n[日号]|(?<!\d)\d{1,2}\n月(?:\d|[底末初份中上下]旬?)|[于在到至自从前（(—–~：:-]1\n[0-2]月\d|[^\d\n]2\n02\d年"
    r"|[于在到至自从前]\d\n\d[日号]|[^\d\n][1-3]\n0[日号点时]|(?<!\d)\d{1,2}\n[日号](?:[之以]?前|[上下]午|下班|截|\d|[（(])"
    r"|(?<!\d)\d{1,2}[:：]\n[0-5]\d(?!\d)|(?<!\d)\d{1,2}[:：][0-5]\n\d(?![\d.、．)）:：])|(?<!\d)\d{1,2}\n[:：][0-5]\d(?!\d)|[日号午天晚早上（( ）)—–~～至到-][12]\n\d[:：][0-5]\d|[周期拜][一二三四五六][12]\n\d[:：点]"
    r"|(?<!\d)\d{1,2}\n(?:点(?![名评题数子击])|时(?![间候段期限常]))|[日号午天晚早于在到至][12]\n\d[点时]|\d点\n半(?![天日年月小])|\d[点时]\n[0-5]\d分"
    rf"|{_BEFORE_LIMIT}\n[之以]?前(?:[，。；、！,.;!）)报交发送上完将把]|$)"
    r"|季度\n[末底]|[上中下]\n旬|\d月\n(?:[上中下]旬|[底末]前)"
    r"|\n[，。、；：！？）”’》」】]"
)
"""Two sides of a line's end, joined by it, that are one thing."""
_DATE_SEEN = 10
_ADDRESS_TORN = late(
    rf"[A-Za-z0-9_]@[A-Za-z0-9-]{{0,20}}\n[A-Za-z0-9-]{{0,20}}\.[a-z]|@[A-Za-z0-9.-]{{1,30}}\n\.{_TOP}|@[A-Za-z0-9.-]{{1,30}}\.\n{_TOP}(?![a-z])|@[A-Za-z0-9.-]{{1,20}}\.(?:c\n(?:om|n)|co\nm|n\net|ne\nt|o\nrg|or\ng|go\nv)(?![a-z])"
    r"|[A-Za-z0-9_]\n@[A-Za-z0-9]|https?:?/?\n[:/]|https?://[^\s，。；、]{0,30}\.\n[a-z]"
)
_ENDS_OPEN = frozenset("0123456789年月度上中下点时:：")
_BEGINS_OPEN = frozenset("0123456789年月日号点时:：前之以，。、；！？）”’》」】")
_NUMBER_ENDS = late(r"(?<![\d.])[01][\d -]{0,12}$")
_NUMBER_GOES_ON = late(r"[\d -]{0,11}\d(?![\d.、．:：年月日号点时])")
_WHOLE_NUMBER = late(r"1[3-9]\d{9}|0(?:10|2\d)-\d{8}|0[3-9]\d\d-\d{7,8}")
_PAIRS = frozenset(
    "通知 会议 联系 电话 邮箱 报送 上报 报到 提交 填报 填写 名单 材料 台账 表格 单位 乡镇 街道 部门 社区 人员 负责 工作 情况 截止 之前 以前 下班 "
    "上午 下午 中午 晚上 今天 今晚 明早 明晚 明天 后天 星期 下周 本周 时间 地点 内容 要求 参加 培训 组织 落实 完成 反馈 回复 盖章 签字 扫描 照片 纸质 电子 统计 "
    "核实 检查 排查 整改 汇总 登记 安排 准时 统一 附件 办公 公室 议室 镇政 政府 系人 作日 描件 子版 质版 责人 年度 季度".split()
)
"""Two characters that stand together in any office."""
_OPENS_ITEM = late(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．](?!\d)|第[一二三四五六七八九十\d]{1,3}[、条章项]|[•·▶■●◆※➢★☆\-*—>#【\[]|附件|联系人|联系电话|[^，。；：:\n]{1,6}[：:]|\d{1,2}月\d{1,2}[日号]\s|\d{4}年\d{1,2}月\d{1,2}日$"
)
_OPEN_ADDRESS = late(r"(?:https?://|[A-Za-z0-9_]@)[A-Za-z0-9/._?=&%-]{1,60}$")
_STOPS = "。！？；：:"
_FULL_LINES = 3
_LONG = 30
_SPARE = 2
"""How much narrower than the widest a full line may be: a wide character that did not fit."""


def _width(line: str) -> int:
    """In half-width places: GB 18030 spells what is printed broad in two bytes."""
    return len(line.encode("gb18030", "replace"))


def is_whole_number(digits: str) -> bool:
    """Whether digits, and a hyphen behind an area code, are a telephone number."""
    return _WHOLE_NUMBER.fullmatch(digits) is not None


def _is_one_number(tail: str, head: str) -> bool:
    """Whether digits at both sides are one telephone number, and those before the tear none yet."""
    before, after = _NUMBER_ENDS.search(tail), _NUMBER_GOES_ON.match(head)
    if not (before and after):
        return False
    joined = re.sub(" ", "", before[0] + after[0])
    joined = re.sub("-", "", joined) if joined.startswith("1") else joined
    return bool(_WHOLE_NUMBER.fullmatch(joined)) and not _WHOLE_NUMBER.fullmatch(before[0].strip())


def _is_tear(tail: str, head: str) -> bool:
    last, first = tail[-1], head[0]
    if last + first in _PAIRS:
        return True
    if (last in _ENDS_OPEN or first in _BEGINS_OPEN) and _TORN.search(f"{tail[-_DATE_SEEN:]}\n{head[:_DATE_SEEN]}"):
        return True
    if (first == "@" or "@" in tail or "http" in tail) and _ADDRESS_TORN.search(f"{tail}\n{head}"):
        return True
    return (last.isdigit() or last == "-") and (first.isdigit() or first == "-") and _is_one_number(tail, head)


def torn_lines(text: str) -> set[int]:
    """Where in the text stand ends of lines, and blanks beside them, that only tear a thing apart."""
    lines = text.split("\n")
    if len(lines) < 2:
        return set()
    torn: list[bool] = []
    tail = ""
    for line, following in pairwise(lines):
        tail = (tail + line if torn and torn[-1] else line).rstrip(" \t")[-_SEEN:]
        head = following[: _SEEN + 8].lstrip(" \t")[:_SEEN]
        torn.append(bool(tail and head) and _is_tear(tail, head))
    torn = [each or full for each, full in zip(torn, _full(lines, any(torn)), strict=True)]
    found: set[int] = set()
    at = 0
    for line, following, is_torn in zip(lines, lines[1:], torn, strict=False):
        end = at + len(line)
        if is_torn:
            blanks_before, blanks_after = len(line) - len(line.rstrip(" \t")), len(following) - len(following.lstrip(" \t"))
            found.update(range(end - blanks_before, end + 1 + blanks_after))
        at = end + 1
    return found


def _full(lines: list[str], torn: bool) -> list[bool]:
    """For each line but the last whether it ended for want of room, in a text that was cut to one width.

    That it was cut shows where a thing is `torn`, or where its lines are long, all but one alike, and hardly one ends a sentence.
    """
    full = max(_reaching([_width(line) for line in lines], _SPARE), _reaching([len(line) for line in lines], 0), key=sum)
    going_on = [is_full and _goes_on(line, following) for is_full, line, following in zip(full, lines, lines[1:], strict=False)]
    written = len([each for each in lines if each.strip()])
    if torn:
        is_cut = sum(full) >= max(_FULL_LINES, written * 0.4)
    else:
        is_cut = sum(going_on) >= max(_FULL_LINES, written * 0.6, sum(full) - 1) and max(map(_width, lines)) >= _LONG and not _open_alike(lines)
    return going_on if is_cut else [False] * len(going_on)


_OPENS_DUTY = late(r"\s*(?:请?各[一-鿿]|每[天日周月季年逢]|请)")
_ALIKE = 0.6


def _open_alike(lines: list[str]) -> bool:
    """Whether most lines begin as duties of a list do (每周五…, 各村…): where a line was cut for want of room is chance."""
    return sum(_OPENS_DUTY.match(line) is not None for line in lines) >= _ALIKE * sum(bool(line.strip()) for line in lines)


def _reaching(lengths: list[int], spare: int) -> list[bool]:
    longest = max(lengths)
    return [each >= longest - spare for each in lengths]


def _goes_on(line: str, following: str) -> bool:
    """Whether a full line may go on in the next: no row of a table, no Latin words, no new item."""
    if not following.strip() or "|" in line or "\t" in line:
        return False
    if line[-1:].isascii() and following[:1].isascii():
        return bool(_OPEN_ADDRESS.search(line[-60:]) and re.match(r"[A-Za-z0-9/._?=&%-]", following))
    return line.rstrip()[-1:] not in _STOPS and not _OPENS_ITEM.match(following.lstrip())


_MAIL_GAP = late(
    r"[ \t](?:(?<=@.)(?=[A-Za-z0-9-]{1,30}[ ]?\.)|(?<=[A-Za-z0-9_].)(?=@[ \t]?[A-Za-z0-9-]{1,30}[ ]?\.)"
    rf"|(?<=[A-Za-z0-9-].)(?=[ \t]?\.[ \t]?{_TOP}(?![A-Za-z]))|(?:(?<=[A-Za-z0-9-]\..)|(?<=[A-Za-z0-9-] \..))(?={_TOP}(?![A-Za-z])))"
)
_NEAR_AT = late(r"[A-Za-z0-9_]\s?@\s?[A-Za-z0-9.\- ]{1,40}$|[A-Za-z0-9_]\s?@?$")
_NAME_GAP = late(r"(?<=[\u4e00-\u9fff：:])[ \t]?(?!(?:ppt|word|excel|pdf|qq|e?-?mail|to|at|jpg|docx?|xlsx?|zip|wps|app|\d{1,16})\s)[a-z0-9._-]{1,16}([ \t]|[ \t]?\n)[a-z0-9._-]{1,16}@[A-Za-z0-9-]{1,30}\s?\.")
_DOMAIN_GAP = late(rf"(?<=@)[A-Za-z0-9-]{{1,20}}([ \t])[A-Za-z0-9-]{{1,20}}\.{_TOP}(?![A-Za-z])|@[A-Za-z0-9.-]{{1,20}}\.c([ \t])(?:om|n)(?![A-Za-z])|@[A-Za-z0-9.-]{{1,20}}\.co([ \t])m(?![A-Za-z])")
_SPACED_NUMBER = late(r"(?<![\d.\-A-Za-z])(?:1(?:[ \t]?\d){10}|0[ \t]?\d(?:[ \t]?\d){1,2}[ \t]?[-—－–][ \t]?\d(?:[ \t]?\d){6,7})(?![\d.\-]|[ \t]\d)")


def stray_blanks(text: str) -> set[int]:
    """Where blanks stand inside an address or a telephone number."""
    found: set[int] = set()
    if "@" in text:
        for match in _MAIL_GAP.finditer(text):
            if _NEAR_AT.search(text, max(0, match.start() - 44), match.start()):
                found.add(match.start())
        for match in _DOMAIN_GAP.finditer(text):
            found.update(match.start(group) for group in (1, 2, 3) if match[group])
        for match in _NAME_GAP.finditer(text):
            found.update(range(*match.span(1)))
    for match in _SPACED_NUMBER.finditer(text):
        if _WHOLE_NUMBER.fullmatch(re.sub(r"[ \t]", "", re.sub("[—－–]", "-", match[0]))):
            found.update(match.start() + i for i, each in enumerate(match[0]) if each in " \t")
    return found


_SPLIT_PAIR = late(r"(?<=[\u4e00-\u9fff])[ \t](?=[\u4e00-\u9fff](?![：:]))")
_SPLIT_LEAST = 3


def scattered_blanks(text: str) -> set[int]:
    """Where single blanks stand between characters of a text whose very words they split; two blanks part columns."""
    gaps = [match.start() for match in _SPLIT_PAIR.finditer(text)]
    split = sum(text[at - 1] + text[at + 1] in _PAIRS for at in gaps)
    return set(gaps) if split >= _SPLIT_LEAST else set()
