"""Where an event takes place, read from the words around its time; "" is never returned, only None."""

from __future__ import annotations

import re

from bot.core.times.numbered import NUMBERED
from bot.core.wording import late

_PLAIN = r"(?:(?<![离返入进回封闭盘])(?:所(?!有)|[室厅堂馆坪坝园层亭祠庙寺坡岸塘宫阁塔苑湾岭顶港坞圃店站楼院校库厂厨房屋棚坊庄桥垭寨埠陵])|(?<=山)脚|[圩墟](?=$|[，,。；]))"
"""Characters that end the name of a place and hardly anything else."""
_PLAIN_END = r"[室厅堂馆坪坝园亭祠庙寺店站楼院校所库厂房屋棚坊庄场部村]"
_BOUND = (
    r"(?:(?<![上下巡护进爬封登开出入深满荒矿靠靠挖])(?<=[一-鿿]{2})山(?![上下区火洪林体路民水货羊药歌地寨庄塘坳口脚顶脊村镇乡一-鿿])|(?<![开关拉大提启])闸(?![口门])|(?<=[坡塌险情测察置种检血散口护击馈卸放宿存养试哨渡埋购水电气菜修车岗卡堵排样牧售])点(?![名评心钟])|(?<![在到进离登立主专每一两三各全现入退散候])场(?![舞次均景]|合(?![练唱排影]))|(?<=[动工事演赛])现场|(?<=[棚田园林])现场(?=[，,。；了\s]|$)|(?<![干全内外各局大])部(?![署门队分])|中心|(?<=[小中大完])学|(?<=[一二三四五六七八九十县市区镇])中(?=[，,。；;\s（(]|$)"
    r"|(?<![各一每何到好\d])处(?![理置分])|(?<=[门路桥坳村渡河街山沟坝闸关道卡窗集市站水])口|(?<=[一-鿿])[东西南北]口|(?<=[窑旧遗])址|(?:(?<=[一-鿿]{2})|(?<=[沙海河江湖湿]))滩(?![涂头])|(?<=[码桥坝渡村街田地山堤滩江河坡岭坑巷埠])头|(?:[东西南北左右]侧|旁边?|对面|隔壁|附近|背后|空地|(?<=[步赛跑街栈])道?[起终]点|(?<=道)[起终]点|(?<=[室厅堂馆场院楼门屋房站社店厂所校局村庙祠桥])[前后里外下]面)|(?<=[碑像塔旗店铺市社所局园池桥房屋厂亭场])[前后旁]|(?<=[树桥山楼脚台坡檐坊亭塔碑庙祠杆吊棚坝崖架闸])下(?:面|方|边)?|(?<=[门楼院墙校村府馆站厅台庙祠宫寺])[前后]|(?<=[泊车摊展机])位|(?<=[车房隔播作手训板])间|[东西南北]头|[叉出入]口|(?<=[稻梯旱水农])田|(?<=[坝堤山桥楼街台岸岭坡河])上"
    r"|(?<=[站村镇乡厂队院校所局府子坝坪园田])里|(?<=[院园馆校场站厂])内|院子|(?<![部上专热开关出入登车])门(?![禁诊户牌面票关]|开(?![会个班展短]))|门诊|(?<=[空基工草营绿坡林场锚湿墓坟靶茶菜])地|(?<=[跑通街车隧])道|(?<!家)庭|(?<=[戏舞站月看席天景])台|(?<=[书网酒茶咖])吧|之家|街道|[河岸路湖江海溪渠塘沟田村井池山桥墙树场]边|底下|(?<=[左右])手边|天井"
    r"|(?<![各本该全进入驻下到每])村(?![民级干委部口史头])|(?<=[校园社小景厂城市山库片罐矿港牧营A-Z])区|(?:开发|集中)区|(?<=[政乡镇])府|(?<=[村居管])委会|(?<=[县市区镇乡党])委(?!党校)|(?<=[作销信报])社|(?<=[残妇工社])联|[农支]商?行|局|银行|超市"
    r"|(?<=[一二三四五六七八九十\d])组|大丘|家园|县城|镇上|机关|线上|采血车|山塘|水库|大院|街(?<![上沿赶临逛过当扫]街)(?![道坊舞区头])|(?<=[一-鿿])岛|(?<=[一-鿿])洲(?!际)|(?<=[圩海江河湖大子])堤(?![防坝段岸])|(?<=[天地祭文花])坛|(?<=[宿房猪鸡牛羊鸭校旅])舍|(?<=方)舱|(?<=公)墓|(?<=[羊牛猪马])圈|(?<=古|敖)包|(?<=隔离|绿化)带|(?<=民)宿|(?<=家)乐|(?<=客)栈|(?<=急)诊|(?<=[渠坝])首|地块|示范[片田]|(?<=[技泳鱼])池|(?<=[矿沙])坑|(?<=老[年人])协会|(?<=[民政服移农扶综保党])办(?![事公理法展学班好证了完齐成])"
    rf"|(?<=[一二三四五六七八九十\d]号){NUMBERED})"
)
"""Endings that are a place's only behind or before certain characters: 门口 and 路口, but no 人口; 大树下, but no 留下."""
_TAIL = rf"(?:{_PLAIN}|{_BOUND})"
_NUMBER = r"(?:[A-Za-z]?\d{1,2}-\d{2,5}室?|[A-Z]?座?\d{1,4}(?:室|厅)?|[a-z]\d{3,5}|[A-Z]\d{5}|[A-Z]区?)?"
_CHARS = r"[^\s，,。；;：:！!？?、（）()【】“”《》\n|｜·]"
_LABEL = late(
    r"(?:(?:会议|培训|活动|集合|集结|集中|接访|召开|举办|演出|比赛|考试|报到|检查|体检|开会|上课|演练|彩排|签到|宣讲|会场)?(?:地\s*点|会\s*场|地方|会议室(?=[还仍就设改定换])|(?<![一-鿿])会议室(?=\s?[:：])|场\s*地|地\s*址|集合点|(?<=应到)处所(?=\s?[:：])|(?<=集结)(?:地域?|点)|(?:检验|接种|采血|体检|考试|演出|放映)点(?=\s*[:：])|考[点场](?=\s*[:：])|赛场(?=\s*[:：])|点位|分会场|主会场)(?:不变)?[，,]?(?:暂定[为在于]?|(?<=[点址合])(?=[一-鿿]{2}|\d{1,2}[楼号])(?!和|及|人员|不|另|待|见|更|变|时|为|是|在|设|就|安排|改|定|还|仍|换|挪|移|调)|\s+(?=[一-鿿])|设在|就在|定在|安排在|还是|还在|仍是|仍在|仍为|在|是|为|改到|改在|改为|改成了?|换到|换在|换成了?|挪到|移到|调整到|设|\s*[*_]{0,2}\s?[:：][ \t]?[*_]{0,2})|(?:place|venue|location|where|(?:assembly|meeting|gathering|rally) point) ?[:：])[:： \t]*([^\n，,。；;！!（(]{2,40})",
    re.I,
)
_LABEL_HINT = late(
    r"[地会场合结验种血检试出映考赛点到entENT](?:(?<=到)处所|(?<=[地会场])\s*[点场地址方]|(?<=会)议室\s?[还仍就设改定换:：]|(?<=[合结验种血检试出映考])点|(?<=[考赛])场|(?<=结)地|(?<=点)位|(?<=[a-zA-Z]) ?[:：])"
)
"""What every label of a place has in it; most texts name none."""
_KEYED = late(
    r"(?:(?:^|\n)[ \t]*[【\[]?|[【\[])(?:会议|培训|活动|集合|集中|召开|比赛|考试|报到|演练|彩排|宣讲)?(?:地\s*点|会\s*场|场\s*地|地\s*址|集合点)(?:[】\]][:：]?|[ \t]*[丨\\/])[ \t]*(?P<place>[^\n丨|｜\\【\[]{2,40}?)[ \t]*(?=$|[\n【\[。；;])"
    r"|(?:^|\n)[ \t]*(?:[一二三四五六七八九十]{1,2}、|\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,2}[)）])[ \t]*[一-鿿]{0,4}(?:地\s*点|会\s*场|场\s*地)[ \t]*[:：]?[ \t]*\n[ \t]*(?P<below>[^\n，,。；;：:]{2,40})"
)
"""A line that is a label and its place, or a numbered heading above it: 地点丨镇政府三楼会议室, 【地点】文化礼堂."""
_DOES = (
    r"(?!(?:值班|训练|集训|展览|宣讲|演出|报到|签到|排练|接种|采血|体检|考试|学习|领取|集合|检查|巡查|座谈|测试|接访|播|讲|看|放)(?:室|厅|中心|站|点|馆|处|区|基地|台|楼|窗口))"
    r"(?:聚(?=[一个会餐，。]|$)|碰(?=[一个面头，。]|$)|议(?=一|$)|召开|举行|举办|开展|组织(?![部办委员科])|进行|办(?![事公])|(?<!公)开(?=[一-鿿“《0-9]|$|，|。)|集合|集中(?![区供安点营村居])|集结|参加|参会|参训|领取|收看|收听|彩排|走台|演出|上课|授课|观摩|报到|观看|接访|联合接访|碰头|等候|等|看|比武|讲|宣讲|巡(?!回|察组|逻|展)|乘车|上车|下车|点名|面试|考试|体检|开班|开始|出发|讲授|签到|学习|现场|会合|排队|补训|复训|碰个?头|开个?会|放(?=[^在到])|(?<![直录])播(?![厅音放])|表演|设|搞|摆|查看|察看|总结|检查|督查|督察|调研|考察|视察|走访|参观|验收|指导|座谈|核查|抽查|巡查|暗访|办理|义诊|坐诊|巡诊|起步|值守|值班|执勤|待命|领取|训练(?![场基])|集训|测试|碰|谈|抽签|合练|合排|核对|接种(?!点)|采血|路演|答辩|竞赛|(?<!华)[对为给向](?=[一-鿿]{2})(?![面岸门])|去(?=[，,。；;\s]|$)|那[边里儿]|当面|对账|核账|盘点|交接|抽血|打针|投票|表决|商量|商议|讨论|面谈|面签|约谈|合影|练(?![习兵]?[场基])|教(?![室学师育堂委研工])|唱|(?<![考测面笔])试(?![点验])|(?<![接品育])种(?![植子养])|剪|听(?=[一两二三]?[次堂节场]|[^，。；\n]{0,8}[课讲])|做(?=[一两二三]?[场次个][^，。；\n]{0,12}(?:演[示练]|宣传|活动|义诊|讲|检测)))"
)
_AT_DOING = late(
    rf"(?:(?<!所)在|(?<![关位处属由])于|到(?!所在|达(?![县州]))|假座?|借用?|赴|往(?![后前返年来])|(?<=[请家都位前])来|去|至|从)(?P<place>{_CHARS}(?:[^\n，,。；;！!？?（(]|[（(][^）)]{{0,12}}[）)]){{1,30}}?)(?:[，,]?\s*)(?={_DOES})"
)
_GATHERS = r"(?:大巴|班车|统一|准时|列队)?(?:召开|举行|举办|开展?(?=[一-鿿“《0-9]|$|，|。)|集合|集中(?![区供安点营村居])|碰个?头|开个?会|放(?=[^在到])|播(?![厅音])|表演|演(?!播)|彩排|走台|观摩|学|听|参加|参会|参训|收看|上车|下车|点名|乘车|坐车|出发|报到|有(?=[^，。]{1,12}[演会动训])|办(?=[一-鿿])|庆|搞|上课|抽签|合练|合排|排练|练(?=[，。]|$))"
_MEETS = r"(?![和与及、来派将联])(?:(?!在)[一-鿿“”0-9·、]){0,16}?(?:会(?![计员议室展场合见同面馆])|会议(?![室厅中])|演练|培训|演出|汇演|学习|讲座|仪式|活动|比赛|考试|体检|宣讲)"
_MORE = rf"(?!{_TAIL}|(?<=[院园屋棚亭])子|码头|社区|小区|街道|中学|小学)(?!(?:(?![搞办那]|开(?!发)|[召举]行|演练|巡回)[一-鿿\d]){{0,6}}?(?:[室厅堂馆场坪坝院楼亭祠庙园]|中心|门口|[大东西南北]门))"
"""A place ends only where no closer one follows: 镇政府 and then 三楼会议室."""
_SOON = late(
    rf"[，, ]{{0,2}}(?:(?:在|于|到|假座?|借用?|赴)(?P<at>{_CHARS}{{0,24}}?{_TAIL}{_NUMBER})(?={_DOES})|(?:(?:请|准时|统一|直接|都)*(?:到|去|来)|在|于)(?P<here>{_CHARS}{{0,20}}?{_TAIL}{_NUMBER}){_MORE}|(?P<place>{_CHARS}{{1,24}}?{_TAIL}{_NUMBER}{_MORE})(?={_GATHERS}|{_MEETS}))"
)
_BRACKETED = late(rf"[，, ]{{0,2}}(?![在于到去])(?P<outer>[^\s，。（()）]{{1,16}})[（(](?P<place>(?!第?[一二三四五六七八九十\d]+[楼层]){_CHARS}{{1,20}}?{_TAIL})[）)]")
_TOKEN = late(
    rf"^(?P<place>(?:{_CHARS}|[（(][^）)]{{1,14}}[）)](?=[^，,。；\s]*{_TAIL})){{1,26}}?{_TAIL}{_NUMBER}){_MORE}"
    rf"(?=$|[，,。；;！!\s、（()）|｜:：]|(?!(?:体检|培训|活动|会议|学习|展览|办公|集中|考试|检测|体育|健身|比武|演出)(?:中心|室|点|区|厅|馆|楼))(?:{_DOES}|{_MEETS})|献血|[那这][边里儿](?=[一-鿿])|流动|摆摊|设点|走(?=[一方过完台])|穿|有(?=[^，。]{0,10}[，演会动训课]|$)|跟着|做|看看|[先再就都](?=[碰开聚议])|(?:一起|一块儿?|集体)(?=[一-鿿])|[“《「])"
)
_ENDS_PLACE = late(rf"{_TAIL}{_NUMBER}$")
_GROWS = late(rf"[一二三四五六七八九十\d]{{1,2}}[层楼](?!的)|[ \t]?(?:{_CHARS}{{0,7}}?{_TAIL}{_NUMBER}|采血车)(?=$|[，,。；;！!\s（(]|{_DOES})")
"""What a place goes on with: 急诊楼 and then 一层, 服务站 and then 窗口."""
_DONE_THERE = late(r"讲(?!堂|习)|看(?!台)|听(?!证)|修(?!理|车)|做|剪")
_SESSION = late(r"会场$|^[进下走][一-鿿]|^[一-鿿]{1,4}(?<![广操市晒球农林牧渔])场$")
"""分会场, 社区场: what is named by the place in the bracket behind it."""
_PART = late(rf"(?<!会场)(?<![区业]场)[（(](?![^）)]{{0,10}}(?:雨|备用|备选|若|如|暂定|进|走|带|原))[^（）()，,。、：:]{{0,11}}(?:{_TAIL}|[东西南北]|侧|岸|角|边|楼[上下]|\d|号)[）)]")
"""The second part of a place of two parts: （东侧）, （二号楼三层）."""
_GATHERING = late(rf"(?:^|[，,。；;：:\n\s])(?:[一-鿿]{{0,8}}?(?:成员|人员|同志|代表|队员|师傅|志愿者|们|全体|家长|老师|村民|户主|干部|大家|都|全))?(?:在|于|到|先|从)?(?P<place>{_CHARS}{{1,20}}?{_TAIL}{_NUMBER})(?:统一|准时|先)?(?=集合|列队|整队|碰头|(?:发车|上车|上大巴|上中巴|乘车)(?=[，,。；！!\s]|$)|碰面|集结|会合|集中出发|集中乘车|点名|见(?=[，。；！!\s]|$))")
"""Where people gather, wherever in the notice it is said: 班子成员湖边集合."""
_STANDING_AT = late(rf"(?:(?<![实存内所现不])在|(?<![关位处属由])于|(?<![寄交送报发递传打投轮碰拿收转领一二三四五六七八九十\d])到(?![位齐会期岗场]|达(?![县州]))|(?<![记长任我])去|赴|前往)(?P<place>(?!(?:[各全我你每]|本次|现场|群)){_CHARS}{{1,14}}?{_TAIL}{_NUMBER})")
_SETS_PLACE = late(r"[，,、 ]*(?:都|就|统一|还是?|仍)?在")
_FIRST_CLAUSE = late(r"[，,、 ]*[^，,。；;！!\n]*")
_CHAIN = late(rf"(?:(?![做发开演审搞办讲学看听领取吃集把将请等]){_CHARS}){{0,4}}?(?![做发开演审搞办讲学看听领取吃集把将请等]){_TAIL}{_NUMBER}")
_ROOM_BEHIND = late(rf"[ \t]{_CHARS}{{1,12}}?{_TAIL}{_NUMBER}(?=$|[，。；;\s])")
"""A place within the place, in a row: 麻坑村 晒谷坪."""
_VILLAGE = late(r"[村组寨]$|[社小]区$")
_TRAILING = late(r"(?<=[室厅堂馆])[一-鿿]{2}$")
"""What people do there: 接待大厅坐班."""
_CLAUSE = late(rf"(?:[一-鿿]{{0,8}}?(?:在|于|(?<![寄交送报发递传打投轮])到|赴|去|假座?|借))?(?P<place>{_CHARS}{{1,24}}{_TAIL}{_NUMBER})(?P<floor>[（(][^）)]{0,10}[楼室号层区栋厅][）)])?(?:[（(][^）)]*[）)])?")
_FLOORED = late(r"(?:在|到)?(?P<place>[一-鿿\dA-Z]{0,14}[一二三四五六七八九十\d]{1,2}[楼层][一-鿿\d]{1,8})(?:[（(][^）)]*[）)])?")
"""Words with a floor in them: 三楼语文组."""
_DONE_ON_FLOOR = late(r"(?<=[楼层])[一-鿿]{0,8}(?:解读|讲解|培训|演练|讲座|讲评|座谈|宣讲|例会|推进会|会商|彩排|考试|面试|体检|答疑|交流|学习|操作)$")
"""县疾控三楼标准解读: what takes place on a floor is no part of its name."""
_FLOOR = late(r"[（(][^）)]{0,10}(?:[楼室号层区栋厅店]|\d{3,4})[）)](?:[一-鿿]{1,6}?[室厅](?=$|[，,。；;\s开召举集参]))?")
_VERBAL = late(rf"^[核查审验]|[请将把须由让给送做摆拉]|(?<!隔离)(?<!绿化)(?<![地海岸])带|(?<![情])报(?![告社刊])|走访|^等|^递|^试|交(?![警通易流管])|看(?!守)|听(?!证)|参加|召开|负责|组织|[先再]|\d[日点时]|\d号(?!场|{NUMBERED})|[一-鿿]后(?![山院门街巷坪楼])")
_CELL = late(r"\s*[|｜\t]\s*|\u3000+| {2,}")
_BLANK = late(r" +")
_PLACE_COLUMN = late(r"[一-鿿]{0,4}(?:地\s*点|会场|场地|地址)|place|venue|where|location", re.I)
_HEAD_WITHIN = 600
_VAGUE = late(r"[镇村县乡区局]里|镇上|县城|社区")
"""Where people go, before it is said to which room."""
_SPARE = late(r"[（(][^（）()]{0,6}(?:雨|备用|备选|若|如|暂定)[^（）()]{0,20}[）)]")
"""A bracket with the place for another weather."""
_ONLINE = late(r"(?:腾讯会议(?!号[^\d\s:：])|钉钉(?:会议)?|视频会议系统|微信群?语音|Zoom|企业微信)(?:号|ID|：|:)?\s*[:：]?\s*(?:[\d\s\-]{6,16}\d)?|线上", re.I)
_MOVED = late(rf"(?:改到|改在|改至|挪到|移到|移至|换到|换至|调到|调整到|改为|改成|转到|设在|放在|定在|安排在|集合点|(?<=[会演训练动])改|在|(?<![寄交送报发递传打投轮])到(?!了))(?P<place>(?:{_CHARS}|、){{1,24}}?{_TAIL}{_NUMBER}){_MORE}(?=$|[，,。；;！!\s、（(]|开|举|集|召|参|办|吧|了|哈|，|每|各|请|全)")
_ENGLISH = late(
    r"(?:\b(?:in|at|@|to)\s+(?:the\s+)?)(?P<place>(?:[A-Z][\w'’\-]*|community|town|village|county|cultural|sports|school|health|second-floor|first-floor|third-floor|north|south|room|hall|library|prologue|of|the|and|main|meeting|conference|training|ground|floor|\d+)(?:[ ](?:[A-Z][\w'’\-]*|community|town|village|county|cultural|sports|school|health|second-floor|first-floor|third-floor|north|south|room|hall|library|workshop|clinic|depot|of|the|and|main|meeting|conference|training|ground|floor|station|office|school|centre|center|\d+))*)"
)
_ENGLISH_TOKEN = late(
    r"[,;\s|–-]*(?:(?:sharp )?(?:in|at|on(?=\s+the\s+(?:[\w’'-]+ ){0,2}(?:playground|lawn|field|pitch|roof|terrace|square|campus|court|track|quay|pier|deck|beach|ground|floor|site|stage)))\s+(?:the\s+)?(?P<at>(?!least|once|all|latest|noon|any|time|\d)(?:\w[\w'’-]* ){0,6}\w[\w'’-]*)|(?:to\s+)?(?:the\s+)?(?P<place>(?-i:[A-Z][\w'’-]+ [A-Z][\w'’-]*(?: [\w'’-]+){0,3})|(?:Room|Hall|Floor|Building|Block|Shed|Bay|Gate)\s\w+(?: (?:mezzanine|foyer|annex|lobby|balcony|stage))?|(?:[\w'’-]+ ){0,5}"
    r"(?:room|hall|office|centre|center|school|station|library|embankment|square|gym|stadium|government|building|park|hospital|village|theatre|theater|workshop|farm|site|reservoir|clinic|bureau|market|ground|court|yard|gate|depot|lawn|bay|jetty|pier|playground|canteen|lobby|foyer|terrace|pavilion|dock|quay|plaza|chapel|church|clubhouse|warehouse|shed|laborator(?:y|ies)|lab|auditorium|studio|garage|garden|beach|entrance|reception|lounge|kitchen|classroom|gymnasium|marquee|courtyard|basement|rooftop|cafeteria)(?:\s\d+)?))"
    r"(?P<more>,\s*(?:(?:gate|room|block|hall)\s\w+|(?-i:[A-Z][\w'’]+ (?:Room|Hall|Suite|Lounge|Wing|Floor|Gate|Studio))|(?:ground|first|second|third|fourth|\d\w\w)\sfloor|(?-i:(?:[A-Z][\w'’]*\s?){1,5})(?=[.;]|$)))?\s*(?=[.,;(]|$|\n|(?<= )[-–—] )",
    re.I,
)
_NOT_PLACE = late(
    r"^表|^[主分]会场$|不[少低多]于|不超过|至少|^[^一-鿿]*[\d一二三四五六七八九十]节$|[校岗位场]等候$|(?:表|稿|册|材料)(?:和|及|、)|(?:表|稿|册)(?:交|送|还|报)|还是$|^(?:宅基|耕|林|草|农用|建设用|承包)地$|^[那这][儿里边]|^找|^(?:还是|仍[旧然]?[在是]?|照旧)?(?:在|去|到)?(?:老|原|上次|上回|之前|以前|以往|往常|平时|同一个?)(?:那个|的)?(?:地方|地点|位置|会场)见?$|另行(?:安排|通知|告知)|^中心$|^[帮了]|^[一-鿿]{1,6}[—–-]+[一-鿿]{1,6}$|[一-鿿]来[我咱]?[镇村乡县校]|\d[:：月]\d|^\d+$|[上下]楼$|[进出开]门$|^[核查](?!桃)|名额|集中学$|可以|一响|次[一-鿿]{1,4}会$|的[一-鿿]{0,4}[组员]长|^走访|^别|^[店家厂]里$|^家(?:中|里)?(?:等|候|$)|当[一-鿿]$|[一二三四五六七八九十两几\d]位|^第[一二三四五六七]站$|^等|^[^村]*[一二三四五六七八九十\d]组$|[一二三四五六七八九十两几\d]个?(?:乡镇|村|社区|单位)$|^[东南西北中城]片区?$|^的|^(?:头|首|末|前[一二两三]|后[一二两三]|第?[一二三四五六]|上半|下半)场$|^[上下里外前后]面$|^(?:凭|禁止|参观)|^第[一二三四五六七八九十\d]+(?:党?支部|小?组|批|片区?|队|场|期|轮)|^[一二三四五六七八九十\d]+(?:小?组|批|片区?|队|场|期|轮)$|(?:督导|检查|考核|调查|验收|工作|评估|专家|巡察|调研|指导|领导)组$|^支部$|^部门$|^(?:召开|举行|举办|组织(?![部办])|开展|开(?![发元化封平州源远阳鲁原]))(?!发区)|^同|^\d+个|我(?![镇乡县村街校院局区市站厂行社馆司园所部队]|办公室|中心|公司|基地|家[^里中])|[年月]\d|你们|咱|他们|群里?$|^用|[使采改]用|不变|没有|负责人|在场|到场|^达(?![县州])|老板|说好|人呢|^(?:参会|参加|开会|集合|请|各(?![一-鿿]{1,5}[室厅堂馆场园部屋院坪校])|全|会期|暂定|待定|联系|报名|收到|带|参加|由|将|务|现|以|每|一(?![号楼层中小组村桥校])|不|本次|今天|明天|下午|上午|晚上|届时|按|对|为|即|要|人员|你们|大家|其他|谁|该|此|哪|内容|主题|(?:会议|培训)(?!中心[一-鿿\d]|楼|大楼|基地)|议题|附件|规定|电话|不得)|(?:同志|人员|代表|主任|书记|干部|负责人|队员|党员|群众|学员|家长|同学|通知|要求|名单|系统|(?<![左右料岸观])平台|小程序|工作|情况|督导|检查|调研|验收)$"
)
_EVERYBODY = late(r"(?:各|全|每|所有|本|该|我们?|你们?|咱们?)[一-鿿]{1,2}|(?:我|本|你)?[一-鿿]方|.*(?<![棚田地园场库坝渠塘厂林])(?<!施工)现场|.*(?:干部|大家|人家|国家)")
_EVERYBODY_COMES = late(r"^[一-鿿]{1,8}?(?:都|全部?|一起|统一|准时|直接)(?:来|到|去|在)(?=[一-鿿]{2})")
_ACTS_THERE = late(rf"(?<={_PLAIN_END})(?:座谈|讨论|交流|总结|汇报|商议|评议|点评|开个?会|合议|答疑|坐诊|摆摊|排练|走台|签到|报到|碰头|见|集合|集中|上车|乘车|候车|列队|等候)$")
"""What people do at a place, said right behind it: 乡政府二楼会议室讨论."""
_MOVE_WORD = late(r"^.*(?:前往|奔赴|改到|改在|改至|改为|改成|挪到|换[到在成]|移到|移至|转到|推迟到|(?<=[会演训练动点])改)")
_CUT = late(r"^(?:(?:全体|各|所有)[一-鿿]{1,7}?(?:[员长们户]|代表|干部|人员|负责人|职工|同志)(?:都|准时|统一)?(?=[一-鿿\d]{2})|老地方(?=[一-鿿]{2})|[夜早午晚日]?场(?=[一-鿿]{3})|[一-鿿]{1,3}片区?的|[一-鿿]{0,6}(?:成员|同志们?|队员们?|志愿者们?|家长们?)(?:都|全部|统一)?(?=[一-鿿]{2})|第[一二三四五六七]站(?=[一-鿿]{2})|回(?![民族龙])(?=[一-鿿]{2})|莅临|蒞臨|(?:均|都|统一|一律|全部)[为是在]|走进|还是?在?|仍[旧然]?[在是为]?|[也又](?:还)?[是在](?=..)|考点(?=[一-鿿]{2})|依[旧然]在?|不变|换到|改到|改在|移到|挪到|转到|调整到|统一到|设在|设|在|从|于|到|假座?|借用?|我们?在|统一在|都在|准时到|(?:地点|会场)[是为在:：]?(?=..)|往|就在?|隔壁的?)")


