"""Telephone numbers in running text: mobile and fixed, glued, spaced, dictated (幺三六…), without look-alikes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.wording import late

_MOBILE = r"(?:\+?86[- ]?)?1[3-9]\d(?:[-. ]?\d{4}){2}"
_TAIWAN_MOBILE = r"09\d{2}[- ]?\d{3}[- ]?\d{3}(?!\d)"
_AREA = r"[(（]?0(?:10|2\d|[3-9]\d{2})[)）]?\s?[-—]{0,2}\s?(?:[2-9]\d{2,3}[- ]?\d{4}|[2-9]\d{3} \d{3}(?!\d))"
_NUMBER = late(rf"(?=[\d+(（])(?<![\d.])(?:({_MOBILE}|{_TAIWAN_MOBILE})|({_AREA})|([2-9]\d{{6,7}}|(?:(?<=[a-z] )|(?<=[a-z], )|(?<=[Tt]el: )|(?<=电话)|(?<=电话[:：])|(?<=[（(])|(?<=[㐀-鿿] )|(?<=852[- ]))(?!20\d\d 20)[2-9]\d{{3}} \d{{4}}))(?![\d%])")
_DICTATED = late(r"(?<![㐀-鿿〇])[幺一][三四五六七八九][幺一二三四五六七八九零〇○两]{9}(?![幺一二三四五六七八九十百千万零〇])|(?<=[㐀-鿿])[幺一][三四五六七八九][幺一二三四五六七八九零〇○两]{9}(?![幺一二三四五六七八九十百千万零〇])")
_SAID = late(r"[幺一][三四五六七八九][幺一二三四五六七八九零〇○两]{4}")
_DICTATED_DIGIT = str.maketrans("幺一二三四五六七八九零〇○两", "11234567890002")
_DAMAGED = late(r"(?<=[㐀-鿿:：,，])\s{0,2}([O0oQ]\d{2,3}[-—]?[\dOolI]{7,8}|1[\dOolI]{10})(?!\d)")
_EXTENSION = late(r"(?:内线|分机|短号)(?:号码?)?[:：是]?\s?(\d{3,6})(?![\d-])(?![，,、]?长号)")
"""A number inside the house, said to be one (内线3307, 分机号8206)."""
_MIXED = late(r"[OoQ]\d|[\d-][OolI]")
_LETTERS = str.maketrans("OoQlI", "00011")
_PUBLIC = frozenset(("110", "119", "120", "122"))
_NOT_PHONE_BEFORE = late(r"(?:QQ|qq|群号|QQ群|会议号|会议ID|会议|密码|口令|账号|帐号|编号|文号|卡号|证号|邮编|尾号|金额|编码|代码|单号|号码段|ID|id|No\.|¥|￥)[:：是为]?\s?$")
_NOT_PHONE_AFTER = late(r"\s?(?:元|万|亿|户|人|亩|公斤|吨|斤|平方|立方|米|号文|年|月|%|次|件|个|名|条|群)")


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as the label contract spells it (digits, one hyphen after an area code) and where it stands."""

    number: str
    start: int
    end: int


def find_phones(text: str) -> list[Phone]:
    """All telephone numbers of a text in order; document numbers, amounts, QQ numbers and short hotlines are none."""
    found: list[Phone] = []
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if match.group(3) and (
            _NOT_PHONE_BEFORE.search(text, max(0, start - 8), start)
            or _NOT_PHONE_AFTER.match(text, end)
            or _is_date(match.group(3))
            or _inside_word(text, start, end)
        ):
            continue
        if match.group(1) and _NOT_PHONE_BEFORE.search(text, max(0, start - 8), start):
            continue
        found.append(Phone(_spell(match), start, end))
    found += [Phone(m.group(1), *m.span(1)) for m in _EXTENSION.finditer(text) if not text.startswith("@", m.end())]
    if _SAID.search(text) and _DICTATED.search(text):
        found += [Phone(m.group().translate(_DICTATED_DIGIT), *m.span()) for m in _DICTATED.finditer(text)]
    if _MIXED.search(text):
        taken = {p.end for p in found}
        for m in _DAMAGED.finditer(text):
            digits = m.group(1).translate(_LETTERS).replace("—", "-")
            if m.end() not in taken and m.group(1) != digits:
                if digits.startswith("0") and "-" not in digits:
                    digits = f"{digits[:4]}-{digits[4:]}"
                found.append(Phone(digits, *m.span(1)))
    return sorted(found, key=lambda p: p.start)


_WORD_BEFORE = late(r"[A-Za-z/@_=#-]")
_WORD_AFTER = late(r"[A-Za-z@_/=]")


def _is_date(digits: str) -> bool:
    """Whether eight digits are a day written together (20240718)."""
    return len(digits) == 8 and digits[:2] == "20" and "01" <= digits[4:6] <= "12" and "01" <= digits[6:8] <= "31"


def _inside_word(text: str, start: int, end: int) -> bool:
    return bool(_WORD_BEFORE.match(text[start - 1 : start]) or _WORD_AFTER.match(text[end : end + 1]))


def _spell(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match.group())
    if match.group(1):
        return digits if digits.startswith("09") else digits[-11:]
    if match.group(2):
        area = 3 if digits[1] in "12" else 4
        return f"{digits[:area]}-{digits[area:]}"
    return digits
