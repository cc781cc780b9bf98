"""What pictures, videos and files must look like."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.models import Spec
from bot.core.normalise import normalise
from bot.core.specs import find_specs
from tests.core.own_facts import f1, rows_with


def specs(text: str) -> list[Spec]:
    """The specs of a text, without their spans."""
    return [spec for spec, _ in find_specs(normalise(text).text)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("现场照片3—5张", 3, 5),
        ("每户拍照2张", 2, 2),
        ("照片不少于四张", 4, None),
        ("图片最多两张", None, 2),
        ("整改前后照片各1张", 2, 2),
        ("照片，东西南北各一张", 4, 4),
        ("一户两张照片：门口一张、屋里一张", 2, 2),
        ("公示照片（1张远景1张近景）", 2, 2),
        ("每村一表一照片，一村一照片", 1, 1),
        ("照片两三张就行", 2, 3),
        ("2 photos per household", 2, 2),
    ],
)
def test_counts_of_pictures(text: str, low: int | None, high: int | None) -> None:
    (photo,) = specs(text)
    assert (photo.item, photo.count_min, photo.count_max) == ("photo", low, high)


def test_format_size_orientation_and_caption_of_a_picture() -> None:
    assert specs("照片3张，jpg格式，横拍，单张不超过5M、不小于1M，配文字说明") == [
        Spec("photo", 3, 3, ("jpg",), 5, 1, None, True, "landscape")
    ]


def test_a_watermark_is_no_caption() -> None:
    assert specs("照片2张，带时间地点水印")[0].caption is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("视频30秒以内", 30), ("视频不超过一分半", 90), ("小视频15秒封顶", 15), ("视频时长1到3分钟", 180), ("video, 2 minutes max", 120)],
)
def test_the_length_of_a_video(text: str, seconds: int) -> None:
    assert specs(text)[0].duration_max_s == seconds


def test_what_is_said_of_the_video_is_not_said_of_the_picture() -> None:
    photo, video = specs("照片4张，横版；短视频1条，竖屏，60秒以内，mp4")
    assert (photo.orientation, video.orientation, video.duration_max_s, video.formats) == ("landscape", "portrait", 60, ("mp4",))


def test_a_file_with_a_limit() -> None:
    assert specs("扫描成PDF，单个文件10M以内") == [Spec("file", formats=("pdf",), size_max_mb=10)]


def test_a_picture_without_any_rule_has_no_spec() -> None:
    assert specs("现场照片发群里") == []


def test_a_video_meeting_is_no_video() -> None:
    assert specs("今晚8点视频会，30分钟以内") == []


def test_specs_of_our_own_notices_are_found() -> None:
    def flat(found: list[dict[str, object]]) -> list[object]:
        return [
            (s["item"], k, json.dumps(v)) for s in found for k, v in s.items() if k == "item" or v not in (None, [], False)
        ]

    pairs = []
    for text, _, gold in rows_with("specs"):
        found = [
            {name: list(value) if name == "formats" else value for name in Spec.__dataclass_fields__ for value in [getattr(s, name)]}
            for s, _ in find_specs(text)
        ]
        if gold or found:
            pairs.append((flat(found), flat(gold)))
    assert f1(pairs) >= 0.9


@given(st.text(alphabet="照片视频3张5MjpgPDF每户各前后、，。-—以内不超过横竖秒分 ", max_size=80))
def test_any_text_is_read_without_failing(text: str) -> None:
    for _, (start, end) in find_specs(text):
        assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("3个剖面样点补拍，每点4张，横拍，jpg", 4, 4), ("修前修后各拍一张发我", 2, 2), ("附现场照片、视频各1份", 1, 1)],
)
def test_pictures_are_counted_where_the_word_for_them_is_missing(text: str, low: int, high: int) -> None:
    photo = next(spec for spec, _ in find_specs(text) if spec.item == "photo")
    assert (photo.count_min, photo.count_max) == (low, high)


def test_a_size_may_be_a_range_and_a_format_refused() -> None:
    photo = next(spec for spec, _ in find_specs("照片每户2张，PNG格式不收，只收jpg，大小1—5M"))
    assert (photo.size_min_mb, photo.size_max_mb, photo.formats) == (1, 5, ("jpg",))


def test_either_way_round_is_no_orientation() -> None:
    video = next(spec for spec, _ in find_specs("微视频1部，竖屏或横屏均可，mp4"))
    assert video.orientation is None
