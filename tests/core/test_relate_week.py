"""A week of a town's groups in words of our own: every message with what it is and which message it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.core.models import KnownTask, Message, Notice, Relation, Verdict
from bot.core.relate import RelateReason, relate
from bot.core.understand import understand
from tests.bench.streams import Ledger
from tests.factories import CALENDAR, instant

Post = tuple[str, int, str, str, str, str, str]
"""Id, day, clock, group, sender, text, and what it is: "new", "none", or the relation and the opener's id."""

WEEK: Sequence[Post] = (
    ("a1", 7, "08:20", "兰阳县交通安全联席群", "县交警大队", "各乡镇：请摸排辖区电动三轮车底数，填《电动三轮车摸底表》（车主、住址、车辆用途、是否上牌），9月14日17:00前报县交警大队宣教中队。兰阳县公安局交警大队", "new"),
    ("a2", 7, "08:40", "兰阳县交通安全联席群", "云集镇", "收到", "none"),
    ("a3", 7, "09:30", "云集镇道安群", "镇道安办 凌霄", "县交警队要三轮车摸底表，车主住哪干啥用上没上牌都要，14号下午五点截止，各村先把底子摸起来", "duplicate a1"),
    ("a4", 7, "10:05", "云集镇道安群", "镇道安办 凌霄", "三轮车摸底镇里要核一遍再报，各村9月11日中午12点前先发我", "update a1"),
    ("a5", 7, "19:50", "石坳村群", "石坳 主任", "哪家有三轮车的给文书报一下，车主、干啥用、有没有牌照，11号中午前要交道安办凌霄", "duplicate a1"),
    ("a6", 8, "09:00", "云集镇卫健群", "卫健办 苗姐", "9月12日（周六）上午8:30在镇卫生院开展适龄妇女免费筛查，各村妇女主任带队，先报人数，人数9月10日下班前报我。镇卫健办", "new"),
    ("a7", 8, "09:20", "石坳妇女群", "石坳 妇女主任", "姐妹们，12号上午八点半镇卫生院免费筛查，想去的在群里报名，我10号报卫健办", "duplicate a6"),
    ("a8", 8, "11:00", "云集财政群", "财政所 温会计", "8月份村级公益岗工资表，村主任签字，9月11日前交财政所", "new"),
    ("a9", 8, "11:02", "云集财政群", "财政所 温会计", "2026年上半年村级账务公开照片，每村2张，9月11日前交财政所", "new"),
    ("a10", 8, "15:30", "兰阳残联条线", "县残联", "请各乡镇报送就业年龄段残疾人就业状况表（姓名、残疾证号、就业单位、月收入），9月16日前发ly-cl@example.cn。兰阳县残联", "new"),
    ("a11", 9, "08:30", "兰阳就业群", "县人社局就业中心", "为筹备助残招聘会，请各乡镇摸底残疾人就业情况（姓名、残疾证号、就业单位、月收入、求职意愿），9月18日前报县人社局就业中心。县人社局", "new"),
    ("a12", 9, "09:10", "云集残联群", "镇残联 骆叔", "县残联那张表各村抓紧，残疾人姓名残疾证号在哪上班一个月挣多少，16号前我统一发", "duplicate a10"),
    ("a13", 9, "10:00", "石坳村群", "石坳 文书", "残联一张人社一张，能不能合成一张啊", "none"),
    ("a14", 9, "17:20", "云集镇道安群", "镇道安办 凌霄", "明天就是10号了，三轮车的石坳、罗家湾、新桥还没动静", "reminder a1"),
    ("a15", 10, "09:00", "兰阳县交通安全联席群", "县交警大队", "摸底表增加“驾驶人准驾车型”一栏，已填的补上，9月14日17:00不变", "update a1"),
    ("a16", 10, "09:40", "云集镇道安群", "镇道安办 凌霄", "县里三轮车表加了一栏准驾车型，大家用群里新传的这个表", "duplicate a1"),
    ("a17", 10, "16:30", "云集镇卫健群", "卫健办 苗姐", "人数今天下班前啊，还有三个村没报", "reminder a6"),
    ("a18", 11, "08:30", "云集镇卫健群", "卫健办 苗姐", "接医院通知，筛查推到9月19日（周六）上午8:30，地点不变", "update a6"),
    ("a19", 11, "08:50", "石坳妇女群", "石坳 妇女主任", "筛查改19号了，还是八点半卫生院，明天别跑空", "duplicate a6"),
    ("a20", 11, "10:00", "云集镇道安群", "镇道安办 凌霄", "还有两个小时，罗家湾、新桥", "reminder a1"),
    ("a21", 11, "10:20", "云集镇道安群", "罗家湾村", "罗家湾 三轮车17辆 已发凌主任", "none"),
    ("a22", 11, "14:00", "云集财政群", "财政所 温会计", "公益岗工资表今天最后一天，差四个村", "reminder a8"),
    ("a23", 14, "08:40", "兰阳应急群", "县应急局", "【预警】县气象台9月14日8时发布雷电黄色预警，请注意防范", "none"),
    ("a24", 14, "09:00", "云集财政群", "财政所 温会计", "9月份村级公益岗工资表，村主任签字，10月10日前交财政所", "new"),
    ("a25", 14, "09:30", "云集镇党政办群", "党政办", "定于9月16日（周三）下午3:00在镇三楼会议室召开秋季征兵动员会，各村书记、民兵连长参加。镇党政办", "new"),
    ("a26", 14, "10:15", "石坳村群", "石坳 支书", "周三下午三点镇三楼征兵会，连长跟我一起去", "duplicate a25"),
    ("a27", 15, "09:00", "兰阳残联条线", "县残联", "接上级通知，残疾人就业状况改由数据平台直接导出，各乡镇不再报送", "cancel a10"),
    ("a28", 15, "09:20", "云集残联群", "镇残联 骆叔", "残联那张就业的表不用报了，县里自己导", "duplicate a10"),
    ("a29", 15, "16:00", "云集镇党政办群", "党政办", "征兵动员会改到二楼大会议室，时间不变", "update a25"),
    ("a30", 15, "16:20", "石坳村群", "石坳 支书", "征兵会换二楼了", "duplicate a25"),
    ("a31", 16, "13:50", "云集镇党政办群", "党政办", "征兵会人到哪了，还差两个村", "reminder a25"),
    ("a32", 16, "17:00", "云集镇党政办群", "党政办", "今天的会开得很好，大家辛苦", "none"),
    ("a33", 17, "09:10", "云集镇党政办群", "党政办", "定于9月21日（周一）上午9:00在镇三楼会议室召开国庆安全稳定工作会，各村书记参加。镇党政办", "new"),
    ("a34", 18, "08:45", "兰阳就业群", "县人社局就业中心", "残疾人就业情况今天要汇总，云集、双河两个镇还缺", "reminder a11"),
    ("a35", 18, "15:10", "云集镇党政办群", "党政办", "21号的会不开了，材料发群里大家自学", "cancel a33"),
    ("a36", 18, "20:00", "石坳村群", "村民老郭", "谁家的羊跑到我菜地里了", "none"),
)  # fmt: skip

