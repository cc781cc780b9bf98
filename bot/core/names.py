"""Persons and offices recognised by their shape: surnames, forms of address, and the endings offices have."""

from __future__ import annotations

from bot.core.wording import late

Span = tuple[int, int]

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟黄穆萧肖尹姚邵湛汪"
    "祁毛禹狄贝臧伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱丘骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆翁荀羊惠甄曲封芮储靳汲"
    "邴糜段富巫乌焦巴牧隗谷车侯麦宓蓬郗班仰仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸韶郜黎蓟薄宿白蒲邰鄂索籍赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿边扈燕冀郏浦尚温庄晏柴瞿阎闫慕连茹习宦"
    "艾鱼向古易慎戈廖庾暨衡耿弘匡寇禄阙殳沃蔚夔隆巩厍聂晁敖融冷訾辛阚简饶曾毋沙鞠巢关蒯荆游竺逯盖桓岳佟言付苟覃冼岩佘佴兰揭鹿米亓仉柘栗欧牟畅眭矫粟羿苑虎裔贠轩迟郇钭阳庹谌鄢鄞谯蔄郄菅蹇隋褟邝荣容尉丰计云司丛阚禤晋邸仝亢郗郯缑漆妥尧芦綦禚闪涂楚代占敬乜母门雒呙佀苌仵迮茆郐檀撒沐杲税辜楼帅查商奉时农花来印文"
)
"""Single-character surnames in use."""

_WORDY = frozenset("代门母占敬楚税撒沐檀楼帅查商奉时农花来印文")
"""Surnames that open many words (代表, 门卫, 占地): what follows must be made of characters for given names."""
_WORDIER = frozenset("楼帅查商奉时农花来印文")
"""Of these, what opens words with such characters, too (查明, 楼宇): two must follow."""

COMPOUND_SURNAMES = frozenset((
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "端木", "申屠", "夏侯", "轩辕", "宇文",
    "长孙", "闻人", "独孤", "南宫", "西门", "东郭", "百里", "呼延", "太史", "公冶", "宗政", "濮阳", "淳于", "单于", "钟离", "拓跋",
    "澹台", "赫连", "仲孙", "司空", "鲜于", "第五", "梁丘", "左丘", "东门", "南门", "完颜", "纳兰", "阿布", "买买",
))  # fmt: skip

ADDRESS = (
    "副主任|主任|副书记|书记员|书记|站长|所长|副所长|副站长|局长|副局长|镇长|副镇长|乡长|副乡长|县长|校长|副校长|院长|副院长|园长|科长|副科长|"
    "股长|副股长|处长|部长|副部长|队长|组长|班长|连长|排长|室主任|秘书长|秘书|主席|副主席|会长|理事长|老师|医师|药师|医生|大夫|护士长|护士|兽医|会计|出纳|"
    "文书|调解员|护林员|支书|组委|宣委|统委|政委|教导员|指导员|委员|干事|警官|民警|经理|总监|工程师|技术员|师傅|厂长|副厂长|店长|船长|矿长|主管|教练|领班|律师|法官|教授|科员|专干|助理|联络员|干部|女士|先生|同志|小姐|姑娘|阿姨|大姐|"
    "大哥|大叔|大爷|大妈|嫂子|网格员|村长|社长|馆长|台长|行长|馆员|委员长|总工|副总|姐|哥|叔|姨|嫂|婶|爷|妈|工|科|股|总|所|站|局|部|镇|"
    "老|董|导|队|处|医|警官"
)
LONG_ADDRESS = "|".join(w for w in ADDRESS.split("|") if len(w) > 1)
_FULL_NAME_ADDRESS = late(rf"\s?(?:{LONG_ADDRESS})")

