"""Families of asking: what is handed in against what is only mentioned, refused, given, or done by others."""

from __future__ import annotations

import pytest

from bot.core.channels import find_channels
from bot.core.models import Kind
from bot.core.models import Requirement as R
from bot.core.normalise import normalise
from bot.core.requirements import find_requirements


def asked(text: str, kind: Kind = Kind.TASK) -> set[R]:
    """The requirements of a text."""
    normal = normalise(text).text
    return set(find_requirements(normal, kind, find_channels(normal)))


@pytest.mark.parametrize(
    "text",
    [
        "知悉的请回复一声",
        "各店长看完回个话",
        "车挪开了的回1",
        "来不来今晚十点前回我",
        "喊过一遍的在群里回“喊了”",
        "各船东知晓后回复",
        "Team leads, please acknowledge by noon",
    ],
)
def test_an_answer_the_reader_is_to_give_is_a_receipt(text: str) -> None:
    assert R.REPLY_RECEIPT in asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "统一回复大家：食堂明天照常，周五前把饭卡数报来",
        "没出租的也要回“无”",
        "改好的表交回我室",
        "请核实并电话回复初步情况",
        "本通报不需回复，月底前报整改照片",
        "审好的扫描成PDF回我",
    ],
)
def test_answers_of_the_issuer_and_things_sent_back_are_no_receipt(text: str) -> None:
    assert R.REPLY_RECEIPT not in asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "哪几家还没通水，有几户报几户，今晚给我",
        "冰柜坏了几台，下班前告诉后勤",
        "各摊位摊主名字和车牌今天报给市管员",
        "把库存化肥的吨数写给我",
        "每晚九点报出水量和水位",
        "各班组人员姓名、身份证号，周三前发我",
        "谁家的鸭子死了多少只，如实说",
        "各塘口渔获箱数明天报站里",
        "要去县城看病的人报给村医",
        "物资储备表周五前交应急办",
        "各窑厂煤耗给个数",
        "Tell me how many sheep are left in each pen by Friday.",
    ],
)
def test_figures_are_known_by_the_shape_of_their_asking(text: str) -> None:
    assert R.DATA_STATISTICS in asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "存栏的表不用报了，照片照旧发群",
        "字数三千以内，总结周五前交",
        "按上报的亩数派人来领药",
        "名单内同志明天前登录系统改密码",
        "工作总结数据截至六月底，七月五日前交",
        "三月一日至今的病假条交人事室，名单另发",
        "晒谷场上拍几张清楚的发我",
    ],
)
def test_figures_refused_given_or_only_mentioned_are_not_asked_for(text: str) -> None:
    assert R.DATA_STATISTICS not in asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "每人写八百字，周一交团委",
        "征稿：乡村夜话，月底截稿，投县报编辑部",
        "研判纪要次日送政法委",
        "各车间交一页纸，说清停机原因",
        "检讨书明早交值班室",
        "解说词定稿二十号前给我",
        "家长签过的同意书收齐交校医",
        "请报以下两样：\n1.述职材料\n2.合影三张",
        "整改方案不用盖章，明天十点前传系统",
        "分析报告写好就别再打印了，邮件发来",
    ],
)
def test_what_is_written_and_handed_in_is_material(text: str) -> None:
    assert R.SUBMIT_MATERIAL in asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "体检报告出来了，本人来签字领走",
        "老师自带笔记本电脑，名单周五前报",
        "经请示领导，报名截止时间延到周三",
        "分摊协议留存家里备查，不用交公司，金额报财务",
    ],
)
def test_papers_only_mentioned_are_no_material(text: str) -> None:
    assert R.SUBMIT_MATERIAL not in asked(text)


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        ("村医本周内逐户上门量血压", True),
        ("各段长沿河走一圈，排口都看到", True),
        ("雨停后到田间看看沟渠，有堵的报我", True),
        ("包户干部今晚到户见人", True),
        ("配合第三方现场复核界桩", True),
        ("行动不便的由医院派车上门，名单先报来", False),
        ("县局专家下旬实地评估，材料先备好", False),
        ("我们9月1日上门收表", False),
        ("师傅明天上门换表，家里留人", False),
        ("走访慰问材料周三前交", False),
        ("谁拖拉会上点名，照片今天发", False),
    ],
)
def test_only_visits_the_reader_makes_are_asked_for(text: str, visits: bool) -> None:
    assert (R.ON_SITE in asked(text)) is visits


