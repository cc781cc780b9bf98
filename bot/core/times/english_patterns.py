"""English phrase families as regular expressions, each named by its group."""

from __future__ import annotations

import re
from functools import cache

from bot.core.wording import late

ENGLISH_FESTIVALS = {
    "national day": "国庆", "golden week": "国庆", "spring festival": "春节", "chinese new year": "春节",
    "lunar new year": "春节", "mid-autumn": "中秋", "mid autumn": "中秋", "labour day": "五一", "labor day": "五一",
    "may day": "五一", "dragon boat": "端午", "qingming": "清明", "ching ming": "清明", "tomb-sweeping": "清明",
    "tomb sweeping": "清明", "new year": "元旦", "christmas": "圣诞", "lantern festival": "元宵", "teachers' day": "教师节",
    "teacher's day": "教师节", "teachers day": "教师节", "women's day": "妇女节", "children's day": "儿童节",
    "double ninth": "重阳", "winter solstice": "冬至", "thanksgiving": "感恩节", "halloween": "万圣节",
}  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b(?:(?<!uary)(?<!march)(?<!april)(?<!may)(?<!june)(?<!july)(?<!gust)(?<!ber)\.(?!\s+(?-i:[A-Z])))?"
)
DAY_NAME = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?"
_ORD = r"(?:st|nd|rd|th)"
_NUM = r"(?:\d{1,4}(?:\.\d)?|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half(?:\san?)?|a\scouple\sof|a\sfew)"
_UNIT = r"(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|fortnights?|months?|quarters?|years?|(?:(?<=\d)|(?<=\d\s))[hdwm](?![a-z]))"
_DAY_OF = rf"(?:{DAY_NAME}\s)?"
_MORE_DAYS = rf"(?:,\s(?:the\s)?{_DAY_OF}\d{{1,2}}{_ORD}?){{0,4}},?"
"""The days between the first and the last of a list: 3, 10 and 17 March."""
_FESTIVAL = "|".join(re.escape(f) for f in sorted(ENGLISH_FESTIVALS, key=len, reverse=True))
_PATTERN = rf"""\b(?:
  (?P<Often>(?:(?:every|each)\s+(?P<oother>other\s+|(?:second|2nd)\s+(?!{DAY_NAME}\s+of\s)|two\s+|2\s+)?(?P<oday>weekday|work(?:ing)?\s?day|business\sday|day|morning|afternoon|evening|night|week|month|quarter|year|{DAY_NAME}(?:\s?(?:,|and|&)\s?{DAY_NAME}){{0,6}})(?!\w)
      |every\s+(?P<on>{_NUM})\s+(?P<ou>{_UNIT})(?:\s+on\s+(?P<owday>{DAY_NAME}(?:\s?(?:,|and|&)\s?{DAY_NAME}){{0,4}})(?!\w))?|(?P<oalt>alternate\s+)?(?P<olist>{DAY_NAME}(?:\s?(?:,|and|&)\s?{DAY_NAME}){{0,6}})(?<=days)\b
      |(?P<oadv>(?<!\bthe\s)(?<!\byour\s)(?<!\bour\s)(?:daily|weekly|monthly|quarterly|hourly|fortnightly|biweekly|yearly|annually)|(?:daily|weekly|monthly|quarterly|hourly|fortnightly|biweekly|yearly|annually)(?=\s*(?:$|[.,;!)]|on\b|by\b|at\b|before\b|every\b|in\b|until\b|from\b|\w+,?\s(?:every|each|on\s\w+days)\b)))(?:,?\s+(?:on|every)\s+(?P<oadvday>{DAY_NAME}(?:\s?(?:,|and|&)\s?{DAY_NAME}){{0,4}})(?!\w)|,?\s+(?:on|by)\s+the\s+(?P<oadvnth>\d{{1,2}}){_ORD})?(?!\s+(?:report|log|paper|table|average|sheet|form|summar|news|meeting|data|total|wage|price|brief|plan))
      |(?:on\s+|by\s+)?the\s+(?P<odays>\d{{1,2}}{_ORD}(?:\s?(?:,|and|&)\s?(?:the\s)?\d{{1,2}}{_ORD}){{0,4}})\s+(?:day\s+)?of\s+(?:every|each|the)\s+(?P<oper>month|quarter)
      |(?:the\s+)?(?:(?P<ofl0>first|1st|second|2nd|third|3rd)\s+(?:and|&)\s+(?:the\s+)?)?(?P<ofl>last|first|1st|second|2nd|third|3rd|fourth|4th)\s+(?P<owd>{DAY_NAME}|(?:working\s|business\s)?day|workday)\s+of\s+(?:every|each)\s+(?P<oper2>month|quarter)
      |(?:(?<=\bmeets\son\s)|(?<=\bplace\son\s)|(?<=\bheld\son\s))(?:the\s+)?(?P<ofl2>last|first|1st|second|2nd|third|3rd|fourth|4th)\s+(?P<owd2>{DAY_NAME})\s+of\s+the\s+month(?!\w)
      |(?:every|each)\s+(?P<onth>last|first|1st|third|3rd|fourth|4th|(?:second|2nd)(?=\s+\w+\s+of\s))\s+(?P<onthday>{DAY_NAME})(?:\s+(?:of|in)\s+(?:the|each|every)\s+month)?(?!\w)
      |(?:once|twice|thrice|(?:two|three|four)\stimes)\s(?:a|per|every|each)\s(?P<orate>day|week|month|year)(?!\w)
      |(?P<oweeks>{DAY_NAME}(?:\s?(?:,|and|&)\s?{DAY_NAME}){{0,6}})\s+(?:of\s+)?(?:every|each)\s+week(?!\w)
      |(?<!this\s)(?<!next\s)(?<!coming\s)(?<!from\s)(?<!between\s)(?P<ofrom>{DAY_NAME})\s?(?:-|–|to|through|thru)\s?(?P<oto>{DAY_NAME})(?!\w|,?\s?\(?\d{{1,2}}(?![\d:.]|\s?[ap]\.?m)|,?\s(?:of|this|next)\s)
      |on\s+(?:all\s+)?(?P<oworking>weekdays|(?:working|business)\s+days)(?!\w)|(?P<oworkonly>weekdays|(?:working|business)\s+days)\s+only
      |(?:the\s+)?end\s+of\s+(?:every|each)\s+(?P<oend>month|quarter|week|year)))
 |(?P<Date>(?:(?:the\s)?(?P<d1>\d{{1,2}}){_ORD}?(?:\s+of)?[\s-]+)?(?P<mon>{_MONTH})(?(d1)|(?:[\s-]+(?:the\s)?(?P<d2>\d{{1,2}})(?:{_ORD})?(?![\d:]|\s?[ap]\.?m\b|\s?%))?)(?:,?[\s-]+(?P<y>(?:19|20)\d\d))?(?![\d])(?:\s(?P<y2>'\d\d))?)
 |(?P<DayMonth>(?<![\d/.-])(?P<dmd>1[3-9]|2\d|3[01])/(?P<dmm>1[0-2]|0?[1-9])(?![\d/%]|\.\d))
 |(?P<From>(?P<b>\d{{1,2}}){_ORD}?(?={_MORE_DAYS}\s?(?:-|–|—|(?:to|until|till|through|(?:and|&)(?=\s(?:the\s)?{_DAY_OF}\d{{1,2}}{_ORD}?\s+(?:of\s+)?(?-i:[A-Z])))(?=\s)(?:\sthe)?(?:\s{DAY_NAME})?)\s?(?:the\s)?\d{{1,2}}{_ORD}?\s+(?:of\s+)?{_MONTH}))
 |(?P<NthDay>(?:the\s+)?(?P<nf>last|first|1st|second|2nd|third|3rd|fourth|4th)\s+(?P<nfd>{DAY_NAME}|(?:working\s|business\s)?day)\s+(?:of|in)\s+(?:(?P<nfm>{_MONTH})|(?P<nfr>this|next|the|last)\s+month))
 |(?P<Weekday>(?P<ww>next|this(?:\scoming)?|coming|last|previous)?\s*(?P<wd>{DAY_NAME})(?<!s)(?!\w)(?!\s?(?:shift|team|roster))(?P<wlater>\s+week\b(?!\s*(?:\d|of\b|before|after|end|night)))?|a\s+week\s+(?:from|on|after)\s+(?:this\s+|coming\s+)?(?P<wd2>{DAY_NAME})(?<!s)(?!\w)|(?P<ww2>next|this|last)?\s*(?P<wend>weekend))
 |(?P<Day>(?:the\s+)?day\s+after\s+tomorrow|the\s+day\s+before\s+yesterday|today|tonight|tomorrow|tomorow|tmrw?|yesterday|this\s+(?:morning|afternoon|evening)|last\s+night|the\s+same\s+day)
 |(?P<Cob>c\.?o\.?b\.?|e\.?o\.?[db]\.?|(?:the\s+)?close\s+of\s+(?:business|play|work|day)|(?:the\s+)?end\s+of\s+(?:the\s+)?(?:business\s+|work(?:ing)?\s*)?day|(?:the\s+)?end\s+of\s+(?:business|work)|end\s+of\s+office\s+hours)
 |(?P<Part>(?P<mid>midnight)|(?:early\s+|late\s+|mid-?)?(?P<p>morning|afternoon|evening|night)|(?P<noon>noon|midday|lunch(?:time)?))
 |(?P<HourTo>(?:(?<=between\s)(?=[\d:.]+\sand\s)|(?!\S+\sand\s))(?P<hb>1[0-2]|[1-9])(?:[:.](?P<hbm>[0-5]\d))?(?=\s?(?:-|–|—|to|until|till|and)\s?(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?\s?[ap]\.?m\b))
 |(?P<Clock>(?P<h>\d{{1,2}})(?:[:.](?P<mi>[0-5]\d))?\s?(?:(?P<ap>[ap])\.?m\b\.?|o'?clock(?:\s+in\s+the\s+(?P<ap2>morning|afternoon|evening))?|(?P<hrs>\s?h(?:rs|ours)\b(?<=\d\d\dhrs)))|(?P<h4>[01]?\d|2[0-3])h(?P<mi4>[0-5]\d)\b|(?P<h2>[01]\d|2[0-3])(?P<mi2>[0-5]\d)\s?h(?:rs|ours)?\b|(?:(?<=(?:at|by)\s)|(?<=before\s)|(?<=until\s))(?P<h3>1[0-2]|[1-9])(?=[\s,.]*(?:$|on\b|tomorrow|today|tonight|sharp|(?:in\sthe|this)\s(?:morning|afternoon|evening)|\n|[.,]\s))|half\spast\s(?P<hp>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten))
 |(?P<Within>(?:within|in|inside|no\s+more\s+than)\s+(?:the\s+(?:next|coming)\s+)?(?P<wn>{_NUM})\s*(?P<wwork>working\s|business\s|work\s)?-?\s*(?P<wu>{_UNIT})(?P<wlate>\s+of\s+receipt|'?\s+time)?(?!\s+(?:early|earlier|late|later|or\s|of\s+(?!receipt|receiving|getting|this\s|the\s+date\s+of\s+this|now\b|today)|old))\b)
 |(?P<Next>(?:the\s+)?(?P<nw>next|coming|past|last|previous)\s+(?P<nn>{_NUM})\s+(?P<nu>{_UNIT})\b)
 |(?P<Ago>(?P<an>{_NUM})\s+(?P<awork>working\s|business\s)?(?P<au>{_UNIT})\s+(?P<ah>ago|later|from\s+(?:now|today|receipt)|after\s+receipt|before)\b)
 |(?P<Long>(?P<ln>{_NUM})\s?-?(?P<lwork>working\s|business\s)?(?P<lu>(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?))\b)
 |(?P<Edge>(?P<ee>(?:the\s+)?(?:end|beginning|start|middle)\s+of|mid-?|early|late|(?:the\s+)?close\s+of)\s*(?:(?:the|this)\s+)?(?P<en>next\s+|last\s+)?(?P<eu>week|month|quarter|year|{_MONTH})(?:\s+(?P<ey>(?:19|20)\d\d))?|(?P<eme>month|quarter|year|week)[\s-]?end|(?P<eof>eow|eom|eoq|eoy))
 |(?P<Period>(?P<pw>next|this|last|previous|current|the\s+coming)\s+(?P<pu>week|month|quarter|year))
 |(?P<Nth>(?:the\s+)(?P<nd>\d{{1,2}}){_ORD}(?:\s+of\s+(?P<nm>this|next|the|last)\s+month|(?!\s+(?:of\s+)?{_MONTH}|\s+(?:century|floor|edition|anniversary|session|round|batch|quarter|grade|place|time|meeting|day\s+of|of\s+(?:each|every))))
     |(?P<nd2>\d{{1,2}}){_ORD}\s+(?:of\s+(?P<nm2>this|next|the|last)\s+month|inst\b\.?)
     |(?:(?<=\bby\s)|(?<=\bbefore\s)|(?<=\btill\s)|(?<=\buntil\s)|(?<=day\s)|(?<=\b(?:mon|tue|wed|thu|fri|sat|sun)\s))(?P<nd3>\d{{1,2}}){_ORD}(?!\s+(?:of\s+)?(?:{_MONTH}|the|each|every)|\s+(?:century|floor|edition|grade|place|day\b)))
 |(?P<Festival>(?:the\s+)?(?P<f>{_FESTIVAL})(?:\s+festival)?(?:'?s?\s+(?P<feve>eve|day))?(?P<fbreak>\s+(?:holidays?|break|week))?)
 |(?P<Quarter>(?:the\s+)?(?P<qn>first|second|third|fourth|1st|2nd|3rd|4th)\s+quarter(?:\s+(?:of\s+)?(?P<qy>(?:19|20)\d\d))?)
 |(?P<Year>(?<=in\s)(?P<yy>(?:19|20)\d\d)(?![\d./-]))
 |(?P<Now>right\s+now|now(?=\s+(?:until|till|to)\b))
)"""
_WORD = late("[A-Za-z]+")
_NUMBERED = late(r"\d(?:h\d|(?<=[123]\d)/[01]?\d(?!\d|/)|\s?(?:[ap]\.?m|st|nd|rd|th|h|d|w|m|min|hrs?|hours?|days?)\b)", re.I | re.A)
_HINT = late(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|mon|tue"
    r"|wed|thu|fri|sat|sun|today|tonight|tom+or+ow|tmrw?|yesterday|day|week|month|quarter|year|hour|min|noon|midday|midnight"
    r"|morning|afternoon|evening|night|daily|hourly|fortnight|biweekly|annually|lunch|cob|eod|eob|eow|eom|eoq|eoy|c\.o\.b|e\.o\.[db]|close"
    r"|end|business|o'clock|half|weekend|now|in (?:19|20)\d\d|each|every|(?:at|by|before|until) \d|(?:spring|national|golden|mid.autumn|labou?r"
    r"|dragon|qingming|ching|tomb|new year|christmas|lantern|teacher|women|children|double|winter|thanks|hallow))",
    re.I,
)


def says_english_time(text: str) -> bool:
    """Whether any English time word stands in the text: a cheap look that spares Chinese texts the English rules."""
    first = _WORD.search(text)
    if first is None:
        return False
    words = (word.start() for word in _WORD.finditer(text, first.start()))
    return any(_HINT.match(text, at) for at in words) or _NUMBERED.search(text) is not None


@cache
def english() -> re.Pattern[str]:
    """All English families in order of precedence; compiled once on first need.

    A Chinese character ends a word (9月24日5pm前): only ASCII letters and digits go on.
    """
    return re.compile(_PATTERN, re.X | re.I | re.A)


@cache
def day_to() -> re.Pattern[str]:
    """The second number of Oct 22–23."""
    return re.compile(r"(?<=[-–—])\d{1,2}(?:st|nd|rd|th)?(?![\d:.\-])")
