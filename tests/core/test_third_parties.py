"""Facts about dates on which a machine, somebody hired, an office that hands things out or the sky acts."""

from __future__ import annotations

import pytest

from bot.core.models import Kind
from tests.core.reading import due, read, sessions

ASKED = "各校4月17日前把参保名单报县教育局。"


@pytest.mark.parametrize(
    "act",
    [
        "登录密码由信息中心4月24日前统一下发。",
        "课本由新华书店4月28日前配送到各校。",
        "围墙那边，施工方按合同要在4月25日前拆完脚手架。",
        "食堂量化评级（5月20日截止）归市场监管所管，别弄混。",
        "学籍异动（4月30日截止）是基教科的事，和这次不相干。",
        "局里4月22日前汇总到市里，不用各校管。",
        "4月23日前，平台会自动把名单推给医保部门。",
    ],
)
def test_what_others_do_beside_a_demand_is_no_limit_of_the_reader(act: str) -> None:
    assert due(ASKED + act) == ["04-17"]


@pytest.mark.parametrize(
    "act",
    [
        "Passwords will be issued by the help desk by 24 April.",
        "The supplier must deliver the new tablets by 24 April.",
        "Late submissions to the city are a matter for the bureau.",
    ],
)
def test_what_others_do_beside_an_english_demand_is_no_limit_of_the_reader(act: str) -> None:
    assert due("Please return the asset list by 17 April. " + act) == ["04-17"]


@pytest.mark.parametrize(
    "text",
    [
        "各施工单位4月20日前把塔吊检测报告交住建站。",
        "请督促施工方4月20日前清走渣土，清完拍照发群。",
        "请联系厂家4月20日前修好监控，修好后把清单报综治办。",
        "资格表由本人4月20日前到社保窗口签字领取。",
        "承诺书由各村文书4月20日前报农经站。",
        "测绘队人手紧，4月20日前各村必须把举证图传完。",
        "平台会自动生成汇总，各校4月20日前导出盖章交基教科。",
        "Dear suppliers, please send your price lists by 20 April.",
        "The builders start on 22 April, so please empty the store by 20 April.",
        "Registration stays open until 20 April, please sign up in good time.",
    ],
)
def test_whom_the_text_addresses_or_sends_after_others_is_bound(text: str) -> None:
    assert due(text) == ["04-20"]


def test_a_system_that_shuts_binds_those_who_fill_it_in() -> None:
    assert due("申报系统将于4月20日18时自动关闭，请各村抓紧录入。") == ["04-20 18:00"]


@pytest.mark.parametrize(
    "text",
    [
        "7号楼水泵房改造，4月15日8:00至18:00停水。施工单位须在4月16日前恢复地面，15日内交检测报告，看到扣1。春和物业",
        "西门岗亭4月14日改造，请业主绕行北门。厂家须4月16日前装好道闸。春和物业",
        "饭卡余额结转：4月20日前，系统将自动把旧卡余额转到新卡，无需个人操作。后勤处",
        "Lift 2 is out of service. The contractor must hand us the certificate by 20 April; the ramp stays open. Facilities",
    ],
)
def test_works_and_machines_are_only_told_of(text: str) -> None:
    notice = read(text)
    assert notice.kind is Kind.INFO
    assert notice.deadlines == ()


@pytest.mark.parametrize(
    "text",
    [
        "市气象台4月9日15:20：未来6小时内雨量将达60毫米，东山、白石两镇有雷暴大风。收到请回复",
        "12小时内最低气温降到2度，茶园注意防冻。县气象局",
        "Weather alert: heavy rain expected within the next 6 hours, easing by Friday morning. Met Office",
    ],
)
def test_the_sky_sets_no_limit(text: str) -> None:
    notice = read(text)
    assert notice.kind is Kind.INFO
    assert (notice.deadlines, sessions(text)) == ((), [])


def test_what_is_asked_about_the_sky_is_a_limit() -> None:
    assert due("2小时内把雨量数据报水务站，各水库管理员抓紧。") == ["04-09 17:45"]


@pytest.mark.parametrize("now", ["现在", "这会儿"])
def test_at_once_is_no_limit(now: str) -> None:
    assert due(f"@老何 那份签字的表{now}就送过来，车子在等") == []


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("Phone the count to Dr. Lin within two hours of this message.", "04-09 17:45"),
        ("Reply within three working days of the date of this letter.", "04-14"),
        ("Furnish the strength of each class latest by 20th inst.", "04-20"),
        ("Please fill it in and sign it by Monday.", "04-13"),
        ("The closing date for claims is 20 April; bring the originals to Finance.", "04-20"),
    ],
)
def test_english_limits_by_their_words(text: str, limit: str) -> None:
    assert due(text) == [limit]


