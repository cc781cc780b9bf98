"""What is handed in ahead of the rest: its day comes before the one that was said."""

import pytest

from tests.core.reading import due


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("竣工图5月6日前备齐送档案室；电子版22号先发一份。", ["04-22", "05-06"]),
        ("总结5月8日前报党政办，照片27号提前传群里。", ["04-27", "05-08"]),
        ("花名册5月4日前交，初表先在20号给我看看。", ["04-20", "05-04"]),
        ("纸质版下周三前交，电子版周五先发我。", ["04-10", "04-15"]),
        ("5月6日前报初稿，20号前报终稿。", ["05-06", "05-20"]),
        ("5月6日前报纸质表，先进个人材料20日前报。", ["05-06", "05-20"]),
        ("纸质表5月6日前交，样表20号先发大家。", ["05-06"]),
    ],
)
def test_what_is_handed_in_first_comes_before_the_day_that_was_said(text: str, limits: list[str]) -> None:
    assert due(text) == limits