@pytest.mark.parametrize(
    ("text", "requirement"),
    [
        ("交流会先看两家企业的整改经验，请九点到场", R.RECTIFICATION),
        ("讲座讲短视频剪辑，今晚七点阶梯教室", R.VIDEO),
        ("会后全体合影，请着正装", R.PHOTO),
        ("议程：听取财务报告，表决车位方案", R.SUBMIT_MATERIAL),
        ("9月6日实地观摩育苗基地，八点集合", R.ON_SITE),
        ("志愿者限五十名，不许抢着拍照", R.PHOTO),
    ],
)
def test_what_a_gathering_is_about_is_not_asked_for(text: str, requirement: R) -> None:
    assert requirement not in asked(text, Kind.EVENT)


@pytest.mark.parametrize(
    ("text", "requirement"),
    [
        ("座谈会周三九点，书面发言材料前一天发秘书科", R.SUBMIT_MATERIAL),
        ("培训周一开班，学员名单周五下班前报站里", R.DATA_STATISTICS),
        ("开幕式后各队把合影两张发群里", R.PHOTO),
    ],
)
def test_what_a_gathering_wants_handed_over_is_asked_for(text: str, requirement: R) -> None:
    assert {requirement, R.ATTEND} <= asked(text, Kind.EVENT)


@pytest.mark.parametrize(
    ("text", "comes"),
    [
        ("周日的烘干机现场会取消，啥时候补再说", False),
        ("雨大，坝上的演练撤销，都别往河边去", False),
        ("原定周三的观摩不搞了", False),
        ("周三的课取消，改周五晚七点老地方", True),
        ("每月第一个周一下午3:00党员活动室，缺席三次取消评优", True),
    ],
)
def test_a_gathering_called_off_asks_nobody_to_come(text: str, comes: bool) -> None:
    assert (R.ATTEND in asked(text, Kind.EVENT)) is comes


@pytest.mark.parametrize(
    "text",
    [
        "停水通知一个单元贴一张",
        "把这条提醒转到每个业主群",
        "禁渔通告月底前贴到码头",
        "打谷机安全须知挨家告知",
        "村口大喇叭早晚各播一遍",
        "骗局那条视频转发一下，老人群优先",
    ],
)
def test_what_is_to_reach_the_people_is_publicity(text: str) -> None:
    assert R.PUBLICITY in asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "楼梯间堆的纸箱今晚清走，明早我来看",
        "灭火器过期的全部换新",
        "占道的冰柜天黑前挪开",
        "检查出的三条问题十日前改好",
        "井盖歪了的先扶正",
        "塌的那段护栏务必修好",
    ],
)
def test_a_defect_to_be_done_away_with_is_rectification(text: str) -> None:
    assert R.RECTIFICATION in asked(text)


@pytest.mark.parametrize(
    ("text", "sealed"),
    [
        ("清册盖项目部章后送来", True),
        ("封面记得盖村里的章", True),
        ("上次没章的这次补", True),
        ("名册报来，可以不盖章", False),
        ("电子表就行，盖章也免了", False),
        ("方案不用盖章", False),
    ],
)
def test_seals_by_shape(text: str, sealed: bool) -> None:
    assert (R.SEAL in asked(text)) is sealed


@pytest.mark.parametrize("text", ["照片传工作群不要发我私人", "拍照发群里别给我微信"])
def test_where_not_to_send_takes_nothing_back(text: str) -> None:
    assert R.PHOTO in asked(text)


