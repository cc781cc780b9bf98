"""What those who write do themselves with what they collect: 周站长：我村12日前入户，向您汇报; 每天4点前填，我4点半汇总给县里."""

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


_COLLECTORS = r"(?<![各村组社班户厂店])(?:(?:我们?|咱们?|本人|[一-鿿]{0,4}(?:[局办站所室科]|办公室|中心|专班)|[镇乡县市区街][里道]|老[一-鿿]|[一-鿿](?:主任|老师|会计|科长|站长))(?:这边|这里|这儿|这头|那边)?)"
_MUST = r"(?:左右|准时|统一|开始|就|要|得|会|再|还|才|好|去|来|前|之前)*"
_SUMS = r"(?:往上|向上|给上面|向?[省市县局厅]里?|给[省市县局厅领上][里级导面]?)?(?:汇总|导[出表]|拉[数表单]|统计|上报|往上报|报(?=给?(?:到|至)?[省市县区局厅领上])|打包|截[图数]|锁表|排名|通报|合表|做[表报])"
_WHO_BEFORE, _ACTS_BEHIND = late(rf"{_COLLECTORS}{_MUST}$"), late(rf"{_MUST}{_SUMS}")
_WHO_BEHIND = late(rf"(?:左右|准时)?{_COLLECTORS}{_MUST}{_SUMS}")
_TO_WRITER = late(r"(?:报|交|给|发|送)(?:到|至|给)?(?:我|本?群|镇|乡|办公室)(?!们?[要就统汇再])")
_ASKED_TO = late(r"(?:请|各|由|把|将|向|给|到|报|交|发)[一-鿿]{0,6}$")


def sums_up(m: Mention) -> bool:
    """Whether at that hour somebody only works on what the readers have handed in: 我这边4点半要汇总给县里."""
    if _TO_WRITER.search(m.clause_right):
        return False
    if _WHO_BEHIND.match(m.right):
        return True
    who = _WHO_BEFORE.search(m.clause_left)
    return bool(who and _ACTS_BEHIND.match(m.right) and not _ASKED_TO.search(m.clause_left[: who.start()]))


_OVER_THERE = late(r"(?:^|[，,。；\s（(])(?![请各由])[一-鿿]{1,8}那(?:边|头|里)$")
_NEEDED = late(r"[^，。；]{0,8}?(?:要|得|就|急着?)[^，。；]{0,6}?(?:用|看|上会|开会|做[账表]|汇总|审|报|盘)")
_LIMIT_BEFORE, _NEAR = late(r"(?:之前|以前|[日号点天午班一二三四五六]前|截止)"), 80


def is_needed_elsewhere(m: Mention) -> bool:
    """12月2日前给我，财务那边4号要用; 我这里3号就要往上报: why there is the limit that was said before, and no other one."""
    needed = _OVER_THERE.search(m.clause_left) and _NEEDED.match(m.right)
    if not needed and (m.time.before or not sums_up(m)):
        return False
    return _LIMIT_BEFORE.search(m.text, max(0, m.start - _NEAR), m.start) is not None