_NOT_NICKNAME = frozenset(("老支", "老师", "老人", "老年", "老板", "老家", "老房", "老旧", "老街", "老路", "老表", "老乡", "小程", "小时",
                           "小组", "小区", "小学", "小康", "小麦", "小米", "小型", "小微", "小数", "小于", "小计", "小雨", "小雪", "小班",
                           "小车", "小广", "小山", "小水", "小平", "小石", "小牛", "小羊", "小鱼", "小东", "小门", "小户", "小木", "小农",
                           "小都", "小单", "小明", "小来", "小点", "小有", "小别", "小龙", "小丰", "老牛", "老山", "老从", "老同",
                           "老母", "老门", "老占", "老税", "小税", "小母", "小占",
                           "老有", "老户", "老农", "老党", "老区", "老都", "老来", "老在", "老信", "老边", "老井", "老点", "老库"))  # fmt: skip
"""小X / 老X that are words before they are names (小时, 老农 …)."""

_NOT_ADDRESS = frozenset(("施工", "竣工", "员工", "职工", "化工", "手工", "民工", "开工", "复工", "返工", "务工", "全科", "农科", "单科",
                          "林科", "文科", "计科", "国局", "林业", "水站", "车站", "东站", "边站", "广站", "山镇", "石镇", "水镇", "农总",
                          "林工", "安工", "和总", "通站", "武部", "公所", "全局", "东局", "水局", "税局", "广局", "文局", "别老", "元老", "从老",
                          "有老", "家老", "都老", "全镇", "通镇", "代镇", "各镇", "双镇", "原镇", "后勤", "班干部", "农工", "步工", "包工", "计工",
                          "查处", "石科", "内科", "单处", "全处", "别处", "来处", "水处", "支部", "全部", "干部", "单部", "东部", "后部", "向部",
                          "支队", "连队", "车队", "党总", "党支书", "高校", "向导", "古镇", "满总", "有总", "信科", "公科", "家医", "全医", "公医", "农医", "代镇长", "代乡长", "代县长", "代区长", "代市长", "代工", "代站", "代校", "代局", "母校", "税局", "税所", "税总", "税站", "税工", "税校", "支局", "支所", "支队", "班主任", "班组长", "单局", "管所", "管站", "管局",
                          "水厂长", "农厂长", "单主管", "水主管", "文书记", "文老", "文总", "文科", "文站", "文部", "文队", "文校", "文所", "文处"))  # fmt: skip
"""Surname + one-character address that is a common word instead (施工, 车站 …)."""

_NOT_GIVEN = late(
    r"[我你他她的了在是和与及或将把被给到从向往于至并也都就还要会能可请各某该这那本此每只仅不没无未有个名位人件份张条户次年月日号时分秒点"
    r"前后内外上下中左右者们元万亿吗呢吧啊呀哦哈押劝票览車车打签报交填讲说问找收看拷领取拿办审寄]"
)
_HAN = late(r"[㐀-鿿]")
_ENGLISH_TITLE = r"(?:Mr|Ms|Mrs|Miss|Mme|Dr|Prof|Nurse|Doctor|Teacher|Officer|Director|Engineer|Captain|Sister|Auntie|Uncle|Comrade|Warden|Chief|Clerk|Secretary|Manager|Coach|Principal|Steward|Supervisor|Inspector|Sergeant)"
_ENGLISH_PERSON = late(
    rf"{_ENGLISH_TITLE}\.?[ ][A-Z][a-z]+(?:[ ][A-Z][a-z]+)?|[A-Z][a-z]+[ ](?:[A-Z][a-z]+|[A-Z]\.)(?![a-z])|[A-Z][a-z]{{1,9}}(?![A-Za-z])"
)
_NOT_ENGLISH = frozenset(
    "The This That Please Contact Questions Question Tel Phone Call Email Mail Note By Before After Due Deadline Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday January February March April May June July August September October November December Jan Feb Mar Apr "
    "Jun Jul Aug Sep Sept Oct Nov Dec Room Town County Village Office Bureau Station Center Centre Team Group Department Dear All Form "
    "Annex Bring Send Submit Thanks Sorry Reminder Kindly Any If No Yes For To From Mobile Wechat WeChat Our My Each Every We You It They "
    "Project Street Community Health School Fire Met Police Ranger Clinic Committee Government Association Union League Section Hall "
    "Photos Photo Video Name Names List Lists Data Report Table Also Use New Old Notice Both First Last Late RSVP Excel Word Teams Zoom Outlook Online Web".split()
)