@pytest.mark.parametrize(
    ("text", "requirement", "wanted"),
    [
        ("巡查照片网格员昨天已经传到群里了，漏水的龙头请后勤今天修好。", R.PHOTO, False),
        ("那段视频已全部存档，各组把操作台擦干净", R.VIDEO, False),
        ("走不动的老人视频见一面，名字写下来周三报我", R.VIDEO, False),
        ("会场不录音不录像，材料会后收回", R.VIDEO, False),
        ("领灭火器的签领取单，领完拍照发我", R.SIGN, True),
        ("本周把欠费的户排一遍，周五报数", R.SELF_INSPECTION, True),
        ("花名册再过一遍，有错的今晚告诉我", R.SELF_INSPECTION, False),
        ("病虫害普查一遍，结果周三报农技站", R.SELF_INSPECTION, False),
        ("申报贴息贷款的通知已下发，资料月底前送来", R.PUBLICITY, False),
        ("空着的商铺列个单子，明早给我", R.DATA_STATISTICS, True),
        ("当天出工人数下午六点前接龙", R.DATA_STATISTICS, True),
        ("对照要求看冷库温度，发现异常立即停机", R.DATA_STATISTICS, False),
        ("出租屋老化的线路请片长督促月底前改好", R.RECTIFICATION, True),
        ("路口的反光镜裂了两面，节前换好拍给我", R.RECTIFICATION, True),
        ("请门口的商户今晚把摊位挪走", R.RECTIFICATION, True),
        ("请把整改情况说明盖章后周五交来", R.RECTIFICATION, False),
        ("复印件交一套，原件开会那天带来核对", R.PAPER_COPY, True),
        ("材料在App填报，不收纸质", R.ONLINE_SYSTEM, True),
        ("今晚八点系统要关，名单直接报我", R.ONLINE_SYSTEM, False),
        ("登录大赛官网注册后交报名表", R.ONLINE_SYSTEM, True),
        ("安全责任书签字盖章后周五交来", R.SIGN, True),
        ("书签和展板周五送到图书室", R.SIGN, False),
        ("查完签上校长名字，拍给我", R.SIGN, True),
        ("火点坐标已发，请派人到场核实，随时回话", R.ON_SITE, True),
        ("会议记录、签到册留存备查，合同周五交来", R.DATA_STATISTICS, False),
        ("不愿意搬的报给组长，周三前", R.DATA_STATISTICS, True),
        ("查到的毛病立改，改不了的写清原因", R.RECTIFICATION, True),
    ],
)
def test_what_is_done_already_or_done_otherwise_is_told_from_what_is_asked(text: str, requirement: R, wanted: bool) -> None:
    assert (requirement in asked(text)) is wanted


@pytest.mark.parametrize("text", ["周五下午两点茶话会，会上交换清单", "周五两点座谈，大家交流下材料的写法"])
def test_papers_exchanged_at_a_gathering_are_not_handed_in(text: str) -> None:
    assert asked(text, Kind.EVENT) == {R.ATTEND}


