"""Facts about limits told apart from what stands beside them: what is over, what shuts, whose act it is, what was crossed out."""

from __future__ import annotations

import pytest

from tests.core.reading import due, sessions

ENDS = [
    ("关于举办护林员培训的通知\n各林场：\n时间：4月16日（星期四）8:40报到，9:00开班，当日17:00结束\n地点：林业局二楼报告厅", ["04-16 09:00 ~17:00"]),
    ("各村会计：4月17日下午2点在镇会议室学新账套，当天17:30散场，请准时参加。", ["04-17 14:00 ~17:30"]),
    ("定于4月17日上午8:30在县体育馆举行启动仪式，当日11:30结束，各单位派5人参加。", ["04-17 08:30 ~11:30"]),
    ("4月17日上午9点在党校礼堂集中学习，当日16:30散场，全体学员参加。", ["04-17 09:00 ~16:30"]),
    ("定于4月17日14:00在县党校开班，4月19日结束，请全体学员参加。", ["04-17 14:00"]),
]


@pytest.mark.parametrize(("text", "held"), ENDS)
def test_an_hour_of_the_same_day_at_which_it_is_over_is_no_session(text: str, held: list[str]) -> None:
    assert sessions(text) == held


LIMITS = [
    # a paper has no day of its own
    ("各项目部：请4月20日复工第一天先自查，自查报告当天17:00前传系统。", ["04-20 17:00"]),
    ("请各所4月20日到现场核查一遍，核查表当天17点前交执法队。", ["04-20 17:00"]),
    ("各班4月20日大扫除，检查记录表当天17点前交德育处。", ["04-20 17:00"]),
    # what is filled in shuts
    ("春游去的家长在群里接龙，4月15日晚9点关，过后不加人。", ["04-15 21:00"]),
    ("报名：群里接龙，今天18点关，参训名单15日由我们排好贴出来。", ["04-09 18:00"]),
    ("学时在省人社网上填，4月10日开网，4月24日闭网。", ["04-24"]),
    ("期中成绩录进“智慧教务”，4月17日22点关门，过点不再开。", ["04-17 22:00"]),
    ("·“二上”录入：4月10日—15日，系统（“预算一体化”）每日8:00—22:00开放，15日22点关门。\n·纸质文本：4月20日下午4点前送预算股。", ["04-15 22:00", "04-20 16:00"]),
    ("填报：在省工程平台操作，4月24日18点关口，过时自负。", ["04-24 18:00"]),
    ("镇便民大厅4月13日起延时，18:30关门。", []),
    ("游泳馆4月17日22点关，消毒两天。", []),
    # the last day and its date are one
    ("网上报名到4月13日17点关闭，缴费最后一天4月28日24点，两步少一步都白报。", ["04-13 17:00", "04-28 24:00"]),
    ("居民医保缴费，最后一天4月20日，没缴的抓紧。", ["04-20"]),
    # a plan that is a paper, and one that is meant
    ("各财政所：最后一批用款计划4月15日前录入一体化系统，我局4月17日前批复到位。", ["04-15"]),
    ("各科室采购计划4月13日前交后勤，过时算放弃。", ["04-13"]),
    ("我局计划4月17日前录入完毕，届时再通知各所。", []),
    # what an office must have by then
    ("各项目部：劳动监察大队4月14日晚8点前要看到农民工专户流水，由总包单位电子版发a@b.cn。", ["04-14 20:00"]),
    ("县局4月14日要看现场，书记陪同，各村不用管。", []),
    # whose leaders
    ("各单位：分管领导4月27日前到联系企业走访一次，走访记录留存。", ["04-27"]),
    ("县领导4月27日前到各镇走访慰问，名单另发。", []),
    # money that comes
    ("各专干：4月15日前把核减名单送我办。我办4月20日导库，一季度补助4月25日前发。", ["04-15"]),
    ("请各村4月15日前核完名单，高龄津贴月底前发。", ["04-15"]),
    # what bodies that decide are given
    ("请各镇4月15日前把意见报来。预算草案5月中旬提交人代会审议。", ["04-15"]),
    ("请各科4月15日前报修改意见，方案5月下旬报局党组会研究。", ["04-15"]),
    ("各村项目库4月中旬报镇乡村振兴办。", ["04-20"]),
    # complaints are no duty
    ("4月20日17:30前填报《基本情况表》送我办。巡察组进驻后受理来电来访，5月18日停止受理。", ["04-20 17:30"]),
    ("困难补助申请即日起受理，4月30日停止受理，符合条件的抓紧交申请表。", ["04-30"]),
    # what is old is used until then
    ("请4月15日前领新工牌，旧牌用到月底。", ["04-15"]),
    # who sees to it
    ("请各站4月10日17点前填报水毁情况。养护公司人员、机械4月11日中午前到位，这个由局里盯。", ["04-10 17:00"]),
    ("沙袋、水泵4月11日前备齐，这件事由各村书记负责。", ["04-11"]),
    # a clause before a bare noun names no office
    ("各供水站：\n县疾控中心采的水样结果出来了。\n被点名的站：本月20日前整改到位，复检报告27日前报我股。\n没被点名的站：自查表填好月底前交。", ["04-20", "04-27", "04-30"]),
    ("各村：\n经管站：4月25日前汇总。\n村会计：4月20日前把台账交经管站。", ["04-20"]),
    # some have until then
    ("年报在公示系统里填。请各合作社于4月20日前先报完；企业可以到6月30日。", ["04-20", "06-30"]),
    ("各网点4月15日前报完；城郊两个网点可以到5月10日。", ["04-15", "05-10"]),
    # which day it is that counts
    ("我统一说一遍：26号是你们在项目库里填完的日子，28号是我们关起门来会审，你们人不用来。", ["04-26"]),
    ("11号上午县里先拉一次数，那次不算分。真正算分的是13号晚上12点，没录完的在系统里补齐。", ["04-13 24:00"]),
]


