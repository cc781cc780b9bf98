"""Cue words: what a message does to something known — presses, changes, withdraws, passes on, reports, asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.core.relate.wording import plain


def _family(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


MISSING = _family(
    r"还(?:差|缺|欠)|还(?:有|剩)[^,。;!?]{0,12}(?:没|未|不)(?!用|需|要)|(?:仍|还|都|均)未|未(?:交|报|提交|完成|填|上报|反馈|报送|签)[^\w的]?",
    r"还(?:是)?没(?![^,。]{0,5}的(?:那些|人|户|人员|名单|对象))|(?:一直|都|也|仍|的|表|单|就)没(?:有)?(?:交|报|发|动|收|到|填|影|给|送|传|数|见|录|签)|没(?:动静|影|见着|人报|人交|消息|反应)|没(?:交|报|发|签完?|到|给)(?:的|$|[,。!?;])",
    r"(?:就|只|仅|才|(?<![名清账])单)(?:差|剩|缺|有|到|收到?|交|报|见|传|完成)(?!在)[^,。]{0,14}(?:家|个|村|镇|社区|份|户|交|报|齐|宗|条|人|一[个家]|了|$)|(?:就|只|单)(?:差|缺)(?!席)",
    r"(?:[一1]|半)(?:个|家|份|张|户|条)[^,。]{0,4}(?:都|也)(?:没|无|还没)|[一1][个家张份]?(?:都|也)没|空着|空白|人呢|在哪(?:里|儿)?[?？]|没有?(?:数|名字|上报记录)",
    r"(?:差|缺)(?:\d+|几|好几|[一二三四五六七八九十两]+)(?:个|家|户|村|份)|完成率(?!达?100)|进度(?:低于|为|落后|只|仅|才|慢)|(?:表|名单|名册|台账)[^,。]{0,3}缺[^,。少了项]{2,}",
    r"目前[^,。]{0,12}(?:没|未|只|仅|才)|到现在|至今(?:没|未)|迟迟|拖(?:着|拉(?!机)|后腿)",
    r"\b(?:still missing|not (?:yet )?(?:received|submitted|in)|to go|outstanding|\d+ of \d+|haven'?t|have not)\b",
)
REMAINING = _family(
    r"(?:还有|还剩|只剩|就剩|仅剩|剩下?|倒计时|不到|不足)[^,。]{0,4}(?:分钟|小时|个?半小时|天|日|钟)",
    r"(?<!别等)(?<!拖到)(?<!等到)最后(?:一|半|\d)?(?:天|日|期限|时限|时刻|机会)|(?:今天|今日|今晚|明天|明日|明早|马上|即将|就要|快要?)(?:就)?(?:截止|截至|到期|关(?:门|窗|闸|口)|收(?:了|口|表)?(?:$|[,。])|要交|要报)",
    r"截止(?:了|啊|啦|时间(?:已)?(?:到|过))?(?:$|[,。!])|(?:明天|今天)(?:就)?(?:是)?\d+号(?:了|啦)?[,。]|快下班|早?就?过(?:了)?(?:点|时|期|截止)|(?:已|早)(?:经)?(?:过|逾期|超期|超时)|过\d+点",
    r"周[一二三四五六日天]了|今天\d+号|\d+(?:天|小时|分钟)后(?:就)?(?:截止|到期|关)|\b(?:last day|closes|closing|due (?:today|tomorrow)|hours? left|days? left|today is the)\b",
)
URGE = _family(
    r"提醒|温馨提示|再说一(?:遍|次)|再次|别(?:忘|拖|迟到|再|漏)|莫(?:忘|拖)|抓紧|赶(?:紧|快)|加快|加紧|催|速(?:报|交|度)|尽快|快点|上点心|搞快|盯(?:紧|一下)|麻利",
    r"\b(?:reminder|nudge|don'?t forget|hurry|chas(?:e|ing)|overdue|sharp)\b",
)
STARTED = _family(
    r"(?:到位|动|出发|开始|准备|弄|填|报|交|试|拉|走|到|录|传|签|发|搞|整|写|买|做|办|备|定|通知|落实|安排)(?:起来|过去|好|完|齐|出来|上)?了?(?:没有|没得|吗|没|不)(?:[?？!,。]|$)",
    r"(?:到哪|怎么样|咋样|如何)了[?？]",
)
CHANGE = _family(
    r"(?<![整批修涂篡房])改(?![革造善厕水建进装良编制选]|正(?:落|到|措|情|台|工))|另(?:改|定)",
    r"调整|变更|变动|更正|勘误|纠正|订正|更改|修改|口径(?:变|有变|调)|有变|变了",
    r"延(?:至|到|期|后|长|迟|缓)|推(?:迟|后|到|延)|顺延|后延|宽限|往后(?:推|挪|延)|提(?:前|早)(?:到|至|了|在|为)|(?:截止|时间|期限|会|清单|名单)[^,。]{0,6}提前",
    r"换(?:到|成|为|在|新|了|版|模板|表|地|个地|第)|(?:新|最新)(?:表|模板|版|附件|格式|样表|口径|邮箱|链接)|挪(?:到|至|在)|移(?:到|至|师)|改版|更新(?:为|了|版|一下)|换版",
    r"增(?:加|补|设|报|列)|新增|加(?:了|上)?(?:一|两|\d)?(?:列|栏|项|页|行)|(?:多|添)(?:了|出)?(?:一|两|\d)?(?:列|栏|项|页)|加[“\"][^”\"]+[”\"]|(?:把|将)[^,。]{1,12}(?:也)?加进(?:去|来)|一并(?:报|交|填)|列入(?=$|[,。])|也(?:列入|纳入)",
    r"扩(?:大|展|围|面)|缩(?:小|减)|补充(?:通知|说明|要求|一点|一下|:)|以(?:这|此|该|新|本|最新|群里|刚发)[^,。]{0,8}为准|(?:前面|之前|原|旧|老)(?:的|表|版)[^,。]{0,6}(?:作废|无效|停用|不要|别用|不用)|旧(?:表|版)",
    r"(?:原|由)[^,。]{1,14}(?:改|调|变|推|延|提前|缩)|减(?:为|到|少)|压(?:缩|减)|不(?:附|用|要)[^,。]{1,10}[,，]?改|上调|下调|放宽|收紧",
    r"\b(?:correction|corrected|moved? to|now runs|change of plan|changed|instead|postponed|rescheduled|extended|brought forward|updated?|new (?:form|link|sheet|venue|deadline|time))\b",
)
CANCEL = _family(
    r"取消|撤(?:销|回|下)|终止|中止|停止(?:报|上报|报送|执行)?|即(?:时|日起)停|(?:此前|前述|原|上述|该|此)(?:要求|通知|任务|安排|发文)?(?:作废|废止|失效)",
    r"(?:不|无需|毋需|不必|不需要?|无须|甭)(?:再|用再|必再|需再)(?:单独|另行|重复|由[^,。]{1,6})?(?:报|交|填|收|上报|报送|提交|参加|来|开|做|办|采集|另报|提供|送)",
    r"(?:不用|不必|不需要?|无需|不要|甭|莫)(?:单独|另外|另行|重复)?(?:再)?(?:报|交|填|开|来|参加|做|搞|上报|报送|提交|去|送)(?:了|$|[,。;!])",
    r"不(?:开|搞|办|评|收|来|报|交|做|检查|举行|召开|举办|统计|填)(?:了|啦)|不来[^,。]{1,6}了|暂(?:停|不(?:开|报|收|办|交))|免(?:报|交|于报送)|(?:报|交|填|传|送|办|做)的(?:作废|留着|存着|留存|不退|退回)",
    r"(?:今年|本次|这次|本期)(?:的)?[^,。]{0,8}不(?:评|办|搞|报|开|收)|到此为止|就此(?:结束|停止)|(?:改|统一)由[^,。]{2,20}(?:直接|统一|提供|发放|报送?|汇总|给)|直接(?:用|从|取|看|共享)[^,。]{0,14}(?:数|数据|名单|名册|系统)|取数|数据共享|共享(?:数据|使用)?(?:,|。|$)",
    r"\b(?:cancell?ed|called off|withdrawn|no longer (?:needed|required)|scrapped|disregard)\b",
)
FIRM_CHANGE = _family(
    r"更正|勘误|纠正|调整(?:为|到|至|成)|换(?:新|了|成|版|模板|第|表)|(?:增加|新增|加(?:了|上)?(?:一|1|两|2)?(?:列|栏|项|页))|扩大|补充(?:通知|说明|要求)|为准|顺延|延(?:至|到|期|长)|推迟|提前"
    r"|\b(?:correction|moved to|postponed|rescheduled|extended)\b",
)
RELAY = _family(
    r"^(?:【?[^】\w]{0,2}转】?|转[:：发自给]|转(?=[县市区省镇街])|转达|传达|@?[^,。]{0,6}看一下)",
    r"转发|转给|接[^,。]{1,16}(?:通知|要求|电话|函|文)|(?:县|市|区|镇|乡|街道)(?:里|上|头)(?:要|催|通知|让|叫|开|来)|上(?:头|面|级)(?:要|让|通知)|来函|来文|来通知",
    r"[办局所站股科部委联院队会室心](?:那个|那边)?(?:要|让|叫|催|布置|安排|通知|下发|来了|来电|打电话)(?!求)|\d+号(?:文|函)|那(?:个|张|份|边)",
)
REPORT = _family(
    r"(?:已|都|也)?(?:报|发|交|传|送|填|录|做|弄|写|办|签|贴|打)(?:完|好|齐|了|过去|上去|到|给您?|全)+(?:了|啦|群|微信|邮箱|$|[,。!])|已(?:报|发|交|完成|上传|送|填|录|提交|办|落实|通知)|报齐|齐了|请(?:查收|核收|过目)|看(?:下|一下)$",
    r"\b(?:done|submitted|sent|here it is)\b",
)
QUESTION = _family(
    r"[?？]|(?:吗|么|呢|嘛|不咯|咋(?:整|弄|办|回事)|怎么办|能不能|可不可以|行不行|要不要|是不是|有没有|还是[^,。]{1,8}$|哪个章|谁(?:有|知道|帮))"
)
STATED_DUTY = _family(
    r"^(?:各|请各|@所有人|@各|关于|为|根据|按照|经)|请各|各(?:村|镇|乡|社区|街道|支部|单位|部门|科室)|定于|兹定|特此通知|会议通知|关于[^。]{2,40}的(?:紧急)?通知|〔\d{4}〕|\(\d{4}\)\d+号",
    r"\b(?:dear|all (?:residents|staff|teams)|please (?:complete|submit|fill|send|bring))\b",
)
TO_ME = _family(r"(?:报|发|交|给|送|传)(?:给|到)?我|找我|我(?:这里|这儿|邮箱|微信)")


@dataclass(frozen=True, slots=True)
class Cues:
    """Which families a message shows; each field holds the words found, "" when there are none."""

    missing: str = ""
    remaining: str = ""
    urge: str = ""
    started: str = ""
    change: str = ""
    cancel: str = ""
    firm: str = ""
    relay: str = ""
    report: str = ""
    question: str = ""
    stated: str = ""
    to_me: str = ""

    @property
    def presses(self) -> bool:
        """Whether it counts who is missing, tells how much time is left or asks whether people have begun."""
        return bool(self.missing or self.remaining or self.started)


@lru_cache(maxsize=16384)
def read_cues(text: str) -> Cues:
    """The cue words of a message."""
    said = plain(text).replace("，", ",").replace("：", ":").replace("；", ";")

    def first(family: re.Pattern[str]) -> str:
        found = family.search(said)
        return found[0].strip(",。;! ") or found[0] if found else ""

    return Cues(
        missing=first(MISSING),
        remaining=first(REMAINING),
        urge=first(URGE),
        started=first(STARTED),
        change=first(CHANGE),
        cancel=first(CANCEL),
        firm=first(FIRM_CHANGE),
        relay=first(RELAY),
        report=first(REPORT),
        question=first(QUESTION),
        stated=first(STATED_DUTY),
        to_me=first(TO_ME),
    )
