"""Tables with several columns of dates: what the head of a column says its dates are for, and whose column it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.core.models import TimeKind
from bot.core.reasons import PAST, SESSION, WEIGHED_OUT
from bot.core.roles import FINISH, HAND_IN, DateRole, Verdict
from bot.core.spanning import Placed
from bot.core.tables import Row, pairs, tables
from bot.core.wording import late

_LEVELS = ("组", "户", "村", "社区", "校", "企业", "单位", "站所", "乡镇", "镇", "街道", "县", "市", "省")
"""Who acts, from below; the lowest who has a column is the reader where the text does not say whose column it is."""
_ACTOR = late(rf"^(?P<who>{'|'.join(sorted(_LEVELS, key=len, reverse=True))})(?:里|级|局)?(?=[一-鿿]{{1,}})")
_OTHERS = late(r"^(?:专家|机构|第三方|评委|上级|我们?|本[局站办所]|公示|公布|发放|拨付|拨款|打卡|到账|兑付|结果公[布示]|返还|反馈结果|[发换制][证牌照卡]|(?:出(?:报告|结果|图|证)|给?(?:答复|结果))$)|公[示布]$|评审$")
_HIRED = late(
    r"^(?:由)?(?:[一-鿿]{0,3}(?:施工|安装|维修|检修|电工|木工|工程|测绘|检测|勘[测察]|鉴定|设计|监理|承包|拆除|清运|消杀)(?:队|方|单位|公司|院|组|人员|师傅)|[一-鿿]{0,2}(?:厂家|厂商|厂方|供应商|供货商|第三方|师傅|快递|印刷厂|物流)|[一-鿿]{1,4}(?:站|所|局|办|科|中心)(?=(?:初|复|终)?[审核验批]|验收|汇总|打款|拨款|检查|盖章|发))"
    r"[一-鿿]{0,8}"
)
"""施工队进场, 厂家送箱, 林业站审: who is not the reader where another column says what is handed in."""
_CLOSES_WORK = late(r"^(?:完工|竣工|收尾|验收|交付|通水|通电|投用|撤场|复查)(?:时间|日期)?$")
"""What the work of those hired ends with, in a column behind theirs."""
_AT_HOME = late(r"在场|到场|在家|留人|留门|开门|等候|陪同")
_SAID_OF_OTHERS = late(
    r"(?P<which>(?:最?[右左]边?|[后前]面?|末尾|最后|中间)(?P<n>[一两二三四])?|第(?P<nth>[一二三四五六](?:[、和,，]第?[一二三四五六]){0,3}))[列栏](?:的)?(?:时间|日子|日期|时间点)?(?:都|全)?(?:是|由|归|属于?|给)(?!各|你|大家|咱|本人|[村社区校班组户]|我们要|要)(?:[^，。；\n]{1,14}?(?:的|自己|定|安排|负责|办|干|用|做|内部|那边)|[^，。；\n]{1,10}(?=[，。；\n]|$))"
)
"""右边两栏是施工队自己的日子: columns that are said to be others'."""
_MEETS = late(r"上课|培训|开课|开班|开会|会议|考试|笔试|面试|演练|现场|实地|上门|体检|接种|比赛|彩排|演出|集合|出发|宣讲|讲座|活动")
_OTHERS_IN_BRACKETS = late(r"[（(](?:由)?(?:[我本](?:[办局站所科股室中]|们|方|单位)?|[县市区镇乡省]里?(?:[局办级委政]|街道)?[^（）()]{0,4}|督[查导]组|专家|第三方|上级)[^（）()]{0,4}[)）]")
"""验收(我办): who does what the head of a column names."""
_CHECKED = late(r"^(?:验收|抽[查验检]|督查|复[核查验]|考核|检查|核查|评审|审[核定]|通报|公示)(?:时间|日期)?$")
"""What others do once the limits of the column beside it are over."""
_DAY = late(r"(?:日期|日子|时间|哪[天日]|几号|date|when|day)", re.I)
_SESSION = late(r"(?:活动|宣讲|培训|上课|开讲|开课|演出|放映)?(?:日期|日子|时间|钟点|哪[天日]|几[号点]|场次)|开[讲课场演](?:时间)?", re.I)
"""Heads of a column of days or hours on which something takes place, where another one says where."""
_PLACE = late(r"地\s?点|会场|场地|在哪|place|venue|where", re.I)
_WHERE = late(r"(?:活动|宣讲|培训|上课|演出|放映)?(?:地点|地方|场地|会场|场所|位置)|在?(?:哪里?|何处)[一-鿿]{0,2}|place|venue|where", re.I)
_DUE = late(rf"截|时限|期限|限期|到期|due|deadline|{HAND_IN}|{FINISH}|报|名单|初审|材料|[筛查核审验补]|摸[底排]|入户|走访|登记|采集|录入|进场|[开完竣]工", re.I)
_OWN = late(r"(?:只管|只看|只按|负责|照|看)[^，。；\n]{0,6}?(?P<which>中间|最?左边?|最?右边?|第[一二三四]|头一)[一这那]?[列栏]")
_TO = late(rf"(?:各|请)(?P<who>{'|'.join(sorted(_LEVELS, key=len, reverse=True))})[^，。；\n|｜]{{0,8}}?(?:照|按|看|办)")
_LIMITS = late(
    r"^(?:[一-鿿]{0,6}(?:截止|截至|时限|期限|限期)[一-鿿]{0,4}|(?:完成|报送|上报|提[交供]|递交|移交|交回|送达|办结|交付|整改|反馈|填报|到位|销号|清零)(?:时间|日期|节点)|(?:最[迟晚]|何时前?)[一-鿿]{0,4}|deadline|due(?: date| by)?"
    r"|(?=[一-鿿]{0,8}[交报补收送办改退还传要截限完前])[一-鿿]{0,3}(?:几号|哪[天日]|几时|何[时日]|什么时候)[一-鿿]{0,3}|[交报补收送改退还限][一-鿿]{0,2}日(?:期|子)?|到期日?|限到|末日)$",
    re.I,
)
"""Heads of a column of limits, whatever else the table holds."""
_OF_THINGS = late(
    r"[一-鿿]{0,6}(?:出生|生日|入党|入职|入学|领证|发证|初领|签订|购买|购置|注册(?=日)|成立|退休|届满|失效|过期|发病)(?:日期?|时间|年月|日子)?"
    r"|[一-鿿]{0,4}(?:证件?|证书|合同|执照|许可|保险|保单|质保|有效期?|协议|租约)(?:的)?(?:有效期?)?(?:[到截]期|[至止])(?:日期?|时间)?|有效期限?至?"
)
"""Heads of a column of days that things or people have: 届满日, 出生日期, 证件到期日."""
_ROW_OF_OTHERS = late(r"[我本市县区镇乡](?:局|办|级|委|中心|站|街道)|领导小组|专班|督[查导]|抽[查验检]|验收|考核|公[示布]|[拨兑]付|发放|评[审选比]|通报|专家")
"""A row of what the issuer or somebody above does."""
_UNDECIDED = frozenset({WEIGHED_OUT, "no_duty_beside_it", "act_later", "bare_span"})
_LENGTH = late(r"[\d一二三四五六七八九十两半]{1,3}个?(?:分钟?|秒钟?|小时)(?:[之以]?内)?")
"""8分钟以内: how long a film may be, in a cell of its own."""
_AS_SESSION = frozenset({"weighed_event", SESSION})
"""Reasons of days with an hour that only look like those of a programme."""
_FEWEST_CELLS = 2
_BESIDE = 200
"""How far from a table it may be said whose column is whose."""


