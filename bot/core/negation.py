"""Whether a word stands under a negation: 无需提交纸质版, 纸质件不用报送, 暂不填写, 1月免报."""

from __future__ import annotations

import re

from bot.core.wording import late

_BEFORE = late(
    r"(?:不用|无需|无须|毋须|不必|不需要?|不须|用不着|没必要|不要求|不要|(?<![类级特区性分个差识判鉴告职])别(?!忘)再?|勿|免(?=报|填|交|于|予|送|签|盖|附|提|传|除|回)|没有?(?:作)?要求|未(?:作)?要求|(?<![不非])可以?不(?![能要得少])|暂不|暂缓|先不用?|不再|不得(?![低少高超迟晚漏缺])|不能(?![低少高超迟晚漏缺])|不收|不寄|不接(?!受)|可以不|不留|不接收|不接受|不另外?(?:要|发|交|报|拍|附|寄|出|印)?"
    r"|不可|不许|不准(?![低少高超迟晚漏缺备空别的确时])|严禁|禁止|停止|取消|没让|不搞|不作|不做(?![^，。；;\n]{1,6}的)|不再搞)(?:[^，。；;！!？?\n、:：\s就）)]|就(?=[近地此餐])){0,9}$"
)
_BEFORE_ENGLISH = late(r"(?:\bno need|\bno\b(?! (?:more|fewer|less|larger|bigger|later)\b)|(?<!have )(?<!has )\bnot\b(?! yet)|(?<!have)(?<!has)n't\b|\bnever|\bwithout|\binstead of|\brather than)[^.,;:?!\n]{0,14}$", re.I)
_AFTER = late(
    r"[）)]?[^，。；;！!？?\n、\s（）()]{0,8}?(?:不用|无需|无须|毋须|毋需|不必|不需|免(?=报|填|交|于|予|送|签|盖|附|提|传|了)|暂不|先不|暂缓|不再|不收|不要|(?<![类级特区性分个差识判鉴告职])别(?!的|人|家|压|拿)|不报|不交|不认|不行|都?停用|免了|这次不要求|不作要求|不做要求|取消|作废|就不|可不|用不着|就?算了)"
)
_AFTER_IN_BRACKETS = late(
    r"[^，。；;！!？?\n、\s（）()报交送发]{0,4}[（(](?:这次|此次|本次|这回|今年|本月|本周|目前|已经?有?的?|先|暂时?|均|都|也|一律|就)*(?:不用|无需|无须|不必|不需要?|免|不再|不收|不要求?|别|暂缓|取消)(?:再|另|单独|重复|[先暂])*(?:报送|上报|填报|提交|提供|上传|打印|[报交发送填附传带拍写做要收])?了?(?=[）)，,；;。])"
)
"""照片（不用交）: a waiver in brackets of the very thing before them; one that names something else (不用回复) takes back that alone."""
_KEPT_BACK = late(r"[^，。；;\n请]{0,8}(?:存|留|放|备查|保管|收好)[^，。；;\n请]{0,6}[，,](?:就行[，,]?)?(?:都|一律)?(?:不用|无需|无须|不必|不需要?|别)(?:再)?(?:上?交|报|发|上?传|送|寄)(?=[，,。；;！!\s）)]|$|给|到)")
"""截图存着，不用交; 验收单放村里备查，不用交: kept, and not handed in."""
_TURNED_AWAY = late(r"[^.;\n,]{0,44}?\b(?:turned away|refused|rejected|not accepted|no use|retired|scrapped|discontinued|abolished|void)\b", re.I)
_AFTER_LIST = late(r"(?:、[㐀-鿿]{1,4}){1,3}?(?:一概|一律|全都?|都|均)(?:不[用要收需必]|别[发交传])")
"""照片、视频一概不要: what takes back a whole list."""
_AFTER_ENGLISH = late(
    r"[^.,;\n]{0,14}?(?:\b(?:is|are) not|need not|not (?:needed|required|necessary)|don't|do not|does not|no longer)", re.I
)
_CONDITION = late(
    r"[^，。；;！!？?\n]{0,8}?(?:不要(?:用|压缩|改|修|漏|美颜|裁|P|p|糊|模糊|重复|超|少|过|错|拼|加|带)|不(?:得|能)(?:用|少|低|超|代|以|压|P|重|造)|别(?:多|虚|瞒|错|乱)(?:报|填|写|算|录)|别再?用|别(?:加|设|留|再?加|压|改|漏|修|用|重|糊|忘|P|p|落|弄|错|打|超|少|低|大|小))"
)
_ELSEWHERE = late(r"[^，。；;！!？?\n]{0,8}?(?:不要|别)(?:再)?(?:单独)?(?:[发报交给找]|打给)(?:到|给|送)?(?:我|群|他|她|私|微信|邮箱)")
"""Where not to send a thing takes nothing back from the thing (照片传钉钉不要发我私人)."""
_DOUBLE = late(r"(?:不要|别|不得|不能|勿|严禁|禁止)(?:忘|漏|少|遗漏|忽视|代|超|迟|拖|压缩|拍糊|弄虚|错过|耽误|以|用[^，。；]{0,4}代|[^，。；;\n]{1,6}代替)")
_SPARED = late(r"(?<![避难未以幸])免[报填交送签盖附提传拍录纸回]")
_WHO_CANNOT = late(r"(?:不能|不便)[㐀-鿿]{1,3}的(?:老人|村民|住户|户|人)?[由就都再请可要得须]{0,2}(?:(?:[上入到][门户]|[拍录填签写打])[^，。；]{0,4})?$")
"""不能动的上门拍: who cannot do a thing, and no ban of what follows."""
_ANOTHER_ACT = late(r"[^，。；;！!？?\n、]{0,8}?(?:不用|无需|无须|不必|不需要?|不要|别|免|先不|暂不|就别|不[收交报发认])(?:再|去|另|交|报|发|附)?(?P<act>盖|签|打印|纸|手写|装订|排版|照片|图片|照相|拍|电子|扫描|小?视频|录像|原件|复印)")
"""A negation that takes back what is done with a thing, not the thing (方案不用盖章, 报告别再打印)."""
_SAME_ACT = {"盖": "盖章印戳", "签": "签字名", "打印": "纸打印", "纸": "纸打印", "扫描": "电子版扫描", "照片": "照片图拍", "图片": "照片图拍截", "拍": "拍照片图视频录像", "照相": "拍照", "电子": "电子版扫描"}
_LACKED = late(r"(?:没有?|未[经附]?|无|不|缺少?|漏|少)[^，。；;！!？?\n、:：\s]{0,6}$")
_OR_ELSE = late(
    r"[^，。；;！!？?\n、\s]{0,6}?(?:一律|一概|都|均|就|将|予以|全)*(?:不(?:收|算|认|予|行|作数|通过|合格|接收|受理|给)|退回|退件|无效|视[为同]|通报|打回|返工|重[报交做]|扣分|追责|问责)"
)
"""没盖章的不收, 不附照片的退回: what may not be lacking is asked for."""
_EITHER_WAY = late(r"[^，。；;！!？?\n、\s]{0,4}?(?:也行|也可以?|都行|都可以?|亦可|均可|没关系|没事|无妨|不要紧|无所谓)")
_OR_NOT = late(r"([盖签拍录填交报打印发])不\1")
_ACTS_NOT = late(r"(?<![要得差从绝决拒期并才])不(?:走|报|交|发|填|录|传|上传|提交|报送)?$")
_DONE_BY_HAND = frozenset("盖签走录拍填印打传扫纸电照视")
_CLAUSE_ENDS = late(r"[^，。；;！!？?\n的不\s]{0,4}(?=[，,。；;！!）)\s]|$)")
_LATIN = late(r"[A-Za-z]")


