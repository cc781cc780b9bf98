"""What the writer does with the papers himself: 我15号来收, 名单我周三带走, 我17号出差，走了没人管. What readers owe him is due by then.

That he fetches or needs them is a limit in so many words; that he carries them on or leaves is one where the text asks
readers for something and names no other day.
"""

from __future__ import annotations

from bot.core.mentions import Mention
from bot.core.wording import late

_I = r"(?<![给向跟和到报交发把让叫找替对随问])我"
_MYSELF, _ME_NEXT = late(rf"{_I}$"), late(r"我(?![们局办站所镇乡县市区校院司行村社])")
_MANNER = r"(?:就|再|会|要|得|过|也|统一|挨家|挨户|上门|下来|一早|顺路|顺手|直接|准时|亲自|[在到][^，。；！\n的没不无难]{1,10}?)"
_FETCHES = late(rf"{_MANNER}{{0,4}}(?:(?:过?来)(?:收|取|拿)|收)(?:一[回次趟轮]|走|齐|回去?)?(?=[，,。；;！!\s]|$)")
_ALL_AT_ONCE = late(r"(?:那天)?(?:我们?)?(?:统一|一并|集中)(?:来|上门)?收(?:取|走|齐|表|回)?(?=[，,。；;！!\s]|$)")
"""15号统一收."""
_NEEDS = late(r"(?:就|要|得|必须|一定要?|务必)*(?:要(?:用|数)?(?=[，,。；;！!\s]|$)|(?:要|得|必须)(?:看|见|拿|收)(?:到|见))")
"""我6号要; 28号我得看到各村的株数."""
_ASKS_BACK = late(r"[^。；\n]{0,20}[吗？?]")
_DUE_BEFORE = late(r"(?<!之)(?:[日号午天点晚]|下班|周[一-日])之?前[^，。；\n没未]{0,14}(?:完|齐|好|妥|到位)[^。；\n\d]{0,12}[，,][^。；\n]{0,4}$")
"""26号前填完，27日一早我来拿走: the limit stands before, what is ready by then is fetched."""
_TOLD = late(r"(?:上次|上回|上月|去年|往年|每次|如果|要是|快递|外卖|包裹)[^。；\n]{0,20}$")

_ABOVE = r"(?:[县市省区镇乡街州局站所][里上]?|上面|上级|教育局|中心|总部)"
_CARRIES = late(
    rf"{_MANNER}{{0,4}}(?:坐[^，。；\n]{{1,8}}?|开车|骑车|打包|汇总|一并)?"
    rf"(?:(?:带|捎|拿|拎)(?:[去到走上]|回(?!家|老家))|(?:送|交|报|寄|递)(?:去|到|走|往|上去|给)?{_ABOVE}|[送寄]走"
    r"|(?:(?:带|捎|拿)[^，。；\n]{1,10}?)?(?:去|到)[^，。；\n]{1,10}?(?:对[账帐]|交(?!流|接)|送|汇报|审核)|给[^，。；\n]{1,10}?(?:回话|回复|报数|报餐|打款)|(?:打印|装订|下单|订餐|订票|封[箱柜卷]|归档)(?=[，。；！\s]|$))"
)
_OTHER = late(r"(?:^|[，,。；;！!？?\s])(?:[一-鿿]{1,2}(?:会计|主任|[站所校村组里班队园]长|师傅|老师|[幹干]事|书记|助理|文书)|里长|小[一-鿿]|老[一-鿿])$")
_TO_HIM = late(r"(?:交|送|给|拿|报|发)(?:给|到)?(?:他|她)|写给我|[交报发]给我")
"""张会计周二要去县里对账，票据交给她."""
_ENGLISH_CARRIES = late(r"\b(?:go(?:es)?|travels?|leaves?) [^.;\n]{0,40}\bwith me(?: on)? (?:the )?$|\bI (?:take|carry|drive|book|order|print|post) [^.;\n]{1,40}? on (?:the )?$")
_ENGLISH_OWED = late(r"\b(?:tell me|drop (?:them|it)|leave (?:them|it|your)|hand (?:them|it|your)|give (?:them|it|me)|send (?:them|it|me)|return (?:them|it|your)|reply|let me know|if you still)\b")
_LEAVES = late(rf"{_MANNER}{{0,3}}(?:出差|外出|休[产婚年病长]?假|请[产婚年病事]?假|住院|离岗|退休|出远门|调走|回(?:老家|家|乡)|去[^，。；\n]{{1,8}}?(?:学习|培训|出差|开会|挂职))")
_NOBODY_ELSE = late(r"没人?(?:再|来|能)?(?:人)?(?:收|替|管|接|办|审|顶)|一走(?:就)?(?:是)?[^，。；\n]{1,6}(?:月|周|天|礼拜|星期|年)|走了?就没|等不了")
_OWED = late(
    r"还没[交给报填来发]|没[交给报填]的|还差|就差|交给|交[来到齐]|给我|发我|找我|放(?:在|到|我)?[^，。；\n]{1,8}[桌柜筐箱室]|(?:填|写|盖|签|补|备|收|报|核)(?:好|齐|全|上|完|来|清|给)|请[^，。；\n]{0,12}(?:把|将|填|写|交|报|给|补|核|签)|接龙"
)
_ANOTHER_DAY = late(r"[前头]一[天晚日]|头天|提前|之前(?:给|交|报)|以前(?:给|交|报)|[前内](?:给|交|报|发)我")
"""Words that count the limit from what the writer does, or say it beside it."""
_REACH = 90


def _rest(m: Mention) -> str | None:
    """What I do then: the words behind the day, with 我 before or behind it; None where it is not me."""
    if _MYSELF.search(m.left[-12:]):
        return m.right
    mine = _ME_NEXT.match(m.right)
    return m.right[mine.end() :] if mine else None


def fetches(m: Mention) -> bool:
    """Whether the writer comes for what readers owe him then, or needs it then."""
    if m.is_range or not m.has_day:
        return False
    if _ALL_AT_ONCE.match(m.right) and _OWED.search(m.text, max(0, m.start - _REACH), m.end + _REACH):
        return True
    rest = _rest(m)
    if _DUE_BEFORE.search(m.sentence_left[-50:]):
        return False
    if rest is None or _TOLD.search(m.sentence_left[-30:]) or _ASKS_BACK.match(rest):
        return False
    return bool(_FETCHES.match(rest) or _NEEDS.match(rest))


def carries_on(m: Mention) -> bool:
    """Whether the writer hands on then what he asks of readers, or leaves and nobody takes it any more."""
    if m.is_range or m.time.before or not (m.has_day or m.time.clock):
        return False
    around = m.text[max(0, m.start - _REACH) : m.end + _REACH]
    if _ENGLISH_CARRIES.search(m.left[-80:]) and _ENGLISH_OWED.search(around):
        return True
    his = _OTHER.search(m.left[-12:]) is not None
    rest = m.right if his else _rest(m)
    if rest is None or _TOLD.search(m.sentence_left[-30:]) or (his and not _TO_HIM.search(around)):
        return False
    goes = _CARRIES.match(rest) or (_LEAVES.match(rest) and _NOBODY_ELSE.search(m.text, m.end, m.end + 40))
    return bool(goes) and _OWED.search(around) is not None and _ANOTHER_DAY.search(around) is None