def test_a_sentence_ends_behind_a_month() -> None:
    assert due("Please return the form by 30 June. Afternoon sessions stay as they are.") == ["06-30"]


@pytest.mark.parametrize(
    "text",
    [
        "You are invited to a tour of the new depot on 16 April, 9:30 to 11:00.",
        "The Port Office is running a walk-through of Pier 3 for shift leaders: Thursday 16 April, 9:30 to 11:00. The name list goes to pier@example.com by Monday.",
    ],
)
def test_an_english_invitation_is_an_event(text: str) -> None:
    assert read(text).kind is Kind.EVENT
    assert sessions(text) == ["04-16 09:30 ~11:00"]


def test_whoever_is_told_by_a_time_and_can_be_reached_there_receives() -> None:
    assert read("If you need a lift, tell Keiko (keiko@example.com) before noon on Monday.").submit_to.people == ("Keiko",)
    assert read("Please return the form by Monday. If stuck, tell Anna (anna@example.com).").submit_to.people == ()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Attach one head shot by Monday.", "photo"),
        ("Return the list by Monday, signed and affixed with the school seal.", "seal"),
        ("Phone the count to Rosa by Monday. A ward that finds none still phones and says zero.", "nil_report"),
        ("Inspect every fire hose in your block by Monday.", "self_inspection"),
        ("Answer the questionnaire at https://form.example.com/x before noon on Monday.", "online_system"),
    ],
)
def test_english_words_that_ask(text: str, asked: str) -> None:
    assert asked in read(text).requirements
    assert asked not in read("Please return the form by Monday. Do it again even if nothing has changed; the plan was signed off on 30 March.").requirements


@pytest.mark.parametrize(
    "act",
    [
        "理赔公司答应4月24日前到户。",
        "厂家说好4月24日前把新锅炉运到。",
        "师傅4月24日来装一趟水表。",
        "县里平台4月13日开、4月24日关，各校没有账号，不用理会。",
        "伙食费由工会4月24日前交，大家不用操心。",
    ],
)
def test_what_somebody_else_has_promised_or_settles_is_no_limit(act: str) -> None:
    assert due(ASKED + act) == ["04-17"]


@pytest.mark.parametrize(
    "act",
    [
        "We issue the passes by 24 April.",
        "We will then check every entry and reply by 24 April.",
        "VPN will be down from Friday 24 April 20:00 until Saturday 25 April 08:00.",
        "I could send you my own draft by 24 April if that helps.",
    ],
)
def test_what_the_writers_of_an_english_demand_do_is_no_limit(act: str) -> None:
    assert due("Please return the asset list by 17 April. " + act) == ["04-17"]


@pytest.mark.parametrize(
    "text",
    [
        "We need your signed forms by 17 April.",
        "Please tell us what we could send to the printer, and return the proof by 17 April.",
        "请各户答应拆棚的4月17日前签字交村部。",
        "师傅4月17日来装水表，请4月17日前把表井清干净，清完报村里。",
    ],
)
def test_readers_keep_their_limit_beside_such_words(text: str) -> None:
    assert due(text) == ["04-17"]


def test_what_who_writes_promises_himself_is_no_limit() -> None:
    assert due("各组长：排查表4月17日前交。照片我4月20日前一定补给县里。") == ["04-17"]


@pytest.mark.parametrize(
    "act",
    [
        "三中队4月24日交，那是他们的事。",
        "上回有个校拖到4月24日才交，全县挨批。",
        "审核通过的，奖补资金4月24日前发到手。",
    ],
)
def test_the_days_of_others_and_of_times_gone_by_are_no_limits(act: str) -> None:
    assert due(ASKED + act) == ["04-17"]


@pytest.mark.parametrize("act", ["The council decides by 24 April.", "Payments will then be released by 24 April.", "The auditors arrive on 24 April."])
def test_what_they_do_with_it_is_no_limit(act: str) -> None:
    assert due("Please return the asset list by 17 April. " + act) == ["04-17"]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("旧版4月20日零时下线，4月21日8点新版上线。请各单位4月16日前把票据核销完。", ["04-16"]),
        ("项目 | 各村做什么 | 日子\n体检 | 名单报镇办 | 4月16日\n慰问 | 不用动，我们送上门 | 4月20日", ["04-16"]),
    ],
)
def test_what_asks_nothing_of_readers_is_no_limit(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("国库系统4月20日18:00停止受理，为留出复核时间，各校的支付申请应于4月16日18:00前录入。", ["04-16 18:00"]),
        ("请在16日前把地块边界录入图斑系统，系统20日关闭。", ["04-16"]),
        ("纸质申请16日前交办公室；网上填报系统20日18:00关闭，逾期无法补录。", ["04-16", "04-20 18:00"]),
    ],
)
def test_a_door_that_shuts_behind_the_readers_limit_is_none_of_its_own(text: str, limits: list[str]) -> None:
    assert due(text) == limits


