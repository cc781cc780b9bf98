"""Exceptions of recurring duties for days off, read and kept; what villages hand in first."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.collection import collects_from_villages
from bot.core.exceptions import read_days_off
from bot.core.models import Recurrence
from bot.core.occurrences import dates_between
from bot.core.understand import understand
from bot.core.workdays import Calendar
from tests.factories import message

CALENDAR = Calendar()


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("每天17:00前报防火情况（节假日除外）", "skip"),
        ("除节假日外，每天下午5点前报送", "skip"),
        ("每天报一次，周末不用报", "skip"),
        ("每天报送，法定节假日除外", "skip_holidays"),
        ("每天报送，法定节假日及周末除外", "skip"),
        ("每周五报送，遇节假日顺延", "next"),
        ("每月25日前上报，如遇休息日提前上报", "before"),
        ("每天报送，节假日不休", ""),
        ("每天报送，含节假日", ""),
        ("每天17:00前报送", ""),
        ("Report daily by 17:00 except weekends", "skip"),
        ("Report daily, except public holidays", "skip_holidays"),
        ("Due each Friday; if it falls on a holiday, the next working day", "next"),
    ],
)
def test_what_a_text_says_of_days_off(text: str, meaning: str) -> None:
    assert read_days_off(text) == meaning


def test_the_exception_is_part_of_the_rule_that_is_read() -> None:
    notice = understand(message("即日起至10月15日，各村每天17:00前报送秸秆禁烧情况，节假日除外。"), CALENDAR)
    assert notice.recurrence is not None
    assert (notice.recurrence.rrule, notice.recurrence.days_off) == ("FREQ=DAILY", "skip")


def dates(rule: str, meaning: str, first: date, last: date) -> list[str]:
    recurrence = Recurrence(rule, "17:00", days_off=meaning, start=first)
    return [f"{day:%m-%d}" for day in dates_between(recurrence, first, last, CALENDAR)]


def test_days_off_fall_out_and_worked_weekends_stay() -> None:
    found = dates("FREQ=DAILY", "skip", date(2026, 9, 29), date(2026, 10, 12))
    assert found == ["09-29", "09-30", "10-08", "10-09", "10-10", "10-12"]


def test_statutory_holidays_fall_out_and_plain_weekends_stay() -> None:
    found = dates("FREQ=DAILY", "skip_holidays", date(2026, 9, 24), date(2026, 9, 28))
    assert found == ["09-24", "09-28"]
    assert dates("FREQ=DAILY", "skip_holidays", date(2026, 9, 18), date(2026, 9, 19)) == ["09-18", "09-19"]


def test_a_date_on_a_holiday_moves_to_the_workday_after_or_before() -> None:
    first, last = date(2026, 9, 24), date(2026, 10, 17)
    assert dates("FREQ=WEEKLY;BYDAY=FR", "next", first, last) == ["09-28", "10-08", "10-09", "10-16"]
    assert dates("FREQ=WEEKLY;BYDAY=FR", "before", first, last) == ["09-24", "09-30", "10-09", "10-16"]


@pytest.mark.parametrize(
    "text",
    [
        "请收集各村台账后报县局",
        "各村报送的表格由各乡镇汇总后报县农业农村局",
        "以乡镇为单位汇总上报",
        "请收齐各村的花名册，周五前交",
    ],
)
def test_what_must_be_gathered_from_villages_first(text: str) -> None:
    assert collects_from_villages(text)


@pytest.mark.parametrize("text", ["各村：9月25日前将台账报镇农业农村办", "请参会人员提前入场", "报送工作总结"])
def test_what_the_reader_does_himself_is_no_collection(text: str) -> None:
    assert not collects_from_villages(text)
