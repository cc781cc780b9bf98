"""The phrase families as regular expressions: each alternative of `MASTER` is one family, named by its group."""

from __future__ import annotations

import re
from functools import cache

from bot.core.festivals import FIXED, LUNAR, NTH_WEEKDAY, TERMS
from bot.core.times.numbers import COUNT, DAY, SMALL

SEP = r"(?:[-—–―~ー－]{1,6}|至|到|直到)"
WEEK = r"(?:周|星期|礼拜)"
_DIGIT_START = r"(?<![\dA-Za-z.])"
_CN = "一二三四五六七八九十"
_NOT_A_DAY_NUMBER = (
    r"(?![楼门线桌机院仓库文令台公坑井车栋图闸馆厅厂店柜室窗桥洞池坝塔泵床卡路会议通函泊位房屋席选球种系码志矿棚字]|商[铺户]|[店门]面|店铺|仿宋|宋体|黑体|楷体|加粗|直播间|大棚|教室|教学楼|报告厅|展厅|宿舍|公寓)"
)
_YEAR_WORD = r"大前年|大后年|今年|去年|(?:(?<![一-鿿])|(?<=[于在到至从及和与自是])|(?![前后]年[初底末终]))[前后]年(?!内)|明年|(?<![一二三两几每首末初再多此该各层头本])次年|(?<![原以后])来年|翌年|当年|同年|本年度?|这一?年|(?<!一)[上下]一?年度?|往年"
_MONTH_WORD = r"(?:上上|下下|(?<!一)[上下])一?个?月|本月|这个?月|当月|(?<![一二三两几每首末初再多此该各层头本])次月|同月|今个月|(?<![原以后])来月"
_DAY_WORD = (
    "大{1,4}前[天日]|大{1,4}后[天日]|今[天日儿]个?|昨[天日儿]个?|后儿个?|(?<![之以然])前天|(?<![之以日月前])前日(?!期)|(?<![证声说注申文清阐写标查表透照载列讲黎])明(?:[天儿]个?|日(?!期|报))|(?<![以之])后天(?!性|[气台])"
    "|(?<![之以今然日])后日(?![常期])|[听寻]日|当[天日]|本日|同日|[次翌]日|第[二三四五六七八九十]天|隔天|即日|即刻|今起"
    r"|(?:[今昨当听寻]|(?<![之以月])前|(?<![工班饭课会完束毕学了之以总后齐好定清章字])后|(?<![证声说注申文清阐写标查表透照载列讲黎])明)(?:[晚早晨夜朝](?:上(?=\s?(?:\d|[一二两三四五六七八九十]{1,3}[点时])|[，。、前]))?(?![会餐饭稻]|报[社纸])|(?<=[今昨明])(?=[上下中晌]午))"
)
_PART_WORD = (
    "凌晨|头午|[上下]半天|后半?晌|朝早|晏昼|大清早|清晨|清早|一大早|大早上|一早|早上|早晨|早间|上午|午前|正午|中午|午间|晌午|下午|午后|傍晚|黄昏|晚上|晚间|夜晚"
    "|夜里|夜间|深夜|大?半夜|午夜|子夜|白天|[全整]天"
    r"|下班(?=之?以?前|时|后)|(?<=[日号天一二三四五六])下班(?=就?[给交报发送把拿放]|(?:(?<=[到至止].{4})|(?<=[到至止].{5})|(?<=[到至止].{6})|(?<=[到至止].{7})|(?<=[到至止].{8}))(?:[，。；！\s]|$))|"
    "下班点|下了班(?=之?以?前)|上班(?=之?以?前|时)|(?:吃?[午中]饭|午餐|吃饭|午休)(?=之?以?前|时)"
    "|(?:晚饭|晚餐|天黑)(?=之?以?前|时)|(?:早饭|早餐)(?=之?以?前|时)"
    r"|(?<=[日号天一二三四五六节末)）\d])[早晚夜](?![于会稻辈餐饭婚期班交点稻]|报[社纸道]|\d{1,2}(?![点时:\d]))"
    rf"|(?<!最)[早晚夜](?=(?:\d{{1,2}}|[{_CN}]{{1,3}})[点时:])"
)
_NOT_POINTS = (
    r"(?!要求|意见|建议|问题|内容|说明|希望|体会|措施|原因|经验|做法|注意|提示|变化|共识|启示|工作|要点|[多几]?%|以[上下]|儿|(?<=[一两]点)点"
    r"|关系|区别|好处|理由|情况|计划|安排|任务|是|[，、]第(?![一二三四五六七八九十\d]{1,2}[场批期组次轮站])|想法|看法)"
)
_NOT_MINUTES = r"(?![\d人个张份户元名件项组次天月日号年册处条%.℃米度台亩公村镇位岁点时:块])"

