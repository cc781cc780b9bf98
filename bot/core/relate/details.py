"""How a thing is handed in, as it is told anew later: to whom and where, how many of it, in which form, with which seal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.core.models import Notice, Requirement, SubmitTo
from bot.core.relate.waiving import read_waivers
from bot.core.wording import late

R = Requirement

_LONGEST = 45
"""Characters of a message that tells nothing else."""
_CLAUSES = late(r"[^,，。;；！!？?\n]+")
_N = r"[一两二三四五六七八九十\d]"
_FORM = late(
    rf"(?:加?盖|签|按)(?:[个上好全]|[单本]位|[公村私党]){{0,3}}[章字名]|手印|一式{_N}+份|(?:纸质|电子|书面)(?:版|件|档|的|材料)?|扫描件|复印件|打印|手写|双面|彩打|装订|胶装|横[版着]|竖[版着]"
    rf"|A[345](?![0-9A-Za-z])|(?:新|老|旧)(?:模板|表样|格式|样表)|(?:格式|模板|样表)[^,，]{{0,3}}(?:换|改|变)|(?<![\d零])(?:{_N}+|几)[份张](?:就|即|也)?(?:够|可|行|好|可以)?了?$|{_N}+[张幅段](?:照片|图片|视频)|(?:照片|图片|视频|截图)[^,，]{{0,6}}{_N}+[张幅段个]",
    re.I,
)
"""Words for the form, the number or the seal of what is handed in."""
_BIDS = late(
    r"要(?!素|闻|不要)|需|须|得(?=[由盖签交报用])|记得|别忘|必须|务必|麻烦|请|还|再|都|改|换|统一|一律|只|用|至少|不少于|就(?:行|可以?|够|好)|即可|够了|可以(?!吗)|[报交发附拍送](?!了|过|完|好|齐)|^(?:[^,，]{2,10})?(?:一式|A[345]|[两三四五六\d]份)|^(?:照片|图片|视频|截图)[两三四五六七八九\d]",
    re.I,
)
_TELLS = late(
    r"[吗么呢嘛]$|是不是|要不要|用不用|需不需要|能不能|可不可以|有没有|谁|哪[里儿个]|怎么|多少|几[份张]$|(?:盖|签|印|拍|发|交|报|送|附|填|传)(?:好|完|齐|过|上)?了|已经?|^(?:我|我们|咱|俺)(?!这)|收到|查收|没[有盖签交报带]|如果|要是|听说"
)
"""Questions, reports and suppositions: they ask for nothing."""
_INSTEAD = late(
    r"[换改]|变更|调整|请假|[休产病婚]假|出差|调[走离]|退休|离职|借调|不在|不管|不收|不负责|接手|接替|代(?:收|管|班|为)|生病|住院|学习去|以后|今后|往后|从现在起|新(?:邮箱|地址|邮件|号)|停用|[装塞]?满了|收不到|退信|\b(?:instead|now|new|on leave|changed?)\b",
    re.I,
)
"""Why a thing goes to another hand or address than was said."""
_BESIDES = late(r"抄送|也(?:给|发|报|交|送)|同时|另外?(?:给|发|报|交|送)|再(?:给|发|报|交|送)|各一份|一份给|\b(?:cc|also|copy)\b", re.I)
_ADDED = frozenset((R.SEAL, R.SIGN, R.PAPER_COPY, R.ELECTRONIC_COPY, R.PHOTO, R.VIDEO))
"""Forms that may come in addition."""


def tells_details(text: str) -> bool:
    """Whether a short message bids nothing but how, how many or with what a known thing is handed in."""
    if len(text) > _LONGEST or text.rstrip().endswith(("?", "？")):
        return False
    clauses = [clause[0].strip() for clause in _CLAUSES.finditer(text)]
    return any(_FORM.search(clause) and _BIDS.search(clause) for clause in clauses) and not any(map(_TELLS.search, clauses))


def moves_hands(text: str) -> bool:
    """Whether a message says why a thing goes elsewhere than was said (老钱请假了, 邮箱换了)."""
    return bool(_INSTEAD.search(text)) and not _BESIDES.search(text)


def with_details(facts: Notice, notice: Notice, text: str, changes: bool) -> Notice:
    """The facts with what `notice` says of hands, numbers and forms; `changes` says that the text speaks of a change."""
    bids = tells_details(text)
    after = replace(facts, submit_to=_in_other_hands(facts.submit_to, notice.submit_to, text))
    if changes or bids:
        after = _with_counts(after, notice)
    if bids:
        let_off = frozenset().union(*(waiver.forms for waiver in read_waivers(text)))
        after = replace(after, requirements=after.requirements | ((notice.requirements & _ADDED) - let_off))
    return after


def details_told(facts: Notice, notice: Notice, text: str, known: Iterable[str]) -> bool:
    """Whether a message without a change of its own tells how the thing is handed in now, and that was not known."""
    if not (tells_details(text) or (moves_hands(text) and notice.submit_to != SubmitTo())):
        return False
    if with_details(facts, notice, text, False) != facts:
        return True
    if notice.requirements & _ADDED or notice.specs:
        return False
    said = [found[0] for clause in _CLAUSES.finditer(text) for found in _FORM.finditer(clause[0])]
    return bool(said) and not any(word in source for word in said for source in known)


def _in_other_hands(known: SubmitTo, said: SubmitTo, text: str) -> SubmitTo:
    """Another address of the same kind takes the place of the known one; another person only where words say so."""
    for name in ("emails", "urls", "systems", "phones", "people"):
        old, new = getattr(known, name), getattr(said, name)
        if not (new and old) or set(new) & set(old):
            continue
        if name != "people" or moves_hands(text) or (any(each in text for each in old) and not _BESIDES.search(text)):
            known = replace(known, **{name: new})
    return known


def _with_counts(facts: Notice, notice: Notice) -> Notice:
    """The facts with as many pictures or files as are wanted now (照片改成每单元3张)."""
    said = {spec.item: spec for spec in notice.specs if spec.count_min or spec.count_max}
    if not any(spec.item in said for spec in facts.specs):
        return facts
    specs = (
        replace(spec, count_min=said[spec.item].count_min, count_max=said[spec.item].count_max) if spec.item in said else spec
        for spec in facts.specs
    )
    return replace(facts, specs=tuple(specs))


_SUBJECT = late(r"^(?:那个|这个|各[村组班校站]|大家|请|记得|另外|补充一下)*+(?P<what>[一-鿿]{2,12}?)(?:[^一-鿿]|格式|模板|表样|的|都|也|还|只|一律|统一|改|换|书记|主任|负责人|村里|单位|领导|家长|本人|要|需|须|得|必须|务必|用|一式|[一两二三四五六七八九十\d]+[份张]|发|报|交|附|拍|A|打印|手写|双面|加?盖|签)")


_NO_THING = late(r"[^一-鿿]|[都也还只再就要需须得请用改换交报发附送填写做的了吧啊哈]|记得|别忘了?|必须|务必|麻烦|一律|统一|大家|各[村组班校站]|即可|可以|够|[行好]|材料|表格?|东西|单位|村里|书记|主任|领导|负责人|本人|家长")


def names_nothing(text: str) -> bool:
    """Whether a message has words for form and number only, and for nothing that is handed in (记得加盖公章, 一份就够了)."""
    return not _NO_THING.sub("", _FORM.sub("", text))


def subject_of(text: str) -> str:
    """What a message that tells details calls the thing; "" where it does not name it."""
    found = _SUBJECT.match(text)
    return found["what"] if found else ""