_ENGLISH_BEFORE = late(
    r"\b(?:at|in|(?:come|go|report|moved?)\s(?:back\s)?to)\s(?:the\s)?(?P<place>(?!(?:the|us|me|him|her|it|least|latest|morning|afternoon|evening|end|list|form|table|report|group|system|file|full|time)\b)(?:[\w'’-]+ ){0,4}?[\w'’-]+(?:, (?:room|gate|block|hall) \w+)?),?\s(?:at|by|on|from)?\s?$",
    re.I,
)


def _clean(place: str) -> str | None:
    place = _EVERYBODY_COMES.sub("", _MOVE_WORD.sub("", place.strip(" \t:：,，.。、—–-的/\\丨|｜】*_▲●■◆★☆")))
    place = _CUT.sub("", _CUT.sub("", place))
    if _EVERYBODY.fullmatch(place):
        return None
    place = re.sub(r"^(?:组|只|专门|重点)?看(?![守台管护])(?=..)|^.*(?:抽查|检查|察看|查看|督查|调研|视察|考察|验收|巡查)(?=..)", "", place)
    place = _ACTS_THERE.sub("", place)
    inner = re.search(rf"(?<=[^报签]到|.[在去])({_CHARS}+{_TAIL}{_NUMBER})$", place)
    if inner and not re.search(r"[区县镇乡村街]$", place[: inner.start() - 1]):
        place = inner.group(1)
    place = re.sub(r"(?:[，,]?(?:会期|时间|请).*|(?<=.)各.*|准时|统一|联合|集中|(?<![院园馆校场站厂])内部?|(?<=[室厅堂馆场楼坝坪棚])里|(?<=..)[了啦有])$", "", place).strip()
    if place.count("（") != place.count("）"):
        place = re.split(r"[（]", place)[0] if "（" in place else place.replace("）", "")
    if not 2 <= len(place) <= 44 or _NOT_PLACE.search(place):
        return None
    return place