FESTIVALS = sorted({*FIXED, *LUNAR, *TERMS, *NTH_WEEKDAY, "黑色星期五", "复活节", "复活节星期一"}, key=len, reverse=True)
_BARE_FESTIVALS = frozenset(
    "三八 五一 五四 六一 七一 八一 十一 高考 新年 过年 水日 大雪 小雪 大寒 小寒 小满 雨水 立春 立夏 立秋 立冬 春分 秋分 "
    "夏至 冬至 谷雨 白露 寒露 霜降 处暑 大暑 小暑 芒种 惊蛰 双11 三月三 二月二 老年节 扶贫日 土地日".split()
)
_BOUND_NUMERALS = {"三一五", "三八", "五一", "五四", "六一", "七一", "八一", "十一"}


def _festival_pattern() -> str:
    whole = [f for f in FESTIVALS if f not in _BOUND_NUMERALS and f not in _BARE_FESTIVALS]
    terms = [f for f in FESTIVALS if f in _BARE_FESTIVALS and f not in _BOUND_NUMERALS]
    bound = [f for f in FESTIVALS if f in _BOUND_NUMERALS]
    return (
        rf"(?:(?!冬至\d)(?!(?<=超)过年)(?:国际|世界|全国|全民|农历|阳历|中国)?(?P<f1>{'|'.join(whole)}|{'|'.join(terms)})"
        rf"|(?<![{_CN}第\d月初百])(?P<f2>{'|'.join(bound)})"
        rf"(?:国际)?(?=[节前后\"”」』]|国庆|劳动|妇女|儿童|建军|建党|青年|放假|假期|假日|小长假|长假|黄金周|期间|当天|$|、|,|，|至|到|的|之|来))"
        r"(?P<fmore>[\"”」』])?(?:国庆|劳动|妇女|儿童|建军|建党|青年)?(?:节日?)?(?:当[天日])?"
        r"(?P<fbreak>假期|假日|小长假|长假|黄金周|期间|放假(?=[前后期])|休假|节假日)?"
    )