@pytest.mark.parametrize(
    ("text", "requirement", "wanted"),
    [
        ("审计整改回复由财务科统一起草，各车间不用管，周三前把坏了的护栏换掉", R.REPLY_RECEIPT, False),
        ("审计整改回复由财务科统一起草，各车间不用管", R.RECTIFICATION, False),
        ("信访答复材料由中队直接报送，各位照常巡街", R.SUBMIT_MATERIAL, False),
        ("宣传单由印刷公司统一印制，各店周五前把菜价报来", R.PUBLICITY, False),
        ("台账由我们统一做，大家只管把照片发来", R.DATA_STATISTICS, False),
        ("由各段长到现场走完自己那一段，晚上传照片", R.ON_SITE, True),
        ("由包片干部上门核对，周五前回我", R.ON_SITE, True),
        ("镇里派专业队在道口蹲守，各村早晚各报一次平安", R.ON_SITE, False),
        ("老人全部转到中学操场，转完报一下人数", R.PUBLICITY, False),
        ("这条短片今晚转到各自的家长群，转完回1", R.PUBLICITY, True),
        ("各店转一条禁渔海报到顾客群，截图发我", R.PUBLICITY, True),
        ("未续保的名单我昨晚挂在村务栏了，自己来看", R.DATA_STATISTICS, False),
        ("欠费明细放在前台，路过顺手看一眼", R.DATA_STATISTICS, False),
        ("参会名单明早九点前发到办公室", R.DATA_STATISTICS, True),
        ("请把花名册放在档案盒里交到人社所", R.DATA_STATISTICS, True),
        ("各位台账员，本周五前把申报表填好", R.DATA_STATISTICS, False),
        ("清洗计划表周五前填好送水务站", R.FILL_FORM, True),
        ("领队人选周四前报工会", R.DATA_STATISTICS, True),
        ("各班派谁上台，明天中午前私信我", R.DATA_STATISTICS, True),
        ("明晚谁值夜报给门卫", R.DATA_STATISTICS, True),
        ("不要名字就报个数报完上门教老人装", R.ON_SITE, True),
        ("收岗前发定位照", R.PHOTO, True),
        ("竣工照按楼栋发我", R.PHOTO, True),
        ("开播后半小时内发一张会场图", R.PHOTO, True),
        ("灭火器摆好拍给我", R.PHOTO, True),
        ("转发完截个屏丢群里", R.PHOTO, True),
        ("没报的照新表填，已报的不动", R.PHOTO, False),
        ("到了给我来个电话说一声路况", R.PHONE_REPORT, True),
        ("人转完了回个电话，6230091", R.PHONE_REPORT, True),
        ("收到后给值班室回电", R.PHONE_REPORT, True),
        ("昨天有村民来电话问低保", R.PHONE_REPORT, False),
        ("渡口停航情况九点前打电话报，没停航也打", R.NIL_REPORT, True),
        ("没积水的写“正常”", R.NIL_REPORT, True),
    ],
)
def test_who_does_it_and_what_lies_there_already_decides_what_is_asked(text: str, requirement: R, wanted: bool) -> None:
    assert (requirement in asked(text)) is wanted


