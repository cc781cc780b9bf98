"""What fitted trees say of a row of features."""

import math

from hypothesis import given
from hypothesis import strategies as st

from bot.core.learned.features import shape, shape_between
from bot.core.learned.trees import Jury, Model
from bot.core.relate.shipped import shipped

STUMP = (("words", 0.5, 1, 2), -0.25, 0.5)


def test_a_chance_is_made_of_what_every_tree_says_and_what_is_not_seen_counts_as_none():
    model = Model((STUMP, (0.1,)), -1.0)
    assert model.total({"words": 1.0}) == -1.0 + 0.5 + 0.1
    assert model.total({}) == -1.0 - 0.25 + 0.1
    assert math.isclose(model.chance({}), 1 / (1 + math.exp(1.15)))


@given(st.lists(st.sampled_from([-0.5, -0.02, 0.02, 0.5]), min_size=101, max_size=200))
def test_only_a_row_without_hope_after_the_first_trees_is_not_asked_of_the_others(leaves: list[float]):
    model = Model(tuple((leaf,) for leaf in leaves), 0.0)
    hopeless = sum(leaves[:100]) < -3.5
    asked = sum(leaves[:100] if hopeless else leaves)
    assert math.isclose(model.chance({}), 1 / (1 + math.exp(-max(-30.0, min(30.0, asked)))))
    assert not hopeless or model.chance({}) < 0.05


def test_several_models_asked_together_say_what_each_says_alone():
    jury = Jury({"yes": Model((STUMP, (0.1,)), -1.0), "no": Model((STUMP, (("dates", 2.5, 1, 2), 0.2, 0.7)), 0.3)})
    for row in ({}, {"words": 1.0}, {"dates": 3.0}, {"words": 1.0, "dates": 3.0}):
        assert jury.totals(row) == {name: model.total(row) for name, model in jury.items()}


@given(st.text(alphabet="9月日 \t\n报送AbΣİ␣７٣ſ", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_a_part_of_a_text_has_the_shape_it_has_alone(text: str, start: int, end: int):
    assert shape_between(text, start, end) == shape(text[start:end])


def test_written_trees_are_read_as_they_were():
    link = shipped().link
    assert Model.read(link.bias, link.written()) == link
