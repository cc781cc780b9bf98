"""Where to hand in and whom to ask: addresses, numbers, named persons and named systems of a notice."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.core.contacts import find_contacts
from bot.core.models import Contact, SubmitTo
from bot.core.names import Span
from bot.core.phones import Phone, find_phones
from bot.core.phoning import find_phone_reports, is_reported, is_written_to
from bot.core.receivers import find_people
from bot.core.systems import find_systems
from bot.core.wording import late

_EMAIL = late(
    r"[A-Za-z0-9_%+-](?:[A-Za-z0-9._%+-]{0,62})(?:@|\s?[\[(]at[\])]\s?|\s@\s?)(?:[A-Za-z0-9-]{1,40}(?: ?\.(?! )|\. (?=(?:cn|com|net|org)(?![A-Za-z])))){1,4}[A-Za-z]{2,12}"
)
_AT = late(r"\s?(?:[\[(]at[\])]|＠)\s?")
_URL = late(r"https?://[A-Za-z0-9./?=&%_#:~+@!$*,;-]{3,300}|www\.[A-Za-z0-9./?=&%_#:~-]{4,200}")
_CLAUSE_EDGE = late(r"[。；;！!？?\n]")
_NO_MAIL = late(
    r"(?:不要|不用|不再|无需|无须|别|勿|不必|停用|已停|作废|废止|发错|误发|满了|不收|不接收|原邮箱|旧邮箱|老邮箱|冒用|冒充|假冒|仿冒|do not|don't|no longer|instead of|not to)[^。，,；;\n]{0,14}$"
)
_MAIL_TO_ASK = late(
    r"\b(?:[Qq]uestions?|[Qq]ueries) (?:to|at|go to|may be sent to):? ?(?:[A-Z][a-z]+ ?){0,2}[,(]? ?$|(?:咨询|举报|监督|投诉|答疑|客服)(?:电子)?(?:邮箱|邮件|信箱)(?:地址)?\s?[:：是为]?\s?$|(?:有|遇到?|存在)[^，。；;\n]{0,4}(?:疑问|问题|不清楚|不明白)(?:的话|的)?\s?(?:[，,]|请|可)[^。；;\n]{0,12}$"
)
"""Behind what an address to ask at or to complain to stands."""
_MAIL_OF_OLD = late(r"(?:上次|上回|之前|此前|以前|先前)[^。；;，,\n]{0,6}$")
_MAIL_DEAD = late(r"^[^。；;\n，,]{0,6}(?:已?停用|那个?收不到|作废|满了|不再使用|不用了|停止使用|no longer|is full)")
_CORRECTION = late(r"更正|改为|改发|改成|改到|变了|换了|以这条为准|以此为准|as correct|[Cc]orrect|instead|rather than")
_READ_ONLY = late(
    r"(?:详见|见|查看|阅读|参阅|点击阅读|了解|原文|报道|学习|参考|解读|全文|下载|观看|收看|收听|直播|回放|read more|see|details|watch)[^。；;\n]{0,12}$", re.I
)
_TO_FILL = late(
    r"填|网址|报|登记|录|交|传|提交|接龙|答题|问卷|参与|预约|扫码|签到|登录|进入|投|fill|\bput\b|\btick\b|submit|upload|register|complete|sign up|via|RSVP|through|form|questionnaire|survey|quiz|log in|apply|answer", re.I
)

_LINK_OF = late(
    r"(?:[填报录传投登][^。；;\n]{0,6}(?:下面|下方|链接|在线表|在线文档|共享表|共享文档)|(?:点开|打开|点击|点)[^。；;\n]{0,4}(?:下方|下面)?的?链接[^。；;\n]{0,8}(?:填|报|登记|投|答|录|传)|链接[^。；;\n]{0,4}(?:填|报|登记|投|答)|\b(?:fill|tick|put|sign|enter|write)\b[^.\n]{0,40}\b(?:sheet|form|link|doc)\b)", re.I
)
"""What is said of a link that stands in a sentence of its own (缺的填到下面的在线表里)."""


@dataclass(frozen=True, slots=True)
class Channels:
    """What was found, with the span of every value in the text given (key: `people.王敏`, `emails.a@b.cn`, …)."""

    submit_to: SubmitTo = field(default_factory=SubmitTo)
    contacts: tuple[Contact, ...] = ()
    phone_report: Span | None = None
    spans: dict[str, Span] = field(default_factory=dict)


def find_channels(text: str, as_written: Callable[[int, int], str] | None = None) -> Channels:
    """Read submission channels and contacts out of a normalised text.

    `as_written(start, end)` gives the original words of a span; names and systems are then spelled as written.
    """
    spell = as_written or (lambda start, end: text[start:end])
    spans: dict[str, Span] = {}

    def noted(kind: str, found: list[Span], spell: Callable[[int, int], str] = spell) -> tuple[str, ...]:
        values: dict[str, None] = {}
        for start, end in found:
            value = spell(start, end).strip()
            values.setdefault(value)
            spans.setdefault(f"{kind}.{value}", (start, end))
        return tuple(values)

    def typed(start: int, end: int) -> str:
        """An address as one types it, whatever letters it was printed in."""
        return text[start:end]

    phones = find_phones(text)
    owned = find_contacts(text, phones)
    contacts = _contacts(owned, spell, spans)
    called, phone_report = find_phone_reports(text, phones)
    owners = {phone for _, phone in owned}
    called = [phone for phone in called if phone not in owners or not is_written_to(text, phone)]
    people = find_people(text, phones)
    systems = find_systems(text)
    answering = [person for person, phone in owned if phone in called and is_reported(text, phone)]
    submit = SubmitTo(
        emails=noted("emails", _emails(text), lambda start, end: _joined(typed(start, end))),
        phones=_numbers(called, spans),
        people=noted("people", sorted(person for person in {*people, *answering} if not _inside(person, systems))),
        urls=noted("urls", _urls(text), typed),
        systems=noted("systems", systems),
    )
    return Channels(submit, contacts, phone_report, spans)


def _inside(span: Span, others: list[Span]) -> bool:
    """Whether a span lies within one of others: 安通 of 寄安通 is nobody's name."""
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _contacts(pairs: list[tuple[Span, Phone]], spell: Callable[[int, int], str], spans: dict[str, Span]) -> tuple[Contact, ...]:
    found: dict[Contact, None] = {}
    for (start, end), phone in pairs:
        name = spell(start, end).strip()
        found.setdefault(Contact(name, phone.number))
        spans.setdefault(f"contacts.{name}", (min(start, phone.start), max(end, phone.end)))
    return tuple(found)


