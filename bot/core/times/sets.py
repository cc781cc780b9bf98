"""Recurring times: 每天, 每周一、周四, 每月10日和月末, 每季度末, 双周三, 每2小时, as RFC 5545 rules."""

from __future__ import annotations

import re
from itertools import combinations

from bot.core.festivals import FIXED
from bot.core.models import Part
from bot.core.times.moment import Often
from bot.core.times.numbers import DAY, MONTH, SMALL, number, whole
from bot.core.times.words import WEEKDAYS
from bot.core.wording import late

BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = r"(?:周|星期|礼拜)"
_WD = "[一二三四五六日天]"
_AND = r"(?:[^\S\n]?[，,]?(?:以及|还有)[^\S\n]?|[^\S\n]?[、和及与跟][^\S\n]?)"
_COMMA = r"[,，][^\S\n]?"
"""Joins only what is said in full: 每周一，周三 but not 每周五，三楼."""
_NO_HOUR = r"\d(?!\d?[:时点])"
"""A figure that begins no hour: behind 每周三、五 17:00 may stand, behind 三、 no 5号."""
_WDS = rf"{_WD}(?:(?:(?:前[、和及与]|{_AND}|[^\S\n])?(?:每?个?{_WEEK}{_WD}|{_WD}(?![月点时号日、]\d|{_NO_HOUR}))|{_COMMA}{_WEEK}{_WD})(?!个|点|时|级|年|份|式|楼|名|人))*"
_IN_ORDER = ["".join(days) for count in (4, 3, 2) for days in combinations("一二三四五六日", count) if "".join(days) not in "一二三四五六日"]
ODD_DAYS = (
    rf"(?:(?:{'|'.join(days.replace('日', '[日天]') for days in _IN_ORDER)})"
    rf"|(?:{'|'.join('、'.join(days).replace('日', '[日天]') for days in _IN_ORDER if len(days) > 2)}))(?![、一二三四五六七八九十日天个点时级年份式楼名人月号班组队\d:])"
)
"""一三五 behind 礼拜, said in one breath and with others between them: the days of every week."""
BARE_ODD_DAYS = r"(?:(?:一三五|二四六)[日天]?|一、三、五|二、四、六)(?=的?(?:[上下]午|早上?|晚上?|中午)|晚饭|各[一-鿿]|[走巡查测看拍采把](?!得|不)|统计|[报填交](?![告销]))"
"""一三五上午报, with no 礼拜 before it."""
_DAYS = rf"{DAY}[日号]?(?:(?:(?:前(?:[、和及与]|以及)|{_AND})(?:每?月)?{DAY}[日号]?)|{_COMMA}(?:每?月)?{DAY}[日号]|(?<=[日号]){DAY}[日号])*[日号]?"
_LAST_DAY = r"最[后末]一[天日]"
_MONTH_END = rf"(?:月?底|月?末|月?{_LAST_DAY})"
_WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
_MONTHLY_WORKDAY = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS"

_NTH = r"(?:[第头]?[一二三四五1-5]|首|最[后末][一1]?|倒数第[一1])"
_OF_WEEK = rf"{_WEEK}(?:的?{_WEEK})?{_WD}"
_LEAST = r"(?:至少|最少|起码|不少于|不低于|就|只|仅|只要|只需)?"
_ACT = r"(?:上报|报送|报|交|填报?|汇总?|统计|巡查?|检查|查|测|记(?!录)|量|抄|调度?|开会?|碰头?|访|学|打扫|消杀|清(?!单)|扫|消毒|喂|登(?![山高机])|[篇份传]|写(?!字)|结(?!束|算|果)|轮(?![流值]))"
"""What is done so and so often where no 次 says it: 一周两报, 一月两访."""
_DOES = rf"(?:(?![第有没未无缺旷迟共约近仅只就可限满超内里中后前来份过了的午早晚夜停])[一-鿿]){{1,3}}?{_LEAST}"
"""Any verb between a span and how often: 一月交两回, 一周采集三次."""
_MARKET = r"(?:10|[1-9一二三四五六七八九十])"
_DAY_OF_MONTH = rf"(?:的?{DAY}[日号]|[底末]|的?{_LAST_DAY})"
_MONTH_DAYS = rf"{MONTH}月份?{_DAY_OF_MONTH}"