OFFICE_ENDING = (
    "委员会办公室|指挥部办公室|领导小组办公室|人民政府办公室|人民政府|政府办公室|政府办|办公室|办事处|街道办|委员会|工作委员会|指挥部|领导小组|"
    "工作专班|专班|服务中心|中心校|中心学校|中心|服务站|工作站|派出所|卫生院|敬老院|医院|法院|检察院|学院|法庭|社区|居委会|村委会|居委|村委|支部|"
    "党委|党总支|总支|工委|纪委|监委|团委|县委|市委|区委|省委|妇联|残联|工会|总工会|总会|侨联|科协|文联|工商联|红十字会|关工委|老龄委|安委会|安委|"
    "妇女联合会|残疾人联合会|联合会|协会|商会|学会|互助会|联谊会|同乡会|基金会|促进会|研究会|联席办|税务局|公安局|分局|大队|中队|支队|总队|消防队|救援队|工作队|专业队|工作组|专项组|巡察组|审计组|筹备组|纪检组|纪检监察组|管理处|"
    "管委会|管委|管理局|公司|合作社|信用社|供销社|联合社|联社|总社|银行|支行|中学|中专|(?<=[一二三四五六七八九十])中|小学|学校|大学|厂|管理段|公路段|养护段|工务段|[林农牧茶渔]场|苗圃|景区|殡仪馆|基地|幼儿园|党校|档案馆|图书馆|文化馆|集团|气象台|电视台|融媒体(?!中心)|水文|水厂|电厂|自来水公司|防指|防办|疾控|编办|政府|"
    "普查办|整治办|推进办|武装部|组织部|宣传部|统战部|人大|政协|物业|业委会|代办|护林|农办|会务组|局|办|站|所|部|院|馆|校|处|厅|股|科|室|委|台|队"
)
_OFFICE_END = late(rf"(?:{OFFICE_ENDING})$")
_OFFICE_STOP = late(r"[，。；：、！？,;:!?\s（(【\[《“\"”]")
_OFFICE_NOT = late(
    r"[的了请于将把被给我你您他她]|通知|下午|上午|今天|明天|(?<!安)全部|干部(?![科局处学])|内部|外部|一部|到处|各处|该局|本局|我局|会议室|活动室|教室|功能厅|报告厅"
    r"|报送|上报|填报|参加|地点|地址|时间|不到|好处|困难处|总部|卫生室|大队部|村部|门诊部|食堂|礼堂|加油站|车站|污水处理站|厕所|场所|住所"
    r"|领队|排队|部队|派出机构|值班室|会客室|办理|照办|到位|经办|代办|帮办|承办|交办|待办|督办|催办|补办|所有|所在|处理|队员|部分|部门"
)
_DROP_INNER = late(
    r"^(.{1,24}(?:局|(?<!院)院|部|委|委员会|办公室|办事处|办|中心|所|站|总队|公司|人民政府|馆|大队|校|联|联合会|协会|商会|学会|总会|工会|水文|供销社|合作社|信用社|联社|总社|书店|幼儿园|厂|集团|银行|支行|公路段|养护段|红十字会))"
    r"(.{1,9}(?:股|科|室))$"
)
_DEPARTMENT = late(r"^(.{0,10}(?:残联|妇联|工会|工商联|科协|文联|红十字会|团委|供销社))[一-鿿]{2,4}部$")
_BUREAU_OFFICE = late(r"^(.*(?:局|院|馆|公司|银行|中心|站|所|校|大队|妇联|残联|组织部|宣传部|统战部|武装部))办公室$")