SECOND: Sequence[Post] = (
    ("b1", 7, "08:10", "沁川县教体安全群", "县教体局 安全办", "沁川县教育体育局\n关于开展校车安全隐患自查的通知\n各中心校：请对照附件逐车自查校车行驶证、驾驶人资格、车载监控，形成问题清单，9月15日18:00前盖章扫描报安全办邮箱qcaqb@example.cn。\n联系人：盛楠 0831-2210033", "new"),
    ("b2", 7, "09:30", "清河中心校群", "中心校 安全干事", "县局的校车自查通知转给各校，问题清单15号下午6点前报县局邮箱，盖章别忘了", "duplicate b1"),
    ("b3", 7, "10:00", "清河中心校群", "中心校 教务处", "开学第一周各班晨检记录表，9月11日放学前交教务处", "new"),
    ("b4", 7, "10:01", "清河中心校群", "中心校 教务处", "开学第一周各班体温异常登记，9月11日放学前交教务处", "new"),
    ("b5", 7, "14:00", "大坪小学教师群", "大坪 校长", "校车那个自查清单咱就一辆车，行驶证、驾驶证、监控三样拍清楚，15号下午六点前给县局", "duplicate b1"),
    ("b6", 8, "09:00", "沁川县卫健学校卫生群", "县疾控中心", "请各学校填报2026年秋季新生接种证查验情况（班级、应查人数、持证人数、需补种人数），9月20日前在“学校卫生监测平台”填完。县疾控中心", "new"),
    ("b7", 8, "10:30", "清河中心校群", "中心校 校医", "疾控要新生接种证查验，应查多少、有证多少、要补种多少，9月20号前平台上填，班主任今天先收证", "duplicate b6"),
    ("b8", 8, "16:00", "清河镇卫生院公卫群", "卫生院 公卫科", "各村医：为做好补种，请报辖区入托入学新生接种情况名单（姓名、班级、持证情况、需补种疫苗），9月18日前发公卫科。清河镇卫生院", "new"),
    ("b9", 9, "08:40", "清河中心校群", "中心校 校长室", "【会议】9月11日（周五）下午4:00在中心校阶梯教室召开秋季安全工作会，各校校长、安全干事参加", "new"),
    ("b10", 9, "09:10", "大坪小学教师群", "大坪 教导", "周五下午四点阶梯教室安全会，校长和我去，课调一下", "duplicate b9"),
    ("b11", 10, "17:00", "清河中心校群", "中心校 校长室", "明天的安全会提前到下午2:30，地点不变，请互相转告", "update b9"),
    ("b12", 10, "17:20", "大坪小学教师群", "大坪 教导", "安全会提前了，明天下午两点半", "duplicate b9"),
    ("b13", 11, "08:30", "清河中心校群", "中心校 教务处", "晨检表今天放学前，还有五个班没交", "reminder b3"),
    ("b14", 11, "08:35", "清河中心校群", "三二班 班主任", "晨检表放教务处桌上了", "none"),
    ("b15", 11, "13:40", "清河中心校群", "中心校 校长室", "两点半阶梯教室，校长们都出发没有", "reminder b9"),
    ("b16", 14, "09:00", "沁川县教体安全群", "县教体局 安全办", "校车自查清单请用新版附件（增加“逃生锤配备”一列），报送时间顺延到9月17日18:00", "update b1"),
    ("b17", 14, "09:40", "清河中心校群", "中心校 安全干事", "校车清单换新附件了，多一列逃生锤，县里延到17号下午6点", "duplicate b1"),
    ("b18", 15, "10:00", "清河外教之家", "Foreign affairs office - Lena", "Dear teachers, please submit your residence registration form via https://form.example.com/qh-teacher by 5 pm on Friday 18 September. Foreign affairs office", "new"),
    ("b19", 16, "09:00", "清河外教之家", "Foreign affairs office - Lena", "Reminder: residence registration form, 4 of 11 received so far", "reminder b18"),
    ("b20", 16, "09:30", "清河外教之家", "Mr. Obi", "Done, thanks Lena", "none"),
    ("b21", 17, "09:00", "清河外教之家", "Foreign affairs office - Lena", "The deadline for the registration form is extended to Tuesday 22 September, 5 pm.", "update b18"),
    ("b22", 17, "17:10", "沁川县教体安全群", "县教体局 安全办", "离截止不到一个小时，校车清单清河、石桥还没收到", "reminder b1"),
    ("b23", 18, "09:00", "清河镇卫生院公卫群", "卫生院 公卫科", "接种情况名单由县疾控平台导出，村医不用再报了", "cancel b8"),
    ("b24", 19, "08:30", "清河中心校群", "中心校 校医", "接种证查验明天到期，平台上三个学校还是空的", "reminder b6"),
    ("b25", 19, "10:00", "清河中心校群", "中心校 教务处", "第二周各班晨检记录表，9月19日放学前交教务处", "new"),
)  # fmt: skip


