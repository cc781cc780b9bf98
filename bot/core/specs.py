"""What a picture, video or file must look like: counts, formats, sizes, length, caption, orientation."""

from __future__ import annotations

import re

from bot.core.models import Spec
from bot.core.names import Span
from bot.core.negation import negated
from bot.core.spec_counts import read_counts, total
from bot.core.spec_draft import Clause, Draft, Drafts
from bot.core.spec_looks import FORMAT, ITEM_OF_FORMAT, read_lengths, read_looks, read_sizes
from bot.core.wording import late

_PHOTO = (
    r"照片|相片|图片|截图|截屏|拍照|配图|附图|对比照|对比图|入户照|横图|竖图|原图|图像|影像|合个?影|合照|全家福|现场图|整栏照|局部照|[全近远中]景|水印相机|摄影作品|(?:补|重|加拍|再)拍(?!卖|板|摄计划)"
    r"|拍(?=[^，。；;\n视录]{0,12}张)|拍(?:下|几|一(?![部段条集])|清|好|完)|证件照|头像|截[个下]?[屏图]|(?<=一[㐀-鿿]一)图(?![书纸表])|同框|(?<=张)相(?!片)|(?<=[拍发传交附])张图(?![书纸表])|(?<=[㐀-鿿])(?<![车号]牌)(?<![按参依遵护执对关日光仿比写查驾证拍普])照(?=$|[^㐀-鿿]|[一二两三四五六七八九十各每要须均都也发传报交和与及或配附放电给丢])"
    r"|(?<=[\d一二两三四五六七八九十]张)(?:[一-鿿]{1,6}(?:图(?![书纸表])|照(?![顾片相]))|图)|photo(?:graph)?s?\b|pictures?\b|pics?\b|images?\b|screenshots?\b|head ?shots?\b|mug ?shots?\b"
)
_VIDEO = r"[一-鿿]片(?<![照图相药卡瓦鱼芯刀叶碎名切木布铁纸唱镜薯肉东西南北贴底一]片)(?=[^。；;\n]{0,12}?(?:[一二两三\d]部|\d\s?[分秒]|[一二两三五十半]分钟|[十半]秒|时长|[Mm][Pp]4|MOV|mov|横[屏拍向着]|竖[屏拍向着]))|(?:节目|作品|演出|成品)(?:小样|样片)|(?:短|小|微)?视频(?!会|调度|连线|监控|培训)|录像|短片|录屏|录[一两三\d](?:[节堂集](?!课时)|条)|微电影|录制|录(?:一|个|1)?段|录下来|拍[一1]段(?=$|不超|\d|[十半])|[剪录]成[一1][条段部]|(?:申报|参赛|参评|报送)片(?!区)|videos?\b(?! (?:conf|call|meet))|clips?\b|footage\b"
_AUDIO = r"伴奏|mp3|音频|录音|音档|audio\b"
_WHOLE = r"单个文件|文件(?!要求|精神|规定|名|通知|夹|号|下发|印发|》|已|和|全文|附件)|files?\b"
_FILE = rf"PDF|压缩包|打包(?!盒|带)|文件夹|PPT|课件|幻灯|电子版|扫描件|附件(?=[^，。；;\n]{{0,6}}(?:不超过|大小|以内|小于))|docs?\b|(?P<audio>{_AUDIO})|(?P<whole>{_WHOLE})"
_ITEM = late(rf"(?P<video>{_VIDEO})|(?P<photo>{_PHOTO})|(?P<file>{_FILE})", re.I)
_TRIGGER = late(r"[照相图截拍影景像频录片附件张幅音奏包夹版课样]|[A-Za-z]{2}")
"""A character of every word for an item: clauses without one need no closer look."""

