"""Facts about what asks nothing of its reader: trade, promises, questions, closing lines, news with nothing to do; and short calls that do."""

from __future__ import annotations

import pytest

from bot.core.models import Kind
from tests.core.reading import due, read


@pytest.mark.parametrize(
    "text",
    [
        "收枇杷啦，4月25号前送到渡口老粮站，每斤6块，现款不打条，量大上门，13900000155",
        "4月12日24点前投保意外险，首年返8%，再送体检卡，要的接龙报姓名电话",
        "海鲜团购，基围虾一斤48，今晚8点截单，明早小区南门自提，要的接龙",
        "暑假班早鸟价立减200，名额仅剩4个，4月20日前交定金锁位，带成绩单到校区填表",
        "临街门面招租，月租2600，4月20日前签约免一个月，13900000166",
        "秧苗预订：每盘4.5元，4月22日前付定金，要的报亩数给我",
    ],
)
def test_a_trader_asks_nothing(text: str) -> None:
    assert read(text).kind is Kind.CHATTER


@pytest.mark.parametrize(
    "text",
    [
        "党报每份288元，各支部4月20日前把订数和款项交党建办。",
        "校服每套165元，各班4月20日前把尺码接龙表交总务处。",
        "各商户请在4月20日前把营业执照复印件交到物业，办卡用。",
        "春笋收购价格监测表4月20日前报镇农办，各村抓紧。",
    ],
)
def test_prices_and_purchases_of_offices_are_demands(text: str) -> None:
    assert (read(text).kind, due(text)) == (Kind.TASK, ["04-20"])


@pytest.mark.parametrize(
    "text",
    [
        "发言稿我今晚改完，最迟明早8点前发您邮箱",
        "请教下，20号17点前交的话算哪个镇的？公章盖村里的还是镇里的？",
        "这个4月20日前报的名单，返聘的算不算？",
        "八个组齐了，今晚封账，不用再发，大家辛苦",
        "北站台账交了，共7本。另外4月13号的日报是当晚8点前就要报，还是14号早上报？",
        "三组已经接龙。后天那个会是8点半到，还是9点到？",
        "Quick question: does the form due on Friday need a stamp or is a signature enough?",
        "I'm on leave 13-17 April, my deputy has the keys. I did send our list on Monday, so please don't chase me.",
        "All done on our side: the forms went in on Tuesday, two people are away until the 20th. Thanks!",
    ],
)
def test_promises_questions_and_closing_lines_are_chatter(text: str) -> None:
    assert read(text).kind is Kind.CHATTER


@pytest.mark.parametrize(
    "text",
    [
        "我明天汇总，各组的数4月20日前给我",
        "各村4月20日前能把名单报上来吗？没报的抓紧",
        "五个村齐了，谢谢；剩下的4月20日前补上来",
        "东圩村报了，西圩村报了。其他村几点能报？4月20日前必须齐。",
        "I'm on leave from Monday, so please send me your figures by 20 April.",
        "Could each team confirm its headcount by 20 April? Thanks",
        "Thanks to those who replied. The rest: please return the form by 20 April.",
    ],
)
def test_what_is_asked_among_them_stays_a_task(text: str) -> None:
    assert (read(text).kind, due(text)) == (Kind.TASK, ["04-20"])


@pytest.mark.parametrize(
    "text",
    [
        "餐补标准4月起提高到9元，直接充入饭卡，大家不用做任何事。后勤科",
        "学生信息已从学籍系统导出，各班本次不用再填表，知悉。教务处",
        "Starting 20 April, shuttle buses leave the east gate at 7:10 and 7:40. No registration needed. Transport Office",
        "From 20 April the clinic is in the new wing. Hours as before, 8:00-11:30 and 14:00-17:00, no booking needed. Health Centre",
    ],
)
def test_nothing_to_do_is_news(text: str) -> None:
    notice = read(text)
    assert (notice.kind, notice.deadlines, notice.events) == (Kind.INFO, (), ())


@pytest.mark.parametrize(
    "text",
    [
        "大家不用填表，把照片发我就行。",
        "电子版不用报，纸质的送党建办。",
        "不用回复，各组长把承诺书收齐送来。",
        "Nothing to pay. Please complete the survey at https://s.example.com.",
    ],
)
def test_a_waiver_beside_a_demand_takes_nothing_from_it(text: str) -> None:
    assert read(text).kind is Kind.TASK


@pytest.mark.parametrize(
    "text",
    [
        "堤脚冒水了！！四组的马上带沙袋上去，堵完了打我电话13900000177",
        "变压器炸了，电工赶紧去拉闸，弄完在群里吱一声",
        "@小方 二组那几户的名单上午给我哈 我等着贴",
    ],
)
def test_a_short_call_is_a_task(text: str) -> None:
    assert read(text).kind is Kind.TASK


@pytest.mark.parametrize("text", ["我马上去看，看完打电话给你", "他们已经赶紧去了，等下回你电话", "@小李 名单我昨天就给你了呀", "@小王 能不能把上次那份表发我看看？"])
def test_who_answers_a_call_asks_nothing(text: str) -> None:
    assert read(text).kind is Kind.CHATTER


@pytest.mark.parametrize(
    "text",
    [
        "三号楼昨夜停梯两小时。维保单位两天内交一份情况说明，负责人签字。录像我们已经调了，不必再送。",
        "各老年食堂：入住老人花名册每月5日更新一次，盖章后扫描发ylg@example.cn。上月的已收齐，谢谢配合。",
        "【4月13日截止】请各门店把促销员健康证拍照发店长群，缺证的别上柜。",
    ],
)
def test_words_of_trade_or_of_thanks_do_not_silence_a_demand(text: str) -> None:
    assert read(text).kind is Kind.TASK


@pytest.mark.parametrize("text", ["王书记下周二下午到县委党校参加培训", "李镇长明天去县里开会。"])
def test_where_somebody_by_name_goes_is_news(text: str) -> None:
    assert read(text).kind is Kind.INFO


@pytest.mark.parametrize("text", ["请王书记下周二下午到县委党校参加培训", "各村书记明天去县里开会。"])
def test_who_is_asked_to_go_has_an_appointment(text: str) -> None:
    assert read(text).kind is Kind.EVENT


@pytest.mark.parametrize(
    "text",
    [
        "回执4月8日就发您了，盖章的周四放您门缝里",
        "二车间的单子老孟说后天交，我盯着",
        "剩下三户都在外地，户主说月底回来签",
        "西坡的我跑了三趟，队长说14号前给，我再等等",
        "14号前交的是原件还是复印件呀",
        "名单已经报上去了。另外4月20日那份小结是手写还是打印？",
    ],
)
def test_what_is_promised_or_asked_in_talk_is_chatter(text: str) -> None:
    assert read(text).kind is Kind.CHATTER


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("表发您邮箱了，4月13日前填好返回", "04-13"),
        ("老赵说14号给我，你们几个组的明天必须给我", "04-10"),
        ("小组长们：会计说月底结账，发票25号前交我", "04-25"),
    ],
)
def test_a_promise_beside_a_demand_takes_nothing_from_it(text: str, limit: str) -> None:
    assert limit in due(text)


def test_what_a_seller_promised_leaves_the_call_for_orders() -> None:
    assert read("蜂箱老板答应15号送到，钱我垫了。要的户今晚群里接龙，接到9点我就报数，没接的当不要。").kind is not Kind.CHATTER