_EVERY = late(
    rf"""
 (?P<workday>上[班学课]的(?:日子|那几天)(?:每[天日])?|(?<!调休)(?<!补)(?:上班|上课|教学|在校|营业|入园)日|平日|(?<=[：:，,。（(\s])工作日(?=[。，,：:）)])|每(?:一?个)?(?:工作|[上教]学|上课|在校|到校)日(?:每[天日])?|(?<=[期次率度][:：])工作日(?=[\s，。；]|$)|工作日(?:每[天日]|天天|日日|(?=的?[上下]午|的?\d|[早晚]上?\d|下班))|每[天日](?=[（(]?(?:工作日|节?假日除外|周末除外|双休日除外)))
   (?:[（(][^（()）]{{0,8}}[)）])?
|(?P<alternate>(?:每(?:两|2|二|隔一?个?)个?{_WEEK}|隔(?:[一1]个?{_WEEK}(?=的?{_WEEK}{_WD}|{_ACT}?[一1]?(?:{_ACT}|次)|[一-鿿]{{1,3}}[一1][次回遍趟])|{_WEEK})|每?双周|每?单周)(?:的?(?:{_WEEK})?(?P<altwd>{_WDS})(?!次|个|期|(?<=[两2隔]周一)[报次]))?)
|(?P<several>每(?P<sevn>[三四五六八3-8])个?{_WEEK}的?{_WEEK}(?P<sevwd>{_WDS})(?!次|个|期))
|(?P<gap>每隔[一1][天日]|隔[一1]?[天日]|隔天)
|(?P<dayrange>每(?:逢|到)?个?{_WEEK}(?:的?{_WEEK})?(?P<wfrom>{_WD})(?:至|到|[-—~]{{1,2}}){_WEEK}?(?P<wto>{_WD}))
|(?P<weekday>(?:(?:每(?:逢|到)?|逢)(?:个|一)?|周(?=周)){_WEEK}的?(?:{_WEEK})?(?P<wds>{_WDS})(?!次|个月|期|(?<=[每逢]周.)报[，,（(]\s?(?:每?{_WEEK}|时间(?!不变|没变|照旧|还是))))
|(?P<oddweek>{_WEEK}(?P<owds>{ODD_DAYS}))
|(?P<both_free>(?:{_WEEK}六[、和]?{_WEEK}?[日天]|双休日?|周末)(?:这?两天)?[，,]?(?:每[天日]|天天))
|(?P<perweek>[一每]周(?:报?[一两二三四1-4][次回]|[一两二三四1-4]?报))
|(?P<week_close>每个?{_WEEK}(?:底|末(?=之?前|[报交填送汇]|下班)))
|(?P<week_end>(?:每逢?个?(?:周末|双休日?)|逢(?:周末|双休日?)(?![^，。；]{{0,5}}(?:[不也照顺提休除则]|推迟|延)))(?:和节?假日)?)
|(?P<weekly>(?:每(?:一|个)?|逐){_WEEK}(?!{_WD}?[至次]|年|边|岁|转)|周周(?!{_WD}))
|(?P<market>(?:每月)?逢(?P<mk>{_MARKET}(?:(?:[、和]逢?|逢){_MARKET})+|{_MARKET}(?=的?(?:赶|开|集|圩|墟|场)|[（(]|[交报给发查写])|(?<=月逢){_MARKET}(?![一二三四五六七八九十个场次周星礼]))(?![日号月点时]|{_NO_HOUR}|[、和]\s?逢?{_MARKET}))
|(?P<ownmonth>每(?:一|个)?月的?(?!\s?(?:逢|[底末初上中下]|{DAY}|{_NTH}))[^，,。；;：:\n\d]{{1,14}}?[，,]?(?:一律|统一|都是?|均|应|须|要|请)?[是于在]?(?:当月|次月|下个?月)的?(?P<ownday>{DAY})[日号])
|(?P<monthly>(?:每(?:一|个)?月|逐月|月月|每月度)份?[的啊呀呢]?(?:
     (?P<mwork>(?P<mfl>最后|倒数第|第|首|头)(?P<mwn>[一二三四五1-5])?个?工作日)
    |倒数第(?P<mback>[一二三四五1-5])[天日]
    |(?P<mnth>(?:{_NTH}那?个?(?:{_OF_WEEK}|{_WEEK})?{_AND})*{_NTH}那?个?{_OF_WEEK})
    |(?P<mxun>[上中下](?:旬?{_AND}[中下])*)旬
    |逢?(?P<mdays>(?:{_DAYS}|{_MONTH_END})(?:{_LAST_DAY})?(?:(?:前?\s{{1,3}}|前)?{_AND}(?:每?月?)?(?:{_DAYS}|{_MONTH_END}(?:{_LAST_DAY})?))*)
       (?![月个次名条篇份张%.元块户场项件]|(?<![日号天底末])[,，]\d|(?<=[一两二三四])[报调训])(?:(?<=\d)(?!\d)|(?<!\d))(?:(?:至|到|[-—~]{{1,2}})(?:(?P<mto>{DAY})[日号]|(?P<mtoend>{_MONTH_END})))?
    |[初前头]{{1,2}}(?P<mwithin>{DAY})个?(?P<mwithinwork>工作)?[日天][之以]?内
    |(?P<mbegin>初)
   )?)
|(?P<quarterly>(?:每(?:一|个)?季度?|逐季|季后|季(?=[首末]月))(?:的|(?:结束|终了)?后的?)?(?:(?P<qfirst>首月|首个月|[第头]一个月|次月)|(?P<qlast>末月|最后一?个月)|(?P<qsecond>第二个月|[中当]间(?:的|那)?一?个?月))?的?
     (?:(?P<qnth>{_NTH}个?{_OF_WEEK})|(?P<qd>{DAY})[日号]|(?P<qend>末|底|{_LAST_DAY}|终了))?)
|(?P<halfyear>每半年(?:度)?(?P<hend>末|底)?)
|(?P<listed>(?P<lm>(?:{MONTH}月?、){{2,5}}{MONTH}(?=月|这[三四五六]个月)|(?:\d{{1,2}}、)+\d{{1,2}}(?=月份?[，,]?[每各]月))(?:月份?)?(?:[，,]?[每各]月|(?:[，,]每?逢?)?这[三四五六]个月)?(?:的?(?P<ld>{DAY})[日号]|(?P<lnth>的?{_NTH}个?{_OF_WEEK})|的?{_LAST_DAY}|[底末]))
|(?P<alike>(?:{MONTH}月?份?{_AND}){{2,5}}{MONTH}月份?(?:这[三四五六]个[单双]?月)?(?:[各都]?(?:[报交填送传]|上报|检查|自查)(?:[一1][次回遍]|[一-鿿]{{1,10}})?)?[，,]?(?:(?:日子|时间|日期|期限)(?:都|均|统一|一律)?|都|均|统一|一律)(?:定|放)?[是在于为]?(?:[当该]月的?)?(?:(?P<ad>{DAY})[日号]|月?[底末]))
|(?P<rate>(?P<rn>每|一|1|两|2)个?(?P<ru>日|天|周|星期|礼拜|月|季度?|年){_LEAST}(?P<ract>{_DOES})?(?P<rc>[一两二三四五1-5])(?(ract)[次回遍趟]|(?:[次回遍趟]|{_ACT})))
|(?P<oneortwo>(?:每月)?(?:每逢|每|逢)(?P<od>[单双])[日号])
|(?P<bare_nth>(?:(?:第[一二三四1-4]|头一?|首|最[后末]一?那?|倒数第[一1])那?个?(?:{_OF_WEEK}|{_WEEK})?{_AND})*(?:第[一二三四1-4]|头一?|首|最[后末]一?那?|倒数第[一1])那?个{_OF_WEEK})
|(?P<bare_work>(?:第一个|头一个|首个|倒数第(?P<bwn>[一二三1-3])个)工作日)
|(?P<two_months>{MONTH}月份?[、和及与]{MONTH}月份?)(?:的|这两个月的?)?(?P<td>{DAY})[日号](?=[之以]?前?各)
|(?P<tens>逢(?P<tdays>{DAY}(?:[、,，和]?逢{DAY})+)(?:[日号]|这[两二三四五几]天))
|(?P<monthend>逢(?:每月的?)?(?:月底|月末)(?:{_LAST_DAY})?)
|(?P<xun>(?:每|逢)旬(?P<xend>末|底)?(?:{_LAST_DAY})?|一旬[一1]?(?:{_ACT}|次))
|(?P<evenmonth>(?:每?逢|每)?(?P<em>[双单])月份?(?:[（(][\d、，,月和及一二三四五六七八九十]{{3,24}}[)）])?的?(?:(?P<emnth>{_NTH}个?{_OF_WEEK})|(?P<emd>{DAY})[日号]?(?:(?:至|到|[-—~]{{1,2}})(?P<emto>{DAY}))?[日号]|(?P<emend>[底末]|{_LAST_DAY})))
|(?P<falling>逢(?P<fdays>{DAY}(?:[日号]?{_AND}逢?{DAY})*[日号](?:{_AND}{_MONTH_END}(?:{_LAST_DAY})?)?))
|(?P<yearly>(?:每(?:一|个)?年度?|年年)的?(?:(?P<ymds>{_MONTH_DAYS}(?:前?{_AND}{_MONTH_DAYS})+)|(?P<yms>{MONTH}月?份?(?:{_AND}{MONTH}月?份?)*{_AND}(?:[次来翌]年)?{MONTH}月份?)(?P<ymsd>{_DAY_OF_MONTH}|的?{_NTH}个?{_OF_WEEK})?(?!{_AND}\d|{_NO_HOUR})|(?P<ym>{MONTH})月(?:份)?(?:的?(?P<ynth>{_NTH}个?{_OF_WEEK})|的?(?P<yd>{DAY})[日号]|的?(?P<yme>底|末|最[后末]一[天日]))?|年?(?P<yend>底|末)|(?P<yf>{"|".join(FIXED)})节?)?)
|(?P<each>每(?:隔|间隔)?(?P<en>半|\d{{1,4}}(?:\.\d)?|{SMALL}|几)?\s?个?(?P<eu>秒钟?|分钟?|刻钟|小时|钟头|天|日|{_WEEK}|月|季度|年(?!龄)))
|(?P<once>(?P<pn>\d{{1,3}}|{SMALL}|半)个?(?P<pu>小时|钟头|天|日|{_WEEK}|月|(?<=[个两])季度|(?<=[半两三])年)(?!(?<=日)一次[、，,和](?:\d{{1,2}}[日号]|月?[底末]))(?:一[报次轮调汇统巡送测查交访清换收检学练训碰]|(?<!日)(?<![^个]月){_DOES}一[次回遍趟]))
|(?P<oddbare>{BARE_ODD_DAYS})
|(?P<halfmonth>半月报(?=[，,：:。；（(—]))
|(?P<night>每[天日]?[早晚](?:上)?|每[天日]早晚)
|(?P<plainly>按(?P<pl>[月季周旬天日])度?|(?P<pr>[日周旬月])报|一(?P<po>[旬季])一[一-鿿]|(?P<pp>旬旬|季季))
|(?P<halfmonthly>半月一[一-鿿])
|(?P<daily>天天|逐日|日日|日清日[结报毕]|日零报告|见天儿?|早中?晚(?:各[一-鿿]{{0,2}}[一1][次遍回趟报]|[两三][次遍回趟]))
""",
    re.X,
)


