"""Reports to a superior of what those who write will do themselves: 周站长：我村12日前入户，15日前张榜，向您汇报."""

from __future__ import annotations

from functools import lru_cache

from bot.core.mentions import Mention
from bot.core.wording import late

_OPENING = 1500
_TO_SUPERIOR = late(
    r"\s*(?:尊敬的|报告|汇报)?(?:各位|诸位)?(?:领导|[一-鿿]{1,2}(?:书记|主任|[镇乡县市区]长|[站局所科处股院馆队]长|[局厅]|总(?:经理)?|经理|校长|工))(?:们)?(?:[：:，,]|您|你?好|早|上午好|下午好|晚上好)"
)
_WE_WILL = late(r"(?:我|咱)(?:们)?(?:[村部站所镇乡校队社院组司局]|公司|单位|这边|项目部|支部)(?!各)|向您(?:汇报|报告)|您放心|特此(?:汇报|报告)|以上(?:汇报|进度|进展)")
_ASKS = late(r"请(?!您?(?:放心|领导|示|假|指示|批示|审阅|过目|知悉|下来|来|到))|各(?!位领导|项|类|种|自|方面|级领导)|你[们单村站局]|务必|@|(?:给|发|交|报|送)(?:到|至)?我(?!们?[村部站所镇乡校队社院组])|贵[司方公单]")


@lru_cache(maxsize=16)
def _reports(text: str) -> bool:
    opening = text[:_OPENING]
    return _TO_SUPERIOR.match(opening) is not None and _WE_WILL.search(opening) is not None and _ASKS.search(opening) is None


def is_reported_up(m: Mention) -> bool:
    """Whether a limit is only what those who write tell a superior they will keep."""
    return m.time.before and _reports(m.text)
