"""The paper, list or picture that a text asks for, with the words that tell it from others and what is done with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.models import Requirement
from bot.core.requirements import asked_for
from bot.core.subjects import names_another
from bot.core.title_shape import LONGEST, fit, tidy
from bot.core.wording import late

_REACH, _LONGEST_LEFT, _CLAUSE = 600, 22, 40
"""Characters within which things are asked for, of what tells one from others, and of its clause."""
_PICTURE, _FILM = r"照片|截图|证件照片?|登记照片?|合影|对比照片?|附图", r"短?视频(?![会号监连网教在播课聊通])|录像(?!机)"
_FORM = r"问卷|(?<!代)(?<!发)(?<!外)(?<!手)(?<!水)(?<!电)(?<!钟)(?<!仪)(?<!列)(?<!一[宗案户人事项车企表])(?<!一[宗案户人事项车企]一)表(?![扬现达态明决彰演层面述率格户]|示(?!范))|登记卡|走访卡|记录卡|核对单|确认单|点检单|测评票|表决票|选票|换班条|回条|日志|[台账]账本"
_FIGURES = (
    r"台[账帐]|花名册|名册|清册|点名册|名单(?!位)|月报|周报|(?<!\d)日报(?!告)|季报|(?<!青)年报(?!名)|底数|底册|数据|清单|目录|通讯录|名录|信息(?![员化站系页])|人数|户数|面积|进度|成绩|读数|线索|素材|图斑"
    r"|情况(?=[｜，]?[^，。；\n]{0,8}(?:报(?!告)|上报|反馈))"
)
_MATERIAL = (
    r"(?<!认真)总结|报告(?!会|厅)|方案|预案|(?<!雨露)计划(?!生育)|材料|证明|承诺书|责任书|建议书|申请书|同意书|认养书|自荐书|推荐书|说明书|小结|单据|档案(?!馆|柜|室|盒)|回执|意见(?!箱)|案例|票据|凭证|记录(?!仪)|说明|述职稿|发言稿|议案|建议|简报|复印件|体会|底联|合同"
    r"|节目单|作品|征文"
)
_THING = rf"(?P<picture>{_PICTURE})|(?P<film>{_FILM})|(?P<form>{_FORM})|(?P<figures>{_FIGURES})|(?P<material>{_MATERIAL})"
_NAMED_THING = late(
    rf"(?:{_THING})"
    r"(?P<longer>(?:核对|办理答复|答复|统计|汇总|登记|确认|变更|情况|清退|分析|说明|整改|自查|排查|采集|更新|分类|移交)?(?:表(?![扬现示达态])|清册|名册|台账|清单|报告|总结|材料|方案|目录))?"
    r"(?![㐀-鿿]?(?:员|局|站|示|扬|现|达|态)|”?(?:平台|系统|网(?!格)|小程序)|》?(?:第[一二三四五六七八九十\d]+[章条款]|要求|规定|精神|部署|自?\d{4}年))"
)
"""A word for what is handed in; 名单核对表 is one paper."""
IS_PAPER = late(rf"(?:{_THING})$")
_LEFT_PART = late(r"[㐀-鿿A-Za-z0-9“”《》（）·\-]{0,22}$")
_FAMILIES = {
    "picture": Requirement.PHOTO,
    "film": Requirement.VIDEO,
    "form": Requirement.FILL_FORM,
    "figures": Requirement.DATA_STATISTICS,
    "material": Requirement.SUBMIT_MATERIAL,
}
_SEEN = ("picture", "film")
_VERBS = {"picture": "拍", "film": "拍", "form": "填", "figures": "报", "material": "交"}
_VERB_OF = (("截图", "交"), ("承诺书", "签"), ("责任书", "签"), ("同意书", "签"), ("问卷", "填"), ("表", "填"), ("台账", "报"), ("清单", "报"), ("名单", "报"))
"""What is done with things that are called so, whatever family they belong to."""
_HANDS = (
    r"报送|上报|填报|提交|上传|[报交填传]上(?!级|学|半|海|期|月)|报来|(?<![申预情简通海举月周日季年])报(?!告|名|表|废|销|账|备|考|修|损|批|审)|收齐|(?<![营丰秋夏税回征验接创应签])收(?!入|购|割|费|支|缴|寄|据|治|养|储|款|到|粮|回|官|视)|交来|(?<![成移外社公])交(?!通|接|警|流|易|叉|款|费)|填写|填好|填(?!埋|土)|(?:统计|汇总|整理|完成|更新|补齐|录入|核对|采集|登记|变更)(?!台账|清单|名单|名册|报告|数据|情况|材料|方案|记录|信息|表|册)|更换|补拍|重拍|(?<![航实抓])拍(?!卖|摄)|盖章|盖(?!章)"
    r"|发送|发给|发到|发我|(?<![开研爆多易频沙批散突转分核首])发(?!展|放|现|生|言|改|票|热|动|电|明)|交给|报给|提供|准备|开具|出具|缴(?!费)|(?<![配运输护赠])送(?!检|审|货|达|医|温|戏|兵|餐|教|水|养)|(?<![宣遗])传(?!染|统|承|播|销|真|单|达|票)|(?<![续标])签(?!到|约|收|订|名|字|领|证)|扫描?|打印|领到|排好|理好|写好|形成|实行"
)
_MAKES = (
    r"[整理汇写做编造填收集拍拼合报列]成(?!果|员|绩|品|本|熟|人|立|活|效)|做(?!客)|写(?!作|字|生)|(?<![系陈队])列(?!车|入|席|管)(?:个|出|一张|一份|一下)?|(?<![支输突演外进产付退转流超杰])出(?!入|院|生|口|栏|勤|租|行|国|资|库|席|车|纳|版|让|货|售|海|科|苗|诊|差|港|警|场|厂|土|清|险)|完(?!成|善|工|税)|好的?(?!转|字|评)"
)
_CARRIES = (
    r"附(?!近|件|属|图)上?|另附|随(?!访|迁|手|军|班)|连同|(?<![类级性特区识个鉴])别(?!墅)|拿|带(?!班|动|教|薪|病|头|农)|凭(?!证)|催着要|催|帮(?!扶|教|助|办|困|带)|找|看(?!护|板|病|望|台)|(?<![筛排检普调核自巡审清督抽侦复联普])查(?!验|处|询|房|阅|勘|体)|(?<![慰访顾学])问(?!卷|题|询|诊)|对照|按照|按新|按(?!揭|劳)|(?<![拍护牌执比合记近])照着?(?!片|明|料|护|相|壁)|(?<![解小])说(?!明|法)|(?<![宣演主])讲(?!课|师|稿|话|义|座)|要求|需要|包?含(?!量)|发现|取得|比对(?!表)|[批]量|导入|贵[公单]?[司位]|配(?!套|电|送|方|置|合|偶|备|网|变|料)上?|(?<![重主纪必摘提简])要(?!素|点|件|闻)|(?<![申邀聘])请(?!示|假|书|表|材|单)|(?<![补津])贴(?!息)"
)
_POINTS = (
    r"把(?!关|手)|将(?!来)|(?<!转)让(?!利)|(?<![事自理])由|跟(?!踪|班)|(?<![供补])给(?!水|排)|(?<![意方流去投走风])向(?!导|日|阳)|(?<![核比结校应针])对(?!象|比|照|账|接|口|外|表)|从(?!业|事)|于|到(?!期|位|户|岗|会|校|账|场|检|课|货|访|站)|(?<!存)在(?!册|托|校|建|岗|职|乡|线|家|村|读|编|谈|园|院|寝|库|田|外|押|逃|管|施|住)|(?<![使费公商民租信食农医备专利应雇录占采任饮日家通])用(?!水|电|地|工|药|气|火|房|餐|人|户|品|能|车|量|途|肥|血|油|于)|(?<!参)与(?!会)|以(?!上|下|内|来|及|前|后)|被(?!子|征|保|困)"
    r"|和(?!谐|美|睦|平)|及(?!时|格|以)|及其|以及|并(?!网|购)|并把|的|了(?!解)|着(?!力|装|火)|(?<![所取])得(?!分|主)|(?<!通)过(?!敏|程|渡|期|户|冬|境|硬|磅)|也|都(?!市)|才(?!能)|只(?!数)|又|就(?!业|医|学|餐|诊|读|地|近|寝|职|任)|(?<![退返偿归])还(?!林|田|款|建)|还差|还缺|还有|(?<![温时误])差(?!额|异|旅)|缺(?!陷|勤|水|口|课|额|编|检|考|席)|没(?!收)|没有|不设|不(?!良|动产|合格|达标|明|在|符|锈|稳|予|满|规)"
    r"|是(?!否|非)|有(?!关|效|害|限|机|无|责|证|色|线|声|功)|去(?!向|世|年)|(?<![外往未])来(?!源|访|料|信|电|华)|前(?!期|后|置|述|景|沿)|(?<!前)后(?!期|续|勤|备|台|照)|内(?!容|部|涝|审|科|河|业)|起(?!底|草|诉|重)|认真|吗|呢|啊|呀|哦|吧|嘛|(?<![㐀-鿿])(?:如|若|该|此|均|凡|因)"
)
_COUNTS = (
    r"(?:[一两二三四五六七八九十几]|\d{1,4})(?:个(?!人|体|性|别|税|案)|份|张|次(?!性)|户(?!籍|主|表|数)|家|页纸?|条(?!件)|段|本|项(?!目|补贴|制度|行动|改革|整治|补助|政策|资金)|种(?!植|子|养|类|粮|苗)|套|册|名|位(?!置)|处(?!置|理|罚)|件|篇)(?:以上|左右)?|[这那哪](?:个|份|张|次|些|两|三|里|边|批|几|本|张|套|页|款|条|段|句)?|(?<![基根村标样])本[月班队组]|第一时间|清点|各自|各人|各(?:乡镇|村组|[村组站镇乡])|每(?:一)?[个户人村张处条栋台组家点位天日周月]"
    r"|[你我他她咱]们?|大家|自己|自个|诸位|各位|[上下本][周次回]|去年|旧的?(?!改|房|宅|区|址|机|衣|车|物|货)"
)
_EDGE = late(rf".*(?:{_HANDS}|{_MAKES}|{_CARRIES}|{_POINTS}|{_COUNTS}|——|[:：；！？!?])(?=[㐀-鿿“《A-Z].)")
"""What ends before a name begins: verbs, particles, counts, those who are spoken to."""
_QUOTED = late(r"《([^《》]{2,22})》[㐀-鿿]{0,2}$")
_BESIDE = late(r"(?:附上?|随|连同|并附|另附|带(?!班|队|头|教|病|薪)上?|配上?)[^，。；：\n]{0,10}$")
"""附一行说明: what goes along with another thing."""
_PROOF = late(r"(?:[㐀-鿿](?<!审)(?<!未)完(?!成|善|工)|[挂贴封改补种装修清弄搞放摆]好)[^。；\n]{0,12}$")
"""弄完在群里发个照片, 封好的照片: what shows that something else is done."""
_KEPT = late(r"[^，。；\n]{0,4}(?:存档|备查|留存|留底|存着|自存)")
_LOOKED_UP = late(r"(?:对照|对着|照着?|按照?|根据|依据|参照|参考|依照|执行|违反)(?![^，。；：\n]{0,10}[填报交])[^，。；：\n]{0,14}$")
_GENERIC = late(
    r"(?:这个|那个|那张|一份|签字|盖章|上述|以上|相关|有关|佐证|书面|证明|活动|工作|所有|全部|以下|报账|检查|整改|改后|走访|现场|巡查|前后|对比|一张|几张|两张|整改前后|配|附|统一|各类|简单|写个|无|零|新|纸质|电子|原始|人员|申请|申报|具体|最新|完整|原因|文字)*(?:[^，]{0,6}一句话说明|[^，]{0,8}情况说明|[^，]{0,4}原因(?:书面)?说明|签字回执|前后对比照片|后照片|竖屏视频|外出的视频|上传照片|[前后]+照片|每个点位照片|小结|[^，]{0,6}零报告|书面总结|对照清单|材料|照片|合影|对比照片?|附图|截图|视频|短视频|录像|自查表|检查表|登记表|申请表|巡查表|记录|数据|台账|名单|表|说明|情况说明|简单说明|文字说明|方案|报告|信息|面积|人数|户数|线索|意见|我的页面截图|零报告|清单|证件照|登记照|读数|进度|花名册|名册|总结|建议|复印件|证明|回执|档案|成绩|作品|日志|申请书)"
)
"""What a thing is called that names no matter: it takes the matter's name from elsewhere."""
_TORN = late(r"[你我他她它咱谁吗呢吧啊哦嘛]|不(?![良动合达明在锈满符规])|没|^[个份们了得之]|[0-9]$|说(?!明)|讲(?!稿)|[）》”]$|号$")
"""What no name has in it: it was cut in the wrong place."""
_EXPLAINED = late(r"说明|回执$|意见$|信息$")
_NEXT_VERB = late(r"[，｜\s]{0,3}(?:请|须|要|入户|逐户|都|先|再|认真|及时)*[｜\s]?(?P<verb>核对|核实|更新|补齐|填写|填好|填|(?<![续标])签(?!到)|补|交)")
_DONE_WITH = {"填写": "填", "填好": "填"}
_AND_SUCH = late(r"(?<=[㐀-鿿]{3})等(?:数据|材料|资料|情况|信息|台账)$")
_AGE = late(r"^(?:\d{1,3})?(?:周?岁)?(?:及|以及)?以上")