def _numbers(phones: list[Phone], spans: dict[str, Span]) -> tuple[str, ...]:
    for phone in phones:
        spans.setdefault(f"phones.{phone.number}", (phone.start, phone.end))
    return tuple(dict.fromkeys(phone.number for phone in phones))


def _joined(address: str) -> str:
    """An address without the blanks that broke it, and with a plain @."""
    return "".join(_AT.sub("@", address).split())


def _emails(text: str) -> list[Span]:
    """Addresses to send to; a forbidden, full or corrected one is left out."""
    if "@" not in text and "at]" not in text and "at)" not in text:
        return []
    matches = list(_EMAIL.finditer(text))
    kept: list[Span] = []
    for i, match in enumerate(matches):
        before = text[max(0, match.start() - 36) : match.start()]
        before = _CLAUSE_EDGE.split(before)[-1]
        if _MAIL_TO_ASK.search(before) or (_MAIL_OF_OLD.search(before) and text[match.end() : match.end() + 3].lstrip().startswith(("的", "过"))):
            continue
        if _NO_MAIL.search(before) or _MAIL_DEAD.match(text[match.end() : match.end() + 20]):
            continue
        if i + 1 < len(matches) and _CORRECTION.search(text[match.end() : matches[i + 1].start()][-80:]):
            continue
        kept.append(match.span())
    return kept


def _urls(text: str) -> list[Span]:
    """Links to be filled in or uploaded to; links only to be read are left out."""
    if "http" not in text and "www." not in text:
        return []
    kept: list[Span] = []
    for match in _URL.finditer(text):
        end = match.end()
        while text[end - 1] in ".,;:!?)-":
            end -= 1
        before = _CLAUSE_EDGE.split(text[max(0, match.start() - 60) : match.start()])[-1]
        after = text[end : end + 30].split("。")[0]
        if not before.strip():  # a link by itself, which the sentences before speak of
            before = _LINK_OF.search(text, max(0, match.start() - 160), match.start())
            before = before.group() if before else ""
        if _READ_ONLY.search(before) or not (_TO_FILL.search(before) or _TO_FILL.search(after)):
            continue
        later = _URL.search(text, end)
        if later and _CORRECTION.search(text[end : later.start()][-80:]):
            continue
        kept.append((match.start(), end))
    return kept