def _monthdays(written: str) -> str:
    """10日、20日和月末最后一天 → 10,20,-1."""
    days = [str(whole(d)) for d in re.findall(DAY, re.sub(_LAST_DAY, "末", written)) if whole(d)]
    if re.search(r"[底末]", re.sub(_LAST_DAY, "末", written)):
        days.append("-1")
    return ",".join(dict.fromkeys(days))


def nth_weekdays(written: str) -> str:
    """第二、第四个周三 → 2WE,4WE: a number without a weekday has that of the next one."""
    found: list[str] = []
    weekday = ""
    for nth, day in reversed(re.findall(rf"(首|头(?!一)|最[后末][一1]?|倒数第[一1]|[一二三四五1-5])那?个?(?:{_WEEK}(?:的?{_WEEK})?({_WD}))?", written)):
        weekday = BYDAY[WEEKDAYS[day]] if day else weekday
        found.append(f"{-1 if nth[0] in '最倒' else whole(nth) or 1}{weekday}")
    return ",".join(reversed(found))


_NTHS_BEHIND = late(
    rf"(?:^|[：:，,、（(]|[在是为即]|分别)\s?(?P<days>(?:(?:[第头][一二三四五1-5]|首|最后[一1]?|倒数第[一1])个?{_OF_WEEK}{_AND}?){{1,4}})"
)