_NOWHERE = ("线上", "网上", "云端", "线上会议", "视频会议")
"""Places that are told by the bracket behind them: 线上（腾讯会议号：456-123-789）."""
_ROOM_NUMBER = 40


_FURTHER_NAME = late(r", (?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*| of| the){0,5}(?=$|[\n.;(])")
"""What the house is called in which the room is: Hall B, Ningtang Civic Centre."""


_UNCHANGED = late(rf"(?:地\s*点|会\s*场|场地|地方)(?:没[变改]|未变|不变|照旧|依旧|如旧|不改)[，,]\s?(?:(?:还是|仍旧?然?|还|就)?(?:在|是)?)(?P<place>{_CHARS}{{1,24}}?{_TAIL}{_NUMBER}){_MORE}(?=$|[，,。；;！!\s（(])")
"""地点没变，还是大坝村机耕路口."""


def labelled_place(text: str) -> str | None:
    """The place that stands behind a label such as 地点, 会场 or 集合点."""
    if _LABEL_HINT.search(text) is None:
        return None
    unchanged = _UNCHANGED.search(text)
    if unchanged and (place := _clean(unchanged["place"])):
        return place
    keyed = _KEYED.search(text)
    if keyed and (place := _clean(re.split(r"[，,]|\s{2,}", keyed["place"] or keyed["below"])[0])):
        return place
    for match in _LABEL.finditer(text):
        if re.search(r"(?:报名|报送|提交|领取|受理|交件|咨询|同一?个?|原)$", text[max(0, match.start() - 4) : match.start()]):
            continue
        place = _clean(re.split(r"\.\s|\s{2,}|\s+(?=\d{1,2}[.．、]\s?[一-鿿])|[|｜]|\s+(?=[一-鿿]{2,5}\s?(?:[：:]|$))|\s+(?=参会|参加|人员|要求|内容|对象|议题)", match.group(1))[0])
        if place and place.isascii() and (further := _FURTHER_NAME.match(text, match.end())):
            place += further.group()
        online = _numbered_online(text[match.end() : match.end() + _ROOM_NUMBER]) if place in _NOWHERE and text[match.end() : match.end() + 1] == "（" else None
        more = None if online else _FLOOR.match(text, match.end())
        place = online or (place + more.group() if place and more else place)
        if place and not re.match(r"(?:不变|没[变改]|未变|照旧|照原|依旧|如旧|另行|待定|见|和人员|、)", place):
            return place
    return None


