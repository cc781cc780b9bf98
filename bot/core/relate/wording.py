"""Words made comparable: one spelling, plain words for dialect and officialese, boilerplate taken out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.core.normalise import normalise

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}

_SAME_WORD: tuple[tuple[str, str], ...] = (
    (r"身份证(?:号码|号)?|证件号码?", "证号"),
    (r"联系(?:方式|电话|号码)|手机(?:号码|号)?|电话(?:号码|号)|座机", "电话"),
    (r"名字|叫啥子?|叫什么|姓甚名谁", "姓名"),
    (r"家庭(?:住址|地址)|住址|住哪里?|住在哪|门牌号?|在哪点?", "地址"),
    (r"啥子?|么子|咋个|什么", ""),
    (r"(?:打工|务工|外出就业)", "务工"),
    (r"小娃儿?|娃儿|娃娃|小孩子?|孩子|娃(?=[^\w]|名|的|些)", "儿童"),
    (r"老年人|老人家?|长者", "老人"),
    (r"(?:8[05]|八十五?)周?岁(?:及|含)?以上|高寿", "高龄"),
    (r"退伍军人|退役士兵|退伍兵|复退军人|老兵", "退役军人"),
    (r"建档立卡(?:户|人口)|(?:原|老)?贫困户", "脱贫户"),
    (r"(?:防返贫)?监测对象|三类户|三类人员", "监测户"),
    (r"五保户?|分散供养对象", "特困"),
    (r"精神病人?|精神疾病患者|精障患者", "精神障碍"),
    (r"(?:社区)?矫正(?:人员|对象)|社矫(?:人员|对象)?", "矫正"),
    (r"残疾(?:朋友|群众|的)|持证残疾人|残障人士", "残疾人"),
    (r"老板|店主|经营者|经营业主", "经营者"),
    (r"商铺|店铺|门店|门面|底商", "商户"),
    (r"花名册|名册|清册|名单|底册|清单|名录", "名单"),
    (r"台帐|台账|登记表|统计表|汇总表|情况表|信息表|明细表|一览表", "台账"),
    (r"截图识别|图片转?文字|文字识别", ""),
    (r"钟头", "小时"),
    (r"房子|房屋|住房", "房屋"),
    (r"过世|去世|死亡|亡故", "死亡"),
    (r"会议(?=室)", "会议"),
    (r"没缴费|没交钱|没缴|还没交钱|未缴费?", "未缴"),
    (r"毁坏|损坏|坏(?=了?几|掉)", "受损"),
    (r"淹了?(?=水|多少|的)|受了?灾", "受灾"),
)
_SAME_WORD_RE = tuple((re.compile(a), b) for a, b in _SAME_WORD)

_SCAN_ERRORS = str.maketrans({"査": "查", "岀": "出", "帐": "账", "囗": "口", "曰": "日", "卄": "廿", "靑": "青", "戸": "户"})

_BOILERPLATE = re.compile(
    "|".join(
        (
            r"请?各(?:乡镇|镇街|镇|乡|街道|村|社区|单位|部门|支部|组|站所|科室|小区|位|网格)(?:[（(]社区[)）])?",
            r"关于|通知|如下|现将|为(?:做好|了|便于|切实)|按照?|根据|要求|有关|相关|工作|情况|做好|组织|开展|进行|统一|及时|认真",
            r"请(?:于|在|将|把|按)?|务必|必须|抓紧|尽快|赶紧|马上|立即|提醒|大家|注意|谢谢|辛苦|收到|回复",
            r"(?:上|填|报|发|送|交|传|提交|汇总)(?:送|报|给|到|至|在|进|我|齐)+|报送|上报|填报|填写|提交|填表|收齐",
            r"今天|明天|后天|今晚|明早|今日|明日|本周|下周|这周|周[一二三四五六日天]|星期[一二三四五六日天]|上午|下午|晚上|中午|早上|点半?|下班",
            r"截止|截至|之前|以前|前|还有|还差|还没|还缺|最后一天|就剩|只剩|不变|时间|今年|本月",
            r"\d+(?:\.\d+)?(?:年|月|日|号|时|点|分|天|小时|分钟|个|名|张|份|户)?",
            r"(?<![0-9a-z._%+-])[0-9a-z._%+-]+@[0-9a-z.-]+|https?://\S+",
            r"\b(?:the|a|an|and|or|to|of|for|in|on|by|please|is|are|be|we|you|your|all|with|at|this|that|it)\b",
            r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december"
            r"|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|today|tomorrow|tonight|noon|morning|afternoon|evening|eod|cob|close of business"
            r"|latest|deadline|due|until|before|next|kindly|dear|colleagues?|thanks?|thank|them|our|us|me|from|has|have|was|were|been|will|must|need(?:s|ed)?|also|as)\b",
        )
    )
)
_UNITS_MISSING = re.compile(
    r"(?:[一-鿿]{2,3}、)+[一-鿿]{2,3}?(?=(?:今天|昨天|都|还|也|仍)?(?:没|未|空|人呢|缺|在哪|抓紧|你们))"
    r"|(?<=[还就只单][差缺])(?:[一-鿿]{2,3}、)+[一-鿿]{2,3}?(?=[两三四五六七八九0-9]?个|[,。!]|$)"
)
_NON_WORD = re.compile(r"[^\w]+|_+")


def plain(text: str) -> str:
    """The text in one spelling: simplified, half-width, lower case, scan errors and Chinese numerals put right."""
    return _plain(text)


@lru_cache(maxsize=16384)
def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", normalise(text).text).lower().translate(_SCAN_ERRORS)
    text = _WEEKDAY.sub("周", text)
    return _NUMERAL.sub(lambda m: _number(m[0]), text)


_WEEKDAY = re.compile(r"(?:礼拜|星期)(?=[一二三四五六日天1-7])")

_NUMERAL = re.compile(
    r"(?:[一二两三四五六七八九]?千)?(?:[一二两三四五六七八九]百零?)?[一二三四五六七八九]?十[一二三四五六七八九]?(?=[年月日号点时个户名家张份字村天人岁项页层楼条批])"
    r"|[一二两三四五六七八九]千(?:[一二三四五六七八九]百)?(?=[字元户人])"
    r"|[一二两三四五六七八九](?=[年月日号点时个户名家张份村天人项页层楼批季])"
)


def _number(said: str) -> str:
    total = current = 0
    for c in said:
        if c in _DIGITS:
            current = _DIGITS[c]
        else:
            unit = {"十": 10, "百": 100, "千": 1000}.get(c, 1)
            total += (current or 1) * unit
            current = 0
    return str(total + current)


_ASIDE = re.compile(
    r"(?:跟|和|与|同)[^,，。；;]{1,14}(?:那张|那个|那份|那套|那回|的)?[^,，。；;]{0,4}(?:不是一(?:回事|码事|个|张)|不一样|不同|无关|没关系|别(?:弄|搞)?混|不要混|分开)"
    r"|(?<![^,，。；;、\s])(?:(?!时间|地点|地方|日期|期限|截止|要求|格式|内容|其[他它余]|别的|份数|口径|邮箱|渠道|路线|会议|程序|方式|人员|议程|[\d点楼室号]|还有|(?:个|些)(?:村|组|人|单位|社区)|[户家](?:都|还|没))[^,，。；;、\s]){2,14}(?:不变|不动|照旧|照常|依旧|没[换变动改]|先不管|(?:照|按)[^,，。；;]{0,6}(?:原来|日子))(?![^,，。；;!！\s])"
    r"|(?:我|就|可以|可|直接)?(?:照着?|按照?|参照|参考|仿照|比照|从)[^,，。；;]{0,12}(?:那张|那个|那份|那套|里)[^,，。；;]{0,8}(?:改|倒|抄|填|导|摘|拉|复制|弄)[^,，。；;]{0,4}"
)


_BRACKETED = re.compile(r"[（(][^（）()]{0,120}[）)]")


def without_columns(text: str) -> str:
    """The text without what stands in brackets: a table's columns, not its subject."""
    return _BRACKETED.sub(" ", text)