def live_through(week: Sequence[Post]) -> list[tuple[str, str, str, Verdict]]:
    """Id, what it is, what it was taken for, and the verdict, of every message in order."""
    ledger, outcome = Ledger(), []
    for name, day, clock, group, sender, text, true in week:
        heard = Message(name, instant(day, clock), text, group, sender)
        notice: Notice = understand(heard, CALENDAR)
        known: list[KnownTask] = list(ledger.tasks.values())
        verdict = relate(heard, notice, known, CALENDAR)
        opener = ledger.openers.get(verdict.of) if verdict.of else None
        taken = f"{verdict.relation.value} {opener}" if opener else verdict.relation.value
        ledger.apply(heard, notice, verdict)
        outcome.append((name, true, taken, verdict))
    return outcome


@pytest.mark.parametrize("week", [WEEK, SECOND])
def test_every_message_of_a_week_finds_its_task(week: Sequence[Post]) -> None:
    assert [(name, true, taken) for name, true, taken, _ in live_through(week) if true != taken] == []


def test_the_data_asked_for_twice_is_shown_as_an_overlap() -> None:
    verdicts = {name: verdict for name, _, _, verdict in live_through(WEEK)}
    assert len(verdicts["a11"].overlaps) == 1
    assert [name for name, v in verdicts.items() if v.overlaps] == ["a11"]


@pytest.mark.parametrize("week", [WEEK, SECOND])
def test_whatever_happened_has_a_reason_on_record(week: Sequence[Post]) -> None:
    for _, _, _, verdict in live_through(week):
        assert RelateReason(verdict.reason)
        assert verdict.of is not None or verdict.relation in (Relation.NEW, Relation.NONE)
