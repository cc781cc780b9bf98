"""The same facts laid out otherwise: rows, cells, lines with a label each, lists of batches. What a layout is made of says nothing by itself."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.models import Kind
from bot.core.normalise import normalise
from bot.core.segment import split_records
from bot.core.times import find_times
from tests.core.reading import CALENDAR, due, read, sessions

SENT = datetime(2026, 4, 9, 15, 45)


def said(text: str) -> list[str]:
    return [time.said for time in find_times(normalise(text).text, SENT, CALENDAR)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("起：4月20日21:30\n止：4月21日5:00", ["4月20日21:30", "4月21日5:00"]),
        ("集结：07:20\n开始：08:00", ["07:20", "08:00"]),
        ("材料收到4月20日\n止，过时不收", ["4月20日\n止"]),
        ("近期安排\n04/14 门窗照片\n04/20 水表读数\n05/06 小结", ["04/14", "04/20", "05/06"]),
        ("通知\n1/3 先看文件\n2/3 再填表\n3/3 盖章", []),
        ("3—9号网格", []),
        ("3—9号报名", ["3—9号"]),
        ("这就是最后日子", []),
        ("然后日子照过，后日交", ["后日"]),
    ],
)
def test_what_stands_on_another_line_or_before_a_noun_is_no_part_of_a_time(text: str, times: list[str]) -> None:
    assert said(text) == times


@pytest.mark.parametrize("sep", ["  ", " ‖ ", " │ ", "\t", "——", " "])
def test_rows_that_end_in_a_day_and_an_hour_are_no_pasted_talk(sep: str) -> None:
    text = normalise(f"各班要交的\n一班{sep}门窗照片{sep}4月20日16:00\n二班{sep}课桌清单{sep}4月22日9:30").text
    assert split_records(text, SENT) == ()


def test_what_people_said_lately_is_pasted_talk() -> None:
    text = "老陶 4月8日 16:00\n门窗照片谁有\n老戚 4月8日 16:02\n我有"
    assert [record.speaker for record in split_records(text, SENT)] == ["老陶", "老戚"]


PAPERS = [("门窗维修台账", "4月20日"), ("开学前检查照片", "4月22日"), ("食堂采购明细", "4月27日")]
ROWS = {
    "cells": "\n".join(["东西 | 谁办 | 几时要", *(f"{what} | 各班 | {day}" for what, day in PAPERS)]),
    "strokes": "\n".join(["谁办 ‖ 东西 ‖ 哪天", *(f"各班 ‖ {what} ‖ {day}" for what, day in PAPERS)]),
    "tabs": "\n".join(["期限\t东西", *(f"{day}\t{what}\t各班" for what, day in PAPERS)]),
    "blanks": "\n".join(["要的几样", *(f"{what}  各班  {day}" for what, day in PAPERS)]),
    "lines": "\n".join(["内容", "期限", *(f"{what}\n各班\n{day}" for what, day in PAPERS)]),
    "circled": "要交三样：\n" + "\n".join(f"{mark} {what}，{day}；" for mark, (what, day) in zip("①②③", PAPERS, strict=True)),
    "brackets": "要交：" + "、".join(f"{what}（{day}）" for what, day in PAPERS) + "。",
    "days first": "要交的：\n" + "\n".join(f"{day} {what}" for what, day in PAPERS),
    "days in brackets": "报送日程\n" + "\n".join(f"【{day}】{what}" for what, day in PAPERS),
    "dashes": "下面几样别漏\n" + "\n".join(f"· {what} — {day}" for what, day in PAPERS),
    "slashes": "时间轴，材料报办公室\n" + "\n".join(f"{day.replace('月', '/').removesuffix('日')} {what}" for what, day in PAPERS),
}


@pytest.mark.parametrize("layout", ROWS)
def test_the_day_of_each_paper_that_is_asked_for_is_its_limit(layout: str) -> None:
    assert due(f"{ROWS[layout]}\n交到教务处马老师。") == ["04-20", "04-22", "04-27"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("四月安排（◆＝各班要交的；◇＝教务处自己办）\n13日 ◇ 年级组碰头\n14日 ◆ 门窗台账，16:00\n20日 ◇ 汇总数据\n24日 ◆ 采购明细", ["04-14 16:00", "04-24"]),
        ("时间轴\n04/14 门窗台账，签字后扫描发 jwc@example.cn\n04/20 （教务处）汇总表\n04/24 采购明细\n括号里的各班不用管。", ["04-14", "04-24"]),
        ("要交的：\n4月14日 门窗台账，16:00\n4月20日 采购明细", ["04-14 16:00", "04-20"]),
        ("要收：\n门窗台账 | 各班 | 4月14日\n汇总表 | 我办自己做 | 4月17日\n采购明细 | 食堂 | 4月20日", ["04-14", "04-20"]),
    ],
)
def test_members_say_whose_they_are_and_at_what_hour(text: str, days: list[str]) -> None:
    assert due(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "各位家长，这几份结果这样出：\n成绩单 | 4月20日公布\n分班名单 | 4月25日公布\n不用回复。",
        "以下材料已收齐：\n花名册 4月1日\n台账 4月3日\n谢谢各位。",
        "培训安排\n4月14日 安全课，9:00，三楼会议室\n4月16日 急救课，14:00，三楼会议室\n全员参加。",
        "进度汇报\n村名 | 台账 | 上报日期\n李庄 | 台账 | 4月7日\n王庄 | 台账 | 4月8日",
        "优惠表：A款礼品单 4月12日 5折\nB款礼品单 4月13日 6折，速来选购！",
    ],
)
def test_papers_that_are_given_out_or_were_handed_in_have_no_limit(text: str) -> None:
    assert due(text) == []


def test_a_meeting_in_a_list_of_papers_takes_place() -> None:
    text = "各班要办的：\n4月14日 门窗台账\n4月16日 班主任碰头，14:30，教务处会议室\n4月20日 采购明细"
    assert (due(text), sessions(text)) == (["04-14", "04-20"], ["04-16 14:30"])


@pytest.mark.parametrize(
    ("form", "held"),
    [
        ("日期：4月21日\n集合：07:40\n开始：08:00\n结束：09:30\n地点：二号仓库门前", ["04-21 08:00 ~09:30"]),
        ("时间：4月21日（周二）\n签到：14:10\n开会：14:30\n散会：16:00\n地点：三楼会议室", ["04-21 14:30 ~16:00"]),
        ("日子｜4月21日\n钟点｜8:30—11:30\n地点｜三楼会议室", ["04-21 08:30 ~11:30"]),
        ("日期：4月21日\n开始：14:30\n地点：三楼会议室", ["04-21 14:30"]),
    ],
)
def test_the_lines_of_a_form_hold_one_time_between_them(form: str, held: list[str]) -> None:
    assert sessions(f"消防培训\n{form}\n参加：各班组长，准时到场") == held


def test_an_hour_by_which_something_is_due_ends_nothing_that_begins() -> None:
    text = "消防演练\n日期：4月21日\n开始：9:00\n地点：操场\n参演名单4月17日16:00前报保卫科，各班组长参加。"
    assert (due(text), sessions(text)) == (["04-17 16:00"], ["04-21 09:00"])


@pytest.mark.parametrize(
    "lines",
    ["范围：一号楼\n起：4月20日22:00\n止：4月21日5:00", "停水：一号楼 4月20日 9:00—11:30；二号楼 4月21日 9:00—11:30", "停：4月20日22:00\n恢复：4月21日5:00"],
)
def test_nothing_takes_place_and_nothing_is_due_while_something_is_out_of_service(lines: str) -> None:
    notice = read(f"停水告知\n{lines}\n原因：换阀门\n滨江物业")
    assert (notice.kind, notice.deadlines, notice.events) == (Kind.INFO, (), ())


def test_what_is_asked_for_beside_an_outage_is_due() -> None:
    assert due("电梯检修通知\n停梯：一号楼 4月20日 9:00—11:30\n对象：各楼长\n要求：报出门不便的住户名单\n限期：4月18日中午前\n滨江物业") == ["04-18 noon"]


@pytest.mark.parametrize("spared", ["nothing for you to do", "no action needed"])
def test_a_row_that_asks_nothing_has_no_limit(spared: str) -> None:
    assert due(f"Items this month\n\nItem | Owner | Due | How\nUniform sizes form | each dept | 20 April | e-mail\nBadge reprint | HR | 28 April | {spared}") == ["04-20"]


@pytest.mark.parametrize(
    "text",
    [
        "请各店抓紧办好：\n1. 灯箱拆除（4月20日）\n2. 水表更换（4月24日）\n振兴商场",
        "各店这个月的活：\n① 灯箱拆除，4月20日；\n② 水表更换，4月24日。\n以上都是“最迟”。",
        "下面几件事抓紧办\n内容    牵头    完成时间\n灯箱拆除    保卫部    4月20日\n水表更换    工程部    4月24日\n振兴商场",
        "各店近期任务和完成期限\n灯箱拆除   4月20日16:00前\n水表更换   4月24日",
        "请各店报送消防材料，问得多的统一回：\n问：去年办过的还要办吗？答：要。\n问：最晚哪天交回执？答：4月20日。\n问：纸质材料几号要？答：4月24日。\n问：消防队哪天来？答：4月28日，我们陪，你们照常营业。",
        "项目备忘\n我方：4月13日出初稿，4月16日前改好系统\n贵方：盖章的确认表4月20日前交，人员名单4月24日前交",
        "Project note\nOur side: test build up on 13 April, all bugs fixed by 16 April.\nYour side: the signed checklist by 20 April; the list of users no later than 24 April.",
    ],
)
def test_what_is_to_be_done_by_two_days_is_due_on_both(text: str) -> None:
    assert [each[:5] for each in due(text)] == ["04-20", "04-24"]


@pytest.mark.parametrize(
    "text",
    [
        "请各班按时参加：\n1. 急救讲座（4月20日）\n2. 消防演练（4月24日）",
        "请各店知悉，物业要做的：\n1. 水箱清洗（4月20日）\n2. 外墙验收（4月24日）",
        "通知已收到，特此说明。\n街道办事处\n2026年4月9日",
    ],
)
def test_what_is_come_to_or_signed_is_not_due(text: str) -> None:
    assert due(text) == []
