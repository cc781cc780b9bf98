"""Titles a person would write on a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.models import Kind
from bot.core.normalise import normalise
from bot.core.title import LONGEST, LONGEST_ENGLISH, find_title
from tests.core.own_facts import rows_with


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("关于报送2026年秋季秸秆禁烧台账的通知\n各乡镇：", Kind.TASK, "报秋季秸秆禁烧台账"),
        ("@所有人 国庆值班名单还差两个村，下班前发我", Kind.TASK, "报国庆值班名单"),
        ("关于召开县委经济工作会议的通知", Kind.EVENT, "县委经济工作会议"),
        ("明天上午9点在三楼会议室开夏粮生产会", Kind.EVENT, "夏粮生产会"),
        ("请填写《培训需求调查表》，3月中旬前反馈", Kind.TASK, "填培训需求调查表"),
        ("参加民兵体检的人员名单报武装部", Kind.TASK, "报民兵体检人员名单"),
        ("10月份党费请大家这周五前交到我这里", Kind.TASK, "交党费"),
        ("卫生费各户月底前交给楼长", Kind.TASK, "交卫生费"),
        ("组织生活会记录周四前交党建办", Kind.TASK, "交组织生活会记录"),
        ("各支部组织观看警示片，周五前报心得材料", Kind.TASK, "组织观看警示片"),
        ("三项补贴申请表明天下班前交", Kind.TASK, "交三项补贴申请表"),
        ("一次性交通补贴审批表周三前交人事室", Kind.TASK, "交一次性交通补贴审批表"),
        ("每晚9点前报敬老院取暖情况", Kind.TASK, "报敬老院取暖情况"),
        ("县里刚来电话：油菜苗情每天下午4点前填到共享表里", Kind.TASK, "填油菜苗情共享表"),
        ("总务科老柳 2026/4/8 09:12:00\n@全体成员 昨天说的课桌登记，明天中午前报我", Kind.TASK, "课桌登记"),
        ("全乡职工乒乓球赛：4月16日前报名，4月28日下午3点开领队会", Kind.EVENT, "职工乒乓球赛"),
        ("提醒我明天上午给站长送图纸", Kind.TASK, "给站长送图纸"),
        ("周五交水费，到时候提醒我一下", Kind.TASK, "交水费"),
        ("Please update the household register by Friday", Kind.TASK, "Update household register"),
    ],
)
def test_the_title_says_what_to_do(text: str, kind: Kind, title: str) -> None:
    assert find_title(normalise(text).text, kind) == title


def test_chatter_has_no_title() -> None:
    assert find_title("收到", Kind.CHATTER) == ""


def test_every_own_notice_has_a_short_title() -> None:
    for text, _, kind in rows_with("kind"):
        if kind != "chatter":
            title = find_title(text, Kind(kind))
            assert 2 <= len(title) <= (LONGEST_ENGLISH + 1 if title[:3].isascii() else LONGEST), text


@given(st.text(max_size=300), st.sampled_from(Kind))
def test_no_title_is_too_long(text: str, kind: Kind) -> None:
    assert len(find_title(text, kind)) <= LONGEST_ENGLISH + 1


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("请外业组9月23日17:00前把3个剖面样点补拍，每点4张，横拍，jpg", "补拍剖面样点"),
        ("节前食品安全检查：各村对小超市开展一次自查，自查表9月24日下班前交食药所", "交食品安全自查表"),
        ("矛盾纠纷排查情况每周五16:00前电话报司法所", "报矛盾纠纷排查情况"),
        ("各村留守老人探访记录，入户填写，9月29日前交民政办", "填留守老人探访记录"),
        ("国庆期间森林防火：各村排好护林员巡山班次表，9月28日前报林业站", "填护林员巡山班次表"),
        ("各村的住户底册，请在9月10日下班前核对一遍", "核对住户底册"),
        ("剖面补拍今天最后一天，平台17:00关", "剖面补拍"),
        ("山塘水位照片，今晚24点前各发一次", "拍山塘水位照片"),
        ("一周内把从业人员（骑手、快递）名单理出来给我", "报从业人员名单"),
        ("另外农家书屋管理员名单也要，月底前", "报农家书屋管理员名单"),
        ("Just a reminder: harvest photos are due tomorrow 5pm.", "Harvest photos"),
        ("Dear partners, please send 3-5 photos (JPG, landscape) of your autumn harvest to us", "Autumn harvest photos"),
        ("Hi team, the water meter readings go to Ms Tan by Friday.", "Water meter readings"),
    ],
)
def test_a_title_is_the_thing_without_times_and_requests(text: str, title: str) -> None:
    assert find_title(normalise(text).text, Kind.TASK) == title


def test_a_gathering_is_named_by_what_it_is_about() -> None:
    text = normalise("明天早上8点村部碰头，说一下推进会要汇报的内容").text
    assert find_title(text, Kind.EVENT) == "推进会汇报内容碰头会"


def test_an_english_title_ends_with_a_whole_word() -> None:
    text = "Please submit the extraordinarily comprehensive infrastructure rehabilitation programme report by noon"
    title = find_title(text, Kind.TASK).rstrip("…")
    assert len(title) <= LONGEST_ENGLISH
    assert title.split()[-1].lower() in text.lower().split()


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("中午不收，下午两点开秤", Kind.EVENT, "下午两点开秤"),
        ("早上不拉，晚上八点装船", Kind.EVENT, "晚上八点装船"),
        ("明天那场提前到两点，十二楼不动", Kind.EVENT, "明天那场提前到两点"),
        ("明天的会挪到下午三点了，三楼", Kind.EVENT, "明天的会挪到下午三点了"),
        ("每两周周三报一次", Kind.TASK, "每两周周三报一次"),
        ("赶在清明前做完", Kind.TASK, "赶在清明前做完"),
        ("简报每周三发布。", Kind.INFO, "简报每周三发布"),
        ("图书馆每周二至周日9:00开放。", Kind.INFO, "图书馆每周二至周日9:00开放"),
        ("证明晚八点前开好", Kind.TASK, "证明晚八点前开好"),
        ("3/16 18:00前提交", Kind.TASK, "3/16 18:00前提交"),
        ("还有50分钟，云居、竹坪的出门没有", Kind.EVENT, "云居、竹坪的出门没有"),
        ("明天就8号了，城市低保的一个社区都没交", Kind.TASK, "城市低保的一个社区都没交"),
        ("打了秋针的，几头猪几头牛，各院坝数一数", Kind.TASK, "打了秋针的，几头猪几头牛"),
    ],
)
def test_a_text_without_a_named_thing_is_called_by_words_that_read_as_it_says(text: str, kind: Kind, title: str) -> None:
    assert find_title(normalise(text).text, kind) == title


@given(st.text(alphabet=st.sampled_from("中午下午两点明天周三每前的到于，。收开报名单会不"), max_size=24), st.sampled_from((Kind.TASK, Kind.EVENT, Kind.INFO)))
def test_no_title_has_a_gap_where_a_time_stood(text: str, kind: Kind) -> None:
    assert "｜" not in find_title(normalise(text).text, kind)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("各馆：本月25日前报读者人次表，现场照片不用附", "填读者人次表"),
        ("保洁记录不再上交，垃圾桶清单18号前报环卫所", "报垃圾桶清单"),
        ("体检名单由卫生院汇总，请各校20日前报缺检学生名单", "报缺检学生名单"),
        ("抽检结论7月初才出。各店12日前交整改方案", "交整改方案"),
    ],
)
def test_what_is_taken_back_or_anothers_is_no_title(text: str, title: str) -> None:
    assert find_title(normalise(text).text, Kind.TASK) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("各摊主：燃气公司9月11日前进场换管，请各摊主9日前搬走灶台", "搬走灶台"),
        ("各住户：监理10月3日前出验收意见，施工队10月6日前撤场。请各户8日前清理阳台杂物", "清理阳台杂物"),
        ("自来水公司12日前换表，请各户把水表井盖打开", "把水表井盖打开"),
    ],
)
def test_an_act_of_somebody_else_at_the_beginning_is_passed_over(text: str, title: str) -> None:
    assert find_title(normalise(text).text, Kind.TASK) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("把门店里过期的灭火器列个清单，16号前发我", "报门店里过期的灭火器清单"),
        ("查完写成一份巡塘报告，20号前交水利站", "交巡塘报告"),
        ("改好的消防通道照片发群里，先把堵住的楼梯口清出来", "把堵住的楼梯口清出来"),
        ("各位车主，露天车位重新划线，周四晚十点前把车挪到西门", "露天车位重新划线"),
        ("护路员们注意了！边沟淤泥清运，20日收工", "边沟淤泥清运"),
        ("对照《隐患排查要点》逐条自查，《整改回执》15日前交安办", "交整改回执"),
        ("一户填一张旱厕改造意愿卡和农户签字表，21日前交村部", "交农户签字表"),
    ],
)
def test_a_title_is_no_torn_piece_of_its_text(text: str, title: str) -> None:
    assert find_title(normalise(text).text, Kind.TASK) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("编织协会理事会9月12日下午在文化站召开换届座谈会，全体理事到", "换届座谈会"),
        ("县商会通知：周五上午到会的先签到，九点开政策宣讲会", "政策宣讲会"),
        ("天凉了，太极拳集训恢复。每周三早上六点，体育场，年底市里比赛要上场", "太极拳集训"),
    ],
)
def test_a_society_or_a_room_is_no_gathering(text: str, title: str) -> None:
    assert find_title(normalise(text).text, Kind.EVENT) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Colleagues, please submit the travel claims by Friday.", "Submit travel claims"),
        ("Dear all,\n\nKind reminder that Q2 mileage claims are due by Friday.\n\nBest,\nFinance", "Q2 mileage claims"),
        ("Just a quick reminder to return your visitor badges by Thursday.", "Return visitor badges"),
        ("From now on mileage logs are due every Friday by 3pm.", "Mileage logs"),
        ("Finance: please submit your June forecast by Thursday.", "Submit June forecast"),
        ("Hi Kim, could you review the lease with the landlord and send me your view within 2 working days?", "Review lease"),
        ("Please note that all bicycles must be registered by 1 June.", "Bicycles"),
        ("Please return the signed Code of Ethics by 30 June.", "Return signed Code of Ethics"),
        ("Please send Kim your comments on the lease draft by Wednesday.", "Send Kim your comments on lease draft"),
        ("Let me have your outline by 17:00 tomorrow.", "Your outline"),
        ("Good morning everyone, a gentle reminder that the key register has to be updated by Thursday.", "Key register"),
    ],
)
def test_english_titles_name_the_matter_and_no_greeting(text: str, title: str) -> None:
    assert find_title(text, Kind.TASK) == title