@pytest.mark.parametrize(("text", "limits"), LIMITS)
def test_a_limit_is_told_from_what_stands_beside_it(text: str, limits: list[str]) -> None:
    assert due(text) == limits


AFTER = [
    ("4月20日下午三点在二楼开整改推进会，各单位领导参加。会后三天内我局出纪要。", []),
    ("4月20日上午9点在县党校培训，各校派2人参加。培训后一周内我中心发结业证。", []),
    ("4月20日上午9点在县党校培训，各校派2人参加。培训后两天内各校把心得发我。", ["04-22"]),
    ("各企业：许可证年底到期的，请提前60日提出延续申请，我们会逐家打电话，不用现在办。", []),
]


@pytest.mark.parametrize(("text", "limits"), AFTER)
def test_what_who_writes_does_after_a_meeting_binds_nobody(text: str, limits: list[str]) -> None:
    assert due(text) == limits


COLUMNS = [
    ("作坊业主：登记证届满的，请在4月13日以前到3号窗口交延续申请书。\n名单｜届满日\n张记豆腐坊｜4月18日\n老坝酱园｜5月2日\n石桥米粉｜5月27日", ["04-13"]),
    ("各村：4月20日前把下列老人的认证做完。\n姓名｜出生日期｜村\n张三｜5月5日｜东村\n李四｜5月18日｜西村\n王五｜6月2日｜南村", ["04-20"]),
    ("各村整改清单\n问题｜整改期限\n占道｜4月20日\n违建｜4月28日", ["04-20", "04-28"]),
    ("调查时间表\n序｜内容｜谁来做｜几号\n1｜内业判读｜作业单位｜4月18日\n2｜现场举证，照片传系统｜各自然资源所｜4月22日\n3｜疑问图斑说明材料｜各自然资源所｜4月27日中午前\n4｜县级自检｜县局｜5月6日", ["04-22", "04-27 noon"]),
]


COLUMNS.append(("各村按下表办：\n1｜路灯，含支路｜查完报数｜4月18日\n2｜水表、水井盖｜拍照上传｜4月20日\n3｜危墙｜贴警示标志｜4月22日12:00", ["04-18", "04-20", "04-22 12:00"]))


@pytest.mark.parametrize(("text", "limits"), COLUMNS)
def test_days_that_things_have_in_a_column_are_no_limits(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("更正！刚才那条写错了。\n✘ 4月18日前整改\n✔ 4月16日（周四）17:00前整改到位\n其余不变：拆完拍照，发我。", ["04-16 17:00"]),
        ("通知勘误\n❌ 4月13日前交名单\n✅ 4月14日前交名单", ["04-14"]),
        ("原：4月18日前交保证金\n现：4月20日前交保证金\n其他照旧", ["04-20"]),
        ("✔ 4月13日前交照片\n✔ 4月16日前交小结\n都发我邮箱", ["04-13", "04-16"]),
    ],
)
def test_a_line_crossed_out_gives_way_to_the_one_below(text: str, limits: list[str]) -> None:
    assert due(text) == limits


CALLED = [
    ("县里4月16日（星期四）下午3:00在锦绣家园东门搞高层疏散演练，各物业企业派经理1人、消控员2人观摩学习，着工装。", ["04-16 15:00"]),
    ("市里4月16日上午9点在体育中心开现场会，各镇派分管领导参加。", ["04-16 09:00"]),
    ("市里4月16日上午9点开协调会，局长去。", []),
]


@pytest.mark.parametrize(("text", "held"), CALLED)
def test_who_sends_somebody_is_called_there(text: str, held: list[str]) -> None:
    assert sessions(text) == held