_FIELD = late(r"(?:^|\n)[ \t]*(?:[一二三四五六七八九十]{1,2}、|\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,2}[)）]|[-*•▪●])?[ \t]*\**(?:会议|培训|活动|召开|举办|比赛|考试|演练)?(?:地\s*点|会场|场地)\**[:：](?P<field>[^\n]*)")
"""A line of its own for the place: 二、地点：县会议中心."""

_WHERE = late(r"(?:^|\n)[ \t]*(?:[-*•▪●·]|\d{1,2}[.．、])?[ \t]*(?:哪里|在哪里?|去哪里?|到哪里?|哪儿|何处)[:：][ \t]*(?P<place>[^\n，,。；;？?]{2,30})")
"""A form in the words of talk: 哪里：社区活动室."""


def field_place(text: str) -> str | None:
    """The place that a field of a form gives."""
    found = _FIELD.search(text) if _LABEL_HINT.search(text) else None
    where = None if found else _WHERE.search(text)
    return _clean(where["place"]) if where else labelled_place(found.group().strip()) if found else None


def gathering_place(text: str) -> str | None:
    """The place right before the words for gathering there."""
    for found in _GATHERING.finditer(text):
        place = None if _VERBAL.search(found["place"]) else _clean(found["place"])
        if place:
            return place
    return None


