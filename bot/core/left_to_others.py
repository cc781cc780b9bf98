"""Whether somebody else than the reader does a thing, once its words are named: 我们上门收, 县里统一盖章, 照片由村医拍."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.mentions import Mention
from bot.core.wording import late

_CLAUSE_EDGE = late(r"[，,。！!？?；;：:\n]")
_BY_OTHERS = late(
    r"(?:(?<![发给报交找送传])我[们方局办队所站院校县镇乡明]?|(?:省|[市县](?!场)|(?<![骗布结格饭])局|上级|厅|第三方|专家|[检督考巡复验评]\S?组|[省市县镇]督[查导]|工程部|外包公司|[大支]队|消防队|厂家|师傅|医生|医院|公司|测绘队|设计院)[^，。；;\n请各要须]{0,12}|(?<![请须要前村区组位后并])将(?=于|会|在|对|开展|组织|派|安排|统一|逐|进行|陆续|随机|适时|全面|联合|到|来|赴|$)|届时|由(?!各|你|村|网格|组长)(?![^，。；\n]{0,8}(?:长|员|书记|主任|干部|专干|老师))[^，。；\n]{1,10}|(?:[县市省区镇乡村]|上级|上面)[里上]?(?:会|已|将|要|另)?派[^，。；\n各]{1,14})[^，。；;\n请各须]{0,10}$"
)
_AGENT = r"(?:[一-鿿]{0,6}(?:[局办站所科股队室会院馆司厅]|中心|窗口|团队|厂家|财务)|我们?|他们(?:自己)?|人家|对方|[县市省区镇乡州]里|上级|上面)"
_LEFT_TO_ANOTHER = late(
    rf"[^，。；;：:\n请]{{0,8}}(?<!自)(?:由(?!各|你|村|社区|所在)|(?:交给?|归){_AGENT}(?=统一|来|写)){_AGENT}(?:统一|负责|直接|集中|来|另行|代|会|再)*(?:补|写|起草|拟|撰|回[复函]?|做|汇总|整理|报送|上报|填报?|移交|配送|发放|派发|印制?|制作|准?备(?!案|注)|提供|采购|拍摄?|出|弄|收(?:[齐集]|(?=[，,。；;！!\s]|$)))(?!自)"
    r"|[^，。；;：:\n请]{0,8}(?<!自)由(?:我们?|[县市省]里|上级|[一-鿿]{0,4}(?:专班|施工[方队]|物业|公司|厂家))(?:统一|来|全权)?负责(?=[，,。；;！!\s]|$)"
    r"|[^，。；;\n交报发传送]{0,6}(?:我|这|[省市县镇]里|上级)[^，。；;\n交报发传送]{0,4}有了?[，,](?:就|大家|各村)?(?:不用|不必|无需|别)再?[交报发传送]"
    r"|[^，。；;：:\n（(请交报发传送给和跟与向找让叫]{0,4}(?:我们?|[县市省镇乡]里|上级|上面)(?:会|再|统一|派人|安排人|集中|另外)*(?:统一|来|去|负责|派人|安排人)(?:拍|录|盖|签|打印|印|补|跑)"
    r"|[^，。；;：:\n请]{0,6}(?:都|就|可)?是(?!各|你|大家|咱|全|我)[一-鿿]{1,8}的(?:事|活儿?|工作|任务)(?=[，,。；;！!、）)\s]|$)"
    r"|[^，。；;\n]{0,12}[，,]?不(?:用|需|必)(?:各位|大家|你们|各[一-鿿]{1,4})?再?(?:管|动笔|操心|费心|理会)(?!理)"
)
"""整改回复由中队统一写，不用各位管; 照片我们统一去拍: somebody else does it."""


_NOT_CALLED = late(
    r"[^。！\n]{0,40}?[，,、；;。]?\s?(?:你们|大家|各位|各[村组站所校户班]|村里|我们|咱们)(?:都|就|也|这边|可以)?(?:不用|不必|无需|不需要?|不要求)(?:来|去|参加|到[会场]|参会)(?:[，,。；;！!\n]|$)"
    r"|[^，,。；;！!\n]{0,20}?(?:那个|这个)?会?[，,]?(?:你们|大家|各位|各[村组站所校户班]|我们|咱们)(?:都|就|也)?不(?:用|必)?(?:参加|去)(?:[，,。；;！!\n]|$)"
)


_GOES_HIMSELF = late(r"[，,]?我(?:自己|一个人)?(?:就|要|先|再|会)?(?:带队|带车|坐车|开车|跑一?趟|去|上)(?![^。\n]{0,60}(?:大家|都[来要到去]|集合|参加|跟我|跟着|一起|一同|到场))")
_ENGLISH_HIMSELF = late(r"\bI(?:'ll|\swill|\sam|'m)?\s(?:book|order|close|print|send|pull|collect|pay|export|submit|phone|leave|travel)\w*\s[^.;\n]{0,30}?(?:on|at|by)\s$", re.I)
_LOAD_LEAVES = late(r"(?:拉|送|运|装)(?:(?!大家|代表|队员|学生|孩子|老师|人|考生)[^，。；\n]){1,8}的?(?:货|大|卡)?车$")
_GONE_MISSING = late(r"[^，。；\n]{0,16}(?:出来|出门|离家|离开|走失|失联|走丢|外出)[^。\n]{0,12}?(?:没回|未归|未回|没有回|失联|至今|下落|走失|走丢)")
_SOUNDS = late(r"[^，。；\n]{0,14}试[响鸣](?![^。\n]{0,40}(?:演练|疏散|集合))")
_BUT_SOME = late(r"\s?(?:但|只|仅|就|而|不过|[^，,。；;\n]{1,8}(?:要|必须|务必|得)(?:来|去|参加|到))")


def calls_no_reader(m: Mention) -> bool:
    """Whether nobody is to come then: 9点县里开视频会，你们不用来; 明早八点我带队去; when a load leaves, somebody went missing or a siren is tried."""
    if _GOES_HIMSELF.match(m.right) or _LOAD_LEAVES.search(m.left[-16:]) or _GONE_MISSING.match(m.right) or _SOUNDS.match(m.right) or _ENGLISH_HIMSELF.search(m.left[-60:]):
        return True
    said = _NOT_CALLED.match(m.text, m.end, max(m.end, m.after))
    return said is not None and not _BUT_SOME.match(m.text, said.end())


def done_by_others(text: str, start: int) -> bool:
    """Whether the clause says who else goes or tells people (我们上门收, 省里实地核查)."""
    clause = _CLAUSE_EDGE.split(text[max(0, start - 30) : start])[-1]
    return "配合" not in clause and bool(_BY_OTHERS.search(clause))


def left_to_another(text: str, end: int) -> bool:
    """Whether what is named up to `end` is said to be somebody else's work."""
    return _LEFT_TO_ANOTHER.match(text, end) is not None


