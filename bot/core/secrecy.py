"""Marks of secrecy that a message may carry: 秘密, 机密★1年, 绝密, 内部资料 注意保存."""

from __future__ import annotations

from bot.core.wording import late

_STAR = r"[★☆*✩⭐✭✯✰]"
_TERM = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:年|个月|月)|长期|启用前|解密前|公布前"
_MARK = late(
    rf"(?P<starred>[绝机秘]\s?密\s?{_STAR})"
    rf"|(?P<level>密\s?级\s?[:：]?\s?(?:为|定为)?\s?[“\"【\[(（]?\s?[绝机秘]\s?密)"
    rf"|(?P<boxed>[【\[(（〔]\s?(?:绝\s?密|机\s?密|秘\s?密|内\s?部\s?资\s?料|内\s?部\s?文\s?件|内\s?部\s?材\s?料|涉\s?密)[^】\])）〕\n]{{0,12}}[】\])）〕])"
    rf"|(?P<inner>内部(?:资料|文件|材料|刊物|情况)[，,、;；:：.。\s]{{0,3}}(?:注意保存|妥善保管|注意保管|注意保密|严禁外传|不得外传|不得外泄|请勿外传|切勿外传|禁止外传|不得转发|勿外传|阅后即焚|阅后收回|阅后销毁|阅后退回|不准翻印|请勿转发))"
    rf"|(?P<line>(?:^|\n)[ \t]{{0,12}}(?:绝\s{{0,4}}密|机\s{{0,4}}密|秘\s{{0,4}}密|内\s{{0,2}}部\s{{0,2}}资\s{{0,2}}料)(?=[ \t]{{0,12}}(?:(?:{_TERM})[ \t]{{0,4}})?(?:\n|$|第?\d|特急|加急|平急|份号|[ \t]{{2,}}|[（(]?(?:{_TERM}))))"
    rf"|(?P<phrase>(?:本件|此件|本文|该件|本材料|此材料|本文件|该文件)(?:属于?|为|系|是|定为)\s?(?:国家)?[绝机秘]密)"
)
_ENGLISH = late(r"(?:^|\n)\s{0,8}(?:TOP SECRET|STRICTLY CONFIDENTIAL|SECRET|CONFIDENTIAL)\b|\[(?:TOP SECRET|SECRET|CONFIDENTIAL)\]|Classification: ?(?:TOP )?(?:SECRET|CONFIDENTIAL)")
_LEVELS = (("绝", "绝密"), ("机", "机密"), ("秘", "秘密"), ("内", "内部资料"), ("涉", "秘密"))


def is_classified(text: str) -> str | None:
    """The level a text is marked with (绝密, 机密, 秘密, 内部资料), or None; ordinary words (保密工作会议) are no marks."""
    found = _MARK.search(text)
    if found:
        words = found.group().replace("级", "")
        return next((name for letter, name in _LEVELS if letter in words), "秘密")
    return "机密" if _ENGLISH.search(text) else None
