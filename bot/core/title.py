"""A short name for the duty, as a person would write it on a list: 报秸秆禁烧台账, 国庆值班名单.

A formal title is its own name; else a task is named by the paper it asks for, by what is done with a thing, by the matter
named first or by the act asked for, whichever tells the most; what is denied, another's or torn names nothing.
"""

from __future__ import annotations

import re

from bot.core.models import Kind
from bot.core.title_acts import acted, bidden, fronted, handled
from bot.core.title_english import LONGEST_ENGLISH, cut, english_title
from bot.core.title_gatherings import gathering, talked_over
from bot.core.title_opening import joined, topic_of, untimed, without_noise, without_others
from bot.core.title_papers import IS_PAPER, papers
from bot.core.title_said import first_words
from bot.core.title_shape import LONGEST, fit, tidy
from bot.core.wishes import is_wish, what_is_wished
from bot.core.wording import late

__all__ = ["LONGEST", "LONGEST_ENGLISH", "find_title", "part_title", "title_of_subject"]

_REACH = 1200
_AT_ONCE = 80
"""Characters within which a text that invites has named what to."""
_OF_A_MATTER = 12
"""Characters of a matter's name that another name may be built on."""
_TELLING = 3
"""Characters of a paper's name without which it tells nothing: 照片, 数据."""
_HAN = late(r"[㐀-鿿]")
_FORMAL = late(r"关于(?P<about>[^。\n]{3,90}?)的(?:紧急|补充|预备|预)?(?:[㐀-鿿]知(?=\s|$)|通知|函|公告|通告|通报|公示|情况通报|通知书|提[示醒]函?|倡议书?|邀请函|督办[函单]|决定|意见|请示)")
_ON = late(r"(?:^|\n)\s{0,4}关于(?P<about>[^，。：:\n]{3,40}?)(?:的(?:几点|若干|补充|温馨)?(?:要求|提醒|提示|安排|说明|事宜|事项|事|倡议|建议|预告)|事宜|的?问题)(?=[\s：:，。｜(（]|$)")
_LIMIT_FIRST = late(r"^(?:[\d今明后本下这月年每]|周|星期|礼拜)[^，。]{0,12}?前(?:要|须|请|务必)?(?=(?:交|报|送|填|完成|发|办|改|清|查|传|缴|弄|做|搬|拆)[一-鿿]{2})")
"""12月2日前交总结: the card has its day on a line of its own."""
_HEADLINE = late(r"^\W{0,3}【(?P<about>[^】\n]{4,24})】")


def title_of_subject(subject: str) -> str:
    """The subject of a mail at the length of a title."""
    return fit(subject) if _HAN.search(subject) else cut(subject)


def find_title(text: str, kind: Kind = Kind.TASK) -> str:
    """What to do in at most `LONGEST` characters; "" for chatter and for a text without words."""
    if kind is Kind.CHATTER:
        return ""
    head = text[:_REACH]
    if not _HAN.search(head):
        return english_title(head, kind)
    formal = _FORMAL.search(head) or _ON.search(head)
    if formal and (title := _from_formal(formal.group("about"), kind)):
        return title
    plain, times = untimed(head)
    body = without_noise(plain)
    title = ""
    if kind is Kind.EVENT:
        title = talked_over(body) or gathering(body, _AT_ONCE) or _short(topic_of(body)) or gathering(body)
    elif kind is Kind.TASK:
        title = _duty(body)
    if not title and (named := _HEADLINE.match(head)):
        title = tidy(named.group("about"))
    if not title and is_wish(text):
        return fit(what_is_wished(text))
    said = _with_bar(plain, body)
    return title or fit(_LIMIT_FIRST.sub("", first_words(without_others(said) if kind is Kind.TASK else said, times, LONGEST)))


def part_title(part: str) -> str:
    """What one part of a text asks for, a bar where its date stood: the paper, what is done with a thing, or the act; "" where it names none."""
    asked = next((paper for paper in papers(part, due=True) if not paper.beside), None)
    return asked.title() if asked else handled(part) or acted(part) or bidden(part)


def _duty(body: str) -> str:
    """What a task is called."""
    asked = list(papers(body))
    for paper in asked:
        if paper.tells and not paper.beside:
            return paper.title()
    topic = topic_of(body)
    if done := fronted(body) or handled(body):
        return done
    bare = next((paper for paper in asked if not paper.beside), None)
    if bare and _TELLING <= len(topic) <= _OF_A_MATTER and bare.name not in topic and not IS_PAPER.search(topic):
        return bare.verb + joined(topic, bare.name, LONGEST - len(bare.verb))
    if named := _short(topic):
        return named
    if act := acted(body, led=True) or bidden(body) or acted(body):
        return act
    return next((paper.title() for paper in asked if paper.tells or len(paper.name) >= _TELLING), "")


def _short(topic: str) -> str:
    return topic if 4 <= len(topic) <= LONGEST else ""


def _with_bar(plain: str, body: str) -> str:
    """The body with the time that stood right before it: 明天 is no noise where 的会挪到三楼 follows."""
    at = len(plain) - len(body)
    while at and plain[at - 1] in "｜ ":
        at -= 1
    return plain[at:]


def _from_formal(about: str, kind: Kind) -> str:
    hands_in = bool(re.match(r"\s*(?:上报|报送|填报|呈报|申报|报|提交)", about))
    issued = re.search(r"(?:印发|转发)《([^》]{4,40})》", about)
    if issued:
        handed = re.search(r"并(?:报送|上报)([^，。]{2,20})", about)
        about = handed.group(1) if handed else issued.group(1)
        hands_in = bool(handed)
    phrase = fit(tidy(about), LONGEST - 1)
    return ("报" if hands_in and kind is Kind.TASK and not phrase.startswith("报") else "") + phrase
