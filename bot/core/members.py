"""Lists of who hands in where: ◎坝上片——给谷师傅，9月2日. The day that closes a member is the limit of whom the member names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.reasons import CALLED_OFF, GIVEN_TO, PAST, SUPERSEDED
from bot.core.roles import DateRole, Verdict
from bot.core.wording import late

_MEMBER = late(
    r"(?:^|[\n；;。：:])[ \t]{0,4}(?:[^\w\s（(【\[“\"'一-鿿]|[①-⑳]|[一二三四五六七八九十\d]{1,2}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[）)])?[ \t]{0,3}"
    r"(?P<whose>(?!请|各|凡|如|若|附|注)[一-鿿A-Za-z\d、]{1,10}?)[ \t]?(?:[（(][^（()）\n]{1,12}[）)])?[ \t]?"
    r"(?P<joint>——|—|--|→|->|=>|[:：](?=[ \t]?(?:直接|请)?[交报送给发找传])|[ \t]{1,4}|(?=[交报送给发找到]))[ \t]?(?P<rest>[^\n；;。：:]{0,40})\Z"
)
_NO_NAME = late(r"时间|期限|时限|日期|截止|要求|提醒|注意|重要|报送|上报|方式|联系|补充|另外|最后|以上|通知")
_HANDS = late(r"[交报送给发找传寄打]")
_TO_WHOM = late(
    r"(?:直接|请|统一|就近)?(?:[报上]?[交报送发找传寄]|给)(?:送|到|至|给)?(?:[老小][一-鿿]|我|[一-鿿]{1,8}?(?:师傅|站长|所长|干事|主任|会计|文书|书记|组长|医生|老师|主管|管家|专干|网格员|员|工|姐|哥|叔|姨|总|前台|窗口|[办处室站所科股部社局会]|门卫|邮箱|大厅|办公室|小[一-鿿]|老[一-鿿]))"
    r"(?:[（(][^（()）\n]{1,12}[）)])?[ \t]?(?:[，,]|——|—|--|→|->|[:：]|[ \t]{1,4})[ \t]?"
)
_CLOSES = late(r"(?:之?前|止|截止)?[ \t）)]{0,3}(?:[；;。\n]|$)")
_REACH, _FEWEST = 64, 2


@dataclass(frozen=True, slots=True)
class Member:
    """Of whom a member of a list speaks, by what mark its like are known, and what stands between that and a date."""

    whose: str
    joint: str
    rest: str


def member_of(m: Mention) -> Member | None:
    """The member of a list of who hands in where that a date stands in; None in prose."""
    found = _MEMBER.search(m.text, max(0, m.start - _REACH), m.start)
    if found is None or not _HANDS.search(found["rest"]) or _NO_NAME.search(found["whose"]):
        return None
    return Member(found["whose"], found["joint"].strip(), found["rest"])


def with_limits_of_members(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the days that close the members of such a list as limits."""
    found = list(verdicts)
    places = [(index, member) for index, v in enumerate(found) if _may_close(v) and (member := member_of(v.mention)) and _TO_WHOM.fullmatch(member.rest)]
    joints = Counter(member.joint for _, member in places)
    for index, member in places:
        if joints[member.joint] >= _FEWEST and not found[index].mention.time.before:
            found[index] = Verdict(found[index].mention, DateRole.DEADLINE, GIVEN_TO)
    return found


def _may_close(v: Verdict) -> bool:
    """Whether a day to come stands at the end of its member."""
    m = v.mention
    point = m.has_day and not m.is_range and m.time.start is not None and m.time.kind is TimeKind.POINT
    return point and v.reason not in (PAST, SUPERSEDED, CALLED_OFF) and _CLOSES.match(m.text, m.end) is not None
