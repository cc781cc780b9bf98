"""What a message lets people off: the whole duty, or only a part of it, some of the people, or one way of handing in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from bot.core.models import Notice, Requirement
from bot.core.relate.fields import loose_concepts
from bot.core.relate.pieces import Pieces, grams, part_named, things_in, without_pieces
from bot.core.relate.substance import substance_of
from bot.core.relate.wording import plain
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
    UNSETTLED = "unsettled"
    """Nothing as yet: it is asked, supposed or hearsay (名单还用报吗, 下雨的话就不用来了)."""


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
    things: tuple[str, ...] = ()
    """What is let off, as it is called (走访照片); of 表不用附照片了 the last is meant before the first."""
    called_off: bool = False
    """Whether something is called off that may take place, and not only be handed in."""
    as_before: str = ""
    """What the text says goes on as before (演讲照常)."""
    manner: bool = False
    """Whether only how a thing is done is let off (不用按户填了, 不用写那么细)."""
    pieces: Pieces | None = None
    """The pieces of the task that are let off, where it names some of it."""


_NOT = (
    r"(?:(?<!用)不用|不必|(?<!需)不需要?|用不着|无需|无须|毋需|毋须|(?<!要)不要|可以?不|免(?![疫费检税职除])|甭|莫|不再|取消"
    r"|(?<![类级特区性分个差识判鉴告职])别(?![的人家墅忘漏错拖迟]))"
)
_DO = r"(?:上?报(?!错)|[上提]?交(?!通)|填|送|发(?!现)|上?传|寄|投|盖|签|附|拍|打印|写|提供|统计|采集|登记|来|去|跑|参加|要)"
_QUANTITY = r"每|都|全|太|那么|这么|急|等|单独|另|重新|一个个|一一|逐"
"""What a negation before these takes back is only how much or how (照片不用每户都拍)."""
_WAIVES = late(
    rf"{_NOT}(?!{_QUANTITY})再?[^,，。;；]{{0,10}}?{_DO}(?!的|错|漏)|{_NOT}(?!{_QUANTITY})[^,，。;；]{{1,10}}了$|[报交填]{_NOT}?免了"
    rf"|{_NOT}了(?:[吧啊哈]|$)|[就都也]?免了吧?$|(?<![我你他谁])不(?:写|收|做|画|拍|附|填|交|报|搞|办|编|打印)了"
    r"|\b(?:[nN]o need|no longer|not (?:needed|required|necessary)|(?:[dD]on'?t|[dD]o not|need not|needn'?t)\b|disregard|skip|[nN]ever ?mind)\b"
    r"|\b[nN]o (?!later|longer|more|one|fewer|less|change|repl|response|answer|action|extension|exception|rush|problem|other|further)[a-z][a-z' -]{2,30}? (?:is |are )?(?:needed|required|necessary)\b"
)
_FORBIDS = late(
    r"^.{2,}(?:别|不要|莫)[填写报传拍用](?![了啦来我给])[^,，]{2,}(?<![了啦])$"
    r"|(?:别|不要|莫)[^,，]{1,4}(?:糊|错|漏|丢|反|歪|晚|迟|乱|混|串|重复|少|忘|掉|断|超)了?$"
)
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
_OFFICE = r"(?:[省市县区镇乡]|街道|上[面头级]|局|部门|领导|平台|系统|公安|民政|他们|人家|其他[村组人])"
_BIDS_INSTEAD = late(
    r"^(?:就|都|统一|直接|只|光|仅|全|一律|改(?:成|为)?)*按(?!时|期|规定|要求|平台|系统|公安|去年|以前|原)[^,，]{1,8}$"
    r"|^(?:就|都|统一|直接|只要?|光|仅|一律|请|大家|改(?:成|为)?|再|各[村组班校站家]){0,3}(?:[上填]?报|填|写|交|列|盖|签|画|做|拍|标)(?![警通代流过完好了名错漏废销往出到上够齐])[^,，]{1,12}(?<![的了吗呢过])$"
    rf"|^(?!{_OFFICE}|我)[^,，]{{2,10}}(?<![不没])(?:(?:还|还是|仍|仍然|照样|也)?要|照[写交报做填画拍附发出备要]|得[交报写做填]|必须[交报写做填])[的啊哈]?$"
    r"|^(?![^,，]{0,6}(?:放|留|存|收|知道|看|听|等|口头|打个?电话))[^,，]{2,12}就(?:行|可以?|够|成|好)了?$"
)
"""Clauses beside a waiver that still bid: the same otherwise (按组填, 报总数, 一份就行), or something beside it (路线图要)."""
_STILL_WITH = late(r"[^,，]{2,8}(?:要|照|得)(?:附|拍|盖|签)[的啊]?$")
_AS_BEFORE = late(r"^(?P<what>[^,，]{0,14}?)(?:仍然?|还|都|也)?(?:照[常旧样开办搞做考比演上](?!上[课班学]|开门|营业|工作|上课)|不变|没变|不受影响|正常(?:进行|举[行办]|开展?|办))")
_OF_ALL_DAYS = late(r"工作|生产|秩序|教学|上[课班学]|办公|营业|值班|时间|地点|日期|期限|要求|口径$")
_THE_OTHERS = late(r"其[他它余]|别的|剩下|另外|余下")
_MANNER = late(
    rf"{_NOT}再?(?:要|需要?)?(?:[报交填写列做]得?)?(?:按|分(?![享管发配])|逐|[一每][个户人台项件条家]|那么|这么|太|手写|打印|装订|复印|塑封|过塑|详细|写?全|细|[\d一二三两]+[字百千万]|一式|单列|加急|急|[^,，]{{1,3}}手写)"
    rf"|{_NOT}再?(?:自[己行]|另外)?[带穿戴贴][^,，]{{0,8}}$|{_NOT}[^,，]{{0,6}}(?:审[签核批阅]|过目|把关|复核|签批|请示|排队|预约)|{_NOT}再?[报交填送发上传寄]{{1,2}}[到给往至](?!我[们这]?[里]?$)[^,，]{{1,10}}$"
)
"""How or where a thing is done, and not the thing."""
_NOBODY_COMES = late(r"不来(?:检查|抽查|督[查导]|调研|视察|考[核察]|验收|看|走访|暗访)?了$")
"""Who was to come and look stays away: what is handed in is another matter."""
_ON_ITS_OWN = late(rf"{_NOT}(?:单独|另外?|另行|重新|重复)(?:再)?[^,，。;；]{{0,6}}?{_DO}")
"""不用单独报了 takes all of it back, unless another way is told (直接填共享表)."""
_MANNER_OF_ALL = late(r"(?:打印|装订|手写|复印|塑封)")
_ASKED = late(r"[吗么呢]$|是不是|用不用|要不要|需不需要|能不能|可不可以|有没有")
_POLITE = late(rf"{_NOT}(?:谢|客气|担心|着急|急$|回复|管我)|不客气")
_SUPPOSED = late(r"如果|要是|假如|倘若|万一|的话|除非|听说|据说|好像|可能|估计|说不定|应该(?=[也就]?不)")
_WHO_OR_WHEN = late(
    r"^(?:各位|老师们?|大家|各[村组班校站单位社区]+|请|那个|这个|那份|这份|那张|补充一下|更正|通知|另外|对了|还有|[一-鿿]{1,6}(?:那个|这个|那份))+|(?:可以|暂时?|先|也|就|都|还|今年|这次|本次|这回|全部?|统统|一律|大家|各[村组班校]|各单位|你们|我们|请|的|里|再|一并)+$"
)
_TRAILING = late(r"(?:了|吧|啊|哈|啦)+$")
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
    followed = [text[m.end() : m.end() + 1] for m in _CLAUSES.finditer(text)]
    return tuple(
        Waiver(clause, Waived.UNSETTLED) if _is_unsettled(place, clauses, followed) else _read(place, clauses) for place, clause in enumerate(clauses) if _lets_off(clause)
    )


def _is_unsettled(place: int, clauses: Sequence[str], followed: Sequence[str]) -> bool:
    """Whether a clause asks, supposes or has it from hearsay; a condition may stand in the clause before."""
    said = clauses[place]
    return bool(followed[place] in ("？", "?") or _POLITE.search(said) or _ASKED.search(said) or _SUPPOSED.search(said) or (place and _SUPPOSED.search(clauses[place - 1])))


def _lets_off(clause: str) -> bool:
    if _POLITE.search(clause):
        return True
    takes_back = _CALLED_OFF.search(clause) or _NOBODY_COMES.search(clause) or _WAIVES.search(clause) or _MANNER.search(clause) or _ON_ITS_OWN.search(clause)
    return bool(takes_back and (_CALLED_OFF.search(clause) or not _FORBIDS.search(clause)))


def _read(place: int, clauses: Sequence[str]) -> Waiver:
    clause, others = clauses[place], [*clauses[:place], *clauses[place + 1 :]]
    called_off = _CALLED_OFF.search(clause)
    as_before = next((m["what"] or m[0] for other in others if (m := _AS_BEFORE.search(other)) and not _OF_ALL_DAYS.search(m["what"])), "")
    if called_off and any(map(_STILL_DUE.search, clauses)):
        return Waiver(clause, Waived.PART, gathering=True, things=_things(clause), called_off=True, as_before=as_before)
    found = _WAIVES.search(clause) or _MANNER.search(clause) or _ON_ITS_OWN.search(clause)
    if found is None:
        return Waiver(clause, Waived.WHOLE, things=_things(clause), called_off=bool(called_off), as_before=as_before)
    return replace(_how_far(found, place, clauses, others), things=_things(clause), called_off=bool(called_off), as_before=as_before)


def _how_far(found: re.Match[str], place: int, clauses: Sequence[str], others: Sequence[str]) -> Waiver:
    """How far a clause of 不用 goes by its words alone."""
    clause = clauses[place]
    before = clause[: found.start()]
    if _ALREADY.search(before) or (place and "already" in clauses[place - 1]) or any(map(_GOES_ON.search, others)):
        return Waiver(clause, Waived.DONE)
    if (manner := _MANNER.search(clause)) and not (_MANNER_OF_ALL.match(manner[0]) and not before):
        return Waiver(clause, Waived.PART, manner=True)
    instead = any(_BIDS_INSTEAD.search(other) and not _lets_off(other) for other in others)
    rest_stays = not _CALLED_OFF.search(clause) and (instead or any(map(_REST_STAYS.search, others)))
    forms = frozenset(form for form, words in _FORMS if _named_alone(words, clause))
    columns = frozenset() if _ONE_PAPER.search(before) else loose_concepts(clause) & _COLUMNS
    elsewhere = any(_ELSEWHERE.search(other) and not _BY_ANOTHER.search(other) for other in others)
    if elsewhere and not forms & _ASIDES and (forms or columns or _WHERE.search(clause, found.start())):
        return Waiver(clause, Waived.WAY)
    if forms and before and any(map(_STILL_WITH.search, others)):  # 自查表不用附照片，清单要附
        return Waiver(clause, Waived.PART, rest_stays=True)
    if forms or columns:
        return Waiver(clause, Waived.PART, forms, columns, held=bool(_FOR_NOW.search(clause)), rest_stays=rest_stays)
    if _WITHOUT.search(before) or _LISTED.search(before) or any(map(_YOURS.search, clauses)):
        return Waiver(clause, Waived.SOME)
    if _ONE_KIND.search(before) and any(map(_OTHERS_STAY.search, others)):
        return Waiver(clause, Waived.SOME)
    held = bool(_FOR_NOW.search(clause))
    return Waiver(clause, Waived.PART, rest_stays=True, held=held) if rest_stays else Waiver(clause, Waived.WHOLE, held=held)


def _things(clause: str) -> tuple[str, ...]:
    """What a clause lets off, that which stands behind the verb first: 表不用附照片了 is 照片, then 表."""
    found = _WAIVES.search(clause) or _CALLED_OFF.search(clause)
    if found is None:
        return ()
    before = _WHO_OR_WHEN.sub("", _WHO_OR_WHEN.sub("", clause[: found.start()]))
    behind = _TRAILING.sub("", clause[found.end() :])
    return (*things_in(behind), *things_in(before))


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


def leaves_standing(text: str, facts: Notice, columns: frozenset[str], asked: str) -> Waiver | None:
    """The waiver of a message that lets people off something and leaves the duty standing; None where none does.

    `facts` and `columns` are those of the task, `asked` is the text that opened it: a piece, a form or a column is a
    part of it only where it asks for more.
    """
    waivers = read_waivers(text)
    if not waivers:
        return None
    pieces = _pieces_let_off(waivers, facts, asked)
    if not all(_is_limited(waiver, facts, columns, asked, pieces) for waiver in waivers):
        return None
    told = [replace(w, extent=Waived.PART) if w.extent is Waived.WHOLE else w for w in waivers]
    extent = next((w.extent for w in told if w.extent not in _LEAVES_ALL), told[0].extent)
    alike = [waiver for waiver in told if waiver.extent is extent]
    held = any(w.held for w in alike)
    forms = frozenset().union(*(w.forms for w in alike))
    return Waiver(
        "，".join(w.words for w in alike),
        extent,
        forms | _on_paper_only(forms, asked),
        frozenset().union(*(w.columns for w in alike)),
        held=held,
        gathering=any(w.gathering for w in alike) and not (pieces and pieces.dates),
        things=tuple(thing for w in alike for thing in w.things),
        pieces=pieces if pieces and not held else None,
    )


_LEAVES_ALL = frozenset((Waived.DONE, Waived.UNSETTLED))
"""Waivers that take nothing back."""
_SEALED_PAPER = late(r"(?:纸质|书面)[^,，。；;]{0,8}(?:盖|签)|(?:盖章|签字)[^,，。；;]{0,4}(?:纸质|书面)")


def _on_paper_only(forms: frozenset[Requirement], asked: str) -> frozenset[Requirement]:
    """Seal and signature go with the paper that they belong on."""
    return frozenset((R.SEAL, R.SIGN)) if R.PAPER_COPY in forms and _SEALED_PAPER.search(asked) and "扫描" not in asked else frozenset()


def _pieces_let_off(waivers: Sequence[Waiver], facts: Notice, asked: str) -> Pieces | None:
    """The pieces of the task that all the waivers together let off."""
    told = [w for w in waivers if w.extent in (Waived.WHOLE, Waived.PART) and not w.manner]
    called_off = any(w.called_off for w in told)
    behind = tuple(thing for w in told for thing in w.things)
    found = part_named(behind, facts, asked, called_off)
    if found or not told or len(told) > 1:
        return found
    return next((each for thing in behind if (each := part_named((thing,), facts, asked, called_off)) and _AND_BOTH.search(told[0].words) is None), None)


_AND_BOTH = late(r"和|、|及|都|全部?")
"""Words of all of several things."""


def _is_limited(waiver: Waiver, facts: Notice, columns: frozenset[str], asked: str, pieces: Pieces | None) -> bool:
    if waiver.extent not in (Waived.PART, Waived.WHOLE) or pieces or waiver.manner or waiver.rest_stays:
        return True
    if _NOBODY_COMES.search(waiver.words):
        return bool(facts.deadlines) and not facts.events
    if waiver.as_before and (_THE_OTHERS.search(waiver.as_before) or _speaks_of(waiver.as_before, asked, waiver.words)):
        return True
    if waiver.gathering:
        return bool(facts.events and (facts.deadlines or facts.requirements - {R.ATTEND} - _ASIDES))
    if waiver.forms:
        return bool(facts.requirements - waiver.forms - _ASIDES)
    return bool(waiver.columns & columns) and not columns <= waiver.columns


def _speaks_of(words: str, asked: str, besides: str) -> bool:
    """Whether words speak of something of the task, and not only of what is called off."""
    return bool((grams(words) - grams(besides)) & grams(asked))


def without(facts: Notice, waiver: Waiver, asked: str = "") -> Notice:
    """The facts without the pieces and forms that are taken back for good, or without the meeting that falls out."""
    if waiver.gathering:
        return replace(facts, events=(), requirements=facts.requirements - {R.ATTEND})
    if waiver.pieces:
        facts = without_pieces(facts, waiver.pieces, asked)
    if waiver.held or not waiver.forms & facts.requirements:
        return facts
    specs = tuple(spec for spec in facts.specs if spec.item not in waiver.forms)
    return replace(facts, requirements=facts.requirements - waiver.forms, specs=specs)


def said_before(waiver: Waiver, texts: Iterable[str]) -> bool:
    """Whether one of earlier texts lets off the same."""
    told = (known for text in texts for known in read_waivers(text) if known.extent is waiver.extent)
    return any(_is_told_again(waiver, known) for known in told)


def _is_told_again(waiver: Waiver, known: Waiver) -> bool:
    if waiver.forms or waiver.columns:
        return waiver.forms <= known.forms and waiver.columns <= known.columns
    return plain(waiver.words) == plain(known.words) or bool(waiver.things and set(waiver.things) <= set(known.things))


def all_of_it(waiver: Waiver, title: str) -> bool:
    """Whether what is let off is what a duty of that title consists in (垃圾分类照片不用发), whoever hears of it."""
    named = all(words.search(title) for form, words in _FORMS if form in waiver.forms)
    some = waiver.columns or waiver.gathering or waiver.manner or waiver.pieces
    return waiver.extent is Waived.PART and named and not some