def _date_pattern() -> str:
    return rf"""
  (?P<Iso>{_DIGIT_START}(?<![A-Za-z]-)(?P<iy>(?:1[0-9]|20|21)\d\d)(?:
      \s?[-./·]\s?(?P<im>1[0-2]|0?[1-9])\s?[-./·]\s?(?P<id>(?:[12]\d|3[01]|0?[1-9])(?=\d\d:\d\d)|[12]\d|3[01]|0?[1-9])(?=\D|\d\d:|$)(?:[日号]|T(?=\d\d:\d\d))?
     |[ ](?P<im2>0[1-9]|1[0-2])[ ](?P<id2>[0-2]\d|3[01])(?![\d.])
     |(?<![\d号码批编单A-Za-z]....)(?P<im3>0[1-9]|1[0-2])(?P<id3>[0-2]\d|3[01])(?![\dA-Za-z-])
     |[./](?P<im4>1[0-2]|0?[1-9])(?![\d.]*\d|[万元亩吨%])|-(?P<im5>1[0-2]|0[1-9])(?![\d-])))
 |(?P<Dmy>{_DIGIT_START}(?P<g1>\d{{1,2}})(?P<gs>[./-])(?P<g2>\d{{1,2}})(?P=gs)(?P<g3>(?:19|20)\d\d|\d\d)(?![\d.]))
 |(?P<Year>(?:公元|(?P<ylun>农历|阴历|旧历))?(?P<y>(?<!\d)\d{{4}}|(?<!\d)\d{{2}}|[〇零一二三四五六七八九]{{2,4}}|[一二两]千[〇零一二三四五六七八九十百]{{0,6}})
      年度?(?![之以]?[内来]|代|多|半|龄|薪|级|期|限|[\d一二三四五六七八九十两]+个月)
      (?P<yedge>初|底|末|中(?![央心小期学旬部断])|终|尾|头|伊始|开年)?)
 |(?P<Republic>民国(?P<mg>元|\d{{1,3}}|[{_CN}百]{{1,4}})年度?)
 |(?P<RelYear>(?P<yw>{_YEAR_WORD})(?P<ywedge>年?(?:初|底|末|中(?![央心小期学旬部断])|终|尾|头|伊始))?)
 |(?P<Month>(?P<lun>农历|阴历|旧历)?(?P<leap>闰)?(?:(?P<mw>{_MONTH_WORD})
      |(?P<m>(?:(?<![\d.])|(?<=[\n；;。：: ]\d[.．]))(?:1[0-2]|0?[1-9])(?=月)|(?<![{_CN}\d])(?:十[一二]?|[〇零]?[一二三四五六七八九])|正|冬|腊|(?<=年)首)月)(?:份|里)?
      (?:的?(?P<medge>初(?![{_CN}\d])|底|末|尾|头(?!条)|上中旬|中下旬|[上中下]旬[末底]?|上半月|下半月|月底|中(?![央心小期学旬部断秋下]))
        |的?(?:第(?P<mnth>[一二三四五六1-6])个?(?:{WEEK}{WEEK}?(?P<mwd>[一二三四五六日天1-7])|(?P<mwk>周|星期|礼拜)))
        |的?最后一?个?{WEEK}(?P<mlwd>[一二三四五六日天1-7])
        |(?P<mlast>的?最后一?[天日]|最后一个工作日|第一个工作日|首个工作日)
        |(?P<chu>初(?P<chud>[{_CN}]|\d{{1,2}}))(?![个名人份户张家台辆式])[日号]?
        |的?(?:(?P<mwrap>\n)|[^\S\n])?(?P<md>{DAY})(?:\s?[日号]
            |(?(mwrap)(?!))(?=(?:[01]?\d|2[0-4]):[0-5]\d)
            |(?(mwrap)(?!))(?=[之以]?前|截止|(?<=\d)[报交送召举收统发在将把请到](?!告|道|价|店|数)|早|晚|上午|下午|中午|凌晨|[之以]?后|起|当天|{SEP}\s?(?:{DAY})(?:[日号]|(?![\d点时月天个%周])(?!{SEP}))|{SEP}(?:(?:\d|[{_CN}])+月|[次翌来]年|大?年|[正冬腊]月|元宵|除夕|初[{_CN}])|\s?[(（]|\s?{WEEK}|[，。；！？、,;!?)）】\s]|$)
            |(?:(?<=[正冬腊]月[{_CN}])|(?<=[正冬腊]月[{_CN}]{{2}})|(?<=[正冬腊]月[{_CN}]{{3}}))(?![{_CN}个天点时户人元位名\d]))
      )?)
 |(?P<LunarDay>(?P<ldy>大年|年)?初(?P<ld>[{_CN}]|1\d)(?![{_CN}中高次级步始期审稿赛试选评]|年级)|(?<![{_CN}])(?P<ld2>廿[{_CN}]|卅)(?![{_CN}日号点时年月]))
 |(?P<MonthDay>(?<![\dA-Za-z.·/年月第￥¥])(?<![A-Za-z]-)(?P<nm>1[0-2]|0?[1-9])(?P<ns>[./·]|-(?=(?:[12]\d|3[01]|0?[1-9])(?:之?前|截止)))(?P<nd>[12]\d|3[01]|0?[1-9])(?![\d%万元亩吨公分度米倍/·]|\.\d)(?P<ndu>[日号])?)
 |(?P<Day>(?<![\dA-Za-z.第〕\]№/])(?:(?<!号)|(?<=\d号)(?=\d))(?<!\d月)(?P<d>{DAY})(?:(?<![街巷弄]\d)(?<![街巷弄]\d\d)(?:(?<!路\d)(?<!路\d\d)|(?![号][，,。；）)（(\s]|号$))[号]{_NOT_A_DAY_NUMBER}|日(?![内龄游元]|[之以]内|之?后(?!续)|以后)|(?<=[、和]\d)(?=两[天日])|(?<=[、和]\d\d)(?=两[天日])))
 |(?P<BareYear>(?<![\d.:A-Za-z〔\[])(?:1[89]|20)\d\d(?![\d.:A-Za-z%年个人件元份户名亩吨字·]))
 |(?P<GluedDay>(?<![\dA-Za-z.:第/-])(?P<d2>[12]\d|3[01]|[1-9])(?=(?:[01]\d|2[0-3]):[0-5]\d(?!\d)))
 |(?P<LastDay>(?<![周期拜前度])(?:当月|本月)?最后一(?:[天日](?!期)|个工作日))
"""