def nth_weekdays_behind(text: str) -> str:
    """BYDAY of the weekdays of a month that words behind its rhythm name: 一个月两回：第二个星期四和第四个星期四; "" for none."""
    found = _NTHS_BEHIND.search(text)
    return nth_weekdays(found["days"]) if found else ""


_ODD_BEHIND = late(rf"[了啦的]?[，,：:（(]\s?(?:就是|即|也就是)?(?P<days>{ODD_DAYS})")


def odd_days_behind(text: str) -> str:
    """BYDAY of the days of the week that words behind a weekly rhythm name in one breath: 一礼拜三回，二四六; "" for none."""
    found = _ODD_BEHIND.match(text)
    return _weekdays(found["days"]) if found else ""


def _monthly(m: re.Match[str]) -> str:
    rule = "FREQ=MONTHLY"
    if m["mwork"]:
        nth = -1 if m["mfl"] == "最后" else (whole(m["mwn"]) or 1) * (-1 if m["mfl"][0] == "倒" else 1)
        return f"{_MONTHLY_WORKDAY}={nth}"
    if m["mback"]:
        return f"{rule};BYMONTHDAY=-{whole(m['mback'])}"
    if m["mnth"]:
        return f"{rule};BYDAY={nth_weekdays(m['mnth'])}"
    if m["mxun"]:
        thirds = {"上": "10", "中": "20", "下": "-1"}
        return f"{rule};BYMONTHDAY={','.join(thirds[c] for c in m['mxun'] if c in thirds)}"
    if m["mtoend"]:
        return f"{rule};BYMONTHDAY=-1"
    if m["mdays"]:
        return f"{rule};BYMONTHDAY={whole(m['mto']) if m['mto'] else _monthdays(m['mdays'])}"
    if m["mwithin"]:
        last = whole(m["mwithin"])
        return f"{_MONTHLY_WORKDAY}={last}" if m["mwithinwork"] else f"{rule};BYMONTHDAY={last}"
    return f"{rule};BYMONTHDAY=5" if m["mbegin"] else rule