def _at_once(text: str) -> str | None:
    """What the first clause says of where: 到后厨剁馅, or a whole clause 在黄荆坳防火隔离带."""
    first = _FIRST_CLAUSE.match(text)
    clause = first.group() if first else ""
    return _standing_at(clause) or (loose_place(clause) if _SETS_PLACE.match(clause) else None)


def _standing_at(text: str) -> str | None:
    """What stands behind 在 or 到 up to the last word that ends a place, whatever people do there: 在集市口发资料."""
    for found in _STANDING_AT.finditer(text):
        end = found.end()
        while more := _CHAIN.match(text, end):
            end = more.end()
        place = grown(text[found.start("place") :], text[found.start("place") : end])
        if not _VERBAL.search(place) and (cleaned := _clean(place)):
            return cleaned
    return None


def grown(text: str, place: str) -> str:
    """A place with the words behind it that belong to it: a nearer room, a side in brackets."""
    at = text.find(place)
    if at < 0 or not _ENDS_PLACE.search(place):
        return place
    end = at + len(place)
    more = _GROWS.match(text, end)
    if more and not _DONE_THERE.match(more.group()) and not place.startswith(more.group().strip()) and not _VERBAL.search(more.group()) and not _NOT_PLACE.search(more.group().strip()):
        end = more.end()
    part = _PART.match(text, end)
    if part and place.startswith(part.group()[1:-1]):
        part = None
    return text[at : part.end() if part else end].strip()