_BUREAU_CENTRE = late(r"^(.{2,24}局)(.{1,8}中心)$")


_NAMELESS = frozenset(("医院", "公司", "学校", "中心", "大队", "图书馆", "卫生院"))
"""Kinds of offices that name none without what is inside them (医院办公室)."""


def is_surname(char: str) -> bool:
    """Whether a character is used as a surname."""
    return char in SURNAMES


_OPENS = SURNAMES | frozenset("小老阿大") | frozenset(name[0] for name in COMPOUND_SURNAMES)
_TAIL_OF_WORD = {"文": "公发行作论征语原中英译正来去下收红批语人天水散短杂范全条本", "项": "事款各选强专奖单", "班": "值", "计": "会统设审合共累", "席": "主缺", "任": "主责担", "管": "主分监城保", "童": "儿", "连": "妇", "明": "证说声注", "傅": "师", "方": "工双一两三对乙甲官警校院村队区处站", "边": "路河村江湖海左右旁", "车": "队站校公汽货客机", "卜": "萝", "武": "人", "楚": "清翘", "门": "部专出进上大校入热车电闸阀油家串后城厂房龙厦天澳开关一", "单": "回订账名菜表货罚凭传简", "代": "时年现替取古当后世换下近第一二三四五六七八九十", "母": "父字伯岳祖单", "占": "侵强抢独", "敬": "尊致孝恭", "施": "设措实", "羊": "牛山绵奶", "税": "纳报交缴国地财个完", "时": "及小当暂临同按准平届随实到定计工学课限超延历即", "查": "检调核排普抽审搜清自巡督侦复", "商": "招电工协厂客通智供应销营外", "楼": "一二三四五六七八九十大教公宿高门号"}
"""Surnames that end a common word when one of these stands before them (会计, 主席, 主任)."""


_GIVEN = frozenset(
    "群新友民学东生光美礼孝树根花锡铜炳宪展帅传守佩男才勋弟妮应兵剑娇娣嫦帆曙杏柱栓桃梨莹苹蔷虎豹钢隆霜鸾珑舟舰禄寿俭澈仙泉峡巧"
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华红玉春梅建国文斌辉玲燕鹏飞鑫波峰宁雪琴云莲真环荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉彩菊翠雅芝萍凤洁琳素晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓仪荷丹蓉眉君蕊薇菁梦岚苑婕馨"
    "瑗琰韵融艺咏卿聪澜纯毓悦昭冰琬茗羽希欣滢馥筠柔竹霭凝晓欢霄枫芸菲寒亚宜姬舒影荔枝思毅俊永健世广志义兴良海山仁贵福龙祥武清彬富顺信楠榕航弘亮炎浩然邦承乐绍松善康栋庆若鸣朋梁维启克伦翔旭晨辰士泰盛雄琛钧冠楷林森柏川江河湖"
    "夏冬立月童恒振旺金银宝德忠诚厚喜达宏轩宇豪博睿涵彤琪璐璇钰楚雯妙晴柳蔚茵菱芬茂苗禾田雨雷霖泽润沛淼焱炜煜烨焕灿晖曦晟旻昊昕昱晗星朗智慧敬谦远圆圭璧琦珂玮瑜琢珺玥瑛璟芮北小春"
    "凯颜天蕾岩威洪骏捷恺亭庭姗彪魁奎昆坤乾鲲骥骁勋皓昌盈尧崇嵩巍峻屹鸿鹤鹃雀凌冉淑惠慈恩靖逸诗书画棋渊洲沁溪汐汝沐泓浪淇淮渝湘漫澄瀚灵珠甜畅益盼睦硕磐祎祺禧稳穆竣筱简紫缘罡翊翰耀耘胜艾芙芷苏荟菡萌葆葵蒙蓝蔓薪蘅虹蝶衡裕"
    "谊谨豫贝贤赫跃轶迅迪逍郁鉴铁铭锋锐阔阳隽震颂颐飒骄鲁麟麦黎默齐大棠槿樱桐桦杉柯樊樵枝榆峥嵘琬玙瞳彦奕妤妮婧娅媚嫣菀蕙萱葶芊苡蓁芹芍棣梓楹榛槐朔暄曈暖沅沭浔涓涟淳滟漪潇濡岑岱崎岳屿垚培堃埔均坚钊钗钿铃铎锟镛镜鉴弈弛张弢彰彬徽忻怀恬恺悠惟憬慎懿扬振挺揽攀"
)
"""Characters that given names are made of; where nothing else marks the end of a name, they must be these."""