def _quarterly(m: re.Match[str]) -> str:
    if m["qd"] or m["qnth"]:
        months = "3,6,9,12" if m["qlast"] else "2,5,8,11" if m["qsecond"] else "1,4,7,10"
        day = f"BYMONTHDAY={whole(m['qd'])}" if m["qd"] else f"BYDAY={nth_weekdays(m['qnth'])}"
        return f"FREQ=YEARLY;BYMONTH={months};{day}"
    if m["qend"]:
        return "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"
    return "FREQ=MONTHLY;INTERVAL=3"


def _market(written: str) -> str:
    """逢三逢八: the days of a month whose last figure it is, 逢十 the tens."""
    ends = [whole(c) or 0 for c in re.findall(_MARKET, written)]
    days = sorted({tens + end for end in ends for tens in (0, 10, 20) if tens + end <= 30})
    return f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, days))}"


def _rate(m: re.Match[str]) -> str:
    """一周两报, 两周一次: so often, on days that stand elsewhere."""
    every = ";INTERVAL=2" if m["rn"] in "两2" else ""
    freq = {"日": "DAILY", "天": "DAILY", "月": "MONTHLY", "季": "MONTHLY;INTERVAL=3", "年": "YEARLY"}.get(m["ru"][0], "WEEKLY")
    return f"FREQ={freq}{every}"


_LAST_DAYS = {month: "30" if month in (4, 6, 9, 11) else "31" for month in (1, *range(3, 13))}


def _month_days(written: str) -> str:
    """6月底、12月底 → BYMONTH=6,12;BYMONTHDAY=-1; the first day alone where the months have not the same."""
    said = [(whole(month) or 0, str(whole(day)) if day else "-1") for month, day in re.findall(rf"({MONTH})月份?(?:的?({DAY})[日号]|[底末]|的?{_LAST_DAY})", written)]
    days = {day for _, day in said}
    if len(days) > 1 and all(day in ("-1", _LAST_DAYS.get(month)) for month, day in said):
        days = {"-1"}
    alike = said if len(days) == 1 else said[:1]
    return f"FREQ=YEARLY;BYMONTH={','.join(str(month) for month, _ in alike)};BYMONTHDAY={days.pop() if len(days) == 1 else said[0][1]}"


_MONTHS_AHEAD = late(rf"(?:{MONTH}月?份?{_AND})+{MONTH}月")