_INNER = late(
    r"(?<=[A-Za-z一-鿿])[（(](?!.{0,10}(?:雨|备用|备选|若|如|暂定))[^（）()，,。；;：:\n]{1,14}[）)]"
    rf"(?=[A-Za-z]?座?(?:[一二三四五六七八九十\d]{{1,3}}[楼层号][^\s，,。；;：:（）()在到去于赴派]{{0,12}}|\d{{3,4}}室?(?!\d)|(?:(?![在到去于赴派各请由均都]){_CHARS}){{0,10}}?(?:[室厅堂馆场坪坝园楼院库棚校]|中心|门[口前]|剧场)(?:[一二三四五六七八九十\d]{{1,2}}[楼层])?{_NUMBER})(?=$|[，,。；;！!\s、（(）)|｜]|{_DOES}|{_MEETS}))"
)
_BEFORE_INNER = late(rf"(?:{_TAIL}|[座栋号楼层区])$")
_BIND = str.maketrans("（）()到在去于", "\ue010\ue011\ue012\ue013\ue014\ue015\ue016\ue017")
_UNBIND = {new: chr(old) for old, new in _BIND.items()}
"""Stand for the brackets inside a place, and for what would open a place in them, while it is read: 县医院（东院区）门诊楼5楼 is one word then."""


def fuller(before: str, place: str) -> str:
    """A short place by the whole name by which the words before send people there: 先到汤山粮站，…都在粮站候着."""
    if len(place) > _SHORT or not place.isalpha():
        return place
    whole = re.search(rf"(?:[到去在赴]|前往)(?P<whole>[^\s，,。；;：:、（）()到去在赴往的]{{1,8}}{re.escape(place)})", before)
    return whole["whole"] if whole and not _VERBAL.search(whole["whole"]) and _clean(whole["whole"]) == whole["whole"] else place


_SHORT = 3
"""How long a place is at most that stands for a longer name: 粮站, 会议室."""


def bound_brackets(text: str) -> str:
    """A text of the same length whose brackets inside places count as their words; `unbound_brackets` undoes it."""
    return _INNER.sub(lambda found: found[0].translate(_BIND) if _BEFORE_INNER.search(text[max(0, found.start() - 8) : found.start()]) else found[0], text)


def unbound_brackets(place: str) -> str:
    """A place as written, read from a text of `bound_brackets`."""
    return place.translate(_UNBIND)


_BOUND_FOR = late(rf"[，,](?:准时|统一)?(?:发车|出发|动身)[^，。；\n]{{0,4}}?(?:去|前往|赴|开往|到)(?P<place>{_CHARS}{{1,14}}?{_TAIL}{_NUMBER})(?=[，,。；;！!\s]|$|{_DOES})")


def bound_for(text: str) -> str | None:
    """Where those who gather are then taken, at an hour of its own (a comma in `text`): 校门口集合，八点发车去湿地公园."""
    found = _BOUND_FOR.search(text)
    return None if found is None or _VERBAL.search(found["place"]) else _clean(found["place"])


_BOUND_ALREADY = late(rf"(?:去|赴|前往)(?P<place>{_CHARS}{{1,14}}?{_TAIL}{_NUMBER})(?=[，,；;\s]|参观|学习|观摩|{_DOES})")


def bound_already(text: str) -> str | None:
    """Where the words before say that people go: 11月8日去云台山，早6点半厂门口发车."""
    found = _BOUND_ALREADY.search(text)
    place = None if found is None or _VERBAL.search(found["place"]) else _clean(found["place"])
    return None if place is None or _VAGUE.fullmatch(place) else place


_CHANGED = late(
    rf"(?:地\s*点|会场|会议室|场地|教室|集合点|考场|赛场)[^，,。；;\n：:由从]{{0,4}}(?:[:：]|[，,](?=[由从]))?[ \t]?(?:由|从|原)?[^，,。；;\n→]{{2,20}}?(?:→|—*>|[-=]+>|改[为到在至成]|调整?[为到至在]|变更?[为至到成]|换[成到为]|挪到|移[到至])[ \t]?(?P<new>线上|{_CHARS}{{1,24}}?{_TAIL}{_NUMBER}){_MORE}(?=$|[，,。；;！!\s、（(]|{_DOES})"
    rf"|原(?:定|计划|本|来|拟|安排)[^。；;\n]{{0,60}}?(?:改|调整|变更|换|挪|移)[在到至为]了?(?P<instead>线上|{_CHARS}{{1,24}}?{_TAIL}{_NUMBER}){_MORE}(?=$|[，,。；;！!\s、（(]|{_DOES})"
)
_NOT_BUT = late(rf"(?:^|[，,。！!；;\s：:])(?:地[点方])?不[是在去](?P<old>[一-鿿\d]{{2,12}}?)了?[，,、]\s?(?:而是|改?在|应该?是|是)(?P<new>{_CHARS}{{1,20}}?{_TAIL}{_NUMBER}){_MORE}(?=$|[，,。；;！!\n～~])")
"""不是村部，是老粮站！"""
_CHANGES = late(r"→|>|不[是在去]|[改调变换挪移][更整]?[为到至在成]")


