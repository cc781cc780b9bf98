"""Facts about words that make a day a limit whatever stands around."""

from __future__ import annotations

import pytest

from tests.core.reading import due

DEMANDS = ["请各位业主把地下室储物间清空，钥匙交物业前台登记。", "请各教学点对照学籍把订数改准后报教务处杨老师。", "请各分店把盘点差异说明报财务，"]


@pytest.mark.parametrize("demand", DEMANDS)
@pytest.mark.parametrize(
    "limit",
    [
        "以4月16日为限",
        "4月16日是最后一天",
        "最后一天是4月16日",
        "4月16日为最后期限",
        "过了4月16日就不收了",
        "超过4月16日不再办理",
        "4月16日以后不再受理",
        "4月16日之后不再补录",
        "过了4月16日后果自负",
        "不能晚于4月16日",
        "不要晚于4月16日",
        "时间给到4月16日",
        "4月16日我要看到结果",
        "给大家一周时间",
    ],
)
def test_such_words_alone_are_a_limit(demand: str, limit: str) -> None:
    assert due(f"{demand}{limit}。有疑问打电话。") == ["04-16"]


@pytest.mark.parametrize("limit", ["最多三天", "期限3天", "给三天时间"])
def test_time_that_is_given_counts_from_the_notice(limit: str) -> None:
    assert due(f"请各位业主把地下室储物间清空。{limit}。") == ["04-12"]


@pytest.mark.parametrize("limit", ["【4月16日截止】", "【截至4月16日】"])
def test_a_limit_in_brackets_is_one(limit: str) -> None:
    assert due(f"{limit}请各门店把盘点差异说明报财务。") == ["04-16"]


@pytest.mark.parametrize(
    "text",
    [
        "本期优惠活动4月16日是最后一天，进店有礼。",
        "服务期满三年内为限。",
        "停水三天，请各户储水。",
        "享受培训以退役一年内为限。",
        "名单4月16日前交，4月17日之后不再收。",
    ],
)
def test_what_ends_by_itself_or_comes_after_is_none(text: str) -> None:
    assert due(text) in ([], ["04-16"]) and "04-17" not in due(text) and "04-12" not in due(text)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("各报账员：4月24日是今年报账的最后一天，过了这天走明年。", ["04-24"]),
        ("各户：4月24日就是这一批登记的最后一天。", ["04-24"]),
        ("欠付的工钱一律4月24日前发放到人，发完把签领表报我所。", ["04-24"]),
        ("防火责任书！填好！交！明天16:00！还差三个组！！", ["04-10 16:00"]),
        ("4月24日是花市的最后一天，欢迎来逛。", []),
        ("昨天是报账的最后一天，没赶上的等下批。", []),
    ],
)
def test_last_days_and_duties_without_a_word_of_limit(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("门牌贴错的（3号、12号、20号），尽快重贴，贴好在“民政通”里提交。", []),
        ("今早巡查看见河边又堆了秸秆，请尽快清走，清完发照片。", []),
        ("网传视频发布于4月9日8时许，请东河镇4月13日前核实，书面说明报宣传部。", ["04-13"]),
        ("五一前最后一班邮车是4月29日，地址清单4月20日前给我。", ["04-20"]),
    ],
)
def test_days_that_only_say_which_or_what_came_about(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("名单重发一遍，4月14日十二点是底线。", ["04-14 12:00"]),
        ("列个单子给我，4月14日下班我锁表。", ["04-14 cob"]),
        ("请把读数抄齐，4月14日那天统一传给吕衡。", ["04-14"]),
        ("把数据填进表里，4月14日北京时间20:00锁表。", ["04-14 20:00"]),
        ("Send the figures by 14 April. The province's own cut-off is 20 April.", ["04-14"]),
        ("老人列个名单送院办，车4月29号才来。", []),
    ],
)
def test_a_limit_in_other_words_has_its_hour_and_its_owner(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("征文稿投到邮箱，以4月16日收到为准，不看发出日期。", ["04-16"]),
        ("参展作品寄往文化馆的，以4月16日邮戳为准。", ["04-16"]),
        ("申报书线上递，我们只认4月16日之前收到的。", ["04-16"]),
        ("盘点表交库管，4月16日后到的一概不算。", ["04-16"]),
        ("盘点表填库管发的新版，以4月1日的库存为准，4月16日前交。", ["04-16"]),
        ("请各班把握4月16日20:00这个时间点，把选课志愿全部点完。", ["04-16 20:00"]),
        ("县里的库4月20日锁，我们自己的线是4月16日下班，图斑在这之前举证完。", ["04-16 cob"]),
        ("教育局那边是4月20日截止，学校定的是4月16日，请各班抓紧报转学名单。", ["04-16"]),
        ("县里收到20号为止，咱们17号统一送，所以16号摆到我桌上。", ["04-16"]),
        ("订货单卡死在下周四12点，晚一分钟都不等。", ["04-16 12:00"]),
        ("20号是县里的口子，镇里16号就封，赶在封口前把核查表报农办。", ["04-16"]),
        ("菜市场20日就关了，各摊位注意。", []),
        ("下周四我去银行，打款清单在那之前给我。", ["04-16"]),
        ("16日我去县里开会，各村在那之前把数给我。", ["04-16"]),
        ("16日在三楼开会，请在那之前把数给我。", []),
        ("①缺口的护栏两天之内补好，②电箱今天就锁上。", ["04-09", "04-11"]),
        ("漏电的三户今天就改，其余的月底前改完。", ["04-09", "04-30"]),
        ("我们村今天就报，不拖。", []),
        ("名册今天就交了，放心。", []),
        ("给大家三天时间把楼道清理出来，照片发物业。", ["04-12"]),
        ("我给你们两小时把货架撤完，拍照发群。", ["04-09 17:45"]),
        ("给同学们三天时间休息，周一返校。", []),
    ],
)
def test_limits_said_without_a_word_of_limit(text: str, limits: list[str]) -> None:
    assert due(text) == limits


