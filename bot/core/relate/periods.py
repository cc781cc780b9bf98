"""What tells two look-alike duties apart: batch, period, holiday, edition, population, subject of the same form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.core.relate.wording import plain, same_words

_BATCH = re.compile(r"第?(\d+|首|[一二三四五六七八九十])(批次?|轮)|第(\d+)(期|阶段|标段)|(?:首)(批|轮|期)|(?:^|(?<=[\s,。:;(【]))([二三四五2-5])(期)(?![间限末初望待])")
_EDITION = re.compile(r"第(\d+|[一二三四五])版|\bv(\d+)\b")
_MONTH = re.compile(
    r"(?<![\d月至到\-~—从自])(1[0-2]|[1-9])月份?(?=(?:份|的)*[)）]|(?:份|的|末|底|全月|当月)?[一-鿿]{0,12}?(?:表|报|数据|台账|名单|统计|核算|考勤|工资|账|总结|小结|计划|清单|进度|调度|体检|用电|用水|调查|考核|排查|值班))(?!\d|底前|末前|前|初前)"
)
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_MONTH = re.compile(
    r"(?<!\d )(?<!\dst )(?<!\dnd )(?<!\drd )(?<!\dth )(?<! of )(?<!by )(?<!in )(?<!until )(?<!till )(?<!before )(?<!after )(?<!since )(?<!from )(?<!end )(?<!mid )(?<!mid-)(?<!early )(?<!late )(?<!day )(?<!day, )(?<!on )"
    r"\b(?:(jan)(?:uary)?|(feb)(?:ruary)?|(mar)ch|(apr)il|(jun)e|(jul)y|(aug)ust|(sep)t(?:ember)?|(oct)(?:ober)?|(nov)(?:ember)?|(dec)(?:ember)?)(?:'s)?\b(?!\.? ?(?:the )?\d{1,2}(?!\d))(?=[' ]| ?[a-z]|$|[.,!?;:])"
)
"""November timesheets, the forecast for December; no day of these months."""
_HALF = re.compile(r"(上半年|下半年|全年)")
_QUARTER = re.compile(r"(?:第)?([1-4一二三四])季度?(?!末前)|q([1-4])")
_SCHOOL = re.compile(r"(春季|秋季|暑期|暑假|寒假|冬春|秋冬)")
_HOLIDAY = re.compile(r"(元旦|春节|两节|元宵|清明|五一|劳动节|端午|六一|七一|八一|中秋|国庆|重阳|双节)")
_YEAR = re.compile(r"(20\d\d)年度?(?!\d{0,2}\d?月|1?\d月)")
_CADENCE = re.compile(r"(日报|周报|月报|季报|年报|旬报|半月报|小时报|快报|零报告)")
_DOCUMENT = re.compile(r"[〔\[(（]\s*(20\d\d)\s*[〕\])）]\s*第?\s*(\d+)\s*号|(?<![\d月至到\-—])(\d+)号(?:文|函|令|通知|明电|传真)")
_RANGE_NO = re.compile(r"(?<![\d年月])(\d+)\s*(?:-|—|–|~|至|到)\s*(\d+)\s*号")

_PEOPLE = (
    "老人|儿童|妇女|党员|残疾人|学生|教师|退役军人|低保|特困|困境|孤儿|监测户|脱贫户|脱贫人口|农民工|职工|商户|企业|租户|租客|房东|医生|志愿者"
    "|网格员|护林员|河长|大学生|毕业生|精神障碍|孕产妇|孕妇|婴幼儿|幼儿|青年|干部|村干部|候选人|党组织|死亡|失能|高龄|失独|优抚|烈属|军属|信访|刑满|矫正|吸毒"
    "|五保|大户|种粮|养殖户|渔民|船主|司机|餐饮|学校|医院|工地|加油站|超市|宾馆|网吧|矿山|水库|山塘|桥梁|隧道|危房|自建房|厂房|仓库|大棚|农机|车辆|船舶|电梯"
    "|留守|流动|城市|农村|重度|轻度|在校|在册|外出|返乡|新增|退出|疫苗|犬|猪|牛|羊|家禽|水稻|小麦|玉米|油菜|大豆|蔬菜|茶|果|早稻|晚稻|中稻"
)
_POPULATION = re.compile(_PEOPLE)
_QUALIFIER = re.compile(r"留守|流动|城市|农村|重度|轻度|在校|在册|外出|返乡|新增|退出|困境|失能|高龄|低保|特困|早稻|晚稻|中稻")


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks that must not disagree between two messages about one duty; each a set of what was said."""

    batches: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    halves: frozenset[str] = frozenset()
    quarters: frozenset[str] = frozenset()
    seasons: frozenset[str] = frozenset()
    holidays: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    cadences: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    ranges: frozenset[str] = frozenset()
    population: frozenset[str] = frozenset()