def _relative_pattern() -> str:
    return rf"""
 |(?P<RelDay>(?P<dw>{_DAY_WORD}))
 |(?P<Week>(?P<ww>(?:(?<!一)上{{1,4}}|(?<!一)下{{1,4}}|本|这一?|今|当|(?<![一二三两几每首末初再多此该各层头本])次)(?:个|一)?){WEEK}
     (?:(?P<wend>末)|的?{WEEK}?(?P<wwd>[一二三四五六日天1-6])(?![{_CN}]?[次回篇趟遍]|期|个)|(?P<win>以?内)|(?P<wmid>中)|的?(?P<wnth>最后一(?:天|个工作日)|(?:第一|首)个工作日))?)
 |(?P<Weekday>(?:(?<![两几每双隔第\d{_CN}])(?<![两几每双隔第\d{_CN}]个)|(?<=[周期拜][一二三四五六日天])){WEEK}(?P<wd>[一二三四五六日天1-7])(?!(?!一[次回趟遍])[{_CN}]?[次回篇趟遍届]|期(?!间)|个|[年岁]|密|间|到[晚头]|刊|报(?=[制告刊]|[、，]?[日旬月])))
 |(?P<WeekEnd>(?<![每双])周末|(?<!\d)(?<![{_CN}])双休日?)
 |(?P<Festival>{_festival_pattern()})
 |(?P<Jie>(?<![国庆秋春午明元旦假动诞时季环调章细关年])节(?:后(?:上班)?的?(?:第一(?:[天日]|个工作日)|首个工作日)|后第一[周星]期?|前的?最后一(?:天|个工作日)|前(?!夕?约)|后(?!约))
     |(?:收假|放假|长假|假期?)(?:结束)?后(?:上班)?的?(?:第一(?:[天日]|个工作日)|首个工作日))
 |(?P<Quarter>(?:(?P<qw>上个?|下个?|本|这个?)(?P<qr1>一)?|第?(?P<q>[一二三四1-4首])|前(?P<qh>[两二三23])个?)季度?(?<=度)(?P<qedge>初|末|底)?
     |季(?P<qe2>末|初|底)(?![风节])|季度(?P<qe3>末|初|底)|[Qq](?P<qq>[1-4])(?![\w]))
 |(?P<Half>(?P<hw>上|下|前|后|本|这个?)半(?P<hu>年|月)度?|(?<=年)(?P<hn>前|后|头)(?P<hc>[一二两三四五六七八九十]{{1,2}}|\d{{1,2}})个?(?P<hcu>月|季度)(?<!个季)(?<=月|度))
 |(?P<Season>(?P<sea>[春夏秋冬])(?:季(?!度)|天|日里)|(?<=年)(?P<sea2>[春夏秋冬])(?![节至分])|(?P<vac>暑假|寒假|暑期))
 |(?P<Xun>(?P<xun>[上中下])旬[末底]?|月(?P<xe>初|底|末|中(?![央心旬])|尾|头)(?:的?最后一(?:[天日]|(?P<xwork>个工作日)))?|年(?P<xye>初|底|末|终|尾|中(?![央心学]))(?![{_CN}\d夜考奖])|半年末|月内|年内)
 |(?P<Decade>(?:(?P<cw>上个?世纪|本世纪)|(?P<cn>\d{{1,2}}|[{_CN}]{{1,3}})世纪)?(?P<dn>\d0|[二三四五六七八九]十)年代(?P<de>初期?|末期?|中期|前期|后期)?
     |(?P<cw2>上个?世纪|本世纪)|(?P<cn2>\d{{1,2}}|[{_CN}]{{1,3}})世纪(?P<ce>初|末|中叶)?)
 |(?P<Part>(?P<p>{_PART_WORD}))
 |(?P<Pair>(?P<pw>今明|明后|昨今)[两2]?(?P<pu>[天日年]))
 |(?P<Hour>(?P<how>[上下])个?(?:小时|钟头))
 |(?P<Now>现在|而家|依家|最近(?!的?\s?[\d一二三四五六七八九十几两数半])|此时此刻|此时|此刻|目前|当前|这会儿|眼下)
"""