def changed_place(text: str) -> str | None:
    """The new place where old and new are named side by side: 会场由三楼会议室调整为二楼小会议室."""
    found = (_CHANGED.search(text) or _NOT_BUT.search(text)) if _CHANGES.search(text) else None
    place = found["new"] or found.groupdict().get("instead") if found else None
    if found is None or place is None or _VERBAL.search(place):
        return None
    online = _numbered_online(text[found.end() : found.end() + _ROOM_NUMBER]) if place in _NOWHERE else None
    return online or _clean(place)


_ALL_THERE = late(rf"(?:均|都|统一|全部|一律)(?:安排|设|放)?在(?P<place>{_CHARS}{{1,24}}?{_TAIL}{_NUMBER})(?=[，,。；;\n！!\s]|$|{_DOES})(?![^。\n]{{0,24}}在)")


_LABELS_ALL = late(r"(?:场地|地点|会场|考场|赛场|场馆|集合点)$")


def place_of_all(text: str) -> str | None:
    """The place that is said to be that of every session: 场地都在中学灯光球场."""
    found = _ALL_THERE.search(text)
    if found is None:
        return None
    clause = re.split(r"[。；\n]", text[: found.start()])
    own = re.sub(r"场地|会场", "", clause[-1][-24:])
    labelled = _LABELS_ALL.search(text[: found.start()])
    return _clean(found["place"]) if (len(clause) == 1 or labelled) and not re.search(r"[场前后][^，]{0,6}$|在", own) else None


def same_place(text: str) -> bool:
    """Whether the words right behind a time say that the place is the one named before."""
    return bool(re.match(r"[^。；\n]{0,8}?(?:同一?(?:个|间)?|原|老)(?:地点?(?!址)|地方|会场|会议室|教室|屋)", text))


def table_place(text: str, line: tuple[int, int]) -> str | None:
    """The place in a row of a table whose head names a column for it; `line` is the row."""
    begin, end = line
    for edge in (_CELL, _BLANK):
        cells = edge.split(text[begin:end].strip(" |｜"))
        if len(cells) < 3:
            continue
        for above in reversed(text[max(0, begin - _HEAD_WITHIN) : begin].splitlines()):
            head = _CELL.split(above.strip(" |｜"))
            head = head if len(head) > 1 else edge.split(head[0])
            at = next((place for place, cell in enumerate(head) if _PLACE_COLUMN.fullmatch(cell.strip(" *_"))), None)
            if at is not None and len(head) == len(cells):
                return cells[at].strip() or None
    return None


def shared_place(text: str) -> str | None:
    """The place all sessions share: behind a label, or said as 均在…, 统一在…."""
    found = re.search(rf"(?:均|都|统一|全部|一律)(?:安排)?在(?P<place>{_CHARS}{{2,24}}?)(?=[，。；\n]|$|{_DOES})", text)
    return labelled_place(text) or (_clean(found.group("place")) if found else None)


def place_in(text: str) -> str | None:
    """The place named in a stretch of text, whatever stands beside it: label, verb phrase or bare place words."""
    return labelled_place(text) or _numbered_online(text) or _doing(text) or moved_place(text) or _online(text) or _bare(text) or _standing_at(text) or _english_meet(text) or _english(text)


def place_after(text: str) -> str | None:
    """The place in the words right after a time, where they surely are its place."""
    text = _SPARE.sub("", text)
    place = labelled_place(text) or _numbered_online(text) or _doing_soon(text) or bare_place(text) or _english_after(text) or _doing(text) or _at_once(text)
    if place and _VAGUE.fullmatch(place):
        return _bare(text[text.find(place) + len(place) :]) or place
    return place


def place_behind(text: str) -> str | None:
    """A place somewhere in the words behind a time: `，老祠堂，`, moved to, online."""
    text = _SPARE.sub("", text)
    return moved_place(text) or _bare(text) or _online(text) or _english_meet(text) or _english(text)


def _numbered_online(text: str) -> str | None:
    """An online meeting with its number, wherever it stands: that is what people need."""
    match = re.search(r"(?:腾讯会议|钉钉(?:会议)?|Zoom|企业微信|飞书会议|Tencent Meeting)(?:室|会议)?(?:号|ID|码)?(?:为|是|：|:)?\s*(?:\d[\d\s\-]{5,15}\d)", text, re.I)
    return match.group().strip() if match else None


def place_before(text: str) -> str | None:
    """The place that is the whole clause right before a time: `；上垟村老祠堂，4月29日`."""
    clauses = re.split(r"[，,：:；;。\n—】]", text)
    english = _ENGLISH_BEFORE.search(text)
    return english["place"] if english else _whole(clauses[-1].strip() or (clauses[-2].strip() if len(clauses) > 1 else ""))


def _whole(clause: str) -> str | None:
    """The place that a clause is, with no more than 在 or who goes to it before it."""
    found = _CLAUSE.fullmatch(clause) or _FLOORED.fullmatch(clause)
    if found is None or _VERBAL.search(found.group("place")):
        return None
    place = _clean(_DONE_ON_FLOOR.sub("", found.group("place")))
    floor = found.groupdict().get("floor") or ""
    return place + floor if place else None


def opens_online(text: str) -> bool:
    """Whether a text opens with an online meeting: `，腾讯会议 123-456-789`."""
    return bool(re.match(r"[，,、：:；;\s（(]*(?:线上|视频会?)?[（(]?(?:腾讯会议|钉钉|Zoom|企业微信|瞩目|飞书|微信群?直播|视频会商?系统)", text, re.I))


_ENGLISH_MEET = late(
    r"\b(?:waits?|gathers?|meets?|assembles?|stand by|be present|reports?|lines? up|held|starts?)\s(?:at|in|by|on)\s(?:the\s)?(?P<place>(?:[\w'’-]+ ){0,4}(?:room|hall|office|centre|center|school|station|library|square|gym|stadium|building|park|hospital|village|theatre|theater|workshop|farm|reservoir|clinic|market|ground|court|yard|gate|depot|bridge|playground|entrance|pier|lawn|park|lot|field|pitch|quay|jetty|steps|canteen|gallery|lobby|foyer))(?=\s?(?:[.,;)]|$|\n|with|and|by|from))",
    re.I,
)