_CLAUSE = late(r"[^，。；;！!？?\n,]{1,400}")
_SENTENCE_END = late(r"[。！!\n]")
_STILL = late(r"\s*(?:每张|单张|照片|图|视频|作品|格式|要求|大小|横|竖|原图|jpe?g|png)", re.I)
_EVIDENCE = late(r"横[屏拍版构]|竖[屏拍版构]|时长|画面|分辨率|每张|单张|每[条段]|jpe?g|png|mp4|mov|原图", re.I)
_PER_UNIT_REPLY = late(
    r"\s*(?:[^\n]{0,16}[:：]\s?)?(?:(?:one|two|three|four|\d{1,2}) (?:per|each)|[每一各](?!律|共|定|般)[㐀-鿿]{1,6}?(?:至少|不少于|最多)?[\d一二两三四五六][张条段](?![㐀-鿿]{0,2}[表桌床票卡证单]))", re.I
)
_SHEETS_IN_FORMAT = late(r"[^，。；;\n]{0,20}[\d一二两三四五六]张[，,（(]\s?(?:jpe?g|png|heic)", re.I)
_PICTURED = late(r"拍(?!卖|板)|摄|截|照片|图片|影[一二两三四\d几]")
_PAPER = late(r"[单卡票证表书报纸券][^，。；;\n]{0,6}[，,：:\s]*$")
"""What each unit owes a sheet of (一户两张) is a picture where one is taken before, and no paper was just named."""
_FAR = 160
"""How many characters a subject may lie back that is taken up again without being named."""


def find_specs(text: str) -> tuple[tuple[Spec, Span], ...]:
    """Specs of a normalised text, photos first, each with the span of the words that gave it."""
    drafts = {item: Draft(item) for item in ("photo", "video", "file")}
    current: str | None = None
    last: str | None = None
    last_at = end_before = 0
    for clause in _CLAUSE.finditer(text):
        start, end = clause.span()
        triggered = _TRIGGER.search(text, start, end) is not None
        if current and _SENTENCE_END.search(text, end_before, start) and "张" not in clause.group() and not _STILL.match(clause.group()):
            current = None
        if current is None and last and start - last_at < _FAR and (_EVIDENCE.search(text, start, end) or _PER_UNIT_REPLY.match(text, start, end)):
            current = last
        elif current is None and triggered and (_SHEETS_IN_FORMAT.match(text, start) or (_PER_UNIT_REPLY.match(text, start, end) and _pictured_before(text, start))):
            current = "photo"
        end_before = end
        if current is None and not triggered:
            continue
        current = _read_clause(text, (start, end), current, drafts, triggered)
        if current:
            last, last_at = current, end
    return tuple((_spec(draft, text), draft.span) for draft in drafts.values() if draft.span is not None)


def _pictured_before(text: str, at: int) -> bool:
    return _PICTURED.search(text, max(0, at - 80), at) is not None and not _PAPER.search(text, max(0, at - 14), at)


def _items(text: str, span: Span, current: str | None, triggered: bool) -> list[tuple[int, int, str]]:
    """Start, end and kind of every item named in a clause; "the file" of a video just spoken of is the video."""
    if not triggered:
        return []
    found: list[tuple[int, int, str]] = []
    for m in _ITEM.finditer(text, *span):
        kind = "video" if m["video"] else "photo" if m["photo"] else "audio" if m["audio"] else "whole" if m["whole"] else "file"
        if len(found) < 12 and negated(text, *m.span()) and not _WISH_IN_BRACKET.match(text, m.end()):
            continue
        if kind == "whole":
            kind = (found[-1][2] if found else current) or "file"
        found.append((*m.span(), kind))
    seen = {kind for _, _, kind in found}
    if seen & {"photo", "video"}:
        # 证件照电子版 is a picture: what only tells the form it comes in is no item of its own
        found = [i for i in found if i[2] in ("photo", "video") or not _FORM.fullmatch(text[i[0] : i[1]])]
    return found


_WISH_IN_BRACKET = late(r"[^，。；;\n（(]{0,6}[（(](?:不要|不用|无需|无须|不收|不得|别|勿)(?!了|发|报|交|传|拍|提供|附|再)[^（）()\n]{2,14}[）)]|[^，。；;\n（(]{0,6}[（(](?:[横竖][^（）()\n]{0,4}|[A-Za-z]{3,4}(?:格式)?)(?:一律)?(?:不收|不要|不行|不认)[）)]")
"""A bracket behind the thing that denies something about it, not the thing: 照片2张（不要竖屏）."""
_FORM = late(r"电子版|文件")


