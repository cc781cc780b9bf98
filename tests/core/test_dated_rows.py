"""Lines with a day each: what the line above or below them says, printed lists, and the last line of a table."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.dated_rows import legible
from bot.core.dates import find_dates
from bot.core.models import Kind, Message
from bot.core.normalise import normalise
from bot.core.reasons import READERS_FIELD
from bot.core.understand import understand_as
from bot.core.workdays import default_calendar
from tests.core import reading


def read(text: str, kind: Kind = Kind.TASK) -> tuple[list[str], list[str]]:
    """The days due, and when what takes place begins."""
    sent = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    notice = understand_as(Message("m", sent, text), kind, default_calendar())
    events = [" ".join(filter(None, [e.date.isoformat()[5:], e.time or e.part])) for e in notice.events]
    return [d.date.isoformat()[5:] for d in notice.deadlines], events


@pytest.mark.parametrize(
    "text",
    [
        "旧电表更换截止时间\n一组：3月9日\n二组：3月10日\n三组：3月11日",
        "单位 截止日\n砖厂 3月9日\n纸厂 3月10日\n糖厂 3月11日\n请按上表交排污费。",
        "请对照落实\n老钱：修渠，3.9\n老孙：清淤，3.10\n老李：补植，3.11\n后面日期是完成时限",
        "本月重点，请各责任人对照落实\n①修渠 老钱 3.9\n②清淤 老孙 3.10\n③补植 老李 3.11\n（以上日期均为最后期限）",
        "任务：修渠  时限：3.9\n任务：清淤  时限：3.10\n任务：补植  时限：3.11",
        "任务 | 最晚完成 | 验收(我办)\n修渠 | 3.9 | 4.5\n清淤 | 3.10 | 4.5\n补植 | 3.11 | 4.5",
        "请按以下时间上交：\n初一：3月9日\n初二：3月10日\n初三：3月11日",
    ],
)
def test_the_day_of_each_line_is_due_where_the_lines_beside_say_so(text: str) -> None:
    assert read(text)[0] == ["03-09", "03-10", "03-11"]


def test_rows_of_what_others_do_are_not_due_under_such_a_title() -> None:
    assert read("水渠整修完成时限\n材料报送：3月9日\n开工：3月10日\n县水利局验收：3月20日")[0] == ["03-09", "03-10"]


@pytest.mark.parametrize("title", ["各批疫苗有效期限", "租用期限", "值班表"])
def test_days_under_another_title_are_no_limits(title: str) -> None:
    text = f"{title}\n一组：3月9日\n二组：3月10日\n三组：3月11日"
    verdicts = find_dates(normalise(text), datetime(2026, 3, 2, 9), default_calendar()).verdicts()
    assert READERS_FIELD not in {verdict.reason for verdict in verdicts}


def test_leaders_do_not_hide_the_day_behind_them() -> None:
    assert read("请各组按时完成：\n修渠........3月9日前\n清淤......3月10日前")[0] == ["03-09", "03-10"]


def test_the_last_row_of_a_table_is_what_the_rows_above_are() -> None:
    text = "义诊安排，请老人准时到场：\n日期   时间   地点   参加村\n3月18日   9:00   文化广场   清水\n3月18日   14:30   大坪村部   大坪\n3月20日   9:30   镇文化站   其余各村"
    assert read(text, Kind.EVENT)[1] == ["03-18 09:00", "03-18 14:30", "03-20 09:30"]
    text = "请各责任人按时完成：\n事项,交办日期,限办日期\n修渠,2月26日,3月9日\n清淤,2月26日,3月10日\n补植,2月26日,3月11日"
    assert read(text)[0] == ["03-09", "03-10", "03-11"]


def test_numbers_that_are_no_days_stay_as_they_are() -> None:
    text = "各组产量\n一组 3.9\n二组 3.10\n完成情况良好"
    assert legible(text) == text
    assert len(legible("清淤........3月9日 时限：3.9")) == len("清淤........3月9日 时限：3.9")


def test_rows_with_labels_of_their_own_do_not_share_what_they_are_for() -> None:
    text = "重要日期：\n摘要提交截止：3月9日\n全文提交截止：3月20日\n终稿提交截止：3月25日\n审稿意见返回：3月28日"
    assert read(text)[0] == ["03-09", "03-20", "03-25"]


def test_the_dots_that_lead_to_a_day_are_no_part_of_what_is_due() -> None:
    text = "消防泵检修材料报送时限：\n检修单........4月15日前\n台账........4月18日前"
    assert reading.due(text) == ["04-15", "04-18"] and not [each for each in reading.read(text).deadlines if "." in each.about]


def test_the_day_that_ends_an_item_is_a_limit_where_those_of_most_items_are() -> None:
    text = "要交三样：\n① 房屋台账更新（只更新变化的）……3月16日\n② 管控照片，每栋3张，jpg……3月18日下午5点\n③ 半年小结，镇长签字……3月20日\n统统从系统走。"
    assert read(text)[0] == ["03-16", "03-18", "03-20"]


@pytest.mark.parametrize("above", ["这个月各站要交的：", "要报三份材料，时间不同：", "三样东西日子不一样："])
@pytest.mark.parametrize("note", ["（县里次日要用）", "（纸质，一份）", "（5月初就定预算）"])
def test_a_bracket_behind_the_day_of_a_row_only_explains_it(above: str, note: str) -> None:
    assert reading.due(f"{above}\n泵房隐患清单　　4月13日{note}\n闸门编号　　4月17日前\n照片每处两张　　4月21日\n都发工作群。") == ["04-13", "04-17", "04-21"]


def test_rows_to_come_to_are_no_limits() -> None:
    assert reading.due("要交的材料都到会上交，场次如下：\n东片培训　　4月13日（自带电脑）\n西片培训　　4月17日\n请参加。") == []


def test_a_row_that_leaves_the_readers_out_in_so_many_words_asks_nothing() -> None:
    text = "要交的东西\n内容｜谁交｜哪天前\n照片｜各项目｜4月14日\n合同｜维保公司自己送，项目不用管｜4月16日\n报告｜所有项目｜4月17日17:00"
    assert reading.due(text) == ["04-14", "04-17 17:00"]
