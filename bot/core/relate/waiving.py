"""What a message lets people off: the whole duty, or only a part of it, some of the people, or one way of handing in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from bot.core.models import Notice, Requirement
from bot.core.relate.fields import loose_concepts
from bot.core.relate.substance import substance_of
from bot.core.wording import late

R = Requirement


class Waived(StrEnum):
    """How far a waiver goes."""

    WHOLE = "whole"
    PART = "part"
    """A column of the table or a form of the paper (身份证号不用填了, 纸质的不用交了)."""
    SOME = "some"
    """Some of the addressees (社区不用报，只要村里报)."""
    DONE = "done"
    """Those who have handed in already (已报的不用重复报)."""
    WAY = "way"
    """One way of handing in, another being named (不用送窗口了，拍照发我)."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """The words that let people off, how far, and the forms and columns that they name; `held` is only for now (先别盖章)."""

    words: str
    extent: Waived
    forms: frozenset[Requirement] = frozenset()
    columns: frozenset[str] = frozenset()
    held: bool = False
    rest_stays: bool = False
    """Whether the text says that the rest is wanted as before (另外两个照报, 交照片就行)."""
    gathering: bool = False
    """Whether it is the meeting that falls out, and its papers stay (会不开了，PPT照交)."""


_NOT = (
    r"(?:不用|不必|不需要?|用不着|无需|无须|毋需|毋须|(?<!要)不要|可以?不|免(?![疫费检税职除])|甭|莫|不再|取消"
    r"|(?<![类级特区性分个差识判鉴告职])别(?![的人家墅忘漏错拖迟]))"
)
_DO = r"(?:上?报(?!错)|[上提]?交(?!通)|填|送|发(?!现)|上?传|寄|投|盖|签|附|拍|打印|写|提供|统计|采集|登记|来|去|跑|参加|要)"
_QUANTITY = r"每|都|全|太|那么|这么|急|等|单独|另|重新|一个个|一一|逐"
"""What a negation before these takes back is only how much or how (照片不用每户都拍)."""
_WAIVES = late(
    rf"{_NOT}(?!{_QUANTITY})再?[^,，。;；]{{0,10}}?{_DO}(?!的|错|漏)|{_NOT}(?!{_QUANTITY})[^,，。;；]{{1,10}}了$|[报交填]{_NOT}?免了"
    r"|\b(?:[nN]o need|no longer|not (?:needed|required|necessary)|(?:[dD]on'?t|[dD]o not|need not|needn'?t)\b|disregard|skip)\b"
)
_FORBIDS = late(r"^.{2,}(?:别|不要|莫)[填写报传拍用](?![了啦来我给])[^,，]{2,}(?<![了啦])$")
"""Words on how a thing is to be done that sound like a waiver (卡号别填家长旧卡)."""
_CALLED_OFF = late(r"取消|作废|撤[销回]|终止|中止|停止|不[开搞办评]了|\b(?:cancell?ed|called off|withdrawn|scrapped)\b", re.I)
_CLAUSES = late(r"(?:[^,，。;；！!？?\n.]|\.(?!\s|$))+")
_FOR_NOW = late(r"先|暂|for now|\byet\b")

_HANDED_IN = r"(?:[上提]?[报交]|填|送|发|传|录|登记?|来|参加|完成|签)"
_ALREADY = late(
    rf"(?:已经?|早就?|之前|前面|前期|上次|昨天|刚才?)[^,，]{{0,6}}{_HANDED_IN}[^,，]{{0,8}}的|{_HANDED_IN}(?:过|完|齐|好|了)[^,，]{{0,8}}的|\balready\b"
)
_UNIT = r"(?:村|社区|学?校|单位|组|户|镇|网格|企业|小区|园|院|所|站|家|店)"
_WITHOUT = late(rf"(?<!还)(?:没有?|无)(?!{_HANDED_IN})[^,，]{{1,12}}的(?:[^,，]{{0,5}}?{_UNIT})?(?:就|可以?|都)?$")
_LISTED = late(rf"^(?:@?[一-鿿]{{1,5}}[、和]){{1,8}}@?[一-鿿]{{1,5}}?(?:[这那]?[两三四五六七八九十几\d]+个?)?{_UNIT}")
_YOURS = late(rf"你们(?:[几两]个?)?{_UNIT}")
_ONE_KIND = late(rf"(?:^|[一-鿿])@?(?<![各全本所有])(?<!所有)(?:(?![各全本])[一-鿿]){{0,4}}{_UNIT}的?[^,，]{{0,8}}$")
_OTHERS_STAY = late(
    rf"(?:只要|只有|只需|仅|光是?)[^,，]{{0,8}}{_HANDED_IN}|(?:其他|其余|别的|剩下|另外)[^,，]{{0,8}}(?:照|继续|仍|还|抓紧|正常|{_HANDED_IN})"
)
_REST_STAYS = late(
    rf"照(?:样|旧|常|原样)?(?:上?报|交|填|发|送|做|要)|{_HANDED_IN}[^,，]{{1,10}}?就(?:行|可以?|好|够)|(?:时间|日期|期限|日子)(?:还是)?(?:没变|不变|不动|照旧|照原来)"
    rf"|(?:另外|其他|其余|剩下|别的|余下)[^,，]{{0,10}}(?:照|继续|仍|还|不变|{_HANDED_IN})|(?:只|光|仅)(?:要|需)?(?:上?报|交|填|发|送)"
)
_STILL_DUE = late(r"照(?:样|旧|常|原样)?(?:上?报|交|填|发|送|收)|(?:仍|还是|依然|一样|照样)[^,，]{0,4}要?(?:上?报|交|填|发|送)")
_GOES_ON = late(rf"(?:还没|没有?|未){_HANDED_IN}[^,，]{{0,6}}的[^,，]{{0,6}}(?:抓紧|尽快|赶紧|赶快|加快|继续|照|补|今|明|务必|记得)")
_BY_ANOTHER = late(r"由|他们|人家|我们?(?:来|去|直接|从)|[已了]经?[报交发送传]")
_ELSEWHERE = late(
    r"^(?:.{0,10}?(?:直接|改|统一|都|一律|请|就|只要?|拍照|扫码?|转))?[发送交传填录报投寄](?![放现来了过])[到给至在进往]?.{0,14}(?:邮箱|邮件|系统|小程序|平台|群|微信|钉钉|链接|码|我|科|股|办|站|所|窗口|@|[”\"])"
    r"|^.{0,6}在.{1,14}(?:系统|小程序|平台|[”\"]).{0,3}[填报录]|^[发送交传寄投走][一-鿿]{0,6}(?:邮箱|邮件|系统|平台|群|微信|纸质)|^(?:自己|都|直接)?[上进到用].{1,10}[填报录点]"
)
_WHERE = late(r"[给到来去往送发交跑报走在][到给往]?(?:我|[一-鿿]{0,6}(?:窗口|[镇县乡]里|街道|[站办所]里|邮箱|群|微信|系统|办|科|股))|纸上?")

_FORMS = tuple(
    (form, late(words, re.I))
    for form, words in (
        (R.PAPER_COPY, r"纸质?(?:版|件|的|材料|表|档)?(?!巾|箱|盒)|书面(?:材料|的)?|打印(?:件|稿|版)|\b(?:paper|hard|printed) (?:cop|version|form)"),
        (R.ELECTRONIC_COPY, r"电子(?:版|档|件|表|稿|的)|扫描件|\bscan(?:s|ned)?\b|electronic cop"),
        (R.SEAL, r"盖?章(?![程节法])(?<![文勋奖胸袖徽图臂肩规]章)|\b(?:stamp|seal)(?:s|ed)?\b"),
        (R.SIGN, r"签字|签名|签章|手印|\bsign(?:ature|ed)?s?\b"),
        (R.PHOTO, r"照片|相片|图片|截图|\b(?:photo|picture|screenshot)s?\b"),
        (R.VIDEO, r"视频|录像|\bvideos?\b"),
    )
)
_ASIDES = frozenset((R.PAPER_COPY, R.ELECTRONIC_COPY, R.SEAL, R.SIGN, R.REPLY_RECEIPT, R.ONLINE_SYSTEM, R.NIL_REPORT))
"""What a duty does not consist in: how a thing is handed in."""
_COLUMNS = frozenset(("证号", "电话", "地址", "卡号", "性别", "出生", "学历", "政治面貌", "职务", "监护人", "原因", "编号", "学校", "年级"))
"""Columns that hardly a table consists in."""
_ONE_PAPER = late(r"[那这]一?[份张本个]")
_WHOLE_PAPER = r"(?:名单|名册|清单|表格?|台账|材料|报告|总结|方案|小结|数据|册子?|单子)"
_TOGETHER = late(rf"{_WHOLE_PAPER}(?:和|、|及|与|跟|连同|以及|带|也)[^,，]{{0,6}}$")
_AND_THE_WHOLE = late(rf"^(?:和|、|及|与|跟|连同|以及)[^,，]{{0,6}}{_WHOLE_PAPER}")


@lru_cache(maxsize=4096)
def read_waivers(text: str) -> tuple[Waiver, ...]:
    """The clauses of a text that let people off, in order, each with how far it goes by its words alone."""
    clauses = [m[0].strip() for m in _CLAUSES.finditer(text)]
    return tuple(_read(place, clauses) for place, clause in enumerate(clauses) if _lets_off(clause))


def _lets_off(clause: str) -> bool:
    return bool(_CALLED_OFF.search(clause) or (_WAIVES.search(clause) and not _FORBIDS.search(clause)))


def _read(place: int, clauses: Sequence[str]) -> Waiver:
    clause = clauses[place]
    if _CALLED_OFF.search(clause) and any(map(_STILL_DUE.search, clauses)):
        return Waiver(clause, Waived.PART, gathering=True)
    found = _WAIVES.search(clause)
    if found is None:
        return Waiver(clause, Waived.WHOLE)
    before, others = clause[: found.start()], [*clauses[:place], *clauses[place + 1 :]]
    if _ALREADY.search(before) or (place and "already" in clauses[place - 1]) or any(map(_GOES_ON.search, others)):
        return Waiver(clause, Waived.DONE)
    rest_stays = not _CALLED_OFF.search(clause) and any(map(_REST_STAYS.search, others))
    forms = frozenset(form for form, words in _FORMS if _named_alone(words, clause))
    columns = frozenset() if _ONE_PAPER.search(before) else loose_concepts(clause) & _COLUMNS
    elsewhere = any(_ELSEWHERE.search(other) and not _BY_ANOTHER.search(other) for other in others)
    if elsewhere and not forms & _ASIDES and (forms or columns or _WHERE.search(clause, found.start())):
        return Waiver(clause, Waived.WAY)
    if forms or columns:
        return Waiver(clause, Waived.PART, forms, columns, held=bool(_FOR_NOW.search(clause)), rest_stays=rest_stays)
    if _WITHOUT.search(before) or _LISTED.search(before) or any(map(_YOURS.search, clauses)):
        return Waiver(clause, Waived.SOME)
    if _ONE_KIND.search(before) and any(map(_OTHERS_STAY.search, others)):
        return Waiver(clause, Waived.SOME)
    return Waiver(clause, Waived.PART, rest_stays=True) if rest_stays else Waiver(clause, Waived.WHOLE)


def _named_alone(words: re.Pattern[str], clause: str) -> bool:
    """Whether a form is named, and not side by side with the paper that is handed in (名单和照片都不用交)."""
    found = words.search(clause)
    if found is None:
        return False
    return not (_TOGETHER.search(clause[: found.start()]) or _AND_THE_WHOLE.search(clause[found.end() :]))


_BY_NAME = late(r"[一-鿿]{2}[^，。]{0,8}(?:取消|[终中]止|停[办开])|\bcancell?ed\b", re.I)
_NAMED = 2
"""So many 2-grams of substance name what is called off."""


def withdraws_another(text: str, substance: frozenset[str]) -> bool:
    """Whether all that a text calls off has a name of its own, and no word of it is of the `substance` of a task."""
    clauses = [waiver.words for waiver in read_waivers(text)]
    said = [substance_of(clause) for clause in clauses]
    named = [words for words, clause in zip(said, clauses, strict=True) if len(words) >= _NAMED and _BY_NAME.search(clause)]
    return bool(named) and not any(words & substance for words in said)


_BIDS = late(rf"{_DO}|看|学|查|改|搞|弄|办|准备|组织|带|收")


def only_lets_off(text: str) -> bool:
    """Whether a message lets people off and bids nothing: whatever it speaks of, it opens no duty."""
    waivers = {waiver.words for waiver in read_waivers(text)}
    if not waivers:
        return False
    others = (clause[0].strip() for clause in _CLAUSES.finditer(text))
    return not any(_BIDS.search(clause) for clause in others if clause not in waivers)


def leaves_standing(text: str, facts: Notice, columns: frozenset[str]) -> Waiver | None:
    """The waiver of a message that lets people off something and leaves the duty standing; None where none does.

    `facts` and `columns` are those of the task: a form or a column is a part of it only where it asks for more.
    """
    waivers = read_waivers(text)
    if not waivers or not all(_is_limited(waiver, facts, columns) for waiver in waivers):
        return None
    extent = next((w.extent for w in waivers if w.extent is not Waived.DONE), Waived.DONE)
    alike = [waiver for waiver in waivers if waiver.extent is extent]
    return Waiver(
        "，".join(w.words for w in alike),
        extent,
        frozenset().union(*(w.forms for w in alike)),
        frozenset().union(*(w.columns for w in alike)),
        held=any(w.held for w in alike),
        gathering=any(w.gathering for w in alike),
    )


def _is_limited(waiver: Waiver, facts: Notice, columns: frozenset[str]) -> bool:
    if waiver.extent is not Waived.PART:
        return waiver.extent is not Waived.WHOLE
    if waiver.gathering:
        return bool(facts.events and facts.deadlines)
    if waiver.rest_stays:
        return True
    if waiver.forms:
        return bool(facts.requirements - waiver.forms - _ASIDES)
    return bool(waiver.columns & columns) and not columns <= waiver.columns


def without(facts: Notice, waiver: Waiver) -> Notice:
    """The facts without the forms that are taken back for good, or without the meeting that falls out."""
    if waiver.gathering:
        return replace(facts, events=(), requirements=facts.requirements - {R.ATTEND})
    if waiver.held or not waiver.forms & facts.requirements:
        return facts
    specs = tuple(spec for spec in facts.specs if spec.item not in waiver.forms)
    return replace(facts, requirements=facts.requirements - waiver.forms, specs=specs)


def said_before(waiver: Waiver, texts: Iterable[str]) -> bool:
    """Whether one of earlier texts lets off the same."""
    told = (known for text in texts for known in read_waivers(text) if known.extent is waiver.extent)
    return any(waiver.forms <= known.forms and waiver.columns <= known.columns for known in told)


def all_of_it(waiver: Waiver, title: str) -> bool:
    """Whether what is let off is what a duty of that title consists in (垃圾分类照片不用发), whoever hears of it."""
    named = all(words.search(title) for form, words in _FORMS if form in waiver.forms)
    return waiver.extent is Waived.PART and named and not waiver.columns and not waiver.gathering
