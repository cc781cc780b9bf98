"""Whether what is asked for must first be gathered from the villages below, so that it needs a head start."""

from __future__ import annotations

from bot.core.wording import Words

_BELOW = r"(?:各|所有|全部|辖区内?|下辖|所辖|全[镇乡])(?:行政|自然|有关|相关|涉及)?[^，。；、]{0,3}(?:村|社区|居委会|小区|网格|站所|单位)"
_GATHER = r"(?:收集|收齐|收取|收回|汇总|催收|催报|统计|摸清|搜集|整理|归集|催齐)"
_COLLECTS = Words(
    rf"{_GATHER}(?:好|齐|完|一下|并审核)?{_BELOW}|{_BELOW}[^。；\n]{{0,16}}?{_GATHER}(?:后|齐后|好后|完后|上来|起来)"
    r"|(?:以|按)(?:各)?(?:乡镇|镇|乡|街道)(?:街道)?为单位[^。；\n]{0,24}?(?:报|交|汇总|统计|填)"
    r"|(?:各)?(?:乡镇|镇|乡|街道)(?:（街道）|\(街道\)|街道)?(?:负责)?(?:统一|审核|把关|初审)?(?:后)?汇总(?:审核|把关|盖章)?(?:后|并|，|再|统一)?[^。；\n]{0,8}(?:报|交|送)"
    r"|(?:逐村|分村|按村|村级|逐级|逐户)[^，。；\n]{0,4}(?:收集|汇总|统计|上报|摸排|填报后)"
    r"|(?:collect|gather|compile)[^.]{0,30}\b(?:from|by) (?:all |every |each )?(?:the )?villages?"
)


def collects_from_villages(text: str) -> bool:
    """Whether the text says that the villages' papers or figures are gathered before they are handed in."""
    return _COLLECTS.search(text) is not None