ENGLISH = [
    ("To all village liaisons\nBefore they arrive I need three numbers per village. Deadline: 15 April, 5 p.m. The 2025 figures sent last November will not do.", ["04-15 17:00"]),
    ("Please send the staffing table by 16 April. 2025 tables were incomplete, so use the new form.", ["04-16"]),
    ("Please send the staffing table by 16 Apr. 2026 to Room 4.", ["04-16"]),
    ("Photos of the drill go to safety@example.com by Friday 17 April, 4 p.m. The 2024 album stays online.", ["04-17 16:00"]),
    ("Dear colleagues, the cost sheets are still open. Hand them to Room 12. Closing time: Thursday 16 April, 12:00. No second call.", ["04-16 12:00"]),
    ("Annual return of volunteers. Form V2, one per village. Time limit: 20 April, 5 p.m. sharp. The province publishes its figures in May.", ["04-20 17:00"]),
    ("The library will be closed on 20 April, 2 p.m. The 2025 catalogue is online.", []),
]


@pytest.mark.parametrize(("text", "limits"), ENGLISH)
def test_a_year_in_the_next_sentence_is_none_of_the_limit(text: str, limits: list[str]) -> None:
    assert due(text) == limits


ENGLISH_DAYS = [
    ("We go through the open points together on Tue 14 Apr, 13:00-15:00, Room Yangtze - leads attend in person. Comments in by 10 Apr, 18:00.", ["04-10 18:00"], ["04-14 13:00 ~15:00"]),
    ("Deadline for the claim forms: Friday 17 April, 14:00, Room 305.", ["04-17 14:00"], []),
    ("Figures by 16 April please. The lender closed its supervision visit on 2 April and will disburse the fourth tranche on 28 April, provided the papers are complete.", ["04-16"], []),
]


@pytest.mark.parametrize(("text", "limits", "held"), ENGLISH_DAYS)
def test_hours_and_a_room_are_a_session_and_the_day_of_money_is_none(text: str, limits: list[str], held: list[str]) -> None:
    assert (due(text), sessions(text)) == (limits, held)


DEMANDED_ABOVE = [
    ("各自然资源所：部里下发疑似图斑46个，省厅要求5月15日前集中上图，县级复核定在5月1日至3日。请各所4月24日下午5时前完成现场排查，填妥清查表。", ["04-24 17:00"]),
    ("县教育局要求4月28日前完成校舍自查，请各校抓紧。", ["04-28"]),
    ("省里要求4月28日前录完，各村抓紧。", ["04-28"]),
    ("市局要求4月28日前完成自查，请各校5月5日前报整改照片。", ["04-28", "05-05"]),
    ("镇里要求4月20日前报完，咱们村4月15日前报我，请各组抓紧。", ["04-15"]),
    ("去年省厅要求4月28日前完成的自查，今年不搞了。", []),
]


@pytest.mark.parametrize(("text", "limits"), DEMANDED_ABOVE)
def test_a_demand_of_those_above_binds_who_is_pressed_and_has_no_earlier_day(text: str, limits: list[str]) -> None:
    assert due(text) == limits


WHICH_ONES = [
    ("If your residence permit expires on or before 31 December, hand in your passport copy and two photos to Ms Tan by 22 April.", ["04-22"]),
    ("Bonus tax form: please return it, signed, by EOD on 20 April. Those who left before 30 September get theirs in January.", ["04-20 cob"]),
    ("Badges that expire before 30 May have to be renewed at the front desk by 20 April.", ["04-20"]),
    ("Children born on or before 31 August may enrol; bring the birth certificate to the office by 24 April.", ["04-24"]),
    ("If you want a parking space, send the form by 20 April.", ["04-20"]),
    ("NOTICE\n(a) Objections to the new parking plan - in writing, signed - are accepted until 14 April.\n(b) Dog owners complete the pet form at the front desk by 30 April.", ["04-14", "04-30"]),
    ("Old cards are accepted until 30 April in the canteen.", []),
    ("Q: When is the energy data due? A: 20 April, before noon.\nQ: Publication? A: 30 June at the latest, by HQ.", ["04-20 noon"]),
    ("Your figures: 20 April at the latest, by email.", ["04-20"]),
]


@pytest.mark.parametrize(("text", "limits"), WHICH_ONES)
def test_a_day_that_says_who_is_meant_or_is_anothers_is_no_english_limit(text: str, limits: list[str]) -> None:
    assert due(text) == limits


def test_what_needs_nobody_is_no_session() -> None:
    assert sessions("Fire drill: Thursday 16 April, 14:30, at Gate 2. Everyone in the building takes part; the sprinkler test on the following Monday (20 April, 7:00-8:00) needs nobody.") == ["04-16 14:30"]
