"""One answer for messages that arrive together: nothing is left out, and nobody waits longer than the limit."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.burst import Item, add_to_burst, album_mate, is_news, item_of, join_album, pictures_before
from bot.core.decide import Decision
from bot.core.models import OutboxRow, Outcome, Relation, Verdict
from tests.factories import NOW, message, picture, task

WAIT, LIMIT = timedelta(seconds=1.2), timedelta(seconds=8)


def item(number: int, **more: object) -> Item:
    decision = Decision(Outcome.NEW, Verdict(Relation.NEW, "no_likeness"), task(number))
    return item_of(message(id=f"m{number}"), decision, "报台账", None) | more


def add(row: OutboxRow | None, *items: Item, at: datetime = NOW, asking: tuple[str, ...] = ()) -> OutboxRow:
    return add_to_burst(row, "tg:1", 1, items, asking, at, WAIT, LIMIT)


@given(st.lists(st.floats(0, 4), min_size=1, max_size=40))
def test_every_message_is_in_exactly_one_answer_and_none_waits_beyond_the_limit(gaps: list[float]) -> None:
    now, waiting, sent = NOW, None, []
    arrived = {}
    for number, gap in enumerate(gaps):
        now += timedelta(seconds=gap)
        if waiting is not None and waiting.not_before <= now:
            sent.append(waiting)
            waiting = None
        arrived[f"m{number}"] = now
        waiting = add(waiting, item(number), at=now)
    assert waiting is not None
    sent.append(waiting)
    said = [str(one["message"]) for row in sent for one in row.data["items"]]  # type: ignore[attr-defined]
    assert said == list(arrived)
    for row in sent:
        for one in row.data["items"]:  # type: ignore[attr-defined]
            assert row.not_before - arrived[one["message"]] <= LIMIT
    assert len({row.key for row in sent}) == len(sent)


def test_the_question_collects_all_messages_nobody_can_place() -> None:
    row = add(add(None, item(1), asking=("m1",)), item(2), item(3), asking=("m3",))
    assert row.data["ask"] == ["m1", "m3"]


def test_an_answer_to_an_edit_is_not_taken_for_the_first_one() -> None:
    one = item(1)
    edited = add_to_burst(None, "tg:1", 1, [one], (), NOW, WAIT, LIMIT, edited=True)
    assert edited.key != add(None, one).key


def test_pictures_without_words_find_the_words_of_their_album() -> None:
    decision = Decision(Outcome.NEEDS_LOOK, Verdict(Relation.NONE, "no_words"))
    bare = item_of(picture(id="p1", album="a"), decision, "", None)
    row = add(None, bare)
    assert pictures_before(row, "a") == ["p1"] and album_mate(row, "b") is None
    worded = item(2, album="a")
    row = join_album(add(row, worded), "a", worded)
    mate = album_mate(row, "a")
    assert mate is not None and mate["message"] == "m2"


def test_only_what_speaks_of_a_task_is_worth_asking_its_group_for() -> None:
    assert is_news(item(1))
    assert not is_news(item(1, relation="none", outcome="info"))