@pytest.mark.parametrize(
    ("text", "requirement", "wanted"),
    [
        ("在门口那张报名表上写上名字电话", R.FILL_FORM, True),
        ("照表里写的时间到齐", R.FILL_FORM, False),
        ("泡了几盘、还能不能救，中午前电话告诉我", R.DATA_STATISTICS, True),
        ("漏了几瓶、少了几袋，下班前回我", R.DATA_STATISTICS, True),
        ("看几遍都行，周五前交心得", R.DATA_STATISTICS, False),
        ("室温不够的户号记下来，晚上九点前发给客服", R.DATA_STATISTICS, True),
        ("单位已统一造好名册，班长只管把人带齐报到", R.DATA_STATISTICS, False),
        ("淹没几亩电话告诉我", R.PHONE_REPORT, True),
        ("门口的旧牌子周五前换下来", R.RECTIFICATION, True),
        ("阀门修好一个拍一个发我", R.PHOTO, True),
        ("播放时拍一段15秒的小视频发我", R.PHOTO, False),
        ("告知书领回去贴在围挡上", R.PUBLICITY, True),
        ("一寸照片贴在申请表上交来", R.PUBLICITY, False),
        ("进水的户挨个去看", R.ON_SITE, True),
        ("给老人挨个打电话", R.ON_SITE, False),
        ("节目小样周五前传到文化站", R.VIDEO, True),
        ("喊的时候录十来秒发网格群", R.VIDEO, True),
        ("漏水的口子当场堵上，走完给老温回个电话", R.RECTIFICATION, True),
        ("漏水的口子当场堵上，走完给老温回个电话", R.REPLY_RECEIPT, False),
        ("摊位图贴在市集入口，自己去认", R.PUBLICITY, False),
        ("横幅由人社局统一备，企业填好岗位就行", R.PUBLICITY, False),
        ("缺几根防滑链周五前报材料科", R.SUBMIT_MATERIAL, False),
        ("周报停了，往后交一张对比图", R.DATA_STATISTICS, False),
        ("记录本交接班时拍给技术员", R.PHOTO, True),
        ("鞋码也写上，明晚前接龙", R.DATA_STATISTICS, True),
        ("班主任20号前填共享表格", R.ONLINE_SYSTEM, True),
        ("缺啥记下来，周五汇总给协理员", R.DATA_STATISTICS, True),
        ("工程合同复印一份，7号前交到所里", R.SUBMIT_MATERIAL, True),
        ("总电表抄一次总表，抄好发我", R.DATA_STATISTICS, True),
        ("去摸一摸料子，选中的拍给我", R.DATA_STATISTICS, False),
        ("谁家走了、谁家劝不动，八点前给我来个准信", R.DATA_STATISTICS, True),
        ("出车的车号、司机电话今晚报我", R.DATA_STATISTICS, True),
        ("各楼长今天转一圈，缺井盖的拍给我", R.ON_SITE, True),
        ("8月15日前投进门厅意见箱", R.ON_SITE, False),
        ("停诊的事跟要打针的家长说一声", R.PUBLICITY, True),
        ("抽签结果贴在一单元门厅里了，抽中的来签协议", R.PUBLICITY, False),
        ("闭园的也报", R.NIL_REPORT, True),
        ("复核报告由他们自己出，各林场只管走完", R.SUBMIT_MATERIAL, False),
        ("text the figure to Nurse Yan by noon", R.DATA_STATISTICS, True),
        ("把发放单拍了，今天十一点前发我", R.PHOTO, True),
        ("各车队把司机挨个通知到，完了回1", R.PUBLICITY, True),
        ("各中队下午各巡两次，巡完打卡", R.ON_SITE, True),
        ("家长看一眼打印出来的学籍表，在右下角签名", R.PAPER_COPY, False),
        ("填错的当场改，周五前看完交来", R.RECTIFICATION, False),
        ("问题户名单发到了各村邮箱，照着改", R.DATA_STATISTICS, False),
        ("水费收缴进度每周六报我一次", R.DATA_STATISTICS, True),
    ],
)
def test_further_families_of_asking(text: str, requirement: R, wanted: bool) -> None:
    assert (requirement in asked(text)) is wanted


_AROUND = ("{said}。", "各村：\n9月24日前办完秋收，{said}。\n镇农业办", "一、提高认识。\n二、{said}。\n三、压实责任。", "请将台账9月24日前报来；\n2.{said}；有问题找我")


@pytest.mark.parametrize("around", _AROUND)
@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("收到请回", R.REPLY_RECEIPT),
        ("无则填无", R.NIL_REPORT),
        ("没有的也请告知", R.NIL_REPORT),
        ("请来电告知", R.PHONE_REPORT),
        ("章盖好", R.SEAL),
        ("先摸个底", R.DATA_STATISTICS),
        ("请将公告张贴在村口", R.PUBLICITY),
        ("请将走访情况记好，逐户上门", R.ON_SITE),
        ("请将照片发群", R.PHOTO),
        ("观看反诈视频后拍一段视频发群", R.VIDEO),
        ("学习会议精神，把学习材料报来", R.SUBMIT_MATERIAL),
        ("上次没签字的这次补签字", R.SIGN),
        ("请确认已签字盖章，再交来", R.SEAL),
        ("按要求准备材料交来", R.SUBMIT_MATERIAL),
        ("根据会议精神拿出落实方案发邮箱", R.SUBMIT_MATERIAL),
        ("请将计划报来", R.SUBMIT_MATERIAL),
        ("请把联系方式汇总报来", R.DATA_STATISTICS),
        ("请各组填一份", R.FILL_FORM),
        ("不得缺席会议", R.ATTEND),
        ("请派员参加", R.ATTEND),
        ("各村报账员到财政所开会", R.ATTEND),
        ("会上要放各村三分钟片子，横屏", R.VIDEO),
    ],
)
def test_what_is_asked_for_in_few_words_is_asked_in_every_surrounding(around: str, said: str, asks: R) -> None:
    assert asks in asked(around.format(said=said))


