"""A short line that says something is done (信访台账交了, 第二个报了, 核查表都收齐了) and which open tasks it can mean.

Whose words they are is not known of what is pasted, so that nothing is closed by them: the bot asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.models import KnownTask, TaskState

LONGEST = 40
"""Characters of such a line at most."""

MOST_ASKED = 4
"""Of more tasks than these nobody is asked at once."""

_VERBS = r"(?:上?[报交传缴]|报送|提交|送|发|填报?|录入?|寄|办|做|弄|搞|处理|完成|整理|写)"
_OVER = r"(?:完|好|齐|全|上去|过去|出去|掉|毕|结|妥|定|清|到位)*"
_HOW = r"(?P<all>[都全均]|全部|统统)?(?:刚刚?|早就?|也|今天|昨天|上午|下午|已经?|我们?|[都全均]|全部)*"
_THANKS = r"(?:\s*[，,。.!！~]*\s*(?:辛苦|谢谢|感谢|多谢|请放心|请查收|麻烦)[^，,。?？]{0,10})?[\s。.!！~👍🙏]*"
_DONE = re.compile(
    rf"(?P<what>[^，,。；;：:!！?？\n]{{0,20}}?)(?P<how>{_HOW})(?P<did>收{_OVER}|汇总{_OVER}|[开参]加?[完好]|{_VERBS}{_OVER})(?P<over>了)?{_THANKS}\Z"
)
_DONE_IN_ENGLISH = re.compile(
    r"(?:(?:i|we)(?:'ve|’ve| have)?\s+)?(?:already\s+|just\s+)?(?:submitted|sent|handed in|finished|completed|uploaded|done(?: with)?)\s+(?:(?:the|my|our|all)\s+)*(?P<what>[a-z0-9][\w' -]{0,30}?)(?:\s+(?:already|yesterday|today|just now|this morning))?[\s.!👍🙏]*\Z"
    r"|(?:(?:the|my|our|all)\s+)*(?P<what2>[a-z0-9][\w' -]{0,30}?)\s+(?:(?:is|are|was|were|has been|have been)\s+)?(?:all\s+|already\s+|now\s+)*(?:submitted|sent|handed in|finished|completed|uploaded|done|all in|collected)[\s.!👍🙏]*\Z",
    re.I,
)
_NOT_SAID = re.compile(
    r"[没未不别莫勿请要该应须务必催等若如谁哪]|[吗么呢吧]\s*[。.]*\Z|[?？]|了的|之后|以后|后[再才]|再|才|还差|\b(?:not|n't|if|when|once|until|please|who|should|must|be)\b", re.I
)
_LEAD = re.compile(r"\A(?:(?:我们?|咱们?|村里|的|把|将|那个|这个|上次|刚才|今天|昨天|关于)\s*)+|(?:的|这个|那个|我们?|那份|这份)\Z")
_PARTY = re.compile(
    r"(?:村|社区|组|屯|单位|[办站所局镇乡县校班科室院区]|中心|主任|书记|[站镇乡县局科所校院]长|老师|同志|经理|委员|[总哥姐叔姨工])\Z|\A[小老阿][一-鿿]\Z"
)
_THING = re.compile(
    r"(?:[表册单稿件据票证卷账款]|材料|资料|报告|总结|小结|方案|照片|视频|记录|信息|情况|数据|回执|计划|合同|协议|档案|清单|作业|排查|自查|检查|统计|日报|周报|月报|简报|整改|工作|任务|台帐)\Z"
)
_ORDINAL = re.compile(r"(?:第([一二三四五六七八九十]|\d{1,3})[个件项条]|(?:#|第)?(\d{1,4})号?(?:任务)?)")
_NUMBERS = re.compile(rf"{_ORDINAL.pattern}(?:[,，、和跟\s]{{1,2}}{_ORDINAL.pattern})*\Z")
_CHINESE = {char: place for place, char in enumerate("一二三四五六七八九十", 1)}
_GATHERED = re.compile(r"收|汇总|齐")
_MINE = frozenset({"mine", "ours", "it", "that", "my part", "my share", "mine too"})
_ANY_WORK = re.compile(r"[办做弄搞]|处理|完成")
_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Finished:
    """What a line says is done: task `numbers`, or a thing by name, or everything; `gathered` is 收齐了."""

    what: str = ""
    numbers: tuple[int, ...] = ()
    everything: bool = False
    gathered: bool = False

    @property
    def nameless(self) -> bool:
        """Whether it tells of the speaker's own share without a name (I've submitted mine): no duty and no reminder."""
        return self.what.lower() in _MINE


def read_finished(text: str) -> Finished | None:
    """What a whole short line says is done; None where it asks, demands, supposes or tells anything besides."""
    line = unicodedata.normalize("NFKC", text).strip()
    if not line or len(line) > LONGEST or "\n" in line:
        return None
    found = _DONE.match(line)
    if found is None:
        english = _DONE_IN_ENGLISH.match(line)
        if english is None or _NOT_SAID.search(line):
            return None
        return Finished((english["what"] or english["what2"]).strip())
    said = line[: found.end("over") if found["over"] else found.end("did")]
    if _NOT_SAID.search(said) or not (found["over"] or "已" in found["how"] or "完成" in found["did"]):
        return None
    what = _LEAD.sub("", found["what"].strip()).strip()
    if _NUMBERS.match(what):
        return Finished(numbers=_numbers(what))
    if not what:
        return Finished(everything=bool(found["all"]) and _ANY_WORK.search(found["did"]) is not None)
    return Finished(what, gathered=_GATHERED.search(found["did"]) is not None)


def _numbers(said: str) -> tuple[int, ...]:
    found = (_CHINESE.get(each[0]) or int(each[0] or each[1]) for each in _ORDINAL.findall(said))
    return tuple(dict.fromkeys(found))


def tasks_finished(said: Finished, known: Sequence[KnownTask], senders: Sequence[str] | None = None) -> list[int]:
    """Numbers of the open tasks that may be done, by what was said; empty where that cannot be told.

    With `senders` the words are another's: they count only where all is gathered in and whoever says so asked for it.
    """
    wanted = [one for one in known if one.task.state is TaskState.OPEN]
    if senders is not None:
        wanted = [one for one in wanted if said.gathered and {source.sender for source in one.sources} & set(senders)]
    if said.everything:
        chosen = wanted
    elif said.numbers:
        chosen = [one for one in wanted if one.task.number in said.numbers]
        chosen = chosen if len(chosen) == len(said.numbers) else []
    else:
        chosen = _called(said.what, wanted)
    return [one.task.number for one in chosen] if len(chosen) <= MOST_ASKED else []


def _called(what: str, known: Sequence[KnownTask]) -> list[KnownTask]:
    """The tasks in whose title the name stands, else those in whose messages it does where it is of a thing."""
    parts = [_plain(part) for part in re.split(r"[的和与及、\s]+", what) if part]
    if not parts or _PARTY.search(what) or len("".join(parts)) < 2:
        return []
    titled = [one for one in known if all(_stands_in(part, _plain(one.task.facts.title)) for part in parts)]
    if titled or not _THING.search(what):
        return titled
    return [one for one in known if any(all(part in _plain(each.text) for part in parts) for each in one.sources)]


def _stands_in(part: str, title: str) -> bool:
    """Whether a name stands in a title, whole or in pieces of two characters and more: 消防照片 in 拍消防检查照片."""
    if part in title:
        return True
    longest = next((end for end in range(len(part) - 2, 1, -1) if part[:end] in title), 0)
    return longest > 0 and _stands_in(part[longest:], title[title.index(part[:longest]) + longest :])


def _plain(text: str) -> str:
    return _MARKS.sub("", text.lower())