_ACTS = late(
    r"[报说讲打发交拿签收领登核审过换补盖取代负统反汇确留销转联看拷]|一[份下声]|对接|备案|存档|归档|把关|送[去来过一]|再[交报送发填录入统]|(?:[和及与]|或者?)[" + "".join(sorted(_OPENS)) + "]"
)
"""How the words begin that say what is done with or by the person just named (给高峰报告, 找老聂补登)."""

_TWIN = late(r"([㐀-鿿])\1(?=$|[^㐀-鿿]|的?(?:邮|微|电|手|信)|处|那|这|收)")


def person_at(text: str, start: int, *, loose: bool = False) -> Span | None:
    """The person whose name begins exactly at `start`: 小何, 尚工, 罗主任, 阮南星, Ms Yin; None where nothing has that shape.

    `loose` is for places where a person is expected: then a verb may follow the name, and 丛丛 or 桂香姐 is one too.
    """
    head = text[start : start + 2]
    if not head:
        return None
    if not "㐀" <= head[0] <= "鿿":
        latin = _english_at(text, start)
        return (start, latin[1] + bool(_KIN_BEHIND.match(text, latin[1]))) if latin else None
    if head[0] in "阿小老" and (mixed := _MIXED_NICKNAME.match(text, start)):
        return mixed.span()
    if head[0] not in _OPENS:
        return _familiar(text, start) if loose else None
    if start and text[start - 1] in _TAIL_OF_WORD.get(head[0], ""):
        return None
    if head[0] in "小老阿大" and len(head) == 2 and _nickname(text, start, loose):
        titled = _NICKNAME_ADDRESS.match(text, start + 2)
        return (start, titled.end() if titled else start + 2 + bool(_OLD_MAN.match(text, start)))
    compound = head if head in COMPOUND_SURNAMES else None
    if compound is None and head[0] not in SURNAMES:
        return _familiar(text, start) if loose else None
    after = start + len(compound or head[0])
    address = _ADDRESS_AT.match(text, after)
    if address and head[0] == "向" and _only_towards(text, start, address.end()):
        return None
    if address and text[start : address.end()] not in _NOT_ADDRESS:
        return (start, address.end())
    full = _full_name(text, start, after, loose)
    if full and head[0] == "向" and head[1:] in SURNAMES and _TOLD_TO.match(text, full[1]) and not (start and _PERSON_NEXT.match(text, start - 1)):
        return None
    return full or (_familiar(text, start) if loose else None)


_MIXED_NICKNAME = late(r"[阿小老][A-Z][a-z]{1,9}(?![A-Za-z])")
_KIN_BEHIND = late(r"[姐哥](?![㐀-鿿])|[姐哥](?=[处那这手报说讲收登汇])")
"""How a Latin name is used in a Chinese sentence: 阿Ken, Lily姐."""
_PERSON_NEXT = late(r"[交给找问跟送打知与向往由]")
_MAY_PRECEDE_XIANG = late(r"[报人局办站所科室院会馈发传由诉至到]")
_TOLD_TO = late(r"\s?(?:的)?(?:汇报|报告|报备|反映|请示|请假|说明|反馈|登记|申请|提|递|报|询|了解|索|领|借|学)")