@dataclass(frozen=True, slots=True)
class Paper:
    """A thing asked for: its name, what is done with it, and whether the name alone tells what it is about."""

    name: str
    verb: str
    tells: bool
    beside: bool
    """Whether it only goes along with another thing."""

    def title(self) -> str:
        """What to do with it, in few words."""
        name = fit(self.name, LONGEST - len(self.verb))
        return name if name.startswith(("报", "填", "交", "拍", self.verb)) else self.verb + name


def papers(body: str, due: bool = False) -> Iterator[Paper]:
    """The things a text asks for in the order of their naming; those taken back, left to others or given out are none.

    `due` is set for words that have a limit of their own.
    """
    after = 0
    for match in _NAMED_THING.finditer(body, 0, _REACH):
        left = _LEFT_PART.search(body, max(after, match.start() - _LONGEST_LEFT), match.start())
        after = match.end()
        family = next(name for name in _FAMILIES if match[name])
        start = match.start(family)
        if match["longer"]:
            family = "form" if match["longer"].endswith("表") else "figures" if match["longer"].endswith(("册", "台账", "清单", "目录")) else "material"
        if _is_anothers(body, start):
            continue
        name = _name_of((left[0] if left else "") + match[0])
        if len(name) < 2 or _TORN.search(name) or _LOOKED_UP.search(body, max(0, start - 20), start) or not asked_for(body, _FAMILIES[family], start, match.end(), due):
            continue
        if match[0] == "情况" and 2 < len(name) <= LONGEST - 3 and not name.endswith("情况"):
            name += "情况"
        tells = len(name) >= 4 and not _GENERIC.fullmatch(name)
        kept = family in _SEEN and _KEPT.match(body, match.end())
        beside = kept or _BESIDE.search(body, max(0, start - 16), start) or (family in _SEEN and _PROOF.search(body, max(0, start - 16), start))
        yield Paper(name, _verb_for(body, match.end(), family, name), tells, bool(beside))


