"""Facts about schedules: the name of a stage says whose date it is, wherever it stands beside the date."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.models import Message
from bot.core.timeline import Stage, stage_of
from bot.core.understand import understand
from bot.core.workdays import default_calendar

AT = datetime(2026, 9, 16, 9, 30)
LAYOUTS = (
    "{stage}：{date}", "{stage}\n{date}", "{stage}\n\n{date}", "**{stage}**：{date}", "▼{stage}\n{date}", "| {stage} | {date} |", "{stage} —— {date}", "【{stage}】{date}",
    "{stage}（{date}）", "• {stage}: {date}", "{date}：{stage}", "{date}\n{stage}", "1. {stage}：{date}；",
)  # fmt: skip


def due(*rows: tuple[str, str], layout: str) -> list[str]:
    lines = "\n".join(layout.format(stage=stage, date=date) for stage, date in rows)
    text = f"关于举办职工创新大赛的通知\n各单位：\n现将有关事项通知如下，请组织参赛。\n日程安排\n{lines}\n联系人：李明，13800000001\n市总工会"
    return [each.date.isoformat() for each in understand(Message("1", AT, text), default_calendar()).deadlines]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("others", ["名单公布", "专家评审", "结果公示"])
@pytest.mark.parametrize("date", ["2026年10月30日", "10月30日17:00", "10.30"])
def test_the_stage_says_whose_date_it_is_in_every_layout(layout: str, others: str, date: str) -> None:
    assert due(("作品提交截止", date), (others, "2026年11月15日"), layout=layout) == ["2026-10-30"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_end_of_a_span_to_act_in_is_due_in_every_layout(layout: str) -> None:
    assert due(("材料报送", "10月9日至10月30日"), ("评审时间", "11月中旬"), layout=layout) == ["2026-10-30"]


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("报名截止时间", Stage.DUE), ("初赛作品提交截止", Stage.DUE), ("论文投稿", Stage.DUE), ("缴费", Stage.DUE), ("Submission deadline", Stage.DUE),
        ("报名开始", Stage.THEIRS), ("入围名单公布", Stage.THEIRS), ("公示截止", Stage.THEIRS), ("资格复审", Stage.THEIRS), ("录用通知", Stage.THEIRS), ("Notification", Stage.THEIRS),
        ("决赛", None), ("开始时间", None), ("张三", None), ("", None),
    ],
)  # fmt: skip
def test_the_name_of_a_stage_says_whose_it_is_or_nothing(name: str, whose: Stage | None) -> None:
    assert stage_of(name) is whose
