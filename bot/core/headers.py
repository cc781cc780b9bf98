"""Header lines that bridges and people put before a notice to say which group it comes from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from bot.core.models import Message
from bot.core.names import is_office, person_at


@dataclass(frozen=True, slots=True)
class Header:
    """A header line taken off a text: what it named, and the words below it. `cut` when the bridge shortened them.

    `alias` is a bridge owner's own name for the group beside its true one. With `guess` the line may as well name an
    office, so that it stays in the text. With `alone` a bridge says that it was said in no group.
    """

    text: str
    group: str | None = None
    sender: str | None = None
    platform: str = "unknown"
    cut: bool = False
    alias: str | None = None
    guess: bool = False
    alone: bool = False


_PLATFORMS = {"💬": "wechat", "🐧": "qq", "💻": "wecom", "💼": "wecom"}
_SIGN = r"[^\w\s\[\]【】()（）「」《》:：,，.。!！?？#＃@]\ufe0f?"
_APP = rf"\A\s*(?:(?P<app>💬|🐧|💻|📱|📟|🌐|💼)(?P<type>👥|👤|💭|🗣️?|📢|❓|💻|🤖|🔗)?|{_SIGN}(?P<kind>👥|👤))"
_BRIDGES = (
    re.compile(rf"{_APP}(?P<head>[^\n]{{0,170}}?)\s*[:：][ \t]*(?:\n|\Z)"),
    re.compile(rf"{_APP}(?P<head>[^\n\[\]]{{0,80}}?\[[^\n\]]{{1,80}}\])\s*[:：][ \t]*"),
)
_UNNAMED = frozenset({"群聊", "未命名", "未命名群聊", "无名称", "group chat", "group", "unnamed", "none"})
_ALIAS = re.compile(r"(?P<alias>.*?)\s*[（(](?P<nick>[^()（）]{1,40})[)）]\Z")
_OWN_NAME = re.compile(r"(?P<alias>[^()]{1,30}) \((?P<name>(?!\d{1,4}\))[^()]{2,40})\)(?:[（(]\d{1,4}[)）])?\Z")
_SYSTEM = frozenset({"system", "系统", "系统消息", "systemmember"})
_PICTURES = ("So", "Sk", "Mn", "Cf")
_ONESELF = frozenset({"you", "你", "您"})
"""How a bridge calls its own owner: somebody else for everybody who forwards."""

_PLAIN = r"[^\s【】\[\]#＃,，。;；:：、「」『』〔〕〖〗<>《》“”\"']"
_NAME = rf"{_PLAIN}{{1,28}}?(?:群组|群聊|群|工作圈|专班|工作组|大家庭|联络站)(?:[（(](?:\d{{1,4}}|[^()（）\s]{{1,6}})[)）])?"
_FROM = (
    r"(?:(?:以下|下面|上面|此|本)?(?:内容|通知|消息|信息)?均?(?:来自|转自|复制自|转发自|摘自|出自|发自|来源)"
    r"|群名(?:称)?|[Ff]rom|[Vv]ia)\s*[:：]?\s*"
)
_MARKS = rf"(?:{_SIGN}\s*){{0,4}}"
_LEFT, _RIGHT = r"[【\[「『〔〖<《（(]", r"[】\]」』〕〗>》）)]"
_FORWARDED = r"(?:[【\[（(]?\s*(?:转发?|fwd?)\s*[】\]）)]?\s*[:：]?\s*)?"


@dataclass(frozen=True, slots=True)
class _Form:
    """One way of writing a group's name first; `bare` ones may be any sentence, `guess` ones may name an office."""

    pattern: re.Pattern[str]
    bare: bool = False
    guess: bool = False


