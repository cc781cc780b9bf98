"""What the reader is asked for, as the set of the label contract, each with the words it was read from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.core.channels import Channels
from bot.core.models import Kind, Requirement
from bot.core.names import Span
from bot.core.negation import negated
from bot.core.wording import Words, late

R = Requirement

_HAND_IN = (
    r"报|交|送|发(?!生|现|展|放|言|布|票|改|动|挥|证|热|病|扬|包|电)|传|寄|提交|上传|填|录|附|提供|完成|更新|同步|标注|核对|补|备|摆|放(?=到|在|桌)|带|给|收|写|形成|撰写|制定|整理|汇总|统计|建立|准备|拿|归档|装订|截止|返回|回传|反馈|返|差|缺|谁没|好没|告诉|告知|回我|要(?!求|点|素|闻)"
    r"|send|sent|submit|hand|bring|e-?mail|provide|need|due|upload|attach|deliver|prepare|go(?:es)? to|reach|report|want|fill|\bby\b|@"
)
_HANDS_IN = late(_HAND_IN, re.I)
_SENTENCE_EDGE = late(r"[。！!？?；;\n]")
_ITEM = late(r"\s*(?:[（(]?[\dⅰ-ⅹ一二三四五六七八九十]{1,2}[)）、.．]|[①-⑩⑴-⑽●·•—-])")
_LISTED_BELOW = late(r"(?:报|交|提供|提交|准备|携带|附|送)[^。\n]{0,14}(?:以下|下列|如下|[两三四五六]样|[两三四五六]项)|(?:材料|内容|清单)[：:。]\s")
"""A lead that asks for the items under it (请报以下两样：（1）…)."""
_CLAUSE_EDGE = late(r"[，,。！!？?；;：:\n]")


_DIRECT: tuple[tuple[Requirement, Words], ...] = (
    (
        R.REPLY_RECEIPT,
        Words(
            r"收到[^，。；;！!\n]{0,12}(?:回(?:复|个|1|一|话|信|执|下|声|我)|扣|吱|应一?声|打个?1|言语|确认|报一声|签收|冒泡|接龙)|收悉[后请，]{0,2}请?回|阅后[^，。；\n]{0,3}回|知[悉晓](?:后|了|的)?[^，。；\n]{0,6}回"
            r"|(?:请|烦请|麻烦|务必|都|看[到见过完][^，。；;\n]{0,8})[^，。；;！\n]{0,8}(?:确认收到|反馈收到|接龙[“\"]?收到|扣[1一个])"
            r"|(?<![收撤返召找取拿带退来往每时几费内件书面也不交我])(?<!统一)(?<!电话)(?<!不需)(?<!也[要请须得])(?<![档版表页单照图]\")(?<![档版表单F照])回(?:复|覆|个|我|一[下声句]|下|声|话|信|1|[“\"])(?!意见|初步|情况|结果|件|函|率|时|陪|单|(?<=1)[\d次]|人数|大家|各位|如下|名单|票)(?:[个一]|一[下句声])?(?![“\"]?[无没未零0]|[^，。；\n]{0,2}[数张]|[^，。；\n]{0,4}[”\"]的)"
            r"|acknowledge|\bconfirms? (?:with|to|by)\b|\btell me (?:if|whether)|confirm receipt|confirm (?:that )?you(?:'ve| have) (?:received|read|seen)|reply (?:with )?[\"“']?(?:received|ok|got it|1\b)|let (?:me|us) know you(?:'ve| have)? (?:got|received|read|seen)"
        ),
    ),
    (
        R.FILL_FORM,
        Words(
            r"(?<!状态)(?<!回)(?<!充)(?<!被)(?<!不)(?<!组)(?<!家)(?<!我来)(?<!站里)(?<!办里)填(?!个?[“\"]?[0零无]|埋|补|平|充|占|海|沟|坑|报人|表人|表说明|塘|“已|\"已|土|方|料|堵|“无)|接龙|问卷|表[里上内中]面?(?:备注|标注|注明|写明|补上|补全|打勾|勾选)|(?:登记|申报|核查|检查|推荐|申请|报名|鉴定|随访|意向|巡查|排查|采集|评议|补贴|评分|测评|走访|探访|信息|承诺|认领)表(?:格)?(?![^。；;\n]{0,8}(?:材料|汇总))[^。；;\n]{0,24}?(?:(?<!申)报(?!名|告|到|人|数)|交(?!通|接)|送|寄|返|发给|发我|发到|给我|本人签)|表一式"
            r"|\bfill(?:s|ed|ing)?[- ](?:in|out|up|the)|\bfill(?:s)? |complete the [\w ]{0,30}(?:form|survey|questionnaire|update|sheet)|sign-up sheet|questionnaire|(?<!pre-)\bfilled"
        ),
    ),
    (
        R.ELECTRONIC_COPY,
        Words(
            r"电子表(?!决)|电子(?:版|文档|件|档(?!案)|稿|文本|表格|材料|扫描|文件|的)|扫描(?!仪|二维码|识别|枪|下方|上方|附件|关注|下图|上图|屏幕|[^，。；）)\n]{0,6}(?:二维码|码))|扫(?:一份|描一份|个|成|好|猫)|word版|excel版|可编辑版|纸质(?:版)?(?:和|、|及)?电子|纸质、?电子|纸电"
            r"|\bscan(?:s|ned)?\b|soft cop(?:y|ies)|electronic (?:cop|version|file)|editable (?:version|cop|file)|e-cop"
        ),
    ),
    (
        R.PAPER_COPY,
        Words(
            r"纸质(?!不|件不)|纸版|纸本|纸件|纸介质|(?<![页张])纸的|书面材料一式|打印(?!机|店|室|不清|模糊)|(?:盖章|签字|签章|签名|章)(?:的|后的)?原件|只收[^，。；\n]{0,12}原件|原件(?:报|送|交|寄|一份|\d份|[一二两三四五六]份)|一式[两二三四五六\d]+份|红头文件原件"
            r"|hard cop(?:y|ies)|paper (?:cop|original|version|form)|printed? (?:cop|out|version)|print(?:ed)? out|on paper|originals\b"
        ),
    ),
    (
        R.SIGN,
        Words(
            r"(?<![网续抽标书竹改])签(?:字|名|章|批|署|好字|好名|完字|了字|个字|个名|上名|上字|下字|完名|过字|认|发后|审|(?:订|下)?(?:[^，。；;\n]{0,6})(?:承诺书|责任书|告知书|协议书?|合同|确认书|保证书)|(?=[，。；;\s]|$))|(?:都|均|要|须|来|我来|本人|亲自|手|会|审|领导|书记|主任|会计|镇长|乡长|校长|户主|家长)签(?!到|收|约|订|退|证|注|名册|领)|[双联会]签(?!到|订|约)|(?:户主|本人|当事人|信访人|申请人|收件人|住户|群众|家长|领取人|接收人|农户|监护人)(?:当场|亲笔|逐一|都|均)?签收|按手印|摁手印|手印|按指印|[长人]签、|画押"
            r"|\bsign(?:ed(?!, )|ature|atures)\b|\bsign (?:it|the|and|off|by|here)|countersign|\bsign\b(?=[.,;])|to sign\b|must sign\b"
        ),
    ),
    (
        R.SEAL,
        Words(
            r"盖[^，。；;、\n]{0,8}?[章印戳草]|(?<=[一-鿿])章盖|章也|(?<!诊断)[没缺漏]章|公章|(?<!简)签章|印章(?!管理|使用)|用印|骑缝章|加盖|红章|盖印|钤印"
            r"|\bstamp(?:ed|s)?\b(?! duty)|official seal|\bsealed\b|\bchop(?:ped)?\b"
        ),
    ),
    (
        R.PHOTO,
        Words(
            r"照片|相片|合(?:个|张)影|留个影|(?:门头|整体|细节|局部|远景|近景|全景|航拍|俯拍)照(?!料)|(?<![\[［【])图片|截图|截屏|截个图|拍照|拍个照|拍张|拍(?:几|一|两|二|三|四|五|\d+)张|拍[^，。；;\n]{0,10}\d张|图像资料|影像资料|影像|配图|附图|入户照|(?<![参拍关护依按遵])照[一二两三四五六\d]{1,2}张|现场照|对比照|对比图|(?:合影|合照)(?=[^。；;\n]{0,14}(?:[发传报交附]|[一二两三\d]张))|全家福|留影|实景图|现场图|远景图|整栏照|局部照|[全近远中外内]景照|带水印|水印相机|原图|横图|竖图|随手拍|拍下来|拍好|拍完|拍清|近照|(?:慰问|工作|活动|佐证|正面|证件|登记|半身|寸|免冠|交接|走访)照(?!护|顾|料|办|着|例|常|旧)|(?:前|后|前后|门头|工作|登记|证件|一)照(?=[\d一二两三四五各、，。])"
            r"|(?:发|给|传|丢|来)[我群这]?(?:个|一?张|几张)?图(?![书纸斑片文])|截个图|拍[^，。；;\n视录秒]{0,14}(?:给我|传|发(?!现|放)|报(?!警|名|告)|齐|回)|截[^，。；\n]{0,8}[“\"][^”\"\n]{1,10}[”\"][^，。；\n]{0,6}(?:图|页|发)|竣工照|作品照|(?:\d|[一二两三四五])张图|(?:补|重|加|再)拍(?!卖|板)|拍[^。；;\n视录]{0,16}[\d一二两三四五六][张](?!嘴|桌|床|椅)|\bphotos?\b|\bphotographs?\b|\bpictures?\b|\bscreenshots?\b|\bsnapshots?\b|\bimages?\b"
        ),
    ),
    (
        R.VIDEO,
        Words(
            r"(?<!音)(?:短|小|微)?视频(?!转(?:到|发|至|给)|会|调度|连线|监控|培训|通话|点调|讲座|系统|参会|号|直播|形式(?:召开|参加|开)|收看|分会|主会|探头|巡查|巡检|方式(?:召开|参加|开)|办公|课|学习|点名)|录像(?!机)|录制|录一段|录段|短片|录屏|全程录|执法记录仪|微电影|抖音作品"
            r"|\bvideos?\b(?! (?:conf|call|meet|link|train))|\bfootage\b|\bclips?\b|\brecording of\b"
        ),
    ),
    (
        R.SELF_INSPECTION,
        Words(
            r"自查(?!说明|报告[^，。；\n]{0,4}已|自纠(?:的|工作的)通知|台账已)|自检|自纠|自行(?:检查|排查|核对|检测)|自我检查|自己[^，。；\n]{0,8}(?<![互])(?:检?查(?!实)|看一[遍下])|自家[^，。；\n]{0,8}[查摸]|排查(?!出|中(?!发)|发现|已|时发现|工作组|中标|时点|户数|数据|表(?!填)|数)(?<!防返贫集中排查)|摸排(?=[^，。；;\n]{0,8}(?:隐患|风险|矛盾|问题|线索|纠纷))|(?:隐患|风险|矛盾|问题|线索|纠纷)[^，。；;\n]{0,4}摸排"
            r"|(?:检查|排查|摸|捋|筛|试[装用开]|扫|[^核检巡复]查|理|过)一[遍轮圈](?!眼|筛|再|[^，。；\n]{0,4}上交)(?<!台账重新理一遍)(?<!几件事捋一遍)(?<!会议精神过一遍)|对照[^，。；\n]{0,14}(?:自?查)(?!材料|稿)|从头到尾[^，。；\n]{0,4}[查看]"
            r"|self-?(?:check|inspect|exam|audit)|check (?:your|its|his|their) own|inspect your own|walk[- ]?(?:through|around) check|\beach [\w ]{0,20}checks?\b|\bcheck your\b"
        ),
    ),
    (
        R.RECTIFICATION,
        Words(
            r"整改(?!责任人|资金|状态|率|办|情况(?:汇报|评估|通报)|推进会|评估|材料|台账|期限、|时限、|措施、|期限）|时限）)|立行立改|边查边改|即查即改|自查自改|改正(?!案|方案)|(?<!自查)纠正|(?<!自查)自纠|销号(?!期限|的|\d)|限期(?:改|拆|清)|[当现]场(?:改|清|整)|能[改补]的|隐患[^，。；\n]{0,2}消除|消除[^，。；\n]{0,6}隐患|(?:问题|见底)清零|返工|自行(?:拆|移|清|恢)"
            r"|(?:问题|毛病|隐患|缺陷|漏洞|[^，。；\n]{0,6}的)[^，。；\n已]{0,14}(?:改|整|处理|处置)(?:好|完|到位)(?!的)"
            r"|(?:换|修[复缮]?|拆|挪|搬|捞|移|扶|扎|立|加固|封|堵|疏通|清[理洗]?|扫|收拾|搞|弄|整|打扫|清扫)(?:完毕|干净|掉|净|正|牢|妥|起来|回去|回原|(?<=[挪移搬])开)(?!的|学|始|展|票|门)|(?:楼道|通道|四乱|垃圾|堆物|杂物|积水|[^，。；\n]{0,3}堆)[^，。；\n]{0,6}清(?:走|掉|完|理)|清[完理][^，。；\n]{0,4}(?:楼道|四乱|通道|垃圾|堆物|杂物|积水)|(?:老化|过期|破损|损坏|坏|掉|漏|松|锈|歪)[^，。；\n]{0,6}的?[^，。；\n]{0,6}(?:更换|换|修|补|拆|盖|扶)(?:新|掉|齐|好|上|了|下来|起来|正|一批)|(?:老化|过期|破损|损坏|坏|掉|漏|松|锈|歪|不亮|裂)[^，。；\n]{0,8}的[^，。；\n]{0,8}(?:换|修|补)(?=[，。；！\s]|$)|重铺|停喷|拆下来|收掉|(?<!得)(?<!号)改完(?!的?稿)|自己清完|(?:清洗|清理?)[^，。；\n]{0,6}换滤|挪到[^，。；\n]{1,8}[米外边]|修好(?!的)"
            r"|\brectif|\bfix (?:it|them|all|the|any|every)|\bput right|\bremed(?:y|ied|ial)|\bmake good\b|\bclear (?:the )?(?:fire|lane|drain|corridor|passage|stair|litter|weeds)|\btighten\b|\bwrap (?:the|all|exposed)"
        ),
    ),
    (
        R.PUBLICITY,
        Words(
            r"宣传(?!月|周|日活动|部|办|委员|口|科|股|统战|文化|思想|系统|站|干事|处|员|片|照片|(?<![\[［【])图片|视频|素材|稿|报道|信息(?!栏)|活动照|工作总结|入户的|进)|张贴(?!后的)(?<!登记卡并张贴)|上墙|(?<![截附配拍补津体张])(?:贴|插)(?:到|进|至|上|好|满|完|出去|[一两三四五六七八九十\d]+[张份幅])|(?<![补已])贴[^，。；\n]{0,4}(?:通告|公告|告示|海报|标语|倡议|通知|公示|提示)"
            r"|(?:转|转发|推送?|发)(?:到|至|给|进|遍|往|各)[^，。；\n]{0,8}(?:居民|村民|家长|业主|群众|村组|网格|班级|所有|各|每|微信|签约|小区|楼栋)[^，。；\n]{0,4}群(?<!名单发到家长群)|转发?(?:到朋友圈|扩散|各|本|一下|并|这|此|本条|以上|一转)|(?:请|都|多|帮忙|及时|务必|广泛|点赞|一键|并|马上|尽快|积极|累计|转完|相互)转发|转完|转到位"
            r"|氛围(?=浓厚|营造)|营造[^，。；\n]{0,4}氛围(?!，)|(?<![换已新])悬挂(?!经营)|(?<!有)横幅|海报(?![^，。；;\n]{0,4}[\d一二两三]幅|设计|作品|已?发)|喇叭(?!试音|、|哑|一[停响])|(?:应急)?广播(?=[^，。]{0,6}(?:播|喊|宣|循环|滚动|通知))|倡议书|明白[纸卡](?!发下|更新)|宣传单|传单|单页|标语|扩散|发朋友圈|(?:滚动|循环)播放|广而告之|家喻户晓|告知书(?=[^，。]{0,4}(?:发|送|贴))|(?<![A-Za-z])LED(?![A-Za-z])|电子屏"
            r"|(?:通知|告知|喊|传达|宣讲|讲解|叮嘱|提醒)(?:到|给|至)(?:每|各)?(?:家|户|个?人|组)|(?:每[户家个人]|挨[家个]|逐[家户个])[^，。；\n]{0,12}(?:告知|提醒|讲一遍|说一声|说到|讲到|叫他们)|讲一遍|公示后"
            r"|\bpublici[sz]e|\bpost(?:ed)? (?:up|the notice|the poster)|\bposters?\b|\bleaflets?\b|\bbanners?\b|\bshare (?:it |this |them )?(?:with|in|to) (?:all|your|every|the|resid|vill)|\bspread the word|\bforward (?:it |this )?to (?:all|your|resid|vill)|\bhand out\b"
        ),
    ),
    (
        R.ON_SITE,
        Words(
            r"(?<!宣传)入户(?!误工|补助|经费|率|门|登记表|走访表|信息表|动员)|走访(?!的|户数|次数|人数|台账|记录表|数|慰问(?:材料|对象)|小结|总结|报告)|逐户(?!核对|填|登记|的|排查)|挨[家户]|家家户户|(?<!找)上(?:一?[次趟])?门(?!辅导|服务试)|登门|到户(?!到田)(?=[^，。；\n]{0,4}[见看查核走])|逐[人户宗点处块][^，。；;\n]{0,2}(?:见面|敲门|到访)|(?:与|同|和|跟)[^，。；\n]{1,8}(?:见面|面谈|见一面)|到点核|按户|进门|放线|[补实]测|(?:每|逐)[村组户点][^，。；\n]{0,4}测(?!试|评)|见人见[房户]|[到进]村入户|到家里|串户|敲门"
            r"|巡完|走完(?!流程|程序|手续|一)|(?<=[走巡跑绕看去])(?:上?[一两三][圈趟轮]|(?<=[走巡跑绕])遍|(?<=[走巡跑绕])上?[一两]遍)(?!台)|(?:踏查|巡查|巡|走访|摸排?)(?:了)?一[轮遍圈](?!站)|踏查(?=到|一|[，。])|巡堤|(?<!联合)夜巡(?!集合|编组|轮班|，)|蹲[点守]|巡到|(?<!会)上点(?=[看查巡，])|走到(?=[，。]|每)|沿[河渠]走|(?:去|到)[^，。；\n]{0,6}(?:瞧瞧|看一看|看一下|看看)|(?:独居|孤寡|留守)[^，。；\n]{0,14}看一遍|爬上去看"
            r"|现场(?:核|指界|登记|放样|监督|举证|检查|查看|查验|巡|踏勘|勘|督|排查|清点|复核|调查|确认|指导|处置|测|丈量|拍|走访|摸|采集|认定|看)|(?<!人没)(?:到|去|赴|深入|下到|派人去)(?:了)?(?:[^，。；;、纪\n]{0,6})?(?:现场|地头|田间|一线|点上|工地|户里|家中)(?!会|开(?!展)|召开|参|观摩|学习|讲)|实地(?!观摩|看|座谈|评|考察)|下沉|(?<!请)派人[^，。；\n]{0,4}(?:清|看|查|守)|(?:下|进)(?:村|组|户|田)(?:走|查|看|核|入|跑)|派人去|面对面|当面(?:核|见|确认)|逐[宗点处块店企人门田](?:到现场|现场|实地|上门|走|看|核查|踏)|见面(?:核实|劝)|去看[一两]眼|家访|产后访视|到棚"
            r"|\bon[- ]site\b|door[- ]to[- ]door|house[- ]to[- ]house|\bhome visits?|\bvisit (?:each|every|all|the (?:house|famil|site|village|farm))|\bwalk the\b|\bgo (?:round|around) (?:each|every|all|the)"
        ),
    ),
    (
        R.NIL_REPORT,
        Words(
            r"零报告|零报送|零上报|无则报无|有则报[^，。；;\n]{0,6}无则|无[^，。；;\n]{0,6}(?:也要|也须|也需|也得|也请|亦须|亦需|仍须|仍需|亦应|的也|亦|也)[^。；;\n]{0,4}(?:报|函|复|注明|填|写|回复|说明|反馈|上报|告知)|没有?[^，。；;\n]{0,10}(?:也要|也得|也须|也请|也需|也|都要)[^，。；;\n]{0,3}(?:报|写|注明|填|回|吱|说|发|反馈)"
            r"|(?:没有|无)(?:的|相关情况的?|此类情况的?|情况的?|上述情况的?)?(?:[，,])?(?:就)?(?:请|要|须|需|也)?(?:报|写|填|回复?|注明|标|发)(?:“|”|\"|『|「|个|上|为|一个)?(?:“)?(?:零|0|无|没有|“无|空)|(?:如|若|确)无[^。；;\n]{0,10}(?:报|注明|填|写|回复|反馈|说明|标)|报(?:“|\")?(?:零|无|0)(?:”|\")?(?=[，。；;！\s）)]|$)|经(?:排|核|自)查无|空表|零申报|无事报平安|报[一个次]{0,2}平安|无异常也|无情况也|平安也(?:要)?报|没有就(?:报|写|填|回)|也得吱|吱一?声说?没|没有的(?:也)?吱|零情况|出具无|无[^，。；\n]{1,8}(?:的)?[^，。；\n]{0,10}(?:同样|一样|照样|照常|仍然?|还是)(?:要|须|需|得)?(?:交|报|回)|没[^，。；\n]{1,8}(?:同样|一样|照样|照常)(?:要|须|需|得)?(?:交|报|回|写)|“零”|写个?[“\"]?[0无零]|没有?[^，。；;\n]{0,8}的?(?:就|也|请|要)?(?:写|填|报|注明|接|回)(?:个|上)?[“\"]?(?:无|0|零|没有)|填[“\"]?0|报[“\"]?0"
            r"|\bnil (?:return|report)|\bzero[- ](?:report|return|case report)|\bif (?:there (?:is|are) )?(?:none|nothing|no )[^.\n]{0,40}(?:report|send|say|write|reply|put|still|state|enter)|\breport (?:“|\")?(?:zero|nil|none)|\bnothing to report\b|\btick [\"“']?(?:none|nil)|\bwrite [\"“']?(?:none|nil|zero)|even if (?:there (?:is|are) )?(?:none|nothing|zero|no )"
        ),
    ),
)

_ON_SITE = dict(_DIRECT)[R.ON_SITE]

_PHONE_WORDS = Words(
    r"电话(?:回报|报告|报送|报(?!销|名|警|警)|告知|汇报|回复|反馈|上报|说明)|(?:打个?电话|电话里|用电话|通过电话|以电话)[^。；;，,\n]{0,16}(?:报|说|告知|回复|讲|反馈)|报[^，。；;\n]{0,12}[(（](?:打|用)?电话[)）]|[(（]打电话[)）]|口头(?:或电话)?(?:报告|汇报|上报)|\bby (?:tele)?phone\b|\bphone in\b|\bcall in\b"
)
_ONLINE = Words(
    r"(?:在|(?<![看见做达])到|至|通过|登录|登陆|进入|打开|用(?![^，。]{0,6}导)|扫(?!倡)|点击|点开|点)[^，。；;\n]{0,16}?(?:系统|平台|小程序|APP|公众号|链接|二维码|网址|网站|腾讯文档|金山文档|在线文档|在线表格|共享表格|共享文档|问卷星|网盘|共享盘|政务网|服务网)|(?<!统一)(?<!我)(?:录入?|填|传|报|走|进|更新|登)(?:报)?(?:县|省|市|国家|全国|妇幼|扶贫)?(?:系统|平台|小程序)|(?:系统|平台|小程序|APP)(?:上|里|内|中|里面)?(?:填|报|录|传|提交|上报|上传|更新|打卡|登记|认证|完成|核|申报|签到|刷脸|办理|弄|点|补|标|处理)"
    r"|网址(?!仅)|网厅|上系统|链接[^，。；\n]{0,4}填|注册[^，。；\n]{0,4}(?:小程序|平台)|(?:系统|平台)[^，。；\n]{0,8}关[^。；\n]{0,8}没[录填报]|网上(?:填|报|申报|办|登|提交|答题|预约|缴)|线上(?:填|报|申报|办|登记|提交|答题|预约|缴)|在线(?:填|报|表|文档|申报|登记|答|编辑|提交)|扫码|扫一扫|扫描(?:下方|附件)?二维码|填报链接|电子公文|(?:传|上传|发|存|放)[^，。；\n]{0,4}(?:网盘|云盘|共享盘)|平台的?(?:作业|任务|答题)|PAD(?:当天)?(?:传|录|填)|(?:via|through|on|using|in|into|to) (?:the |our )?(?:[\w\"“”-]+ ){0,4}(?:platform|system|app|portal|mini[- ]?program|online form)\b"
)
_MATERIAL = Words(
    r"(?<![日周月季零预间时即刻上话年])报告(?!厅|会|单位|人|疫|期|制|年度|如|“|一下|情况|给|我|县|镇|乡|领导|组织|支|包|分管|主要|公示|时限|讲解|出来了)(?<!财务报告)(?<!体检报告)|(?<!中心)(?<!会场)(?<!礼堂)总结(?!会|20|各|经验|表彰|了|上半|今年|去年|推广|撤)|[方草议提教]案(?!》|（|要求|部署|规定|精神|的要求|安排|，集中|表|答复)(?<!据方案)(?<!照方案)(?<!就业方案)(?<!调查方案)|预案|案例(?!讲)|(?<!上述)(?<!以上)(?<!报送)(?<!宣传)(?<!会议)(?<!补充)(?<!废旧)(?<!列)材料(?!报送|名|审核|不全|不齐|清单|收取|员|费|标题|统一发|发放|领取|审查|价|准备清单|齐全|按户)|(?:工作|行动|实施|学习|培训|活动|落实|采购|用工|整改|推进)计划(?!》)|(?<!经)请示|小结(?!会)|情况(?:书面)?(?:上报|报送)(?!表)|(?<!附)(?:情况|结果|原因|去向|建议|创作|(?<![配期句])文字)说明(?!表)|书面说明(?<!综治中心书面说明)|说明(?:材料)?(?=[^，。；;\n）)]{0,6}(?:报|交|送|发给|，书记|（在))|[简写]个?说明"
    r"|(?<![截定审来用投底改校])稿(?![酬费])(?!在)(?<!一稿)|改稿(?=[^，。；\n]{0,10}[交报前])|纪要(?!，大家)|简讯|(?:(?:形势|质量|季度|原因|数据|矛盾纠纷|个案)分析)(?!会|研判|师|，|数据)|思想汇报(?!收齐)|书面(?:汇报|回复|答复|回函|意见|反馈|材料|报告|交|送|上报|报送|[^，。；\n]{0,3}报(?!名|备|批))|检讨书|[观读]后感|大事记|解说词|(?:证明(?!力|。人)|[承声保委授责协同][诺明证托权任议意]书?书(?!已到期)|[协][议](?!到期|的|书)|单据|(?<!社)保单|申请书(?!递交)|图纸(?!来)|体检报告(?!讲|出)|评议记录)(?![^。；\n]{0,14}(?:留存|不用|电子签|上网))(?=[^。；;\n]{0,24}(?:[交寄扫]|(?<![申通])报|(?<!推)送|发(?!放|现|票)|传[我给到]|收齐|粘|都要))|承诺函|自评书|申报书|心得|体会|征文|论文|声明书|授权委托(?!书)|节目单(?=[^。；\n]{0,14}报)|事迹|剖析|(?:授课|讲课|节目|短片|宣传片)脚本|佐证|证据|素材(?!交上|请|[:：（(]|不)(?<!拍的素材)|述职|(?<!出)简报|工作信息|信息[一二两三\d]+[条篇]|[一二两三\d][条篇](?:以上)?(?:工作)?信息|建议(?:案)?(?=[^，。；;\n]{0,14}(?:报|交|提交|填|每人|发给|来))|路演(?![^，。]{0,3}分钟|厅)|(?<![A-Za-z])PPT(?![A-Za-z])(?!已|自带)|课件|作业设计|复印件(?![^，。；\n]{0,6}(?:自行|自己|留))|影本|凭证(?!件)|票据(?!法)|发票(?=[、，]|复印|原件)|(?:会议|谈话)记录(?!还没|，(?!交))|(?<!巡山)(?<!巡查)(?<!检查)(?<!聊天)(?<!运行)(?<!电话)(?<!督导)(?<!转发)记录(?=[^。；;\n册，]{0,26}(?:交(?!通)|报|送|给))|答复(?=[^，。；;\n]{0,6}(?:件|报|函|送|材料))|合同复印(?!件自)|决议|典型(?=[^，。；;\n]{0,6}(?:报|材料))|对账单(?=[^。]{0,30}(?:[交报]|打印|备))|回执(?=收[^。；;\n]{0,24}交)|档案(?=[^，。；;\n]{0,8}(?:报|交|移交|送))|意见(?=[^，。；;\n]{0,6}(?:反馈|书面|报|返|函|建议))|评估报告|资料(?=[^，。；;\n]{0,10}(?:报|交|送|发|备|移|打印))|经验(?:做法|交流)|文章|点评材料|鉴定(?=[，、）])|要件"
    r"|(?:[百千万]|\d{3}|以内|上下|左右)个?字(?!数|排|节|母|楼|第|号)(?<!超出框)|(?<!份)(?:一|半|两|三|几)页纸|(?:交|文稿|写)[^，。；\n]{0,6}字数|文字(?:材料|总结)|[份]文字说明"
    r"|\breports?\b(?= (?:by|to|on|is|must|should|due|of|at|before)|,)|\bdrafts?\b|\b\w+[- ]page (?:note|summary|report)|\bwritten (?:report|summary|statement|feedback|reply|explanation|answer|note)|(?:employer|support|reference|authori[sz]ation) letter|\blease\b|\blicen[cs]e (?:cop|scan)\w*|cop(?:y|ies) of (?:the |your |their )?licen[cs]e|\bsummar(?:y|ies)\b|\bwork plan|\baction plan|\bplans?\b(?= (?:to|by|is|due|at|\(hard))|\bproposals?\b|\bsupporting (?:papers|documents?|evidence|materials?)|\bmaterials?\b|\bdocuments?\b|\bcase stud|\b(?:the|meeting) minutes\b|\bminutes of (?:the|a)\b|\bessays?\b|\bvouchers?\b|\breceipts\b(?! signed)|\bslides\b|\bapplication letters?"
)
"""What is written and handed in, also by its measure (五百字, 一页纸)."""
_DATA = Words(
    r"台[账帐]|(?<!黑)(?<!中标)(?<!获评)(?<!候选人)(?<!分班)(?<!初赛)名单(?!上|里|内|另|将|有变|有异|有调|有误|我[发来]|(?:已|都)?发(?:给)?各|附后|见|已|张|由|详见|上的|在|的|单独|[一二]?\d+[家人户名])|名册|[花清底]册|数据(?=[^，。；;\n]{0,10}(?:报|送|发|填|录|更新|核|汇|给|传|补|要(?!标)|说明|统计|表|提供|啥时))(?!比对|说话|共享|局|中心|延迟|来源|资源局|为准|异常提|[取截用]|库|线)|等数据|(?:报|送|发|填|录|更新|汇|补|交|有|要)(?!内容)[^，。；\n]{0,10}数据(?!局|中心|截|取|要标)|统计(?!用稿|直报|站|局|中心|员|所|口径|年鉴|时[点间]|期|数据显示|显示|法|制度|调查|截|衣服)|底数|(?<!得到水尺)(?<!看清)读数|目录(?=[^，。；;\n]{0,12}(?:报|交|送|发))|清单(?!》|明确|要求|所列|内|进行|，逐|（婚|逐|先)|明细(?!见)|(?<!申)报表|(?<!\d)月报(?!告|制|[^，。]{0,4}改到)|(?<![报\d])日报(?!社|告|》|制|[到属]|我)|周报(?!制|每)|旬报(?!制)|季报(?!告)|(?<!\d)年报(?!告|公示|提醒|[过今])"
    r"|(?<!进行)摸(?:个|一下|清)?底(?!报告)|摸排(?![^，。；;\n]{0,8}(?:隐患|风险|矛盾|问题|线索|纠纷))|摸[清一]|通讯录|值班安排|值守安排|考勤(?!、)|[一-鿿]{2}册(?=[^，。；\n]{0,10}(?:报(?!名)|交|送))|(?:签到|签收|领取|发放|花名|台账)册|逐[人户]采集|(?:播种|栽插|收割|施工|工程|完成|收购|征收|接种|注射|推进|缴费|参保|建设)的?进度(?!滞后|慢|快|款)|基本情况(?=[^，。；;\n]{0,6}报)|人次|[存出]栏|产量|(?:姓名|名字)[、和及](?:职务|电话|手机|性别|单位|职称|联系)(?!、批次)|成绩(?!单)(?=[^，。；;\n]{0,8}(?:报|发|录|汇|交))"
    r"|(?:汇总|统计|一览|联系|值班|考勤|进度|采集|盘点|缺工|核算|测算|收支|计划|储备|需求|清查|监测|发放|进销存|营业额|开户|排班|线路|面积|对比)表"
    r"|\blists?\b(?! of (?:questions|rules)| below)|\broster\b|\bdata\b|\bstatistics\b|\bfigures\b(?! are)|\bheadcount(?! boards)|\bnumbers? of\b|\bcounts?\b|\bregister of\b|\binventory\b|\btally\b|\btotals?\b|\breadings?\b|\bstats\b|\bnames? (?:of|to|in)\b|\bnumber replaced\b|\bsheets?\b(?=[^.\n]{0,20}\b(?:due|by|before|have|promised)\b)"
)
"""Lists, tables and figures by their names."""
_TELL = r"(?:(?<![申通海])报(?!告|名|酬|警|销|刊|纸|备|考)|发(?!放|生|现|展|票|改)|给|告诉|回[我复覆]|[说写]|(?<!登)记|交(?!通)|统计|汇总|登记|反馈)"
_MEASURED = r"(?:个|户|人|名|亩|家|处|头|只|台|件|起|盏|棵|斤|吨|箱|间|例|宗|车|桌|罐|场|座|辆|份|条|筐|位)"
_ASKED_HOW_MANY = rf"(?:多少(?!钱)|(?<![好前这那十下上你照我的])几{_MEASURED}(?!钱|村民|建房|站所|问题|再|片|字|事))"
_OF_ONE = r"(?:名字|姓名|人名|车牌号?|编号|尺码|身高|卡号|门牌号?|生日|血型|身份证号|批号|箱号|船号|产地|规格)"
_COUNT = Words(
    rf"{_ASKED_HOW_MANY}(?:[^。\n]{{0,24}}?(?:{_TELL}|填)|(?=[在、，）)？]))|{_TELL}[^。\n]{{0,24}}?{_ASKED_HOW_MANY}"
    r"|[\u4e00-\u9fff](?<![人多少分次岁无整参度指系倍算有总件个字基倒凑取职周的户家])(?<!按[\u4e00-\u9fff]{2})(?<!按[\u4e00-\u9fff]{3})(?<!按[\u4e00-\u9fff]{4})(?<!话报)(?<!尺读)(?<!放箱)(?<!展品箱)数(?![据字码学值控组轮次目配第量要按量|])"
    rf"|(?:总数|数目)(?=[^，。]{{0,14}}(?:报|给|交|告诉))|(?:报|写|给|记|要|交)(?:我)?(?:[一个]|一个|总)?数(?![据字码学])(?<!话报数)|(?:[人户件家次总个]数|数量|面积|金额|亩数)(?![^，。；\n]{0,6}[表册])(?!不少于|不限|不超过|控制|较|同比|满|多|增加|为|挂钩|在|达|与)[^。；;\n]{{0,24}}?{_TELL}|(?!登记|[^，。]{{0,2}}已){_TELL}[^，。；;\n已]{{0,16}}?(?:[人户件家个]数|数量|面积|金额)|[核摸][对实清]?[^，。；\\n]{{0,10}}(?:[人户]数|数量|面积|底数)"
    rf"|(?:[一-鿿](?<![质力能尽大少批过测计商衡打考限定数声容饭天])量(?!房|化|身|力|级|杯|具)|[\u4e00-\u9fff][^功效]率|[资余税差金限总]额|[菜粮均房油]价|[水液]位|[室粮气水]温|温度(?!计)|里程|产值|营收|收入|余缺|余额|库存|路况|[人客车]流)(?!监测|补贴|记录|照片|说明)[^。\n；]{{0,16}}(?:(?<![申通])报(?!告|酬|名|销)|发(?!放|生)|给|告诉|传)"
    r"|(?:(?<![申通])报(?!告|名)|发|填)[^，。；\n]{0,6}(?:[用产销收存水雨雪供缺]量|[水液]位|[室粮气水]温|[菜粮油]价)(?!仪|计|报告|照)"
    rf"|{_OF_ONE}(?:[和、与及跟][\u4e00-\u9fff]{{2,6}})?[^，。；\n拍转写别]{{0,10}}(?:，[^，。；\n]{{0,8}}?)?(?:(?<![申通])报(?!告|名)|发(?!放|生)|给|告诉|回[我复]|写接龙)|(?:(?<![填申])报(?!名|告|销|警)|发(?!放)|给我|告诉)[^，。；：（(\n转回]{{0,6}}{_OF_ONE}"
    r"|(?:[的的]?人|户)(?<!诉人)(?:名字)?(?:都|也)?报(?:给|来|上来|我)|定[^，。]{0,4}人[^，。]{0,3}报|(?<!无人)(?<!播)报[^，。；\n到名]{0,6}(?:(?<!值班)(?<!负责)(?<!无人)人员|值守人|带班人|的人|哪[家户些])"
    r"|[\u4e00-\u9fff]{2}(?<!代)(?<!申报)(?<!登记)(?<!核查)(?<![自检巡]查)(?<!推荐)(?<!申请)(?<!学籍)(?<!纸)(?<!质)(?<!考核)(?<!报名)(?<!评审)(?<!审批)(?<!承诺)(?<!年审)(?<!答复)(?<!体检)(?<!确认)(?<!排查)(?<!随访)(?<!评议)(?<!测评)(?<!评分)(?<!各)(?<!张)(?<!报)(?<!补贴)(?<!签领)表(?![现扬态决达示彰率面演述格头])[^，。；》填\n]{0,14}(?:(?<!申)报(?!名|告|到)|交(?!通)|送|发给|发我|发到|给我|[缺补])"
    r"|\bhow many\b(?=[^.\n]{6,60}(?:by|before|every|\.))(?! sets)|\bgive me (?:the|a) number|\b(?:class|group) sizes\b|\bdaily headcount\b"
)
"""Figures by the shape of their asking: how many, a noun that ends in 数 or 量, what is told of each person or thing."""
_ATTEND = Words(
    r"参会(?!人员[^，。]{0,6}(?:名单|报))|(?<!不)(?<!再)参加(?=[^，。；;\n的]{0,12}(?:会(?!计|员)|培训|演练|训练|座谈|学习))(?!过)|(?<!不)出席|(?<!没)到会|到场(?!核|查)|(?<!不)列席|到镇(?:里|上)?开会|来镇(?:里|上)?开会|集合(?!点)|必到|务必到(?!柜|位)|[准按]时到|在场(?:等|配合)|在现场等|在岗等候|每[村社镇站][^，。；;\n]{0,4}(?:来|派|去)[^，。；;\n]{0,3}(?:人|名)|(?:空腹|宽松衣服)[^，。；;\n]{0,6}[来到去]|(?<!家)(?:来|到)[^，。；;\n]{0,10}(?:抽血|打针|体检中心|补考|采像|上工)|再来[^，。；;\n]{0,6}照"
    r"|\battend(?:s|ing)?\b|\btake part|\bbe there\b|\bjoin (?:us|the)|\bpresent at\b|\bcome to\b"
)


_CALLED_OFF = late(r"取消|撤销|不[开办搞]了|散了|停办|暂停|不去[^，。；\n]{0,8}了|(?:不用|别)[^，。；\n]{0,8}[来候等](?=了|$|[，。])")
_TIMED = late(r"\d{1,2}[:点时号日]|[一二两三四五六七八九十]点|[明今后]天|[明今]早|今晚|周[一二三四五六日]|星期|每[月周]|到场|参加|开会")


def _called_off(text: str) -> bool:
    """Whether a gathering is withdrawn and nothing else is fixed instead."""
    clauses = re.split(r"[，,。！!；;\n]", text)
    standing = [clause for clause in clauses if not _CALLED_OFF.search(clause)]
    return len(standing) < len(clauses) and not any(_TIMED.search(clause) for clause in standing)


_REFUSED = late(r"不用|不再|先不|不[交报收]|无需|无须|不必|免[报交]|别[报发交填写]")
"""Taken back between the figure and its telling (存栏的表不用报)."""


def find_requirements(text: str, kind: Kind, channels: Channels | None = None) -> dict[Requirement, Span]:
    """The requirements of a normalised text and where each was said.

    Chatter asks nothing, info at most a receipt. `channels` says whether a system, a link or a call is the way in.
    """
    if kind is Kind.CHATTER:
        return {}
    found: dict[Requirement, Span] = {}
    if kind is Kind.INFO:
        return _direct(text, _DIRECT[:1], found)
    for requirement, pattern in _DIRECT:
        _first(found, requirement, _meant(text, kind, requirement, _standing(text, pattern)))
    _first(found, R.SUBMIT_MATERIAL, _meant(text, kind, R.SUBMIT_MATERIAL, _handed_in(text, _MATERIAL, lambda start, end: False)))
    _first(found, R.DATA_STATISTICS, _meant(text, kind, R.DATA_STATISTICS, _handed_in(text, _DATA, lambda start, end: _given(text, start, end))))
    _first(found, R.DATA_STATISTICS, (span for span in _standing(text, _COUNT) if not _REFUSED.search(text, *span)))
    _first(found, R.PHONE_REPORT, _standing(text, _PHONE_WORDS))
    if channels and channels.phone_report:
        found.setdefault(R.PHONE_REPORT, channels.phone_report)
    _first(found, R.ONLINE_SYSTEM, _standing(text, _ONLINE))
    for key, span in channels.spans.items() if channels else ():
        if key.startswith(("systems.", "urls.")):
            found.setdefault(R.ONLINE_SYSTEM, span)
    _first(found, R.ATTEND, _standing(text, _ATTEND))
    if kind is Kind.EVENT and not _called_off(text):
        found.setdefault(R.ATTEND, (0, 0))
    return found


_THINGS = frozenset({R.PHOTO, R.VIDEO, R.SUBMIT_MATERIAL, R.DATA_STATISTICS})
_ACTS = frozenset({R.ON_SITE, R.RECTIFICATION})
_GIVEN_UP = late(
    r"交(?!通|流|接|办|会|由)|(?<![通申海])报(?!名|告|到|警|销|备|刊)|发(?!生|现|展|放|言|布|票|证|工|红|号|车|服|胸|出|改|动|热|脚|灯|渠)|反馈|回[复覆传]|给(?!各|大家|孩)|补(?!贴|助|训|考)|(?<![推护])送(?!医|考)|传(?!达|承|统|销)|提供|[携随请]?带(?!队|班)|填|收[齐取]|备(?!案|注)|摆到|放(?:桌|到)|打印|\b(?:send|sent|submit|hand|bring|e-?mail|upload|due|by|to)\b|@",
    re.I,
)
_BIDDEN = late(r"请|务必|必须|须|要求|一律|各[一-鿿]|每[村户组人]|你们|\b(?:please|must|each|every)\b", re.I)


def _meant(text: str, kind: Kind, requirement: Requirement, spans: Iterator[Span]) -> Iterator[Span]:
    """In an invitation only what is handed over or bidden in its own words: the rest is what the gathering is about."""
    for start, end in spans:
        if kind is Kind.EVENT and requirement in _THINGS | _ACTS:
            clauses = _CLAUSE_EDGE.split(text[max(0, start - 40) : start])[-1], *_CLAUSE_EDGE.split(text[start : end + 50])[:4]
            if not (_GIVEN_UP if requirement in _THINGS else _BIDDEN).search("，".join(clauses[: 5 if requirement in _THINGS else 2])):
                continue
        yield start, end


def _first(found: dict[Requirement, Span], requirement: Requirement, spans: Iterator[Span]) -> None:
    span = next(spans, None)
    if span:
        found.setdefault(requirement, span)


def _direct(
    text: str, families: tuple[tuple[Requirement, Words], ...], found: dict[Requirement, Span]
) -> dict[Requirement, Span]:
    for requirement, pattern in families:
        _first(found, requirement, _standing(text, pattern))
    return found


_BY_OTHERS = late(
    r"(?:我[们方局办队所站院校县镇乡明]?|(?:省|[市县](?!场)|局|上级|厅|第三方|专家|[检督考巡复]\S?组|[大支]队|消防队|厂家|师傅|医生|医院|公司|测绘队|设计院)[^，。；;\n请各要须]{0,12}|将|届时|由(?!各|你|村|网格|组长)[^，。；\n]{1,10})[^，。；;\n请各须]{0,10}$"
)


def _done_by_others(text: str, start: int) -> bool:
    """Whether the clause says who else does it (我们上门收, 省里实地核查)."""
    clause = _CLAUSE_EDGE.split(text[max(0, start - 30) : start])[-1]
    return "配合" not in clause and bool(_BY_OTHERS.search(clause))


def _standing(text: str, pattern: Words) -> Iterator[Span]:
    """Matches that no negation takes back."""
    for match in pattern.finditer(text):
        if pattern is _ON_SITE and _done_by_others(text, match.start()):
            continue
        if not _taken_back(text, *match.span()) and not _asked_back(text, match.end()):
            yield match.span()


_THE_REST = late(r"[^。！\n]{0,24}(?:其余|其他|剩下|没交|未交|没报|还没|未报)[^。！\n]{0,24}(?:补|交|报|送|发)")


def _taken_back(text: str, start: int, end: int) -> bool:
    """Negated, unless only those are let off who have handed in already (已交的不用再交，其余的补交)."""
    return negated(text, start, end) and not _THE_REST.match(text, end)


_ASKED_BACK = late(r"(?![^，。；;！!？\n]{0,8}(?:谁没|没[交报填录]|好没)|[^，。；;！!\n]{0,8}(?:能[^，。；;！!\n]{0,4}(?:发|给|交|报|有|看到|好)|[发给交报]我))[^，。；;！!\n]{0,10}(?:吗|么[，。？?\n]|[?？])")


def _asked_back(text: str, end: int) -> bool:
    """Whether the words stand in a question (纸的要吗)."""
    return bool(_ASKED_BACK.match(text, end))


def _handed_in(text: str, pattern: Words, given: Callable[[int, int], bool]) -> Iterator[Span]:
    """Standing matches in a sentence that also hands something in, and that are not given to the reader."""
    for start, end in _standing(text, pattern):
        if not given(start, end) and _hands_in_near(text, start, end):
            yield start, end


def _hands_in_near(text: str, start: int, end: int) -> bool:
    before = _SENTENCE_EDGE.split(text[max(0, start - 60) : start])[-1]
    after = _SENTENCE_EDGE.split(text[end : end + 80])[0]
    if _HANDS_IN.search(after) or _HANDS_IN.search(before) or _HANDS_IN.search(text[start:end]):
        return True
    return bool(_ITEM.match(before) and _LISTED_BELOW.search(text, max(0, start - 260), start))


def _given(text: str, start: int, end: int) -> bool:
    """Whether the list or the figures come from the issuer (名单见附件, 对照清单, 问题清单已交办)."""
    before = text[max(0, start - 8) : start]
    after = text[end : end + 10]
    if re.search(r"(?:看|见|按|参照|依据|根据|执行|贯彻|对照|《)[^，。；;\n《]{0,4}《[^》\n]{0,40}$", text[max(0, start - 46) : start]):
        return True
    return bool(re.search(r"(?:按照|(?<=[^\u4e00-\u9fff])看|自己看|拿着|手里的|根据|依据|下发的|下发|已将|详见|附件)[^，。；;\n]{0,3}$|对照[^，。；;\n]{0,8}$", before) or re.match(r"(?:[^，。；;\n]{0,3})(?:见附件|附后|见群|在群文件|已下发|已印发|已于|已发|公布|我?已?发(?:在|到)?群)", after))