def _said_of_others(heads: Sequence[str], text: str) -> frozenset[int]:
    """The columns that the words beside a table give to somebody else."""
    said = _SAID_OF_OTHERS.search(text)
    if said is None:
        return frozenset()
    if said["nth"]:
        return frozenset("一二三四五六".index(each) for each in said["nth"] if each in "一二三四五六")
    count, last = "一两三四".find((said["n"] or "一").replace("二", "两")) + 1, len(heads)
    if said["which"].startswith("中"):
        return frozenset({last // 2}) if last % 2 else frozenset()
    right = said["which"].lstrip("最")[:1] in "右后末"
    return frozenset(range(last - count, last)) if right or said["which"].startswith("最后") else frozenset(range(count))


def _of_hired(heads: Sequence[str], columns: Sequence[int]) -> frozenset[int]:
    """The columns of those hired and of offices that examine, and behind them what their work ends with; none where nothing is handed in."""
    handed = [c for c in columns if _DUE.search(heads[c]) and not _HIRED.match(heads[c])]
    hired = [c for c in columns if _HIRED.match(heads[c])]
    if not handed or not hired:
        return frozenset()
    return frozenset({*hired, *(c for c in columns if c > hired[0] and _CLOSES_WORK.match(heads[c]))})


def _mine(heads: Sequence[str], columns: Sequence[int], text: str) -> frozenset[int]:
    """The columns whose dates are the reader's."""
    theirs = _said_of_others(heads, text) | (frozenset() if _AT_HOME.search(text) else _of_hired(heads, columns))
    columns = [c for c in columns if c not in theirs]
    limited = any(_LIMITS.fullmatch(heads[column].strip("*# ")) for column in columns)
    columns = [c for c in columns if not (_OTHERS_IN_BRACKETS.search(heads[c]) or (limited and _CHECKED.match(heads[c])))]
    said = _OWN.search(text) if columns else None
    if said:
        place = {"中": len(columns) // 2 if len(columns) % 2 else 0, "左": 0, "右": -1, "一": 0, "二": 1, "三": 2, "四": 3}
        index = place[next(c for c in said["which"] if c in place)]
        return frozenset(columns[index : index + 1] or columns[index:])
    whose = {column: found["who"] for column in columns if (found := _ACTOR.match(heads[column]))}
    to = _TO.search(text)
    if to and to["who"] in whose.values():
        return frozenset(column for column in columns if whose.get(column, to["who"]) == to["who"] and not _OTHERS.search(heads[column]))
    lowest = min((_LEVELS.index(who) for who in whose.values()), default=0)
    return frozenset(
        column for column in columns if not _OTHERS.search(heads[column]) and (column not in whose or _LEVELS.index(whose[column]) == lowest)
    )


def _role(head: str, heads: Sequence[str]) -> DateRole | None:
    """What the dates under a head are for; None where it does not say."""
    if _MEETS.search(head) and not re.search(r"名单|截|材料|报", head):
        return DateRole.EVENT
    if _DAY.fullmatch(head.strip()):
        return DateRole.EVENT if any(_PLACE.search(each) for each in heads) else None
    return DateRole.DEADLINE if _DUE.search(head) else None


def _of_limits(
    verdicts: Sequence[Verdict], head: Row, columns: Sequence[int], body: Sequence[Row], placed: Placed[int]
) -> list[int]:
    """Dates that stand for themselves in the one column of limits and were taken for nothing, or on the whole for sessions."""
    at = next((place for place, cell in enumerate(head.cells) if _LIMITS.fullmatch(cell.strip("*# "))), None)
    if at is None or any(column != at for column in columns) or _OTHERS.search(head.cells[at]) or _ACTOR.match(head.cells[at]):
        return []
    found: list[int] = []
    for row in body:
        if _ROW_OF_OTHERS.search("｜".join(cell for place, cell in enumerate(row.cells) if place != at)):
            continue
        cell = row.begins[at], row.begins[at] + len(row.cells[at])
        for index in placed.between(cell[0], cell[1] - 1):
            v = verdicts[index]
            day = v.mention.has_day and v.mention.time.kind in (TimeKind.POINT, TimeKind.RANGE)
            taken = v.role is DateRole.NEITHER and (v.reason in _UNDECIDED or v.mention.time.said.endswith("旬"))
            if day and (taken or v.reason in _AS_SESSION) and v.mention.end >= cell[1] - 1:
                found.append(index)
    return found


def _of_sessions(verdicts: Sequence[Verdict], head: Row, dated: Iterable[int]) -> list[int]:
    """Days with an hour in a table whose head says when and where, with nothing to hand in."""
    heads = [cell.strip("*# ") for cell in head.cells]
    if not any(map(_SESSION.fullmatch, heads)) or not any(map(_WHERE.fullmatch, heads)) or any(map(_LIMITS.fullmatch, heads)):
        return []
    free = _UNDECIDED | {"table_row", "act_follows", "act_precedes"}
    return [index for index in dated if verdicts[index].mention.has_clock and not verdicts[index].mention.time.before and verdicts[index].reason in free]


def with_columns(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the role their column gives them, in tables with more than one column of dates."""
    found = list(verdicts)
    if not found or not re.search(r"[|｜丨\t]| [^\n]* ", found[0].mention.text):
        return found
    text = found[0].mention.text
    placed = Placed(range(len(found)), lambda index: found[index].mention.start)
    for head, *lines in pairs(text):
        if _OF_THINGS.fullmatch(head.cells[-1].strip("*# ")):
            for index in placed.between(head.begins[-1], lines[-1].begins[-1] + len(lines[-1].cells[-1])) if lines else ():
                found[index] = replace(found[index], role=DateRole.NEITHER, reason="column", weak=False)
    for rows in tables(text):
        head, body = rows[0], rows[1:]
        if not body or placed.between(head.start, body[0].start - 1):
            continue
        dated = {
            index: row.column(found[index].mention.start)
            for row in body
            for index in placed.between(row.start, row.begins[-1] + len(row.cells[-1]))
            if found[index].mention.has_day and found[index].mention.time.kind is TimeKind.POINT and not _LENGTH.fullmatch(found[index].mention.time.said)
        }
        of_things = [index for index, column in dated.items() if _OF_THINGS.fullmatch(head.cells[column].strip("*# "))]
        for index in of_things:
            found[index] = replace(found[index], role=DateRole.NEITHER, reason="column", weak=False)
            del dated[index]
        columns = sorted(set(dated.values()))
        if of_things and not columns:
            continue
        if len(columns) < _FEWEST_CELLS:
            for index in _of_limits(found, head, columns, body, placed):
                found[index] = replace(found[index], role=DateRole.DEADLINE, reason="column", weak=False)
            for index in _of_sessions(found, head, dated):
                found[index] = replace(found[index], role=DateRole.EVENT, reason="column", weak=False)
            continue
        mine = _mine(head.cells, columns, text[max(0, head.start - _BESIDE) : body[-1].start + 2 * _BESIDE])
        for index, column in dated.items():
            role = _role(head.cells[column], head.cells) if column in mine else DateRole.NEITHER
            if role is not None and found[index].reason != PAST:
                found[index] = replace(found[index], role=role, reason="column", weak=False)
    return found
