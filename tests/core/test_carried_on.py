"""Facts about limits that follow from what the writer does himself: he fetches, needs or carries on what readers owe him."""

from __future__ import annotations

import pytest

from tests.core.reading import due

DEMANDS = ["各组的禁钓巡逻本写好签上字", "各楼的独居老人名册填齐", "没交的几位把安全承诺书补一下，放文书桌上", "请各户主把宅基地照片交齐"]


@pytest.mark.parametrize("demand", DEMANDS)
@pytest.mark.parametrize(
    ("told", "limit"),
    [
        ("我14号来收", "04-14"),
        ("我周一来取", "04-13"),
        ("14号我在村部二楼收", "04-14"),
        ("我14号要", "04-14"),
        ("14号我得看到全部", "04-14"),
        ("我周三带去县里", "04-15"),
        ("我明天下午送区里", "04-10 afternoon"),
        ("我14号休假，后面没人收", "04-14"),
        ("14号我去市里学习，没人替", "04-14"),
        ("我明早八点坐班车捎去县里", "04-10 08:00"),
    ],
)
def test_what_the_writer_does_with_papers_is_their_limit(demand: str, told: str, limit: str) -> None:
    assert due(f"{demand}，{told}。") == [limit]


@pytest.mark.parametrize(
    "told",
    ["我14号带去县里", "我14号送镇里", "14号我出差，没人收"],
)
def test_another_day_that_is_named_goes_first(told: str) -> None:
    assert due(f"各组12号前把花名册报我，{told}。") == ["04-12"]


@pytest.mark.parametrize(
    "text",
    [
        "我15号来取快递，麻烦门卫留着。",
        "我15号出差，有事打我电话。",
        "我14号休假，工作由小王接。",
        "我明早要用车，谁有空？",
        "上次我14号来收，你们也没交，这回不收了。",
        "我14号带孩子去县里看病。",
    ],
)
def test_what_the_writer_does_for_himself_is_no_limit(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("接龙晚上十点封，各户写清人数。", "04-09 22:00"),
        ("今年的地力补贴申报26日关门，没报的户来村部填申请表。", "04-26"),
        ("过了17号后台就锁，打药记录拍照传上去。", "04-17"),
        ("秘书处收件至十九日，授权书签妥寄来。", "04-19"),
        ("学费补贴申请只收两天，18号、19号，表要本人签字。", "04-19"),
        ("补充通道开至4月21日17:30，请把说明书扫描上传。", "04-21 17:30"),
        ("体检报告，下周四最后一天，交队医手里。", "04-16"),
        ("沙袋码好拍照发群里，时间就后天一天。", "04-11"),
        ("给你们四十分钟，把安置点人数报上来。", "04-09 16:25"),
        ("两样还差：现场照片，明天下班；文字材料，周一中午。发我邮箱。", "04-10 cob"),
    ],
)
def test_ends_in_words_of_talk(text: str, limit: str) -> None:
    assert due(text)[0] == limit


@pytest.mark.parametrize("text", ["会议给大家十分钟休息。", "家长给孩子四十分钟做题就够了。", "昨天下班，路上捡到钥匙一串。"])
def test_time_given_for_else_is_no_limit(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("里長週二要帶長者名冊去區公所對帳，請各鄰長把自己那一鄰的寫給我。", "04-14"),
        ("陈会计周二要去县里对账，请各组把票据交给她。", "04-14"),
        ("各班的跳绳记录册写完整。15号统一收。", "04-15"),
        ("回访表填好，明天下午我在一楼收，收到五点半。", "04-10 17:30"),
        ("我司本月26日18:00封账，3月份的对账单请赶在封账前寄到。", "04-26 18:00"),
        ("你们收齐给我，25号当天还没到的就算放弃。", "04-25"),
        ("实在去不了的14号跟老贺讲一声，大巴周四开。", "04-14"),
        ("确认单一户一张，14号摆到我桌上。", "04-14"),
        ("上半年结束之前，每家都要交一份消防自查报告。", "06-30"),
        ("提交：4月20日至22日三天内均可，走“材料通”小程序。", "04-22"),
        ("职称网上填表\n开放时段：5月6日9:00至5月9日17:00\n入口：人才网\n要求：填个人信息，传照片", "05-09 17:00"),
        ("年度科普场次统计表4.19交，发我邮箱。", "04-19"),
        ("The order goes to the printer at 10 am on Monday, so let me have your names by then.", "04-13 10:00"),
        ("We still miss some forms. I need the forms on Tuesday, please.", "04-14"),
        ("Hymn books go back to the parish store with me on Monday morning. If you still hold any, drop them at the porter.", "04-13 morning"),
    ],
)
def test_limits_that_follow_from_what_comes_after(text: str, limit: str) -> None:
    assert due(text) == [limit]


@pytest.mark.parametrize(
    "text",
    [
        "水果统一收购，4月15日开秤。",
        "班费15号统一收过了，谢谢。",
        "陈会计周二要去县里开会，有事打电话。",
        "展厅开放时段：5月6日9:00至5月9日17:00，欢迎参观。",
        "I collect my son on Tuesday, so I leave early.",
        "We need the hall on Tuesday for choir practice.",
        "上半年结束之前的雨水偏多，请知悉。",
        "本组平均分4.19，比上周高。",
    ],
)
def test_like_words_of_other_things_set_no_limit(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("今年的农机补贴26日关门。买了还没录的合作社自己进系统录。", "04-26"),
        ("反馈单，15号那天统一交，早了没地方堆。", "04-15"),
        ("省平台今晚24:00锁库！！还有38份没点提交，各病区自己点掉。", "04-09 24:00"),
        ("研修班4月22日至24日在党校办。参训名单17日收，发wj@example.cn。", "04-17"),
        ("登记完给匡工，4月中旬收完。盖章的清单扫描一份。", "04-20"),
        ("提交：4月20日至22日，走小程序，22日24时通道封闭。", "04-22 24:00"),
        ("都去自己片区走一圈看看还有没有然后晚上七点之前给我打个电话说一下", "04-09 19:00"),
    ],
)
def test_doors_and_days_on_which_papers_are_taken(text: str, limit: str) -> None:
    assert due(text) == [limit]


@pytest.mark.parametrize("text", ["学校15号那天交的钱已经退了。", "省平台今晚24:00升级锁定，暂停服务。"])
def test_doors_that_are_mended_and_what_was_handed_in(text: str) -> None:
    assert due(text) == []


def test_the_day_before_the_writer_carries_it_on() -> None:
    assert due("下周四上午我去税务局交账，凭证你们前一天给我。") == ["04-15"]