PERIOD_MARKS = ("batches", "months", "halves", "quarters", "holidays", "years")
_SAME_HOLIDAY = {"劳动节": "五一", "双节": "两节"}
_HAN = {"首": "1", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9", "十": "10"}


def _batch(found: re.Match[str]) -> str:
    number, word = found[1] or found[3] or found[6] or "首", found[2] or found[4] or found[5] or found[7]
    return _HAN.get(number, number) + word[0]


def _english_month(found: re.Match[str]) -> str:
    return str(_ENGLISH_MONTHS.index(found[found.lastindex or 0]) + 1)


@lru_cache(maxsize=16384)
def read_marks(text: str) -> Marks:
    """Batch, period, holiday, document number and population named in a message."""
    said = plain(text)
    return Marks(
        batches=frozenset(_batch(m) for m in _BATCH.finditer(said)),
        months=frozenset(m[1] for m in _MONTH.finditer(said)) | frozenset(_english_month(m) for m in _ENGLISH_MONTH.finditer(said)),
        halves=frozenset(m[1] for m in _HALF.finditer(said)),
        quarters=frozenset(_HAN.get(m[1] or m[2], m[1] or m[2]) for m in _QUARTER.finditer(said)),
        seasons=frozenset(m[1] for m in _SCHOOL.finditer(said)),
        holidays=frozenset(_SAME_HOLIDAY.get(m[1], m[1]) for m in _HOLIDAY.finditer(said)),
        years=frozenset(m[1] for m in _YEAR.finditer(said)),
        cadences=frozenset(m[1] for m in _CADENCE.finditer(said)),
        documents=frozenset(m[2] or m[3] for m in _DOCUMENT.finditer(said)),
        ranges=frozenset(f"{m[1]}-{m[2]}" for m in _RANGE_NO.finditer(said)),
        population=frozenset(m[0] for m in _POPULATION.finditer(same_words(text))),
    )


def disagree(a: Marks, b: Marks) -> str:
    """The first period mark of which both sides name something and share nothing, "" when none disagrees."""
    for name in PERIOD_MARKS:
        mine, theirs = getattr(a, name), getattr(b, name)
        if mine and theirs and not mine & theirs and not (name == "holidays" and {"两节"} & (mine | theirs)):
            return name
    return ""


def later_batch(a: Marks, b: Marks) -> bool:
    """Whether one side names a second or later batch and the other names none: most likely the first of them."""
    return bool(a.batches and not b.batches) and all(batch[:-1] != "1" for batch in a.batches)


def population_apart(a: Marks, b: Marks) -> bool:
    """Whether both sides name people or things counted and share none."""
    return bool(a.population and b.population and not a.population & b.population)


def qualifiers(marks: Marks) -> frozenset[str]:
    """The qualifying part of a population: 留守, 农村, 特困 …"""
    return frozenset(p for p in marks.population if _QUALIFIER.fullmatch(p))