def _read_clause(text: str, span: Span, current: str | None, drafts: Drafts, triggered: bool) -> str | None:
    start, end = span
    named = _items(text, span, current, triggered)
    audio = current == "audio" or any(kind == "audio" for _, _, kind in named)
    items = [(s, e, "file" if kind == "audio" else kind) for s, e, kind in named]
    kinds = frozenset(kind for _, _, kind in items)
    spoken = "file" if current == "audio" else current
    bracketed = _rest_of_bracket(text, start, end) if spoken else 0

    def owner(at: int, unit: str = "", stop: int = 0) -> str | None:
        if unit in ("张", "幅", "帧"):
            return "photo"
        if at < bracketed and not any(s < bracketed for s, _, _ in items) and (unit == "" or spoken == "video"):
            return spoken
        if unit in ("条", "段", "部", "time"):
            if "video" in kinds or spoken == "video":
                return "video"
            return "file" if unit == "time" and audio else None
        if unit == "个":
            return "video" if "video" in kinds or (not kinds and spoken == "video") else None
        if len(kinds - {"file"}) == 1 and (spoken in (None, "file") or spoken in kinds):
            return next(iter(kinds - {"file"}))
        if next_to := [k for s, _, k in items if 0 <= s - max(at, stop) <= 2]:
            return next_to[0]
        before = [k for s, _, k in items if s <= at]
        after = [k for s, _, k in items if s > at]
        return before[-1] if before else spoken or (after[0] if after else None)

    clause = Clause(text, start, end, kinds, spoken, owner)
    if not items and spoken is None:
        if _read_bare(clause, drafts):
            return "photo"
        format_alone = FORMAT.search(text, start, end) if _LATIN.search(text, start, end) else None
        return ITEM_OF_FORMAT[format_alone.group(1).lower().replace("jpeg", "jpg")] if format_alone and _SAVED.search(text, start, end) else None
    if not _CLUE.search(text, start, end):
        return named[-1][2] if named else current
    read_counts(clause, drafts)
    read_sizes(clause, drafts)
    read_lengths(clause, drafts)
    read_looks(clause, drafts)
    return named[-1][2] if named else current


_BRACKET_ENDS = late(r"[^（(）)]*[）)]")
_OPEN = late(r"[（(][^（(）)]*$")


def _rest_of_bracket(text: str, start: int, end: int) -> int:
    """Where a bracket ends that was opened before this clause; it is about what stands before it: 照片（jpg，横版）、视频."""
    closed = _BRACKET_ENDS.match(text, start, end)
    return closed.end() if closed and _OPEN.search(text, max(0, start - _FAR), start) else 0


_CLUE = late(r"[张幅帧条段部个兆秒分横竖直照图注附配写标说文句各]|[A-Za-z]")
"""A character of everything that can be said of an item."""

_LATIN = late(r"[A-Za-z]{3}")
_SAVED = late(r"格式|[存转扫导合做]成|只[收要]|^\s?[A-Za-z0-9]{3,4}\s?(?:格式)?\s?$|[（(]\s?[A-Za-z0-9]{3,4}$|[版档]")


def _read_bare(clause: Clause, drafts: Drafts) -> bool:
    """A clause that names no item: sides that are pictured (前后各1张; true then), a format asked for (docx格式)."""
    counted = len(drafts["photo"].counts)
    if "各" in clause.text[clause.start : clause.end]:
        read_counts(clause, drafts)
    if _LATIN.search(clause.text, clause.start, clause.end) and _SAVED.search(clause.text[clause.start : clause.end]):
        read_looks(clause, drafts)
    return len(drafts["photo"].counts) > counted


def _spec(draft: Draft, text: str) -> Spec:
    low, high = total(draft.counts, text)
    return Spec(
        item=draft.item,
        count_min=low,
        count_max=high,
        formats=tuple(draft.formats),
        size_max_mb=draft.size_max,
        size_min_mb=draft.size_min,
        duration_max_s=draft.seconds,
        caption=draft.caption,
        orientation=draft.orientation,
    )
