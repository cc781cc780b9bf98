"""Facts about any text at all: no exception, spans inside the text, the same result twice, linear cost."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.models import TimeExpression, TimeKind
from bot.core.times import find_times
from bot.core.workdays import default_calendar
from tests.growth import FEWER_THAN_SQUARED, growth

REF = datetime(2026, 9, 23, 9, 30)
WORDS = (
    "今天 明天 昨晚 本周 下下周五 周三 9月24日 24号 十月 二〇二六年 2026-09-24 9.24 12/3 17:00 下午 3点 五点半 上午 晚 零点 24时 至 到 - — ~ "
    "前 之前 内 起 截止 后 （ ） 星期四 3个工作日 两周 半个月 48小时 月底 年底 季度末 上旬 国庆节 春节 节前 每 每天 每周五 每月25日 双周三 "
    "一 二 十 0 1 9 99 年 月 日 号 时 点 分 ： : . / ， 。 \n 的 和 、 by Friday 5pm next Monday 24 Sept EOD within days every noon 现在 农历 "
    "初五 闰四月 第 三 个 半 刻 差 未来 过去 近 大前天 公元 世纪 90年代 去年 夏天 29 30 31 32 2月30日 25点 99月99日 10000年 ９月 週五 點"
).split(" ")
mixed = st.lists(st.sampled_from(WORDS), max_size=14).map("".join)


def _valid(text: str, found: list[TimeExpression]) -> None:
    last = 0
    for each in found:
        start, end = each.span
        assert last <= start < end <= len(text)
        assert each.said == text[start:end]
        last = end
        assert each.kind in TimeKind
        if each.kind is TimeKind.POINT:
            assert each.start is not None
        if each.start and each.end:
            assert each.start <= each.end
        assert each.start is None or each.start.tzinfo is None


@settings(max_examples=400, deadline=None)
@given(mixed)
def test_any_mixture_of_time_words_is_read_without_exception(text: str) -> None:
    found = find_times(text, REF, default_calendar())
    _valid(text, found)
    assert find_times(text, REF, default_calendar()) == found


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1)))
def test_any_text_at_any_time_is_read_without_exception(text: str, at: datetime) -> None:
    _valid(text, find_times(text, at, default_calendar()))


@pytest.mark.parametrize(
    "piece",
    ["1", "一", "十", "年", "9月", "1.", "1-", "周", "每", "每周", "前", "大", "大前", "上", "下", "（", "9:", "半", "第", "1、",
     "每月1日、", "2026-", "by ", "on the ", "monday ", "every ", "1 ", "差", "今天，", "9月24日", "10号、", "a", "（周", "近1", "零"],
)  # fmt: skip
def test_a_hostile_text_of_fifty_thousand_characters_costs_little(piece: str) -> None:
    assert growth(lambda length: find_times((piece * length)[:length], REF, default_calendar()), 5_000) < FEWER_THAN_SQUARED