def test_a_day_that_heads_a_line_is_when_its_paper_is_due() -> None:
    assert due("这周安排——\n4月14日：登记表交来\n4月15日：不用带东西\n4月16日：晨读视频发群里") == ["04-14", "04-16"]
    assert due("4月14日：县里来看，登记表别交来\n4月16日：登记表交来，填好") == ["04-16"]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("县里要求本月内完成，我们下周四下班前就要收齐验收单。", ["04-16 cob"]),
        ("样品16号下午要用，上午就给我。", ["04-16 morning"]),
        ("开题表16日前报研究生办，最迟不超过当天下午5点。", ["04-16 17:00"]),
        ("我20号要休假，大家16号前把排班表给我，给不了的17号直接给小吴。", ["04-16", "04-17"]),
    ],
)
def test_whose_use_and_which_hour(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize("refused", ["更正", "修改", "任何异议", "变更"])
def test_what_is_no_longer_corrected_has_been_handed_in_before(refused: str) -> None:
    assert due(f"请各科4月14日前交排班表。4月20日后不再受理{refused}。") == ["04-14"]


@pytest.mark.parametrize("text", ["老高的电工证5月6日就到期了，抓紧去复审。", "这批试剂4月20日过期，各科先用这批，用完登记。", "换药只有周三下午有，没去的尽快去，去了给我回个话。", "2021年那批补贴将于12月31日到期，请各镇核一下面积。"])
def test_until_when_something_is_good_or_to_be_had_is_no_limit(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("劳动节放五天，1号到5号。节后头一天，6号，把巡夜记录交给我。", ["05-06"]),
        ("五一休三天，5月1号到3号，值班表4月28号前给我。", ["04-28"]),
        ("30号银行不营业，工资表28号给我。", ["04-28"]),
        ("4月17日仓库盘点不发货，要领手套的16号前来。", ["04-16"]),
        ("把4月1日至8日的巡河照片整理好，4月14日前传系统。", ["04-14"]),
        ("种苗只有周一、周三能领，4月15日前把登记表交我。", ["04-15"]),
        ("4月13日至20日把房前屋后清一遍。", ["04-20"]),
    ],
)
def test_days_of_a_feast_or_of_a_shut_counter_are_no_limits(text: str, limits: list[str]) -> None:
    assert due(text) == limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("请各投标人注意：投标保证金到账时间同步延至4月15日16:00。", ["04-15 16:00"]),
        ("参赛稿件提交时间统一延长至4月20日，请各校抓紧。", ["04-20"]),
        ("各站报送期限提前到4月13日12:00，请抓紧。", ["04-13 12:00"]),
    ],
)
def test_to_when_the_time_of_handing_in_is_put_is_a_limit(text: str, limits: list[str]) -> None:
    assert [each.replace("noon", "12:00") for each in due(text)] == limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("填《穿透表》，4月13日17点前给我部；有垫资的另写情况说明，领导签完字4月15日给。", ["04-13 17:00", "04-15"]),
        ("名册4月13日前报；承诺书盖完章4月16日送来。", ["04-13", "04-16"]),
        ("协议县里盖完章4月16日给，大家4月13日前把身份证复印件交来。", ["04-13"]),
        ("支付系统4月13号20点停，4月15号8:30开，柜员4月13日15:30前把尾箱轧平。", ["04-13 15:30"]),
    ],
)
def test_what_is_given_once_it_is_signed_is_due_then(text: str, limits: list[str]) -> None:
    assert due(text) == limits