@pytest.mark.parametrize("around", ["{said}。", "各村：\n9月24日前办完秋收，{said}。\n镇农业办", "一、提高认识。\n二、{said}。\n三、压实责任。"])
@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("准时入座并试签", R.SIGN),
        ("承诺书县里已签好", R.SIGN),
        ("中标单位已签订合同", R.SIGN),
        ("免盖章", R.SEAL),
        ("免纸质", R.PAPER_COPY),
        ("照片我这边有，不用再发", R.PHOTO),
        ("照片见附件", R.PHOTO),
        ("请参照附件照片布置会场", R.PHOTO),
        ("请组织党员观看警示教育视频", R.VIDEO),
        ("请在大屏播放反诈视频", R.VIDEO),
        ("请转发宣传视频到群", R.VIDEO),
        ("请认真学习会议报告", R.SUBMIT_MATERIAL),
        ("请按照预案做好防汛准备", R.SUBMIT_MATERIAL),
        ("请传达学习会议纪要精神", R.SUBMIT_MATERIAL),
        ("方案见附件，请抓好落实", R.SUBMIT_MATERIAL),
        ("电子版我已发群，请组织学习", R.ELECTRONIC_COPY),
        ("未参会的请补学", R.ATTEND),
        ("上次参会的村请报心得体会", R.ATTEND),
        ("请将参加演练人数报来", R.ATTEND),
        ("不用录系统", R.ONLINE_SYSTEM),
        ("6月份自查已完成，请报总结", R.SELF_INSPECTION),
        ("县应急局到我镇排查隐患，请各企业配合", R.SELF_INSPECTION),
        ("排查工作由专班负责", R.SELF_INSPECTION),
        ("6月份整改已完成", R.RECTIFICATION),
        ("整改由施工方负责", R.RECTIFICATION),
        ("宣传由县里统一负责，请报名单", R.PUBLICITY),
        ("走访已结束，请报总结", R.ON_SITE),
        ("上周入户的请报表", R.ON_SITE),
        ("请将走访慰问名单报来", R.ON_SITE),
        ("为掌握底数，请做好宣传", R.DATA_STATISTICS),
        ("名单县里有，不用报", R.DATA_STATISTICS),
        ("请参加统计业务培训", R.DATA_STATISTICS),
        ("请根据总体方案做好宣传", R.SUBMIT_MATERIAL),
        ("申请材料由窗口统一收", R.SUBMIT_MATERIAL),
        ("材料另发，请准时参会", R.SUBMIT_MATERIAL),
        ("纸质版后续再通知", R.PAPER_COPY),
        ("参会名额请报来", R.ATTEND),
        ("市里来排查，请配合", R.SELF_INSPECTION),
        ("请参加隐患排查培训会", R.SELF_INSPECTION),
        ("请到会议现场签到", R.ON_SITE),
        ("会上将签订协议", R.SIGN),
    ],
)
def test_what_is_done_given_watched_or_left_to_others_is_not_asked_for(around: str, said: str, stands: R) -> None:
    assert stands not in asked(around.format(said=said))


