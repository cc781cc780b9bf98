"""Facts about hands, numbers, forms and seals that are told after the duty, and about what takes its place, in a chat that knows neither group nor sender."""

from __future__ import annotations

import pytest

from bot.core.models import Relation, Requirement
from bot.core.relate import RelateReason
from bot.core.relate.details import names_nothing, tells_details
from tests.core.test_pieces_let_off import after, days

R = Requirement
FORM = "积案化解表周四前交信访办，一式三份。"
LEDGER = "河道保洁台账周五前发水利站老钱，按河段填"
BRIEF = "垃圾分类宣传周五前报简报1篇、照片3张。"
MAILED = "演练方案26号前报，演练总结12月4日前报，发到 yjb@example.cn。"


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("化解表要盖章", R.SEAL),
        ("记得加盖公章", R.SEAL),
        ("要电子版", R.ELECTRONIC_COPY),
        ("化解表还要交纸质的", R.PAPER_COPY),
    ],
)
def test_a_form_or_a_seal_asked_for_later_is_asked_for(said: str, form: Requirement) -> None:
    verdict, facts = after(FORM, said)
    assert (verdict.relation, verdict.of) == (Relation.UPDATE, 1)
    assert form in facts.requirements
    assert days(facts) == ["11-26"]


@pytest.mark.parametrize("said", ["化解表一份就够了", "化解表用A3纸", "化解表格式换了，用新模板"])
def test_how_many_copies_and_on_what_is_told_as_a_change(said: str) -> None:
    verdict, _ = after(FORM, said)
    assert (verdict.relation, verdict.of) == (Relation.UPDATE, 1)
    assert [change.new for change in verdict.changes if change.fact == "content"]


@pytest.mark.parametrize(
    "said",
    ["化解表要盖章吗", "化解表盖章了", "章在谁那里", "如果化解表要盖章我就去找书记", "谢谢，化解表已经签字了", "化解表是交纸质的还是电子的？", "化解表我们盖好章了"],
)
def test_who_asks_reports_or_supposes_asks_for_no_form(said: str) -> None:
    _, facts = after(FORM, said)
    assert not facts.requirements & {R.SEAL, R.SIGN, R.PAPER_COPY, R.ELECTRONIC_COPY}


@pytest.mark.parametrize("said", ["发一份营业执照复印件给我", "请各村打印一份安全告知书张贴"])
def test_another_paper_is_no_detail_of_the_only_duty(said: str) -> None:
    assert after(FORM, said)[0].of is None


def test_of_two_duties_the_one_that_is_named_is_meant_and_none_where_none_is() -> None:
    named, facts = after(FORM, "老年证登记表周五前报民政办", "登记表要盖章")
    assert (named.of, R.SEAL in facts.requirements) == (2, True)
    assert after(FORM, "老年证登记表周五前报民政办", "记得加盖公章")[0].of is None


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("老钱请假了，台账交给小孟", ("小孟",)),
        ("台账改交小孟", ("小孟",)),
        ("台账发给水利站小孟，老钱调走了", ("小孟",)),
        ("台账也给小孟发一份", ("老钱",)),
        ("有问题找小孟", ("老钱",)),
    ],
)
def test_another_hand_takes_the_place_of_the_first_only_where_words_say_so(said: str, people: tuple[str, ...]) -> None:
    _, facts = after(LEDGER, said)
    assert facts.submit_to.people == people


@pytest.mark.parametrize("earlier", [(), ("方案改到27号",)])
def test_a_new_address_holds_for_a_duty_with_two_limits_moved_or_not(earlier: tuple[str, ...]) -> None:
    verdict, facts = after(MAILED, *earlier, "邮箱换了，发到 xf@example.cn")
    assert (verdict.relation, facts.submit_to.emails) == (Relation.UPDATE, ("xf@example.cn",))
    assert days(facts)[1:] == ["12-04"]


@pytest.mark.parametrize(
    ("said", "count"),
    [("照片发5张，简报不用了", 5), ("照片要8张", 8), ("照片至少4张", 4), ("我们传了6张照片", 3), ("照片6张已发，请查收", 3), ("照片要几张", 3)],
)
def test_another_number_is_taken_over_where_it_is_asked_for(said: str, count: int) -> None:
    _, facts = after(BRIEF, said)
    assert [spec.count_min for spec in facts.specs] == [count]


@pytest.mark.parametrize(("text", "tells"), [("表格一式两份", True), ("名单要签字", True), ("名单交了吗", False), ("名单签字了", False), ("周五开会", False)])
def test_what_tells_details_is_read_from_the_words(text: str, tells: bool) -> None:
    assert tells_details(text) is tells


@pytest.mark.parametrize(("text", "nothing"), [("记得加盖公章", True), ("一份就够了", True), ("承诺书要签字", False)])
def test_whether_a_thing_is_named_is_read_from_the_words(text: str, nothing: bool) -> None:
    assert names_nothing(text) is nothing


RALLY = "12月8日下午3点，文化站五楼会议室开广场舞比赛协调会，各社区1人。"


def test_what_takes_the_place_of_a_gathering_called_off_has_its_own_name_day_and_limit() -> None:
    verdict, facts = after(RALLY, "广场舞比赛取消，协调会不开了，改为12月15日上午9点职工健步走，每个社区20人，12月10日前报名单。")
    assert (verdict.relation, verdict.reason, verdict.of) == (Relation.UPDATE, RelateReason.REPLACED, 1)
    assert "健步走" in facts.title
    assert days(facts) == ["12-10", "12-15"]
    assert [(each.time, each.place) for each in facts.events] == [("09:00", None)]


@pytest.mark.parametrize("said", ["协调会改为12月10日上午9点", "协调会取消，改为12月10日上午9点"])
def test_what_only_moves_keeps_its_name(said: str) -> None:
    verdict, facts = after(RALLY, said)
    assert verdict.reason == RelateReason.EVENT_MOVED
    assert days(facts) == ["12-10"]


def test_what_replaces_another_gathering_is_a_duty_of_its_own() -> None:
    verdict, _ = after(RALLY, "消防演练取消，改为12月3日下午看警示教育片")
    assert verdict.of is None
