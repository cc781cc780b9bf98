"""Numbers the reader is told to call, and reports asked for by telephone."""

from __future__ import annotations

import re

from bot.core.names import Span
from bot.core.phones import Phone
from bot.core.wording import late

_CALL = late(
    r"拨打|拨(?=[^款付出备，]{0,4}$)|致电|电话(?:回报|报告|告诉|报送|报|告知|汇报|回复|反馈|通知|上报|说明|报名|预约|登记|联系)|打电话|打个电话|(?:回|来|挂)[我他站办所]{0,2}个?电话|来电|打(?![你他她]们?|我们|的|要)(?=[^不开印字扫包分卡算好完成，]{0,10}[，,]?[^不开印字扫包分卡算好完成，]{0,6}$)|报到|报至|电报|发?短信(?:发|报)?(?:到|至|给)?(?=[^，。；;\n]{0,2}$)|报我(?:的)?(?:手机|电话)|(?:报|告|回)[^，。；;\n]{0,10}(?=[(（]?$)(?<=[办室所站局队台])|打给|(?<![不汇简海日周月电申])报(?:送|告|给)?(?=[(（:：\s]?$)|报(?!名|警|修|销|废|考)(?=[^，。；;:：\n]{0,10}(?:值班室|总值班|热线|电话|手机)(?:[，,]?电话[:：]?)?[(（]?$)"
    r"|\b(?:call|phone|ring)(?:\s+in)?\b", re.I
)
_SIGN_UP = late(r"报名|预约|登记|订购|订货|预订|挂号|sign up|book|register|RSVP|reserve", re.I)
_ASKING = late(
    r"[㐀-鿿](?<![来去到参])不[了上来进出开成动](?=的|，|,|就|请|时|可|打)|有问题|有事|弄不来|弄不了|登不上|登录不|进不去|传不上|填不了|不会弄|不会填|搞不来|搞不定|打不通|[拿弄吃说]不准|卡住|报错|不明|搞不清|不知道|有疑问|疑问|问题|咨询|不清楚|不明白|不会|打不开|不懂|详情|了解|有困难|(?:登录|系统|平台|账号|网络)[^，。]{0,3}异常|故障|报修(?=请?[打找电拨致]|，)|忘记|忘了|监督(?!员)|举报|投诉|异议|坏了|停了(?!几|多少)|断了(?!几|多少)|questions?|queries|help|problems?|support", re.I
)
_PHONE_IT = late(r"[)）]?[，,、\s]{0,2}(?:打(?:个)?电话|电话里?)(?:过去|过来)?(?:来)?[，,]?(?:说|报|讲|告知|告诉|汇报|回复|反馈)")
_IF_ENGLISH = late(r"[)\s,]{0,2}(?:if|in case|for (?:help|questions|any))\b", re.I)
_THIS_NUMBER = late(r"打个?电话[给跟][他她][^，。；;\n]{0,4}(?:报|说|讲|告知|汇报)|打(?:这个|此|该|上述|以上)(?:电话|号码|热线|专线)[^，。；;\n]{0,4}(?:报|说|告知|汇报)")
_ANOTHERS = late(r"\d{4}[^\d]{0,6}[，,；;(（]\s?(?:联[系络]人|咨询)")
"""Behind a number to call: the number of somebody else who is only to be asked."""
_MERE_NUMBER = late(r"[^。；;\n]{0,8}[。；;]?\s?(?:联系|值班|报告|报送)?(?:电话|号码)(?:号码)?[:：是为]?\s?")
"""What stands between a report asked for by telephone and a number of nobody's (电话反馈。电话：…)."""
_REPORT_NUMBER = late(r"(?:报告|上报|报送|报平安|信息报送)(?:电话|专线|号码)[:：是为]?\s?$")
_QUESTION = late(r"[？?]\s{0,2}$")
_REPORTS = late(r"电话(?:报告|报送|汇报|上报|报(?![修名警废销]))")
"""遇到不明原因死亡的电话报老杨: whatever is not clear, a report is no question."""
_EDGE_BACK = late(r"[。；;！!？?\n]")
_SAID_BY_PHONE = late(
    r"电话(?:报告|报送|报(?!销|名|警)|告[知诉]|汇报|回复|反馈|上报|说明)|(?:打个?电话|电话里|用电话|通过电话|以电话)[^。；;\n]{0,16}(?:报|说|告知|回复|讲|反馈)|口头(?:或电话)?(?:报告|汇报|上报)"
    r"|(?:report|call|phone)(?:s|ed)?\s+(?:it\s+)?(?:in\s+)?by (?:tele)?phone|\bphone in\b|\bcall in\b|\bby phone\b"
    r"|(?:报|汇报|报告|反馈)[^。；;，,\n]{0,8}(?:打|用|以)(?:个)?电话"
)
_BY_PHONE_NOT = late(r"(?:不得|(?<!能)不能|不要|不可|严禁|禁止|别|勿|无需|不用|避免|不以|代替|不接受|不收|not)[^。；;，,\n]{0,8}$")
_INSTEAD = late(r"^[^。；;，,\n]{0,10}代替")