_FORMS = (
    _Form(re.compile(rf"\A\s*{_MARKS}{_FORWARDED}{_LEFT}(?:{_FROM})(?P<group>{_NAME}){_RIGHT}[ \t]*[:：]?\s*")),
    _Form(re.compile(rf"\A\s*{_MARKS}{_FORWARDED}[【\[「『〔〖<《](?P<group>{_NAME})[】\]」』〕〗>》][ \t]*[:：]?\s*")),
    _Form(re.compile(rf"\A\s*{_MARKS}[#＃](?P<group>{_NAME})(?:[#＃]|[ \t]*[:：]|[ \t]+|\n|(?=[^\w]))\s*")),
    _Form(
        re.compile(
            rf"\A\s*{_MARKS}[（(]?{_FROM}[“”「\"]?(?P<group>{_NAME})[”」\"]?的?(?:通知|消息)?[)）]?[ \t]*(?:[:：,，。]|\n|[ \t])\s*"
        )
    ),
    _Form(
        re.compile(rf"\A\s*{_MARKS}转发?\s*[:：]?\s*(?P<group>{_NAME})(?:的?(?:通知|消息))?\s*(?:[:：]|\n)\s*"),
        True,
        True,
    ),
    _Form(
        re.compile(rf"\A\s*{_MARKS}(?P<group>{_NAME})\s*(?:里的?)?(?:通知|消息|转发?)?(?:[:：]\s*\n|[:：](?=\S))\s*"),
        True,
    ),
    _Form(
        re.compile(
            r"\A\s*\[?(?:[Ff]rom|[Vv]ia|[Ff]orwarded from)\s*[:：]?\s*(?P<group>[^\n\[\]]{2,50}?(?:[Gg]roup|[Cc]hat))\]?"
            r"[ \t]*(?:[:：,.]|\n)\s*"
        )
    ),
    _Form(re.compile(r"\A\s*\[(?P<group>[A-Z][^\n\[\]]{2,50}?(?:[Gg]roup|[Cc]hat))\][ \t]*[:：]?\s*")),
    # A line of its own, or in parentheses, that may as well be a title: it counts where such a group is known.
    _Form(re.compile(rf"\A\s*{_MARKS}[（(\"“]?(?P<group>{_NAME})[)）\"”]?\s*\n"), True, True),
    _Form(re.compile(rf"\A\s*{_MARKS}[（(\"“](?P<group>{_NAME})[)）\"”][ \t]*[:：]?"), True, True),
    _Form(re.compile(rf"\A\s*{_MARKS}(?P<group>{_NAME})[ \t]+(?=\S)"), True, True),
)
_RECORD = re.compile(
    rf"\A\s*[\[【-]*\s*(?:群聊|群)?[“”「\"]?(?P<group>{_NAME})[”」\"]?\s*的\s*(?=聊天记录)"
    r"|\A\s*\[?(?P<english>[A-Z][^\n\[\]]{2,50}?(?:[Gg]roup|[Cc]hat))['’]?s?\s+(?=[Cc]hat [Hh]istory)"
)
_EXPORT = re.compile(
    r"\A\s*消息记录[^\n]{0,40}\n(?:[=\s]*消息分组[:：][^\n]*\n)?[=\s]*消息对象[:：][ \t]*(?P<group>[^\n]{1,60}?)[ \t]*\n[=\s]*"
)
_TAILS = (
    re.compile(rf"\n\s*[（(【]?(?:——|—|--)?\s*{_FROM}(?P<group>{_NAME})[)）】]?\s*\Z"),
    re.compile(rf"\s*(?:[（(【]|——|—|--)\s*{_FROM}(?P<group>{_NAME})[)）】]?\s*\Z"),
)
_TAIL_REACH = 80

_NO_GROUP = re.compile(
    r"(?<!联系)(?<!经办)(?<!负责)(?<!责任)(?<!带头)(?<!明白)(?<!监护)(?<!经纪)人群\Z"
    r"|(?:集|建筑|住宅|城市|族|种|菌|楼|墓|遗址|星|山|岛|牛|羊|鸡|鸭|鱼|鸟|马)群\Z"
    r"|\A(?:本|该|此|这个?|那个?|我们?的?|咱们?的?|你们?的?|大|小|新|旧|原|老|各个?|每个|所有|全部|其他|别的|上述|相关|两个|多个|几个)?"
    r"(?:工作|微信|qq|钉钉|企微|企业微信|飞书|telegram|政务)*群(?:聊|组)?\Z"
    r"|\A(?:建|退|进|入|加|拉|踢|在|到|清|删|管|并|扫码进|禁言)群\Z"
    r"|加入|进入|退出|建立|组建|成立|发到|发至|转到|转至|拉进|拉入|扫码|通知到|(?:工作|微信)群(?:管理|清理|整治)|\A关于",
    re.I,
)
_ADDRESS = re.compile(
    r"\A(?:请|各|在|到|发|加|进|退|拉|把|将|对|给|往|从|至|清理|规范|解散|每|所有|全部|这|那|本|该|你|我|他|咱|大家|凡|未|已|可|需|要|抄送)"
)
_OFFICE = re.compile(r"(?:专班|工作组|联络站)\Z")

_AUTHOR = re.compile(r"\A\s*(?P<who>[^\n:：，。！？【】]{1,24}):[ \t]*\n(?=\S)")
_ADDRESSED = re.compile(
    r"^(?:各|诸|全体|所有|致|请|@|大家|同志|领导|尊敬|dear|hi|hello|all)|(?:们|同志|通知|公告|如下|领导|书记|主任|附件|注)$",
    re.I,
)
_SPEAKER = re.compile(r"(?P<who>(?:(?P<office>[^\s:：，。,；;！!？?、【】\[\]]{1,12})[ \t·-])?(?P<name>[^\s:：，。,；;！!？?、【】\[\]]{2,8}))[:：][ \t]*(?=\S)")
_SPOKEN_TO = re.compile(r"各|诸|全体|所有|致|请|@|大家|尊敬|亲爱|.*(?:通知|公告|提醒|提示|要求|如下|事项|时间|地点|附件|说明|联系人)$")
_CUT = re.compile(r"\A(?P<head>.{60,200}?)\n\.\.\.\n(?P<tail>.{60,200})\Z", re.S)
_COUNT = re.compile(r"[（(]\d{1,4}[)）]\Z")