def _of_months(months: str, day: str | None, nth: str | None = None) -> str:
    """3月、6月、9月、12月 and 15 → BYMONTH=3,6,9,12;BYMONTHDAY=15; the last of the month where no day is said."""
    named = sorted(whole(month) or 0 for month in re.findall(MONTH, months))
    return f"FREQ=YEARLY;BYMONTH={','.join(map(str, named))};" + (f"BYDAY={nth_weekdays(nth)}" if nth else f"BYMONTHDAY={whole(day) if day else -1}")


def _day_of_months(written: str | None) -> str:
    """的第一个星期三 → ;BYDAY=1WE, 的10日 → ;BYMONTHDAY=10."""
    if not written:
        return ""
    return f";BYDAY={nth}" if re.search(_WEEK, written) and (nth := nth_weekdays(written)) else f";BYMONTHDAY={_monthdays(written)}"


def _yearly(m: re.Match[str]) -> str:
    if m["yf"]:
        month, day = FIXED[m["yf"]]
        return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"
    if m["yend"]:
        return "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"
    if m["ymds"]:
        return _month_days(m["ymds"])
    if m["yms"]:
        months = ",".join(map(str, sorted(whole(month) or 0 for month in re.findall(MONTH, m["yms"]))))
        return f"FREQ=YEARLY;BYMONTH={months}" + _day_of_months(m["ymsd"])
    if not m["ym"]:
        return "FREQ=YEARLY"
    rule = f"FREQ=YEARLY;BYMONTH={whole(m['ym'])}"
    if m["ynth"]:
        return f"{rule};BYDAY={nth_weekdays(m['ynth'])}"
    if m["yd"]:
        return f"{rule};BYMONTHDAY={whole(m['yd'])}"
    return f"{rule};BYMONTHDAY=-1" if m["yme"] else rule


def _each(m: re.Match[str]) -> str | None:
    unit, written = (m["pu"], m["pn"]) if m["once"] else (m["eu"], m["en"])
    count = number(written) if written else 1.0
    if count is None or count <= 0:
        return None
    for mark, freq, finer, per in (
        ("秒", "SECONDLY", "", 0),
        ("分", "MINUTELY", "SECONDLY", 60),
        ("刻", "MINUTELY", "MINUTELY", 15),
        ("时", "HOURLY", "MINUTELY", 60),
        ("钟", "HOURLY", "MINUTELY", 60),
        ("季", "MONTHLY", "MONTHLY", 3),
        ("月", "MONTHLY", "DAILY", 30),
        ("年", "YEARLY", "MONTHLY", 12),
        ("天", "DAILY", "HOURLY", 24),
        ("日", "DAILY", "HOURLY", 24),
        ("", "WEEKLY", "DAILY", 7),
    ):
        if mark in unit:
            if mark in "刻季" and mark:
                count *= per
            elif count != int(count) and finer:
                freq, count = finer, count * per
            interval = int(count)
            return f"FREQ={freq}" + (f";INTERVAL={interval}" if interval > 1 else "")
    return None


def _weekdays(written: str) -> str:
    """周一、三和周五 → MO,WE,FR."""
    return ",".join(BYDAY[day] for day in sorted({WEEKDAYS[c] for c in written if c in WEEKDAYS}))