@pytest.mark.parametrize(
    ("text", "stays", "waived"),
    [
        ("巡查台账周五前报（不用回复）", R.DATA_STATISTICS, R.REPLY_RECEIPT),
        ("各村：现场照片周三前报送（不用发电子版）。", R.PHOTO, R.ELECTRONIC_COPY),
        ("工作总结（无需签字）6月30日前报镇里。", R.SUBMIT_MATERIAL, R.SIGN),
        ("低保花名册周五前报（城关村不用报）", R.DATA_STATISTICS, R.NIL_REPORT),
        ("名单周五前报，照片（这次不用交）", R.DATA_STATISTICS, R.PHOTO),
        ("名单周五前报，纸质版（免报）", R.DATA_STATISTICS, R.PAPER_COPY),
    ],
)
def test_a_waiver_in_brackets_takes_back_what_it_names_or_what_stands_right_before_it(text: str, stays: R, waived: R) -> None:
    assert stays in asked(text)
    assert waived not in asked(text)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("县里统一盖章", R.SEAL),
        ("督查组派人拍视频", R.VIDEO),
        ("我们找领导签字", R.SIGN),
        ("镇里统一打印装订", R.PAPER_COPY),
        ("第三方评估组全程录像", R.VIDEO),
        ("照片我们统一去拍", R.PHOTO),
        ("县里统一录入系统", R.ONLINE_SYSTEM),
        ("督查组已排查过一轮", R.SELF_INSPECTION),
    ],
)
@pytest.mark.parametrize("frame", ["请各村周五前把低保名单报镇民政办，{}。", "各村 低保名单周五前发我 {}", "请各村周五前报低保名单（{}）。"])
def test_what_others_do_is_not_asked_of_the_reader(text: str, others: R, frame: str) -> None:
    found = asked(frame.format(text))
    assert others not in found
    assert R.DATA_STATISTICS in found


@pytest.mark.parametrize(
    ("text", "requirement"),
    [
        ("请各村周五前报低保名单，村里统一盖章", R.SEAL),
        ("请各镇周五前报低保名单，镇里统一盖章后报送", R.SEAL),
        ("请各村周五前报低保名单，县里统一要求附照片", R.PHOTO),
        ("各村 低保名单周五前发我 村里下周入户核查", R.ON_SITE),
        ("请各村周五前报低保名单，各村统一录入系统", R.ONLINE_SYSTEM),
        ("上周没交照片的这次补上照片", R.PHOTO),
        ("上次交的照片不清楚，请重新拍照报来", R.PHOTO),
        ("名单周五前报，照片发群里", R.PHOTO),
        ("名单周五前报，电子版放在群文件", R.ELECTRONIC_COPY),
        ("名单先发群，纸质版随后送到镇民政办", R.PAPER_COPY),
    ],
)
def test_what_the_readers_themselves_do_is_asked(text: str, requirement: R) -> None:
    assert requirement in asked(text)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("上次各村报的照片已全部归档", R.PHOTO),
        ("上周交的照片县里很满意", R.PHOTO),
        ("合同已于上月签字", R.SIGN),
        ("上次名单书记都签过字了", R.SIGN),
        ("监控已抓拍到3户乱倒垃圾的照片", R.PHOTO),
        ("县里正在起草整改方案", R.RECTIFICATION),
        ("下图是县里下发的照片", R.PHOTO),
        ("附件为县局盖章文件扫描件", R.SEAL),
        ("模板电子版在群文件", R.ELECTRONIC_COPY),
        ("样表电子版可找我要", R.ELECTRONIC_COPY),
        ("纸质表格到民政办领", R.PAPER_COPY),
        ("纸质文件随后送到各村", R.PAPER_COPY),
        ("操作截图见群文件", R.PHOTO),
        ("去年的电子版发群里了，供参考", R.ELECTRONIC_COPY),
    ],
)
def test_what_was_earlier_or_comes_with_the_notice_is_not_asked(text: str, there: R) -> None:
    assert there not in asked(f"{text}。请各村周五前把低保名单报镇民政办。")
    assert there not in asked(f"请各村周五前报低保名单（{text}）。")


@pytest.mark.parametrize("label", ["材料", "报送内容", "材料名称", "需提交", "上报资料"])
@pytest.mark.parametrize(
    "frame",
    [
        "{}：低保名单\n时间：6月30日前\n报送至：镇民政办",
        "【{}】低保名单\n【时限】6月30日前",
        "{}:低保名单 时间:6月30日前 对象:各村",
        "| {} | 时限 |\n| --- | --- |\n| 低保名单 | 6月30日前 |",
        "各村：\n一、{}\n低保名单\n二、时间\n6月30日前",
    ],
)
def test_a_thing_in_a_field_of_what_is_handed_in_is_asked(frame: str, label: str) -> None:
    assert R.DATA_STATISTICS in asked(frame.format(label))


