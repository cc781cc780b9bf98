"""The columns a table asks for, read from enumerations, in one word each."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.relate.wording import same_words

_ENUMERATION = re.compile(r"[^,。;:!?()\n、]{1,14}(?:、[^,。;:!?()\n、]{1,14}){2,}(?:[及和与][^,。;:!?()\n、]{1,12})?")
_SPACED = re.compile(r"(?:[^\s,。;:!?()、]{1,10}\s+){3,}[^\s,。;:!?()、]{1,10}")
_CONCEPTS: tuple[tuple[str, str], ...] = tuple(
    (pattern, name)
    for name, pattern in {
        "姓名": r"姓名|户主|户名|负责人姓名|名称|店名|机主|\bname",
        "证号": r"证号|身份证|passport|\bid\b",
        "电话": r"电话|phone|mobile",
        "地址": r"地址|住址|户籍地|门牌|address|\bunit\b",
        "面积": r"面积|多大",
        "数量": r"数量|台数|头数|只数|几台|几个|栏|存栏|headcount|number",
        "金额": r"金额|损失|多少钱|月?收入|\bpay\b|income",
        "编号": r"编号|哪块|图斑号",
        "责任人": r"责任人|归哪个管|管事|保管人|护理人|负责人|联络员|带班",
        "职务": r"职务|职位|现职|posts?",
        "学校": r"学校",
        "年级": r"年级|班级",
        "监护人": r"监护人|哪个在带",
        "家庭情况": r"家庭(?:困难)?情况|困难情况|屋头",
        "性别": r"性别",
        "出生": r"出生",
        "学历": r"学历|文化程度",
        "政治面貌": r"政治面貌",
        "卡号": r"卡号|银行卡|一卡通号|社保卡号",
        "原因": r"原因|为什么|为不",
        "地点": r"地点|存放点|点位|位置|安置点",
        "时间": r"时间|日期|时段|起租日",
        "等级": r"等级|级别|几级",
        "用途": r"用途|现状|栽的",
        "措施": r"措施|改法|怎么改",
        "户数": r"户数|累计户|多少户",
        "人数": r"人数|累计人|多少人|人次",
        "值班": r"值班员?|值守",
    }.items()
)
_CONCEPT_RES = tuple((re.compile(p), n) for p, n in _CONCEPTS)
_NOISE = re.compile(r"^(?:含|包括|内容|填|写明|注明|请|及|和|与|附|要|按|的|等|以及|须|需|是否)+|(?:等|情况|信息|的|等信息|等内容)$|\s+")


@lru_cache(maxsize=16384)
def read_fields(text: str) -> frozenset[str]:
    """The columns named in a message (at least three in one enumeration), as concepts or as their own words."""
    said = same_words(text).replace(",", ",")
    found: set[str] = set()
    for match in _ENUMERATION.finditer(said):
        found.update(_columns(re.split(r"[、及和与]", match[0])))
    if not found:
        for match in _SPACED.finditer(said):
            columns = _columns(match[0].split())
            if sum(c in _NAMES for c in columns) >= 2:
                found.update(columns)
    return frozenset(found)


_NAMES = frozenset(n for _, n in _CONCEPTS)


def _columns(items: list[str]) -> set[str]:
    found: set[str] = set()
    for item in items:
        word = _NOISE.sub("", item.strip())
        concept = next((name for pattern, name in _CONCEPT_RES if pattern.search(word)), "")
        if concept or 2 <= len(word) <= 10:
            found.add(concept or word)
    return found


_GENERAL = frozenset(("姓名", "证号", "电话", "地址", "时间", "数量", "责任人", "职务", "性别", "出生", "地点", "人数", "户数"))


def special(columns: frozenset[str]) -> frozenset[str]:
    """The columns that not every table has."""
    return columns - _GENERAL


@lru_cache(maxsize=16384)
def loose_concepts(text: str) -> frozenset[str]:
    """Column concepts said anywhere in a message, also outside an enumeration."""
    said = same_words(text)
    return frozenset(name for pattern, name in _CONCEPT_RES if pattern.search(said))


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of the shorter list of columns is on the other, 0…1, damped by how different their lengths are."""
    if not a or not b:
        return 0.0
    shared = len(a & b)
    return shared / min(len(a), len(b)) * (0.5 + 0.5 * min(len(a), len(b)) / max(len(a), len(b)))
