"""Where an event takes place, wherever its words stand; the roles of the dates are given, so that only places are judged."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.events import read_events
from bot.core.mentions import find_mentions
from bot.core.models import Kind
from bot.core.normalise import normalise
from bot.core.roles import DateRole, Verdict
from bot.core.times import find_times
from bot.core.workdays import default_calendar
from tests.growth import FEWER_THAN_SQUARED, growth

SENT = datetime(2026, 9, 22, 10)


def places(text: str) -> list[str | None]:
    """The places of all dated times of a text, each taken for an event."""
    normal = normalise(text).text
    mentions = find_mentions(normal, find_times(normal, SENT, default_calendar()))
    verdicts = [Verdict(m, DateRole.EVENT, "given") for m in mentions if m.has_day and m.time.start]
    return [event.place for event in read_events(verdicts, default_calendar(), kind=Kind.EVENT)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("业委会换届筹备会9月25日晚7点，锦绣苑物业二楼，各楼道长参加。", "锦绣苑物业二楼"),
        ("9月27日下午2点半，水库大坝右岸，防溺水演练，水性好的都来。", "水库大坝右岸"),
        ("家长会明晚7点，各班在本班教室，别走错。", "本班教室"),
        ("快递企业座谈会9月28日下午3时假邮政局五楼召开。", "邮政局五楼"),
        ("消防演练9月29日10:00，集合点：厂区北门停车场，听到铃声就走。", "厂区北门停车场"),
        ("开班仪式9月25日上午9点半，老年活动中心多功能厅（二楼）。", "老年活动中心多功能厅（二楼）"),
        ("后天早上8点村口大槐树下集合，去县里参观。", "村口大槐树下"),
        ("拔河比赛9月26日下午2点，地点改在体育馆门前，别走错。", "体育馆门前"),
        ("明早6点半粮管所院内上车，去县城体检。", "粮管所院内"),
        ("集体学习9月25日下午，老地方，三楼小会议室。", "三楼小会议室"),
        ("9月28日上午10点请到信访接待大厅坐班接访。", "信访接待大厅"),
        ("9月27日8:30，渔政码头，增殖放流活动，穿救生衣。", "渔政码头"),
        ("9月30日下午3点，烈士陵园，向革命先烈敬献花篮。", "烈士陵园"),
        ("义务植树9月26日早7点，北山坡地，自带锹。", "北山坡地"),
        ("植树9月26日上午9点，磨盘山脚（雨天改到村部二楼）。", "磨盘山脚"),
        ("听证会9月28日14:30在市政务服务大楼B座12楼1203室举行。", "市政务服务大楼B座12楼1203室"),
        ("9月28日早上7:40，田径场主席台前，全体新生。", "田径场主席台前"),
        ("培训班定在26号上午九点，岭头茶厂炒制车间，机手必到。", "岭头茶厂炒制车间"),
        ("义诊周六上午8点到11点半，菜市场西头，量血压。", "菜市场西头"),
        ("9月26日上午8:30统一乘车前往红军纪念馆参观。", "红军纪念馆"),
        ("9月26日早8点公司楼下大巴出发，去南山滑雪场。", "公司楼下"),
        ("家长开放日9月29日上午8:20—11:00，地点各班教室。", "各班教室"),
        ("9月26日上午10点开镰仪式，大洼乡三道梁子稻田，穿胶鞋。", "大洼乡三道梁子稻田"),
        ("9月25日上午9:30视频会，乡镇用钉钉收看，主会场设在县应急局七楼指挥大厅。", "县应急局七楼指挥大厅"),
        ("线下在县图书馆报告厅，9月25日上午8:50开始，村里用钉钉收看。", "县图书馆报告厅"),
        ("明天下午3点开线上会，腾讯会议 123-456-789，在镇里的到三楼会议室看大屏。", "腾讯会议 123-456-789"),
        ("同日16:10在隔壁的红色影厅给老党员颁章。", "红色影厅"),
        ("The meeting is on Friday 25 September at 7 pm in the old gym, back entrance.", "old gym"),
        ("Rehearsal: Saturday 26 September, 09:00, Riverside Park bandstand. Bring your own chairs.", "Riverside Park bandstand"),
        ("Please come to the ferry landing at 6:30 am tomorrow for the drill.", "ferry landing"),
        ("Drill this Friday, 25 September, 10:00. Assembly point: basketball court. Everyone takes part.", "basketball court"),
        ("周日早8点，小学操场集合拔草，带手套。", "小学操场"),
        ("9月25日上午8点半到11点，西关社区卫生服务站，给65岁以上老人打流感针。", "西关社区卫生服务站"),
        ("各位家长，25号晚上7点阶梯教室开毕业班家长会，别带孩子。", "阶梯教室"),
        ("应急演练9月26日9:30，地点：龙门水库管理所大坝左岸平台", "龙门水库管理所大坝左岸平台"),
        ("调解员培训，9月28日9:00—12:00、14:30—17:00，司法局综合楼四楼模拟法庭。", "司法局综合楼四楼模拟法庭"),
        ("明天上午10点二期项目部会议室碰进度，甲方也来。", "二期项目部会议室"),
        ("9月25日15:00在高速收费站出口广场统一发车，送务工人员。", "高速收费站出口广场"),
        ("9月26日上午9点，请到县档案馆三楼查阅室核对，带身份证。", "县档案馆三楼查阅室"),
        ("读书分享会定于9月27日（周日）下午3点在城市书房（滨江店）举行。", "城市书房（滨江店）"),
        ("下周一早7点20，升旗仪式，主楼前。", "主楼前"),
        ("9月25日上午9时，全县养老护理技能大赛（县职教中心实训楼三楼），各敬老院派2人。", "县职教中心实训楼三楼"),
        ("周五下午4点半在我办公室，把合同都带来。", "我办公室"),
        ("9月26日14:30，第三会议室，质量月总结会，各车间主任。", "第三会议室"),
        ("招聘会9月26日上午8:30至12:00，汽车站前广场，80家企业。", "汽车站前广场"),
        ("9月28日早上6点半，老君庙牌坊下集合，徒步巡山。", "老君庙牌坊下"),
        ("明天下午两点，镇敬老院，送医送药，志愿者1点半到。", "镇敬老院"),
        ("通知：9月25日下午3点，南湖宾馆二号楼百合厅，金融机构座谈会。", "南湖宾馆二号楼百合厅"),
        ("青年联谊9月26日下午2点半，凤凰山农庄，AA制。", "凤凰山农庄"),
        ("驾考模拟9月27日8点，驾校科目二场地，带身份证。", "驾校科目二场地"),
        ("集体备课周三下午第二节（14:50），三楼语文组。", "三楼语文组"),
        ("9月30日9:00-11:00献血，县委大院内采血车。", "县委大院内采血车"),
        ("Volunteer briefing Thursday 24 September 18:30, Community Hub on Mill Lane. Tea provided.", "Community Hub on Mill Lane"),
        ("The hearing takes place on 28 September at 10:00 in Courtroom 4, County Court.", "Courtroom 4, County Court"),
        ("Meet at the north car park at 7:15 tomorrow; the bus won't wait.", "north car park"),
        ("家政技能赛9月26日上午9点，二号厂区食堂后身空场，观众站黄线外。", "二号厂区食堂后身空场"),
        ("镇里明早8点在桥西路口设点测酒驾，协警7点半到。", "桥西路口"),
        ("社区健步走9月26日早7点，湿地公园东门出发。", "湿地公园东门"),
        ("9月28日上午九点半，云岭茶厂晾晒场，质检员到场抽样，各社长陪同。", "云岭茶厂晾晒场"),
        ("师德大会9月25日下午放学后四点半，报告厅，全体教职工。", "报告厅"),
        ("今晚7点三组打谷坪放电影《红海行动》。", "三组打谷坪"),
        ("旁听庭审：9月29日上午9点，县法院第二审判庭，着正装。", "县法院第二审判庭"),
        ("9月26日8时30分，水文站浮桥，测流演练。", "水文站浮桥"),
        ("安全培训定于9月28日14:00在公司总部大楼19层东侧会议室召开。", "公司总部大楼19层东侧会议室"),
        ("亲子运动会9月26日上午9:00，世纪公园大草坪，风雨无阻。", "世纪公园大草坪"),
        ("业务测试9月27日上午9:00—10:30，机房（实训楼402），带准考证。", "机房（实训楼402）"),
        ("骨干民兵明天早上7点整武装部大院列队点名。", "武装部大院"),
        ("9月25日上午10点半电力抢修演练在110千伏城南变电站进行。", "110千伏城南变电站"),
        ("拍卖会9月28日15:00，产权交易中心一号厅。", "产权交易中心一号厅"),
        ("宪法宣讲9月28日上午，走进永安驾校，课间进行。", "永安驾校"),
        ("培训时间：9月28日—29日；培训地点：市农科院科研楼学术报告厅。", "市农科院科研楼学术报告厅"),
        ("Hand over the keys at the estate office on Friday 25 September at 4 pm.", "estate office"),
        ("关于召开防汛工作会议的通知\n时间：9月25日（星期五）上午9:00\n地点：镇政府三楼会议室\n请准时参加。", "镇政府三楼会议室"),
        ("定于9月25日上午9时在市民中心一楼西厅召开营商环境座谈会。", "市民中心一楼西厅"),
        ("经研究，9月26日在龙泉街道办事处大会议室召开换届动员会，时间上午9点。", "龙泉街道办事处大会议室"),
        ("请全体村干部9月25日下午2点半准时到镇里开会，三楼大会议室。", "三楼大会议室"),
        ("会议改在9月26日下午3点，会议室换成了二楼的党员活动室。", "二楼的党员活动室"),
        ("明天上午9点县里来人检查，在村口等。", "村口"),
        ("9月27日上午9点现场观摩会，从镇政府出发，先到李庄大棚再到赵庄冷库。", "镇政府"),
        ("体育馆9月26日晚7点有广场舞比赛，各社区组队参加。", "体育馆"),
        ("9月25日上午8:30，综合执法队院内，全体人员参加装备点验，迟到通报。", "综合执法队院内"),
        ("联系人老李，地点是老供销社旁边的晒谷坪，9月26日早上7点集合。", "老供销社旁边的晒谷坪"),
        ("9月26日晚上8点在大榕树下开屋场会。", "大榕树下"),
        ("各支部书记：9月25日10:00到党群服务中心201室参加述职。", "党群服务中心201室"),
        ("9月28日上午9:00—11:00，镇便民服务大厅一楼设咨询台，请派员值守。", "镇便民服务大厅一楼"),
        ("检查组9月26日上午到，先看河长制公示牌，10点在水厂座谈，村主任作陪。", "水厂"),
        ("职工篮球赛半决赛9月25日19:00 机关队vs教育队 体育中心1号馆", "体育中心1号馆"),
        ("运动会：9月26日8:00 中心小学田径场；雨天顺延。", "中心小学田径场"),
        ("Briefing on Friday 25 September, 2:00-3:30 pm, at the bus depot, gate B. Bring your licence.", "bus depot, gate B"),
    ],
)
def test_a_place_is_known_by_its_shape_and_where_it_stands(text: str, expected: str) -> None:
    assert places(text)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "座谈会时间9月25日上午10点，地点另行通知。",
        "9月25日上午9点开会，会议室还没定（暂定四楼）。",
        "9月25日下午四点半在群里开语音会。",
        "9月26日上午9点，28日午饭后离校。",
        "9月26日上午9点，全体干部，一个不少。",
        "9月26日上午9点，各部门，准时点名。",
    ],
)
def test_what_is_no_place_is_none(text: str) -> None:
    assert places(text)[0] is None


def test_each_line_of_a_list_has_its_own_place() -> None:
    text = "检车：\n9月25日上午 李家庄村委会院内\n9月26日全天 王集镇粮站\n9月27日15:00 红队—蓝队 镇中学灯光球场"
    assert places(text) == ["李家庄村委会院内", "王集镇粮站", "镇中学灯光球场"]


@pytest.mark.parametrize("piece", ["在镇政府三楼", "室", "（一楼", "到村部，", "the hall ", "会议", "会场由村部", "原定改在", "村部（三楼", "（三楼）", "\n地点：", "→村", "9月25日9点，地点"])
def test_a_long_text_costs_little(piece: str) -> None:
    assert growth(lambda length: places("9月25日9点" + (piece * length)[:length]), 5_000) < FEWER_THAN_SQUARED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月25日晚七点半，老祠堂，村民代表会议。会期估计到九点。", "21:00"),
        ("9月25日9:20从电站坝头出发，经老渡口，11点前后在龙潭桥结束。", "11:00"),
        ("9月25日下午两点二十，三楼音体室，急救实操，四点收。", "16:00"),
        ("后天晚上7点，小区凉亭，协商会，大概讲到八点半。", "20:30"),
        ("9月25日7:00开箱，15:00封箱计票。", "15:00"),
        ("9月25日上午9点，二楼开会，11点前把表报来。", None),
    ],
)
def test_the_end_is_what_the_text_says_ends_it(text: str, expected: str | None) -> None:
    normal = normalise(text).text
    mentions = find_mentions(normal, find_times(normal, SENT, default_calendar()))
    verdicts = [Verdict(m, DateRole.EVENT if place == 0 else DateRole.NEITHER, "given") for place, m in enumerate(mentions)]
    assert read_events(verdicts, default_calendar(), kind=Kind.EVENT)[0].end_time == expected


def test_a_table_names_the_column_of_the_place() -> None:
    text = "日期|时间|村别|地点\n9月25日|7:30|桥头|桥头卫生室\n9月26日|7:30|上垟|上垟村部"
    assert places(text) == ["桥头卫生室", "上垟村部"]


def test_the_same_place_is_the_one_named_before() -> None:
    assert places("下周一下午三点，镇政府三楼开禁毒工作会；下周一四点半同一地点接着开平安建设会。") == ["镇政府三楼", "镇政府三楼"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月14日上午9点半，镇政府三楼会议室（东侧）开座谈会，各村来人。", "镇政府三楼会议室（东侧）"),
        ("9月28日下午3点，湖心亭（北岸），诗社活动。", "湖心亭（北岸）"),
        ("企业座谈9月28日9:00，分会场（园区管委会二楼）参加。", "园区管委会二楼"),
        ("9月28日下午2:00在急诊楼一层实操，抽签定先后。", "急诊楼一层"),
        ("9月28日上午半天，退役军人服务站窗口，本人带身份证来领。", "退役军人服务站窗口"),
        ("9月28日下午2点，电商中心3号直播间，合作社带样品。", "电商中心3号直播间"),
        ("9月28日9点烈士陵园纪念碑前举行祭扫活动。", "烈士陵园纪念碑前"),
        ("9月28日早八点先到后厨剁馅和面，围裙自备。", "后厨"),
        ("12月1日上午9点在集市口发资料，志愿者参加。", "集市口"),
        ("9月28日下午3点，县法院巡回法庭到塔岭村村部公开审案，调解主任旁听。", "塔岭村村部"),
        ("9月28日下午2点，在黄荆坳防火隔离带，四支队伍带装备参加演练。", "黄荆坳防火隔离带"),
        ("9月28日早七点村口老樟树底下集合，镰刀自带。", "村口老樟树底下"),
        ("专家9月28日上午十点到，班子成员湖边集合一起陪。", "湖边"),
        ("毕业典礼9月28日上午九点，抽到十五个家长名额，凭短信进门。", None),
        ("全县防火会9月28日召开，时间地点等县里正式文。", None),
        ("管网放气9月28日8:30，工作人员上楼，家中留人。", None),
    ],
)
def test_a_place_has_its_parts_and_nothing_of_what_people_do_there(text: str, expected: str | None) -> None:
    assert places(text) == [expected]


def test_the_place_at_the_end_of_a_list_of_days_is_that_of_each() -> None:
    assert places("体检：机关一组9月28日，二组9月29日，所站9月30日，四楼礼堂，空腹来。") == ["四楼礼堂"] * 3


@pytest.mark.parametrize(
    "place", ["镇政府三楼会议室", "县政府大楼东门", "县融媒体中心演播厅", "5楼会议室", "老街牌坊", "龙潭水库坝顶", "3号楼402室", "县委党校一号楼二楼报告厅"]
)
@pytest.mark.parametrize(
    "frame",
    [
        "9月24日下午3点（{}）召开村干部会议。",
        "9月24日下午3点召开村干部会议（{}）。",
        "9月24日下午3点借用{}召开村民大会。",
        "考试时间9月24日下午3点，考点：{}。",
        "会议时间9月24日下午3点，会议地点{}，请准时参会。",
        "【会议通知】{}，9月24日下午3点，召开村干部会议。",
        "9月24日下午3点，县医院专家在{}义诊。",
        "@所有人 9月24日下午3点{}开会！",
        "9月24日下午3点在{}开会。请提前15分钟入场，收到回复。",
    ],
)
def test_a_place_is_the_same_in_every_frame(frame: str, place: str) -> None:
    assert places(frame.format(place))[0] == place


@pytest.mark.parametrize("text", ["@所有人 9月24日下午3点开会！", "9月24日下午3点开会，请提前15分钟入场。", "9月24日下午3点开会，收到回复。"])
def test_words_of_a_frame_are_no_place(text: str) -> None:
    assert places(text)[0] is None


def test_a_room_behind_a_floor_in_brackets_belongs_to_the_place() -> None:
    assert places("9月24日上午9时在县委党校一号楼（二楼）报告厅开会。") == ["县委党校一号楼（二楼）报告厅"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 敬老活动通知\n\n- **活动时间**：9月26日上午9:00\n- **活动地点**：县委党校阶梯教室\n- **参加人员**：各班班长", "县委党校阶梯教室"),
        ("**会议通知**\n**时间：** 9月26日上午9:00\n**地点：** 镇政府五楼大会议室\n**要求：** 请准时参加", "镇政府五楼大会议室"),
        ("会议定于9月26日上午9:00在开元名都大酒店二楼国际厅召开。", "开元名都大酒店二楼国际厅"),
        ("运动会定于9月26日上午9:00在市第一中学（南校区）举行。", "市第一中学（南校区）"),
        ("讲座定于9月26日上午9:00在钉钉直播举行。", "钉钉直播"),
        ("讲座时间：9月26日上午9:00\n讲座地点：线上（腾讯会议号：456-123-789）", "腾讯会议号：456-123-789"),
    ],
)
def test_a_form_names_its_place_whatever_marks_and_brackets_stand_around(text: str, expected: str) -> None:
    assert places(text) == [expected]


@pytest.mark.parametrize(
    "place",
    ["县人社局（老财政局院内）4楼401", "镇中心小学(老校区)三楼多功能厅", "县医院（东院区）门诊楼5楼", "管委会A座（电梯到9楼）903会议室", "县文化馆（新馆）小剧场"],
)
@pytest.mark.parametrize(
    "frame",
    [
        "安全员9月24日下午3点到{}参加消防培训。",
        "一、时间：9月24日下午3点\n二、地点：{}\n三、对象：各村",
        "9月24日下午3点消防培训 {} 各单位安全员参加",
        "消防培训地点由三楼会议室改到{}，时间还是9月24日下午3点。",
        "9月24日下午3点，安全员到{}培训，带笔。",
    ],
)
def test_brackets_inside_a_place_belong_to_it(frame: str, place: str) -> None:
    assert places(frame.format(place)) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "防汛会（9月25日上午9点）地点变更：村部→镇文化站，互相转告。",
        "9月25日上午9点的防汛会，会场由镇政府调整为镇文化站，请准时参加。",
        "各村主任，9月25日上午9点防汛会别去村部，到镇文化站。",
        "原定9月25日上午9点在镇政府召开的防汛会改在镇文化站召开，时间不变。",
        "会议：防汛会\n时间：9月25日上午9点\n会议室：镇文化站\n人员：各村主任",
        "9月25日上午9点在镇文化站集合，统一乘车到金沙村看现场。",
    ],
)
def test_the_place_is_where_people_are_to_come_now(text: str) -> None:
    assert places(text) == ["镇文化站"]


def test_a_meeting_moved_online_is_where_its_number_is() -> None:
    assert places("原定9月25日上午9点在村部的会改为线上召开，腾讯会议123456789") == ["腾讯会议123456789"]


@pytest.mark.parametrize("words", ["老地方", "老地方见", "还是上次那个地方", "会场另行安排", "地点同上次"])
def test_a_place_that_only_insiders_know_is_none(words: str) -> None:
    assert places(f"一、时间：9月25日上午9点\n二、地点：{words}\n三、参会人员：各村主任") == [None]


def test_who_comes_in_a_bracket_or_field_behind_is_no_part_of_the_place() -> None:
    assert places("9月25日9:00 —— 大坪村部（大坪）\n9月26日9:00 镇文化站 其余各村") == ["大坪村部", "镇文化站"]


def test_each_block_has_the_place_of_its_own_label() -> None:
    assert places("【第1场】\n时间：9月25日9:00\n地点：村部\n【第2场】\n时间：9月26日9:00\n地点：镇文化站") == ["村部", "镇文化站"]


def test_the_name_of_a_school_is_not_cut_at_the_office_in_it() -> None:
    assert places("各村主任9月25日到县委党校培训，带洗漱用品") == ["县委党校"]


@pytest.mark.parametrize("rule", ["请于8:40前到达会场", "8点在镇政府门口统一坐车"])
def test_the_field_of_the_place_goes_before_what_the_field_of_the_time_says(rule: str) -> None:
    assert places(f"一、时间：9月25日上午9:00，{rule}。\n二、地点：县会议中心\n三、参会人员：各村主任") == ["县会议中心"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("剪枝课还是在青石村周家园，9月25日上午8点半，自带剪子。", "青石村周家园"),
        ("9月25日上午10点在农技站一楼教测土，各村技术员来听。", "农技站一楼"),
        ("9月25日上午9时，县局在气象台二楼对各乡镇信息员做辅导。", "气象台二楼"),
        ("9月25日9:30在我中心四楼会议室进行业务培训，统计员参加。", "我中心四楼会议室"),
        ("9月25日下午县医院门诊三楼办筛查专场，名单上的来。", "县医院门诊三楼"),
        ("9月25日下午4点，老渡口那边开个现场会，队长都去。", "老渡口"),
        ("9月25日上午9点，全体巡山员护林站开会，一个不少。", "护林站"),
        ("大伙9月25日七点往西坡茶地去，摘秋茶。", "西坡茶地"),
        ("明早六点，新埠头，龙舟队下水。", "新埠头"),
        ("座谈会9月25日上午九点，会场信用社四楼，代表准时到。", "信用社四楼"),
        ("9月25日7点半项目部门口旗杆下集合。", "项目部门口旗杆下"),
        ("9月25日上午在镇移民办当面对账，文书带公章。", "镇移民办"),
    ],
)
def test_a_place_in_other_company(text: str, expected: str) -> None:
    assert places(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Public hearing\nDate: Tuesday 29 September, 2:30 pm\nPlace: Hall C, Riverton Civic Centre\nEach group sends one delegate.", "Hall C, Riverton Civic Centre"),
        ("述职会安排在9月28日16:00，二号会议厅，中层以上参加。", "二号会议厅"),
    ],
)
def test_a_place_by_its_whole_name(text: str, expected: str) -> None:
    assert set(places(text)) == {expected}