def find_phone_reports(text: str, phones: list[Phone]) -> tuple[list[Phone], Span | None]:
    """Numbers the reader is told to call, and the words that ask for a report by telephone (None for a mere sign-up)."""
    called: list[Phone] = []
    words: Span | None = None
    for match in _SAID_BY_PHONE.finditer(text):
        if not _BY_PHONE_NOT.search(text, max(0, match.start() - 12), match.start()) and not _INSTEAD.search(
            text[match.end() : match.end() + 14]
        ):
            words = match.span()
            break
    this = _THIS_NUMBER.search(text) if phones else None
    for phone in phones:
        if this and phone.end <= this.start() <= phone.end + 60 and not _EDGE_BACK.search(text, phone.end, this.start()):
            called.append(phone)
            words = words or this.span()
            continue
        clause = _EDGE_BACK.split(text[max(0, phone.start - 48) : phone.start])[-1]
        if words and _MERE_NUMBER.fullmatch(text, words[1], phone.start):
            called.append(phone)
            continue
        if words and _REPORT_NUMBER.search(clause) and not _EDGE_BACK.search(text, phone.end, words[1]):
            called.append(phone)
            continue
        asked = _QUESTION.search(text, max(0, phone.start - len(clause) - 30), phone.start - len(clause))
        call = None
        for call in _CALL.finditer(clause):  # noqa: B007 - the last one counts
            pass
        if call is None:
            if not _PHONE_IT.match(text, phone.end) or _ASKING.search(clause):
                continue
            called.append(phone)
            continue
        if asked or _IF_ENGLISH.match(text, phone.end) or ("短信" not in call.group() and not _REPORTS.match(clause, call.start()) and _ASKING.search(clause)) or _BY_PHONE_NOT.search(clause, 0, call.start()):
            continue
        if _ANOTHERS.search(clause, call.end()):
            continue
        if call.group() in ("报到", "报至", "电报") and len(clause) - call.end() > 8:
            continue
        called.append(phone)
        if not _SIGN_UP.search(clause) and not _SIGN_UP.match(text[phone.end :].lstrip(" )）")[:4]) and words is None and "短信" not in call.group():
            words = (phone.start - len(clause) + call.start(), phone.start - len(clause) + call.end())
    return called, words


_REPORTED = late(r"报(?!名|警|销|修)|说(?!明书)|讲|告知|告诉|回(?:话|复|个)|登记|反馈|\b(?:report|tell|give)\b", re.I)


def is_written_to(text: str, phone: Phone) -> bool:
    """Whether a number is told for a short message."""
    return "短信" in text[max(0, phone.start - 6) : phone.start]


def is_reported(text: str, phone: Phone) -> bool:
    """Whether whoever answers this number is told something, and not only asked for it."""
    before = _EDGE_BACK.split(text[max(0, phone.start - 40) : phone.start])[-1]
    after = _EDGE_BACK.split(text[phone.end : phone.end + 16])[0]
    return bool(_REPORTED.search(before) or _REPORTED.search(after))