def _only_towards(text: str, start: int, end: int) -> bool:
    """Whether 向 before a form of address means "to" (各村向主任汇报) and is no surname (报向医生)."""
    if not start or not _HAN.match(text[start - 1]):
        return False
    return not _PERSON_NEXT.match(text, start - 1) and not (_MAY_PRECEDE_XIANG.match(text, start - 1) and not _TOLD_TO.match(text, end))


_BARE_GIVEN = late(r"[㐀-鿿]{2}(?=[\s:：，,]{0,2}[（(]?(?:(?:电话|手机|微信(?:同号)?|号码)[:：]?\s?)?(?:1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{5})|处(?![㐀-鿿])|手[里上](?![㐀-鿿]))")
"""A given name that only a mobile number behind it shows to be one (告诉晓楠（136…））."""
_KIN_NAME = late(r"([㐀-鿿]{1,2})[姐哥叔婶嫂姨](?:(?![㐀-鿿])|(?=[处那这手报说讲打收登领交备存审把送和或及再]|一份|电话|微信|邮箱))")


def _familiar(text: str, start: int) -> Span | None:
    """A given name said twice or with a form of address for kin: 丛丛, 桂香姐."""
    if text[start] not in _GIVEN and text[start] not in SURNAMES:
        return None
    if text.startswith(("学生", "天天"), start):
        return None
    twin = _TWIN.match(text, start)
    if twin and (twin.group(1) in _GIVEN or twin.group(1) in SURNAMES):
        return (start, start + 2)
    if _BARE_GIVEN.match(text, start) and text[start] in _GIVEN and text[start + 1] in _GIVEN:
        return (start, start + 2)
    kin = _KIN_NAME.match(text, start)
    return kin.span() if kin and all(char in _GIVEN for char in kin.group(1)) else None


_ADDRESS_AT = late(
    rf"(?:{LONG_ADDRESS})|(?:姐|哥|叔|姨|嫂|婶|爷|工|科|总|董|导|老|部|局|所|站|镇|队|校)(?![㐀-鿿])|(?:姐|哥|叔|姨|嫂|工|科|总)(?=[处那这收就汇好报说讲打签回和或及交登领再备存审把送]|一份|邮|的|电|手|号|\d)|(?:董|导|部|局|所|站|镇|队|校)(?=打(?:个)?电话|请假|[说讲]一?声|报告|汇报|的?(?:电话|手机|号码))"
)


_NICKNAME_ADDRESS = late(r"老师|医生|大夫|会计|师傅|主任|书记|护士|律师")
"""What may follow a nickname as part of the name (小俞老师)."""
_BIG = frozenset("梁赵钱孙李周吴郑王刘陈张杨黄徐朱胡郭何罗谢宋唐许韩冯邓曹彭曾吕苏卢蒋蔡贾丁魏薛叶余潘杜戴钟姜谭廖邹熊陆郝崔邱顾侯邵孟贺龚")


def _nickname(text: str, start: int, loose: bool) -> bool:
    """小X, 老X, 阿X, 大X: X a surname (for 阿 any character) and the two no common word."""
    two = text[start : start + 2]
    if two[0] == "阿":
        return bool(_HAN.match(two[1])) and two[1] not in "姨婆公里拉"
    if two[0] == "大":
        return loose and two[1] in _BIG
    if two in ("小程", "小游"):
        return text[start + 2 : start + 3] not in ("序", "戏", "客", "园")
    if two in _NOT_NICKNAME:
        return False
    return two[1] in SURNAMES or (loose and two[0] == "小" and two[1] in _GIVEN and bool(_NAME_END.match(text, start + 2)))


_OLD_MAN = late(r"老[㐀-鿿]头(?![㐀-鿿])")


_NAME_END = late(
    r"$|[^㐀-鿿]|处|那[里儿]?|这[里儿]|手[里机上中头]|桌[上子]|电话|联系|收|邮箱|汇总|主任|站长|所长|书记|老师|科长|同志|股长|会计|统一|审核|登记|报名|报备|微信|办公"
    r"|确认|核对|预约|领取|索要|说明|请假|同志|负责|即可|[她他](?:要|来|会|再|统一)|就[行好可成]|[是能]否|[两二三几][位名]|两人|都[行可好]"
)