_LEADS = r"(?:届时|之后|后续|随后|最后|然后|另外?|昨[天日晚]|今天|明天|上周|下周|到时候?|[一二三四五\d][.、．])*"
_NOT_READER = (
    r"(?P<who>我们(?![村组班寨社])|我(?:局|办|站|所|中心)|(?P<level>[省市县区镇乡])(?:[里局]|政府)|[省市县区镇乡]?(?:融媒体中心|电视台|指挥部|专班)|上级|上面"
    r"|(?!各)[一-鿿]{1,6}(?:局|委|厅|办|中心|公司|学校)(?=(?:会|将|再|负责)*(?:统一|汇总[后完]|审核[后完]|汇总统一))"
    r"|[省市县区镇乡]?(?:里|级)?(?:的)?(?:第三方[一-鿿]{0,4}|(?:督[查导]|巡察|检查|评估|考核|验收|专家|工作|调研|核查|复核|审计)(?:小?组|团)|专家))"
)
_OF_HIS_OWN = (
    r"(?:统一|将|会(?!议|上|后)|已经?|再|另行|全程|负责|正在|汇总(?:后|完)|审核(?:后|完)|下周|明天|后天|昨天|近期|派[人员]?|[要来](?=[拍录])|安排|组织|集中|找|督促|现场|自己)"
)
_BIDS = r"[^，,。；;：:\n请各须求收催让的交]"
_OTHERS_ACT = late(rf"(?:^|[\s，,。；;：:！!\n（(]){_LEADS}(?:由)?{_NOT_READER}{_OF_HIS_OWN}{_BIDS}{{0,12}}$")
_ACT = late(r"[拍录摄盖签用打入排查摸过自整改上走贴挂悬播张宣印]|现场(?=[拍录核查])|传")
_DOES = late(r"[拍录摄印制打盖签做采][^，。；;\n]{0,6}$|宣传?$|作$|在[^，。；;\n]{1,8}$")


@lru_cache(maxsize=16)
def _is_addressed(text: str, level: str) -> bool:
    """Whether the offices of this level are the readers (各镇, 各乡镇, 各县区)."""
    return re.search(rf"各{level}|各乡镇|各县[市区]" if level in "乡镇县市区" else rf"各{level}", text) is not None


_I_DO = late(
    r"(?:^|[\s，,。；;：:！!\n（(])(?!你|请|各)[^，。；;：:\n请各你发报交给送传告跟找让叫等问要须帮替为]{0,12}(?<![一-鿿][和与由])我(?:自己|自个|来|再|统一|接着|就|先|会|要(?=打印装|去)|去[^，。；;\n给请]{0,4}|[下这本]?(?:周|礼拜|星期)[一二三四五六日天]|[今明后]天|\d{1,2}[日号点])*$"
)
_MY_ACT = late(r"签(?!字的|名的|好的)|盖|打印(?![件的版好])|扫(?!码|描件)|截[图屏]|拍[^，。；;\n]{1,4}|打电话|电话报|录进|上门|敲门")
"""我截图汇总, 8号我要打印装订, 我去县里签合同: the writer tells what he himself will do."""


def writers_act(text: str, start: int, end: int) -> bool:
    """Whether the writer says in the first person that he does this."""
    return bool(_MY_ACT.match(text, start) and not text.startswith("的", end) and _I_DO.search(text, max(0, start - 26), start))


def anothers_act(text: str, start: int, end: int) -> bool:
    """Whether a level above, a team that comes or the writer does this himself: 县里统一盖章, 督查组派人拍视频.

    A level that is addressed (各镇 … 镇里统一盖章) is the reader.
    """
    low = max(0, start - 30)
    found = _OTHERS_ACT.search(text, low, start + 2 if text.startswith("全程", start) else start)
    if not found or text.startswith("的", end) or "配合" in text[found.start() : start]:
        return False
    if found["level"] and _is_addressed(text, found["level"]):
        return False
    return bool(_ACT.search(text, start, end) or _DOES.search(text, found.end("who"), start))