def negated(text: str, start: int, end: int) -> bool:
    """Whether [start, end) is under a negation of its own clause, before it or behind it; linear in the window."""
    low, high = max(0, start - 16), min(len(text), end + 20)
    if _OR_ELSE.match(text, end, high) and (text[start] in "没未无缺漏" or _LACKED.search(text, low, start)):
        return False
    if _left_open(text, start, end):
        return True
    before = _BEFORE.search(text, low, start)
    if before and not _DOUBLE.match(text, before.start()) and not _WHO_CANNOT.match(text, before.start(), start):
        return True
    if start and _SPARED.match(text, start - 1):
        return True
    after = _AFTER.match(text, end, high)
    if _KEPT_BACK.match(text, end, end + 40) or _AFTER_LIST.match(text, end, high) or _AFTER_IN_BRACKETS.match(text, end, high):
        return True
    if after and not (_CONDITION.match(text, end, high) or _ELSEWHERE.match(text, end, high)) and not _takes_back_another(text, start, end, high):
        return True
    if not _LATIN.match(text, start):
        return False
    return bool(_BEFORE_ENGLISH.search(text, max(0, start - 24), start) or _AFTER_ENGLISH.match(text, end, end + 34) or _TURNED_AWAY.match(text, end, end + 64))


def _left_open(text: str, start: int, end: int) -> bool:
    """Whether it may be done or not (盖不盖章都行, 不盖章也行), or plainly is not (今年起不报纸质版, 不走系统)."""
    if _EITHER_WAY.match(text, end, end + 12):
        return text[start - 1 : start] == "不" or _OR_NOT.search(text, max(0, start - 2), end) is not None
    if text[start] not in _DONE_BY_HAND or not _ACTS_NOT.search(text, max(0, start - 4), start):
        return False
    return _CLAUSE_ENDS.match(text, end, end + 6) is not None


def _takes_back_another(text: str, start: int, end: int, high: int) -> bool:
    """Whether the negation behind the words is about another act than theirs."""
    other = _ANOTHER_ACT.match(text, end, high)
    if not other:
        return False
    act = other.group("act")
    return not set(_SAME_ACT.get(act, act)) & set(text[start:end])
