"""When a new group may be an old one under another name, and when it surely is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.models import Group, GroupState
from bot.core.renaming import Renamed, alike, renamed_groups
from tests.factories import NOW

OLD = Group(1, "秸秆禁烧群", "wechat", first_at=NOW - timedelta(days=60), last_at=NOW - timedelta(days=6), messages=30)
NEW = Group(2, "秋冬攻坚群", "wechat", first_at=NOW - timedelta(days=5), last_at=NOW, messages=4)
SEEN = {"老李": (1, 2), "小王": (1, 2, 9), "老赵": (1,)}


def test_the_same_people_write_under_a_new_name_and_the_old_one_is_silent() -> None:
    assert renamed_groups([OLD, NEW], SEEN, NOW) == [Renamed(2, 1, 2)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (replace(OLD, last_at=NOW - timedelta(days=1)), NEW),
        (replace(OLD, last_at=NOW - timedelta(days=40)), NEW),
        (replace(OLD, platform="qq"), NEW),
        (replace(OLD, chat="tg:-1"), NEW),
        (replace(OLD, parent=7), NEW),
        (replace(OLD, state=GroupState.DISSOLVED), NEW),
        (OLD, replace(NEW, chat="tg:-1")),
        (OLD, replace(NEW, first_at=NOW - timedelta(days=2))),
        (replace(OLD, name="2026年征兵群"), replace(NEW, name="2027年征兵群")),
        (replace(OLD, name="第一批摸底群"), replace(NEW, name="第二批摸底群")),
    ],
)
def test_nobody_is_asked_where_another_reading_is_likelier(old: Group, new: Group) -> None:
    assert renamed_groups([old, new], SEEN, NOW) == []


def test_other_people_make_another_group() -> None:
    assert renamed_groups([OLD, NEW], {"老李": (1, 2), "小陈": (2,), "小周": (2,)}, NOW) == []


def test_one_writer_is_enough_where_the_names_are_alike_and_then_at_once() -> None:
    new = replace(NEW, name="秋季秸秆禁烧攻坚群", first_at=NOW - timedelta(hours=20))
    assert renamed_groups([OLD, new], {"老李": (1, 2)}, NOW) == [Renamed(2, 1, 1)]
    assert renamed_groups([OLD, NEW], {"老李": (1, 2)}, NOW) == []


def test_of_several_old_groups_the_one_of_a_like_name_is_asked_about() -> None:
    other = replace(OLD, id=3, name="党建群")
    new = replace(NEW, name="秸秆禁烧攻坚群")
    assert renamed_groups([OLD, other, new], {"老李": (1, 3, 2), "小王": (1, 3, 2)}, NOW) == [Renamed(2, 1, 2)]


def test_what_every_name_has_makes_no_likeness() -> None:
    assert not alike("党建工作群", "防汛工作群")
    assert alike("秸秆禁烧群", "秋季秸秆禁烧攻坚群")


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_names_can_be_compared(one: str, other: str) -> None:
    assert alike(one, other) is alike(other, one)