def _clock_pattern() -> str:
    return rf"""
 |(?P<Clock>
   (?<![\d.A-Za-z])(?<!\d:)(?P<ch>[01]?\d|2[0-4]):(?P<cm>[0-5]\d)(?::(?P<cs>[0-5]\d))?(?![\d:]|\s?[月日号年])(?:[ ]?(?P<cap>[aApP])\.?[mM]?\.?(?![A-Za-z]))?(?:点钟?整?(?=[之以]?[前后]|截止|[，。；、\s）)至到]|$)|[分时整])?
  |(?<![.A-Za-z第])(?<!\d:)(?P<kh>(?<!\d)(?:[01]?\d|2[0-4])|[〇零]|二?十[一二三四五六七八九]?|[一二两三四五六七八九])
     [ ]?(?P<ku>点钟?|时(?![代间期候机长效段节光差常]))
     (?:(?P<kq>半|[一1]刻|[三3]刻)(?:(?P<ks2>{SMALL})秒)?|[ ]?(?:过)?(?P<km>{SMALL})分(?:(?P<ks>{SMALL})秒)?|(?P<km2>[0-5]\d|[零〇][一二三四五六七八九]|[二三四五]?十[一二三四五六七八九五]?){_NOT_MINUTES}|[整正许]|多钟?|左右)?
     (?(kq)|(?(km)|(?(km2)|{_NOT_POINTS})))(?:[ ]?(?P<kap>[aApP])\.?[mM]\.?(?![A-Za-z]))?
  |差(?P<xm>{SMALL}|一刻|1刻)分?(?:钟)?(?P<xh>[01]?\d|2[0-4]|十[一二]?|[一二两三四五六七八九])点钟?
 )
"""