def without_asides(text: str) -> str:
    """The text without what only mentions another duty (跟中秋那张不是一回事, 照农业那张改一改, 走读的不变)."""
    rest = _ASIDE.sub("", text)
    return rest if any(map(str.isalpha, rest)) else text


def same_words(text: str) -> str:
    """Plain text with dialect, officialese and the many names of a list brought to one word each."""
    text = plain(text)
    for pattern, word in _SAME_WORD_RE:
        text = pattern.sub(word, text)
    return text


def subject_words(text: str) -> tuple[str, ...]:
    """What a message is about: its words without addressees, urging, dates, verbs of handing in and addresses."""
    return _subject_words(text)


@lru_cache(maxsize=16384)
def _subject_words(text: str) -> tuple[str, ...]:
    bare = _BOILERPLATE.sub(" ", _UNITS_MISSING.sub(" ", same_words(text)))
    return tuple(w for w in _NON_WORD.split(bare) if w)


def phrases(words: tuple[str, ...]) -> frozenset[str]:
    """Four-character pieces of words: what two texts about one thing rarely share by chance."""
    return frozenset(w[i : i + 4] for w in words for i in range(len(w) - 3))


def bigrams(words: tuple[str, ...]) -> frozenset[str]:
    """Two-character pieces of Chinese words and whole Latin words."""
    found: set[str] = set()
    for word in words:
        for run in re.findall(r"[a-z0-9]+|[^a-z0-9]+", word):
            if run[0].isascii():
                if len(run) > 2:
                    found.add(run)
            elif len(run) == 1:
                continue
            else:
                found.update(run[i : i + 2] for i in range(len(run) - 1))
    return frozenset(found)