def read_header(text: str, *, linked: bool = False) -> Header:
    """Take a bridge's or a person's header line off `text`; with no header the text stays whole.

    `linked` says that the message stood in a chat of the bot's own world (not pasted by a person), where the bridge
    writes only `author:` on the first line.
    """
    for bridge in _BRIDGES:
        if match := bridge.match(text):
            return _bridge_header(text, match)
    if match := _RECORD.match(text) or _EXPORT.match(text):
        name = match["group"] or match.groupdict().get("english") or ""
        return Header(text[match.end() :], clean_name(name))
    for form in _FORMS:
        match = form.pattern.match(text)
        if match and text[match.end() :].strip() and _is_group(match["group"], bare=form.bare):
            name, body = clean_name(match["group"]), text[match.end() :]
            if form.guess or _OFFICE.search(name):
                return Header(text, name, cut=_is_cut(body), guess=True)
            sender, said = _said_by(body)
            return Header(said, name, sender, cut=_is_cut(said))
    for tail in _TAILS:
        found = tail.search(text, max(0, len(text) - _TAIL_REACH))
        if found and text[: found.start()].strip() and _is_group(found["group"]):
            return Header(text[: found.start()], clean_name(found["group"]))
    if linked and (match := _AUTHOR.match(text)) and not _ADDRESSED.search(match["who"].strip()):
        body = text[match.end() :]
        return Header(body, sender=_person(match["who"].strip()), cut=_is_cut(body))
    return Header(text, cut=_is_cut(text) and linked)


def _said_by(body: str) -> tuple[str | None, str]:
    """Who is named before a colon behind the group (`[民政群] 民政办 王主任：…`), and what he says; not who is spoken to."""
    match = _SPEAKER.match(body)
    if match is None or _SPOKEN_TO.match(match["who"]):
        return None, body
    name = match["name"]
    is_person = person_at(name, 0, loose=True) == (0, len(name)) or (match["office"] and is_office(match["office"]))
    return (match["who"], body[match.end() :]) if is_person else (None, body)


def _is_group(name: str, bare: bool = False) -> bool:
    """Whether the words can be a group's name: no crowd of people or things, no order to join one."""
    name = clean_name(name)
    return not _NO_GROUP.search(name) and not (bare and _ADDRESS.search(name))


def _bridge_header(text: str, match: re.Match[str]) -> Header:
    """`💬👥 alias (nick) [group]:`; a private chat (👤) has no group, a plain group head names only itself."""
    body = text[match.end() :]
    (who, group), kind = _parted(match["head"].strip()), match["type"] or match["kind"]
    if group is not None and fold(group) in map(fold, _UNNAMED):
        return Header(body, None, _person(who), _PLATFORMS.get(match["app"] or "", "unknown"), _is_cut(body))
    if group is None and kind in ("👥", "💭"):
        group, who = who, ""
    alias = _ALIAS.match(who)
    sender = (alias["alias"].strip() or alias["nick"].strip()) if alias else who
    own = _OWN_NAME.match(group) if group else None
    return Header(
        body,
        clean_name(own["name"] if own else group) if group else None,
        _person(sender),
        _PLATFORMS.get(match["app"] or "", "unknown"),
        _is_cut(body),
        own["alias"].strip() if own else None,
        alone=group is None and kind in ("👤", "💻", "🤖"),
    )


def _parted(head: str) -> tuple[str, str | None]:
    """Who wrote and in which group: the last brackets hold it, as deep as they go; names too may have brackets."""
    if not head.endswith("]"):
        return head, None
    depth = 0
    for place in range(len(head) - 1, -1, -1):
        depth += (head[place] == "]") - (head[place] == "[")
        if depth == 0:
            return head[:place].strip(), head[place + 1 : -1]
    begin = head.index("[") if "[" in head else 0
    return head[:begin].strip(), head[begin + 1 : -1]


def _person(name: str) -> str | None:
    """A writer's name; what the platform itself says is nobody's."""
    return None if not name or name.casefold() in _SYSTEM | _ONESELF else name


def _is_cut(body: str) -> bool:
    """Whether a bridge kept only the first and last hundred characters (the whole follows as a file)."""
    match = _CUT.match(body.strip())
    return bool(match and 90 <= len(match["head"]) <= 110 and 90 <= len(match["tail"]) <= 110)


def clean_name(name: str) -> str:
    """A group's name without its head count and surrounding blanks."""
    return _COUNT.sub("", name.strip()).strip() or name.strip()


def fold(name: str) -> str:
    """A name for comparing: one width, no blanks, no case, no pictures where anything else is left."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", name)).casefold()
    return "".join(each for each in plain if unicodedata.category(each) not in _PICTURES) or plain


def without_header(message: Message) -> tuple[Message, Header]:
    """The message as its author wrote it, with group and sender filled in from the header, and the header itself."""
    nobody_named = message.sent_at is not None and message.origin.sender_name is None
    linked = not message.private or message.origin.chat is not None or nobody_named
    header = read_header(message.text, linked=linked)
    if header.text == message.text:
        return message, header
    return replace(
        message, text=header.text, group=message.group or header.group, sender=message.sender or header.sender
    ), header