def test_what_befalls_those_who_are_late_is_no_limit() -> None:
    assert due("请各店4月16日前报消防自查表，未按时报送的4月20日前由支队约谈。") == ["04-16"]


def test_a_function_that_is_closed_is_no_door() -> None:
    assert due("请各校4月16日前报学位表。根据安排，系统于4月20日关闭历史数据修改功能，4月25日启用新版。") == ["04-16"]


@pytest.mark.parametrize(
    "held",
    [
        "旧门禁卡到5月31日前一直有效。",
        "现行水价执行到6月30日。",
        "村口那条路封到4月25日。",
        "图书馆闭馆到4月22日。",
        "这批水泵质保到8月31日。",
        "租约签到明年5月31日。",
    ],
)
def test_how_long_a_thing_holds_by_itself_ends_no_duty(held: str) -> None:
    for text in (f"{held}请各村4月16日17:00前把改厕名单报镇乡建办。", f"请各村4月16日17:00前把改厕名单报镇乡建办。{held}"):
        assert due(text) == ["04-16 17:00"]
    for text in (f"{held}各站每天17时前在群里报水位。", f"各站每天17时前在群里报水位。{held}"):
        rhythm = read(text).recurrence
        assert (due(text), rhythm and (rhythm.rrule, rhythm.start, rhythm.until)) == ([], ("FREQ=DAILY", None, None))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("旧证到4月24日前有效，请各户在此之前换证。", ["04-24"]),
        ("填报系统开到4月20日，各村抓紧填。", ["04-20"]),
        ("报名优惠价到4月20日，请抓紧缴费。", ["04-20"]),
    ],
)
def test_what_is_asked_before_a_thing_ends_has_its_limit(text: str, days: list[str]) -> None:
    assert due(text) == days


@pytest.mark.parametrize(
    ("text", "limits", "held"),
    [
        ("资产清单4月14日前报资产部，6月30日前由我部办完过户。", ["04-14"], []),
        ("各组报数：\n一组——今天\n二组——13号\n三组——4月20日交接完我自己去数", ["04-09", "04-13"], []),
        ("账本4月14日前交来，没交的17号我亲自去拿。", ["04-14"], []),
        ("没填问卷的今晚9点前填完。11号起第三方打回访电话，打到4月25号。", ["04-09 21:00"], []),
        ("灭鼠药领用名单马上补给我。这轮药4月2号投的，药效到5月10号。", [], []),
        ("不热的户4月12日晚10点前填报。采暖期到4月30日止。", ["04-12 22:00"], []),
        ("人社那边4月20号关口，请大家14号之前点完确认。", ["04-14"], []),
        ("走访名单区里4月13日上午才导给我们，大家4月24日前走访完。", ["04-24"], []),
        ("图纸都要备案，想赶五一前动工的4月18日前把图纸交前台。", ["04-18"], []),
        ("计划5月10日前开业的商户，4月20日前交消防材料。", ["04-20"], []),
        ("述职稿周一能给我最好，给不了也没关系；4月15日17点是死杠子。", ["04-15 17:00"], []),
        ("年报6月30日就截止了，没报的已经列入异常名录。想移出来的，4月20日以前带申请书到窗口办完。", ["04-20"], []),
        ("区里的台账，咱们各社区14号中午前就得到我这儿，我得留两天核对。", ["04-14 noon"], []),
        ("定于4月20日14:00在2号罐区举行演练，请各企业派4人参加。演练当天13:00至16:00园区北门封闭，货车走西门。", [], ["04-20 14:00"]),
        ("食堂4月11日、12日关，4月13日7:00开，订餐表4月10日17点前交。", ["04-10 17:00"], []),
        ("辅导班：4月20日至21日，报到4月19日下午，会展中心B厅。企业负责人参加。", [], ["04-20"]),
    ],
)
def test_what_goes_on_beside_the_duty_has_its_own_days(text: str, limits: list[str], held: list[str]) -> None:
    assert (due(text), sessions(text)) == (limits, held)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("报名期到4月20日止，逾期不候。", ["04-20"]),
        ("整改期到4月20日止，各站抓紧改完。", ["04-20"]),
        ("4月20日才是最后一天，别慌，交到农办。", ["04-20"]),
        ("报名4月15日就截止了，没报的抓紧。", ["04-15"]),
        ("4月14日前由各村报我办。", ["04-14"]),
        ("各村4月14日前交由我办审核。", ["04-14"]),
        ("系统4月20号关口，大家抓紧填。", ["04-20"]),
        ("请各会员注意，会费4月20日前到账，逾期按自动退会处理。", ["04-20"]),
    ],
)
def test_what_readers_must_keep_stays_theirs(text: str, limits: list[str]) -> None:
    assert due(text) == limits