_CLAUSE_EDGE = late(r"[，。；;！!？?\n：:]")


def _is_anothers(body: str, at: int) -> bool:
    """Whether the clause of a thing opens with somebody else and his date: 监理｜出验收意见."""
    words, bar, _ = _CLAUSE_EDGE.split(body[max(0, at - _CLAUSE) : at])[-1].partition("｜")
    return bool(bar) and names_another(body, words)


def _verb_for(body: str, end: int, family: str, name: str) -> str:
    """The verb a thing is listed with: what the text says to do with it, else what such things are for."""
    said = _NEXT_VERB.match(body, end)
    if said and said["verb"] in ("核对", "核实", "填写", "填好", "填", "更新", "补齐"):
        return _DONE_WITH.get(said["verb"], said["verb"])
    if name.endswith("表") and said and said["verb"] == "交":
        return "交"
    return next((verb for ending, verb in _VERB_OF if name.endswith(ending)), _VERBS[family])


_DENIES = ("不", "没", "没有", "别", "不设", "无")


def _name_of(whole: str) -> str:
    """The thing alone: what stands behind the last verb or place before it."""
    if quoted := _QUOTED.search(whole):
        return tidy(quoted[1])
    phrase = _balanced(whole)
    edge = _EDGE.match(phrase)
    if edge and edge[0].endswith(_DENIES):
        return ""
    if edge:
        phrase = phrase[edge.end() :]
    return _AND_SUCH.sub("", _with_modifier(whole, _AGE.sub("", tidy(phrase))))


def _balanced(phrase: str) -> str:
    """Without a bracket that opens or closes outside the phrase."""
    for opened, closed in ("（）", "《》"):
        if phrase.count(closed) > phrase.count(opened):
            phrase = phrase.rsplit(closed, 1)[1]
        if phrase.count(opened) > phrase.count(closed):
            phrase = phrase.rsplit(opened, 1)[1] if phrase.startswith(opened) or opened == "《" else phrase.rsplit(opened, 1)[0]
    return phrase


_NO_MODIFIER = late(r"盖章|签字|签好|打印|[把将并各]|^[每要]|[完好后]$|^[新旧老好全空]$")


def _with_modifier(whole: str, phrase: str) -> str:
    """A bare 人员名单 takes back what 的 set before it (民兵体检的人员名单 → 民兵体检人员名单)."""
    before, _, last = whole.rpartition("的")
    if len(phrase) > 4 or not before or tidy(last) != phrase:
        return phrase
    edge = _EDGE.match(before)
    modifier = tidy(before[edge.end() :] if edge else before)
    return modifier + phrase if 2 <= len(modifier) <= LONGEST - 1 - len(phrase) and not (_NO_MODIFIER.search(modifier) or _TORN.search(modifier)) else phrase