@pytest.mark.parametrize("text", ["| 事项 | 结果 |\n| 台账 | 已查 |", "一、会议议程\n低保名单公示\n二、地点\n三楼"])
def test_a_thing_in_another_field_is_not_asked(text: str) -> None:
    assert R.DATA_STATISTICS not in asked(text)


@pytest.mark.parametrize(
    ("text", "waived"),
    [
        ("不盖章也行", R.SEAL),
        ("盖不盖章都行", R.SEAL),
        ("可不签字", R.SIGN),
        ("盖章这次就算了", R.SEAL),
        ("没要求盖章", R.SEAL),
        ("今年起不报纸质版", R.PAPER_COPY),
        ("免回复", R.REPLY_RECEIPT),
        ("不走系统", R.ONLINE_SYSTEM),
        ("只收纸质版不收扫描件", R.ELECTRONIC_COPY),
        ("小视频就算了，照片得有", R.VIDEO),
    ],
)
def test_what_is_left_open_or_let_go_is_not_asked(text: str, waived: R) -> None:
    assert waived not in asked(f"各村周五前把名单报镇民政办，{text}。")


@pytest.mark.parametrize(
    ("text", "demanded"),
    [
        ("没盖章的不收", R.SEAL),
        ("不盖章一律退回", R.SEAL),
        ("章不清楚的重盖", R.SEAL),
        ("少盖一个章都不行", R.SEAL),
        ("没签字的不收", R.SIGN),
        ("没照片不认", R.PHOTO),
        ("没有电子版的不收", R.ELECTRONIC_COPY),
        ("不交纸质版的视为未报", R.PAPER_COPY),
        ("只收纸质件不收电子档", R.PAPER_COPY),
        ("只收照片不收小视频", R.PHOTO),
        ("不得电话代替入户", R.ON_SITE),
        ("没有的不要不吭声，也报个零", R.NIL_REPORT),
    ],
)
def test_what_may_not_be_lacking_is_asked(text: str, demanded: R) -> None:
    assert demanded in asked(f"各村周五前把名单报镇民政办，{text}。")


@pytest.mark.parametrize(
    ("text", "requirement"),
    [
        ("各村巡查数据6月30日前导入省系统", R.ONLINE_SYSTEM),
        ("各村周五前把走访信息录进APP", R.ONLINE_SYSTEM),
        ("台账填入县里的平台", R.ONLINE_SYSTEM),
        ("系统里还有12户没录，周五前补齐", R.ONLINE_SYSTEM),
        ("各村低保名单，6月30日前", R.DATA_STATISTICS),
        ("填报本月用电量", R.DATA_STATISTICS),
        ("材料装订成册送来", R.PAPER_COPY),
        ("拍段抖音报送", R.VIDEO),
        ("书记、主任都来开会", R.ATTEND),
        ("开展地毯式摸排", R.SELF_INSPECTION),
        ("发现火情请马上拨0578-6212345", R.PHONE_REPORT),
    ],
)
def test_everyday_words_ask_too(text: str, requirement: R) -> None:
    assert requirement in asked(text)


@pytest.mark.parametrize(
    ("text", "requirement"),
    [
        ("带好签字笔", R.SIGN),
        ("含短视频账号粉丝数", R.VIDEO),
        ("写清纸质图书册数", R.PAPER_COPY),
        ("含参会率", R.ATTEND),
        ("新材料企业单列", R.SUBMIT_MATERIAL),
        ("方案设计单位单列", R.SUBMIT_MATERIAL),
        ("教育系统人员单列", R.ONLINE_SYSTEM),
        ("民政局汇总后统一盖章上报", R.SEAL),
    ],
)
def test_words_within_other_words_ask_for_nothing(text: str, requirement: R) -> None:
    assert requirement not in asked(f"请各村6月30日前报送人员名单，{text}。")