def _spell_pattern() -> str:
    unit = r"秒钟?|分钟|分(?=[以之]?内|[以之]?后|[之以]?前|半)|刻钟|小时|钟头|个?钟(?![声表点头楼])|(?:工作|交易)日|天(?!气|津|然|河|线|桥|窗|花)|日(?=[之以]?内|[之以]?后|之前)|(?<=[两数俩几])日(?!月)|(?:(?<=[4-9]\d)|(?<=\d\d\d))日(?!常)|周年|周(?![一二三四五六日天末岁边转围报期村家姓边]|[^内后前]?[次])|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|年(?!级|度|月|代|龄|轮|产|货|会|报|检|审|画|味|[的]?(?:第|前[一二三四五六七八九十两\d]|[上下]半)|\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:月|季)|[初底末])|载|昼夜"
    return rf"""
 |(?P<Spell>(?<![\d.第A-Za-z每〔\[])(?<!\d:)(?!\d{{1,4}}(?:[:点时号]|月(?![以之])))(?!数[一二三四五六七八九两]|(?:1[89]|20|21)\d\d年|0\d\s?年|零[一二三四五六七八九]年|[〇零一二三四五六七八九]{{4}}年
      |(?:\d\d|[〇零一二三四五六七八九]{{2}})年(?!半|多|[之以]?[内后前来]))(?:(?P<spre>未来的?|今后的?|接下来的?|过去的?|最近的?|近(?!日)|再过|(?<![通超经])过|(?:(?<![\u4e00-\u9fff])|(?<=[在的于从到我他你去了]))前(?!三季|[一二三四五六七八九\d]季)|(?:(?<![\u4e00-\u9fff])|(?<=[在的于从到我他你去了]))(?:后|上|下)|(?<=[\u4e00-\u9fff])后(?=[^，。；]{{1,9}}[以之]?内)|之前|之后|往后|随后的?|头)\s?(?!(?<=[上下])(?:半[年月天]|一年|一个?月|一个?季|一周)))?
     (?:(?P<slo>{COUNT})\s?(?:个?(?P<slu>天|日|周|年|小时|分钟))?{SEP})?
     (?P<sn>{COUNT})\s?(?P<smore>多|来|余|几)?\s?(?:(?P<su>{unit})|个(?P<shalf>半)?(?P<smore2>多)?(?P<su2>月(?!球|亮)|小时|工作日|交易日|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|钟头|季度|钟|周(?![一二三四五六日天末岁边期])|年头)|(?P<su3>(?<=[半两俩几数])(?:个?月(?![底初末])))|月(?P<su4>(?=[以之]后|[以之]来)))
     (?P<shalf2>半(?![天日年月小]))?钟?
     (?P<extra>(?:[零又加]?{COUNT}(?:个?小时|分钟?|秒钟?|时(?![间候])|个月|天)){{1,3}})?
     (?P<ssuf>[之以]?内|(?<=[时钟天年月周])[里间](?!面)|[以之过]?后(?!续|勤|台|期|备|天|日|面|方|果|院)|[以之]前|前(?!往|来|去|进|期|台|端|面|后|述|提|沿|言|三|两|\d)|以?来(?![自到访函电的]))?
     (?:完成|办结)?)
"""


def _bare_pattern() -> str:
    return rf"""
 |(?P<Bare>(?<![\d.A-Za-z第〔\[-])(?<!\d:)(?!(?<=[统唯同专逐合单万之其划不])一)(?P<bn>(?<!\d)\d{{4}}(?=年?{SEP})|\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})(?:[-—–―~ー－]{{1,2}}|至|到|、)(?=(?:\d{{1,2}}、){{0,8}}(?:{SMALL}|\d{{4}}|\d\d)(?P<bu>月(?![{_CN}\d]{{1,3}}[次])|日(?!内)|号{_NOT_A_DAY_NUMBER}|[点时](?!间)|年(?!级)|:[0-5]\d|两[天日])))
"""


def _often_pattern() -> str:
    return (
        r"(?P<Often>每|逢(?:周|星期|礼拜)[一二三四五六日天]|逢旬|逢(?=周末|双休)|逢(?=[\d、和]{1,9}[日号])|逢(?=\d、?逢\d)|逢(?=[双单][月日号])|(?:双|(?<![名清账帐表订回传菜账货报罚工保])单)月(?=份?的?(?:\d|最后一|[底末]|第[一二三四1-4]个?(?:周|星期|礼拜)))|季(?=[首末]月)|逢(?=[一二三四五六七八九十])|逐[日周月旬季]|天天|月月|隔[天日周月]|隔[一两]天|早中?晚(?=各)|双周|(?:(?<![一-鿿])|(?<=[逢每按于在为是以各和或及改到成行的]))单周|单周(?=的)|季后|年年|周周(?![一二三四五六日天])|工作日(?=每|的?[上下]午|\d)"
        rf"|(?<![\d{_CN}第第近])一周[一两二三四]?报(?!告)|(?<![\d{_CN}第近])[一两12]个?(?=(?:[天日周月年]|星期|礼拜|季度?)[^\s\d，。；、内后前里间]{{0,3}}?[一两二三四五1-5](?:[次回遍趟]|报|访|查|巡|交|调|测|清(?!单)|扫|消毒|喂))|(?<![\d{_CN}第])(?:\d{{1,3}}|{SMALL}|半)个?(?:小时|钟头|天|日|周|月|季度)一(?=[报次调汇统巡送测查交访清换收检学练训碰])"
        rf"|(?<![\d{_CN}])(?:\d{{1,2}}、){{2,3}}\d{{1,2}}月(?:的?(?:{DAY})[日号]|[底末])|(?<![\d{_CN}])(?=(?:\d{{1,2}}、){{1,5}}\d{{1,2}}月份?[每各]月))"
    )


