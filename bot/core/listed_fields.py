"""Whether a thing stands in a field that lists what is handed in: 材料：低保名单, a heading 报送内容 above it, a column 材料."""

from __future__ import annotations

from bot.core.wording import late

_HANDED = r"(?:需|应|须|要|拟|所)*(?:报送?|上报|提交|填报|收集|上交|交|呈报|送审|准备)(?:的)?"
_THING = r"(?:材料|资料|报表|表格|表册|文件|附件材料|数据)"
_WIDER = r"(?:内容|事项|项目|东西|清单|要件)"
_NUMBER = r"(?:[一二三四五六七八九十]{1,2}|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}|[①-⑩])[、.．)）]?\s*"
_LABEL = rf"(?:{_HANDED}(?:{_THING}|{_WIDER})?|{_THING})(?:名称|目录)?"
_LABELLED = late(rf"(?:^|[\s；;。，,|])(?:{_NUMBER})?(?:【{_THING}(?:名称)?】|{_THING}(?:名称)?\s?[：:])[^。；;\n：:【】]{{0,40}}$")
_HEADING = late(rf"\s*(?:{_NUMBER})?[【\[]?{_LABEL}[】\]]?\s*[：:]?\s*")
_ANOTHER_HEADING = late(r"\s*(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]).{0,12}|\s*[【\[]?[一-鿿]{2,6}[】\]]?[：:]?\s*$|.*[。！!]\s*$")
_COLUMN = late(rf"\s*(?:{_LABEL}|{_WIDER})\s*")
_LIMIT_COLUMN = late(r"[|\t]\s*(?:[一-鿿]{0,4}(?:时限|期限|截止|完成时间|报送时间|上报时间|提交时间)[一-鿿]{0,4}|时间)\s*(?:[|\t]|$)")
_RULE = late(r"[\s|:：-]*")
_ABOVE = 400
"""Characters above a thing in which its heading is sought."""
_LINES = 8


def stands_in_field(text: str, start: int) -> bool:
    """Whether the label, the heading or the column of the thing at `start` says that it is handed in."""
    above = text[max(0, start - _ABOVE) : start].split("\n")
    line = above.pop()
    if _LABELLED.search(line[-60:]):
        return True
    if "|" in line or "\t" in line:
        return _in_column(line, above)
    for earlier in reversed(above[-_LINES:]):
        if _HEADING.fullmatch(earlier):
            return True
        if _ANOTHER_HEADING.match(earlier):
            return False
    return False


def _in_column(line: str, above: list[str]) -> bool:
    """Whether a row's cell stands under a column of things beside one of limits."""
    mark = "|" if "|" in line else "\t"
    rows: list[str] = []
    for row in reversed(above):
        if mark not in row:
            break
        rows.append(row)
    heads = [row for row in rows if not _RULE.fullmatch(row)]
    if not heads or not _LIMIT_COLUMN.search(heads[-1]):
        return False
    cells = heads[-1].split(mark)
    at = line.count(mark)
    return at < len(cells) and _COLUMN.fullmatch(cells[at]) is not None