_ENDS_ADDRESS = late(rf"(?:{ADDRESS})$")


def is_addressed(name: str) -> bool:
    """Whether a person's name carries a form of address (尚工, 罗主任)."""
    return bool(_ENDS_ADDRESS.search(name)) or not _HAN.match(name)


def sounds_given(name: str) -> bool:
    """Whether what follows the surname has a character that given names are made of (闻婷, 庄晓棠)."""
    return any(char in _GIVEN for char in name[2 if name[:2] in COMPOUND_SURNAMES else 1 :])


def _full_name(text: str, start: int, after: int, loose: bool) -> Span | None:
    """A surname with one or two given characters, the longest that is followed by something that ends a name."""
    for given in (2, 1):
        end = after + given
        word, word_all = text[after:end], text[start:end]
        if len(word) < given or word[0] in "阿老" or not all(_HAN.match(c) for c in word):
            continue
        given_like = all(char in _GIVEN for char in word)
        if text[start] in _WORDY and (not given_like or (given == 1 and text[start] in _WORDIER and not is_presented(text, start))):
            continue
        if not given_like and _NOT_GIVEN.search(word) and not (_HALF_GIVEN.fullmatch(word) and sounds_given(word_all) and is_presented(text, start)):
            continue
        ended = _NAME_END.match(text, end) or (loose and _ACTS.match(text, end) and given_like)
        if ended and not _COMMON_WORD.match(word_all) and not _OFFICE_WORD.search(word_all):
            return (start, end)
    return None


_HALF_GIVEN = late(r"[中前有会向可和元年自本万于名从上未与后][㐀-鿿]|[㐀-鿿][中前有会向可和元年自本万于名从上未与后]")
"""Words that stand in given names beside a character that only names have (何向东, 汪建中, 张有才)."""
_PRESENTS = frozenset("0123456789给找问跟与和报系加打拨寄叫为是人员:：(（、，, \n/—局办站所股科室院会组委部校馆处区村镇乡县队")


def is_presented(text: str, start: int) -> bool:
    """Whether what stands before leads to a name: 交给, 联系人：, an office."""
    return not start or text[start - 1] in _PRESENTS or text[max(0, start - 2) : start] in ("报到", "发到", "交到", "送到", "传到")