@cache
def _families() -> dict[str, str]:
    """Each family's expression by its name, in order of precedence."""
    whole = "".join(
        [_often_pattern(), _bare_pattern(), _spell_pattern(), _date_pattern(), _relative_pattern(), _clock_pattern()]
    )
    parts = re.split(r"(?=\(\?P<[A-Z][A-Za-z]*>)", whole)
    return {part[4 : part.index(">")]: part.strip().removesuffix("|").strip() for part in parts if part.strip(" |\n")}


_NUMERALS = "一二三四五六七八九十〇零廿卅两俩仨几数半百千"
_UNITS = r"年月日号时点:./·\-—–―~ー至到周天小分秒刻个星礼季世钟载昼多来余工交半、万夜两"
_COUNTS = r"一二两三四五六七八九十百\d俩仨几数半"
_RELATIVE = {
    "大": "前后清早半年大寒暑雪", "今": "", "昨": "", "明": "", "前": f"天日年晚夜个的{_COUNTS}", "后": f"天日年晚半儿{_COUNTS}",
    "当": "月日天年前晚早", "本": "周月年日季世星礼", "同": "月年日", "次": "日月年周", "翌": "日年", "即": "日刻", "听": "日晚",
    "寻": "日晚", "隔": f"天日周月{_COUNTS}", "第": _COUNTS, "上": f"午上个周星礼月年旬季世元班{_COUNTS}",
    "下": f"午下了个周星礼月年旬季世元班{_COUNTS}", "这": "个周一月年会星礼季", "去": "年", "来": "年月", "往": "年后", "最": "近后",
    "首": "季月个", "未": "来", "接": "下", "过": rf"去年的\s{_COUNTS}", "近": rf"的\s{_COUNTS}", "再": "过", "之": "前后",
    "随": "后", "头": f"午{_COUNTS}",
}  # fmt: skip
"""Characters that may begin a relative time, with the characters that may come next ("" for any)."""
_CALENDAR = {
    "周": "一二三四五六日天末周1234567", "星": "期", "礼": "拜", "每": f"个天日周月年季隔逢到旬星礼小双单工晚早分秒刻钟间{_COUNTS}", "逐": "日周月旬季", "天": "天黑", "月": "底末初中尾头内月",
    "年": "底末初终尾中三年内", "季": "末初底度后首", "双": "周休十1月", "单": "周月", "工": "作", "逢": "双单周星礼旬0123456789一二三四五六七八九十",
}  # fmt: skip
_NAMED = {
    "公": "元祭", "民": "国", "农": "历", "阴": "历", "旧": "历", "闰": "", "正": "月午", "冬": "月季天日至", "腊": "月八", "初": "", "节": "后前",
    "暑": "假期", "寒": "假衣露", "中": "旬午秋元国", "凌": "晨", "早": "", "清": "晨早明", "傍": "晚", "黄": "昏", "晚": "",
    "夜": "", "深": "夜", "子": "夜", "吃": "饭中午", "现": "在", "此": "时刻", "目": "前", "眼": "下", "差": "", "Q": "1234", "q": "1234",
    "朝": "早", "晏": "昼", "午": "", "白": "天露", "全": "天国民", "整": "天", "晌": "午", "依": "家", "而": "家", "世": "界", "阳": "历",
    "收": "假", "放": "假", "长": "假", "假": "期后", "春": "季天日", "夏": "季天日", "秋": "季天日", "一": "早大",
}  # fmt: skip
_CLASSES = {
    "digit": "Often Bare Spell Iso Dmy Year Month MonthDay BareYear GluedDay Day Decade Quarter Clock",
    "numeral": "Often Bare Spell Year Month LunarDay Day Festival Quarter Half Xun Decade Part Clock",
    "relative": "Often Spell Year RelYear Month LunarDay LastDay RelDay Week Festival Quarter Half Xun Decade Part Pair "
    "Hour Now",
    "calendar": "Often LunarDay Weekday WeekEnd Festival Quarter Xun Part",
    "named": "Often Year Republic Month LunarDay Festival Jie Quarter Season Xun Part Now Clock",
    "length": "Spell",
    "day": "RelYear Month LastDay RelDay Week Quarter Half Decade Pair Now",
    "part": "Part",
    "festival": "Festival",
}
"""Which families may begin with which kind of character."""
_ONLY = {"length": "未接近再之随俩仨几数百千", "day": "明昨翌同次去来本当这听寻即第", "part": "凌傍黄晚夜深子吃朝晏午整晌"}
"""Characters that only these families begin with: the others need not be tried."""