def _english_meet(text: str) -> str | None:
    """Where people are told to wait or gather."""
    found = _ENGLISH_MEET.search(text)
    return found["place"] if found else None


def _online(text: str) -> str | None:
    match = _ONLINE.search(text)
    return match.group().strip() if match else None


_SESSION_ROOM = late(rf"[，, ]{{0,2}}[^\s，。；（(]{{1,14}}(?:[式会议课班赛练习座演礼]|(?<![中小大完])学|报到|活动|培训|考试|体检|面试|笔试|答辩)[（(](?:在|地点[:：]?)?(?P<place>{_CHARS}{{1,24}}?{_TAIL}{_NUMBER})[）)]")
"""What takes place and its room in a bracket: 开班式（二楼会议厅）."""
_SET_BEHIND = late(rf"[，, ]{{0,2}}(?![^，,。；\n]{{0,20}}[在到去于赴])[^，,。；\n]{{2,20}}[，,](?:就|都|均|仍|还是?|设)?在(?P<place>{_CHARS}{{1,24}}?{_TAIL}{_NUMBER})(?=$|[，,。；;！!\s（(]|{_DOES})")
"""What takes place, and then where: 9:00妇联执委会，在三楼党员活动室."""


_OPENS = late(rf"[，, ]{{0,2}}[（(](?:在|地点[:：]?)?(?P<place>{_CHARS}{{1,24}}?{_TAIL}{_NUMBER})[）)]")
"""A bracket right behind the time: 9月24日9时（镇政府三楼会议室）."""


_OF_YOURS = late(rf"[，, ]{{0,2}}(?:到|去|来|在)(?:你|我|咱|贵|各|本)[^\s，,。；（()）]{{1,6}}[（(](?P<place>{_CHARS}{{1,24}}?{_TAIL}{_NUMBER})[）)]")
"""14:00到你们片区（城东项目部活动室）: what is only said to be theirs has its name in the bracket."""
_ROOM_ALONE = late(rf"[，, ]{{0,2}}(?:都|统一|还|就)?在(?P<place>[A-Z]?\d{{3,4}}室?)(?={_DOES}|培训|演练|讲|学|[，,。；;\s]|$)")
"""9:30在505开进点会."""


def _doing_soon(text: str) -> str | None:
    if alone := _ROOM_ALONE.match(text):
        return alone["place"]
    room = _OPENS.match(text) or _OF_YOURS.match(text) or _SESSION_ROOM.match(text) or _SET_BEHIND.match(text)
    if room and not _VERBAL.search(room["place"]) and (inner := _clean(room["place"])):
        return inner
    found = _BRACKETED.match(text)
    if found:
        named = _ENDS_PLACE.search(found["outer"]) and not _SESSION.search(found["outer"])
        whole = _whole(found["outer"]) if named else None
        return whole or _clean(found["place"])
    found = _SOON.match(text)
    place = _clean(found.group("at") or found.group("here") or found.group("place")) if found else None
    floor = _FLOOR.match(text, found.end()) if found else None
    return place + floor.group() if place and floor else place


def _doing(text: str) -> str | None:
    for found in _AT_DOING.finditer(text):
        place = _clean(_TRAILING.sub("", found.group("place")))
        if place:
            return place
    return None


_LOOSE = late(rf"(?:在|(?<![关位处属由])于|(?<![寄交送报发递传打投轮收拿领一二三四五六七八九十\d])到(?![位齐会期岗场的]|达(?![县州]))|(?<![记长任我])去|赴|前往|地点(?![等待另由]))(?P<place>(?![各全我你每位会期场岗]|现在)[^\s，,。；;：:！!？?、（）()【】“”《》\n|｜·到去]{{2,16}}?)(?=[，,。；;！!\n]|$|{_DOES})")


def loose_place(text: str) -> str | None:
    """What stands behind 在 or 到 up to the end of its clause: for an event whose place no surer rule has found."""
    for found in _LOOSE.finditer(text):
        place = None if _VERBAL.search(found["place"]) else _clean(found["place"])
        if place:
            return place
    return None


def moved_place(text: str) -> str | None:
    """The place something was moved to or set at."""
    places = [_clean(found.group("place")) for found in _MOVED.finditer(text)]
    return next((place for place in reversed(places) if place), None)


def bare_place(text: str) -> str | None:
    """The place whose words open a text, as in `，文化站二楼。`."""
    stripped = re.sub(r"^[了啊哈呢啦哦]{1,2}(?=[一-鿿])|^[，,、。\s)）:：|｜]+|^就?(?:设|定)?(?:在|于|到|假)", "", text)
    found = _TOKEN.match(stripped)
    place = _clean(found.group("place")) if found else None
    floor = _FLOOR.match(stripped, found.end()) if found else None
    if place and floor:
        return place + floor.group()
    room = _ROOM_BEHIND.match(stripped, found.end()) if found and place and _VILLAGE.search(place) else None
    return place + room.group() if place and room else place


def _bare(text: str) -> str | None:
    for clause in re.split(r"[，,。；;！!\n|｜]", text):
        soon = _doing_soon(clause)
        if soon:
            return soon
        for field in [clause.strip(), *clause.split()][:6]:
            place = _whole(field)
            if place:
                return place
    return None


_BEFORE_PLACE = late(
    r"^[\s|,;]*(?:(?:all|whole|each|every) day|both days|(?:with (?:the|an?) )?(?:opening|kick-?off|first|introductory|inaugural)(?: (?:meeting|session|briefing|plenary|talk|lecture|class))?(?: is)?(?: at)?[\s,，]{1,30}|(?:start(?:s|ing)?|begin(?:s|ning)?|opening|kicking off)(?: at)?[\s,，]{1,30}(?:on the first day|sharp)?)", re.I
)
"""What may stand between the days and the place: both days, opening meeting 9:15 am."""
_CALENDAR_WORD = late(r"(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.I)


def _english_after(text: str) -> str | None:
    found = _ENGLISH_TOKEN.match(_BEFORE_PLACE.sub("", text))
    if not found:
        return None
    place = re.sub(r"^.*\b(?:at|in|to|point|venue|place)\s+(?:the\s+)?|^the\s+", "", (found["at"] or found["place"]) + (found["more"] or "")).strip(" ,")
    return re.sub(r"\s+(?:and|or|on|for)$", "", place)


def _english(text: str) -> str | None:
    places = (found.group("place").strip(" ,") for found in _ENGLISH.finditer(text))
    return next((place for place in places if re.search(r"[A-Za-z]{2}", place) and not re.fullmatch(r"(?:the|of|and)(?: the)?", place) and not _CALENDAR_WORD.fullmatch(place)), None)