def _rule(m: re.Match[str]) -> str | None:
    if m["workday"]:
        return _WORKDAYS
    if m["alternate"]:
        return "FREQ=WEEKLY;INTERVAL=2" + (f";BYDAY={_weekdays(m['altwd'])}" if m["altwd"] else "")
    if m["several"]:
        return f"FREQ=WEEKLY;INTERVAL={whole(m['sevn'])};BYDAY={_weekdays(m['sevwd'])}"
    if m["gap"]:
        return "FREQ=DAILY;INTERVAL=2"
    if m["dayrange"]:
        low, high = WEEKDAYS[m["wfrom"]], WEEKDAYS[m["wto"]]
        return f"FREQ=WEEKLY;BYDAY={','.join(BYDAY[low : high + 1])}" if low < high else None
    if m["weekday"] or m["oddweek"] or m["oddbare"]:
        return f"FREQ=WEEKLY;BYDAY={_weekdays(m['wds'] or m['owds'] or m['oddbare'])}"
    if m["oneortwo"]:
        return f"FREQ=MONTHLY;BYMONTHDAY={','.join(str(day) for day in range(1 if m['od'] == '单' else 2, 32, 2))}"
    if m["evenmonth"]:
        months = "2,4,6,8,10,12" if m["em"] == "双" else "1,3,5,7,9,11"
        if m["emnth"]:
            return f"FREQ=YEARLY;BYMONTH={months};BYDAY={nth_weekdays(m['emnth'])}"
        return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={-1 if m['emend'] else whole(m['emto'] or m['emd'])}"
    if m["falling"]:
        return f"FREQ=MONTHLY;BYMONTHDAY={_monthdays(m['fdays'])}"
    if m["ownmonth"]:
        return f"FREQ=MONTHLY;BYMONTHDAY={whole(m['ownday'])}"
    if m["monthly"]:
        return _monthly(m)
    if m["bare_nth"]:
        return f"FREQ=MONTHLY;BYDAY={nth_weekdays(m['bare_nth'])}"
    if m["bare_work"]:
        return f"{_MONTHLY_WORKDAY}={-(whole(m['bwn']) or 1) if m['bwn'] else 1}"
    if m["two_months"]:
        return _of_months(m["two_months"], m["td"])
    if m["tens"]:
        return f"FREQ=MONTHLY;BYMONTHDAY={_monthdays(m['tdays'])}"
    if m["quarterly"]:
        return _quarterly(m)
    if m["listed"]:
        return _of_months(m["lm"], m["ld"], m["lnth"])
    if m["alike"]:
        return _of_months(_MONTHS_AHEAD.match(m["alike"])[0], m["ad"])  # type: ignore[index]
    if m["yearly"]:
        return _yearly(m)
    if m["rate"]:
        return _rate(m)
    if m["market"]:
        return _market(m["mk"])
    if m["halfyear"]:
        return "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1" if m["hend"] else "FREQ=MONTHLY;INTERVAL=6"
    if m["each"] or m["once"]:
        return _each(m)
    if m["plainly"]:
        return _PLAIN[m["pl"] or m["pr"] or m["po"] or m["pp"][0]]
    plain = {
        "week_close": "FREQ=WEEKLY;BYDAY=FR",
        "week_end": "FREQ=WEEKLY;BYDAY=SA,SU",
        "both_free": "FREQ=WEEKLY;BYDAY=SA,SU",
        "monthend": "FREQ=MONTHLY;BYMONTHDAY=-1",
        "xun": "FREQ=MONTHLY;BYMONTHDAY=10,20,-1",
        "halfmonth": "FREQ=DAILY;INTERVAL=15",
        "halfmonthly": "FREQ=DAILY;INTERVAL=15",
        "night": "FREQ=DAILY",
        "daily": "FREQ=DAILY",
    }
    for name, rule in plain.items():
        if m[name]:
            return rule
    return "FREQ=WEEKLY" if m["weekly"] or m["perweek"] else None


_PLAIN = {"日": "FREQ=DAILY", "天": "FREQ=DAILY", "周": "FREQ=WEEKLY", "旬": "FREQ=MONTHLY;BYMONTHDAY=10,20,-1", "月": "FREQ=MONTHLY", "季": "FREQ=MONTHLY;INTERVAL=3"}
"""What 按月, 周报 and 一季一结 come back by."""
_PART_OF_NIGHT = {"早": Part.MORNING, "晚": Part.EVENING}
_HOUR_BEHIND = late(rf"上?\s?(?:{DAY}|[\d零〇两])\s?[:：点时\d半]")
"""每晚8点; 每晚 alone names a part of every day."""
_EXCEPT = late(r"[（(，,]?(?:双休日|周末|周六日|节?假日)(?:和节?假日)?除外[)）]?")


def read_set(text: str, at: int) -> Often | None:
    """The recurring time that begins exactly at `at`, None where 每 means something else (每人, 每村)."""
    m = _EVERY.match(text, at)
    if m is None:
        return None
    rule = _rule(m)
    if rule is None:
        return None
    end = m.end()
    word = m.group()
    if m["night"] and (part := _PART_OF_NIGHT.get(word[-1] if word[-1] != "上" else word[-2])) and not _HOUR_BEHIND.match(text, end):
        return Often(at, end, rule, part) if "早晚" not in word else Often(at, end, rule)
    if m["night"]:
        end = m.end() - (1 if word.endswith("上") else 0) - (0 if word.endswith("早晚") else 1)
        end = m.end() if word.endswith("早晚") or end <= at else end
    if rule == "FREQ=DAILY":
        skipped = _EXCEPT.match(text, end)
        if skipped:
            return Often(at, skipped.end(), _WORKDAYS)
    return Often(at, end, rule)