@cache
def _kinds() -> dict[str, str]:
    """Each first character's kind."""
    kinds = dict.fromkeys((*(name[0] for name in FESTIVALS), "国"), "festival") | dict.fromkeys(_NAMED, "named")
    kinds |= dict.fromkeys(_CALENDAR, "calendar") | dict.fromkeys(_RELATIVE, "relative")
    kinds |= dict.fromkeys(_NUMERALS, "numeral") | dict.fromkeys("0123456789", "digit")
    return kinds | {char: kind for kind, characters in _ONLY.items() for char in characters}


@cache
def _follow() -> dict[str, frozenset[str] | None]:
    """What may come next after each first character; None for anything."""
    follow: dict[str, set[str] | None] = {}
    for first, then in {**_NAMED, **_CALENDAR, **_RELATIVE}.items():
        follow[first] = set(then.replace(r"\d", "0123456789").replace(r"\s", " ")) if then else None
    for name in (*FESTIVALS, *"国际 世界 全国 全民 农历 阳历 中国".split()):
        known = follow.setdefault(name[0], set())
        if known is not None:
            known.add(name[1])
    return {
        first: frozenset(then) if then is not None else None
        for first, then in follow.items()
        if first not in _NUMERALS and first != "工"
    }


_NUMBER_START = re.compile(
    rf"\d(?=[\d,.]{{0,9}}(?:\s?[{_UNITS}、]|\s\d|$))|(?:1[89]|20)\d\d(?!\d)|20\d{{6}}(?!\d)"
    rf"|[{_NUMERALS}](?=[{_NUMERALS}万〇]{{0,8}}\s?[{_UNITS}])|廿|卅|三一五|[三五六七八]一|三八|五四|十一|七夕"
    r"|[一二三四1-4首]季|一大?早"
)


@cache
def _first() -> re.Pattern[str]:
    return re.compile(rf"[{''.join(_follow())}{_NUMERALS}]|(?<!\d)\d|工作日")


def next_start(text: str, at: int) -> int:
    """Where the next time may begin, −1 for nowhere: a cheap look at two characters spares most positions."""
    search, follow, last = _first().search, _follow(), len(text) - 1
    while m := search(text, at):
        at = m.start()
        if text[at] in follow:
            then = follow[text[at]]
            if then is None or (at < last and text[at + 1] in then):
                return at
        elif text[at] == "工" or _NUMBER_START.match(text, at):
            return at
        at += 1
    return -1


@cache
def _compiled(kind: str) -> re.Pattern[str]:
    families = _families()
    return re.compile("|".join(families[name] for name in _CLASSES[kind].split()), re.X)


def family_at(text: str, at: int) -> re.Match[str] | None:
    """The match of the first family that begins at `at`; each kind's expression is compiled on first need."""
    kind = _kinds().get(text[at])
    return _compiled(kind).match(text, at) if kind else None