_COMMON_WORD = late(
    r"凌晨|元月|毕业|[高全]新|高[校龄血]|鱼苗|(?:路长|温泉|江[湖边]|林农|檀香|麦田|叶子|钟楼|羊圈|汤池)$|支书|党小组|党[代群]|向导|顾客|柴火|雷管|燕窝|米面|苗圃|房主|常务|连心|涂[料改]|班[长组主子级车]|段长|封[存闭面]|包[括含装保办]|高[度速于]|时[间候限段]|方[案式便法面向]|成[立果员绩功为台表册文]|安[全排装]|平[安台均]|常[规态见]|应[急当]|相[关应]|单[位独]|连[同接续]|温[馨度暖]|范[围例]|强[调化]"
    r"|张[贴挂榜]|谈[话判心]|路[口段灯]|管[理护委家]|程[序度]|阳光|解[决释除]|关[于闭键]|房[屋产验子租东]|古[树镇]|武装|金[额融]|党[员建政支委刊报章课费]|万元|宣[传讲读布]|齐全|查看|盖[好上完了章戳]|单[期日时]|纪[检委律]|项目|计[划算生]|惠[民农]|广[播场]"
    r"|康复|司[机法]|牛羊|鱼塘|马[上路]|云[盘端]|卫[生健]|农[业户村林机牧药资技民闲忙]|花[名木卉生园费]|来[春年]|印[章刷花]|水[利库]|林[业场]|经[济办]|向上|居[民委]|席位|石材|车[辆间]|边境|汇总|季[度报]|景[区点]|龙头|元旦|祝贺|白天|文[件书字化]"
    r"|毛[巾毯笔]|易[拉返]|边[远]|温室|何时|乐于|容易|易地|充分|慎重|干部|成年|习惯|习近|巡[查逻]|宁可|都要|许可|严[禁格防]|施[工行]|雷雨|冷[库链]|燕麦|麻烦|谷[物雨]|万[亩人户家]|段落|荣誉|闻讯|祖国|言行|代[办表收码]|左右"
)
_OFFICE_WORD = late(
    r"[局办所站股科室委村乡镇县处部队厂院场库窝圈栏棚堤店屯款员卡贩坯]$|家组$|谷仓$|中心|学校|医院|系统|平台|邮箱|微信|电话|单位|各村|农村|农业|水利|林业|民政|财政|文化|安全|东西|万元|家里|家长"
    r"|期限|时限|日期|^..群$|[班牛羊鱼车单管项]群$|党政|党建|综治|统计|经发|应急|时间|于国庆|中秋|元旦|高速|仪式|为准|金额|马上|方案|方式|方便|明天|明早|明晚|后天|周[一二三四五六日末]|今|于是"
    r"|通知|通报|通过|关于|相关|有关|单独|元钱|包括|包村|包片|连同|别忘|都要|全部|全县|全镇|全乡|强调|来人|程序|管理|应当|查看|解决|成绩"
    r"|整改|情况|数[量据]|[温湿]度|照片|表格|名单|材料|群里|群内|纸质|原件|扫描|居委|支部|文书|会计|汇总|组长|党委|公室|公司|公安|广场|路口|井口|河边|山上"
)


def may_be_name(text: str, start: int, end: int) -> bool:
    """Whether what lies between, presented as one, can be a name whatever it is made of: 何于成, 钱万里."""
    word = text[start:end]
    if len(word) < end - start or not all(_HAN.match(char) for char in word):
        return False
    if not (is_surname(word[0]) and text[start] not in _WORDY and is_presented(text, start)) or (start and text[start - 1] in _TAIL_OF_WORD.get(word[0], "")):
        return False
    return not (_NO_NAME.search(word) or _COMMON_WORD.match(word) or _OFFICE_WORD.search(word))


_NO_NAME = late(r"^.[工科总姐哥叔姨嫂婶局所站部镇队校]|[说讲报打问办处吧哈呢的了]$")
"""A form of address with what follows (翟工说), or a verb at the end."""


def _english_at(text: str, start: int) -> Span | None:
    found = _ENGLISH_PERSON.match(text, start)
    if not found:
        return None
    words = found.group().replace(".", " ").split()
    if words[0] in _NOT_ENGLISH or (start and text[start - 1].isascii() and text[start - 1].isalnum()):
        return None
    if words[-1] in _NOT_ENGLISH:
        return (start, start + len(words[0])) if len(words) > 1 and len(words[0]) > 1 else None
    return found.span()


def is_office(chunk: str) -> bool:
    """Whether a whole chunk has the shape of an office: a known ending, no words that offices do not contain."""
    return 2 <= len(chunk) <= 30 and bool(_OFFICE_END.search(chunk)) and not _OFFICE_NOT.search(chunk)


def outer_office(office: str) -> str:
    """Drop an inner 股/科/室/组 below a bureau (镇卫生院公卫科 → 镇卫生院); standing offices (党政办) stay."""
    bureau = _BUREAU_OFFICE.match(office) or _BUREAU_CENTRE.match(office) or _DEPARTMENT.match(office)
    if bureau and bureau.group(1) not in _NAMELESS:
        return bureau.group(1)
    inner = _DROP_INNER.match(office)
    if inner and not inner.group(2).endswith(("督查室", "研究室")) and not inner.group(2).endswith("公室"):
        return inner.group(1)
    return office
