"""Families of asking and naming in other words: systems that are acted in, papers and films by their names, who is counted."""

from __future__ import annotations

import pytest

from bot.core.channels import Channels, find_channels
from bot.core.models import Kind
from bot.core.models import Requirement as R
from bot.core.normalise import normalise
from bot.core.requirements import find_requirements
from bot.core.specs import find_specs


def read(text: str) -> Channels:
    """Channels of any text, names spelled as written."""
    normal = normalise(text)
    return find_channels(normal.text, lambda start, end: normal.original[slice(*normal.original_span(start, end))])


def asked(text: str) -> set[R]:
    """The requirements of a task."""
    normal = normalise(text).text
    return set(find_requirements(normal, Kind.TASK, find_channels(normal)))


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("养老金停发的几户，村协管员带着在“银龄认证”上眨眼点头", "银龄认证"),
        ("塘口的溶氧数每天早上从“渔管家”报。", "渔管家"),
        ("用“惠农云图”扫田埂上的编号牌", "惠农云图"),
        ("教他们在“云病历”上签名。", "云病历"),
        ("老人不会弄的，子女替他在“敬老一卡通”上续一年。", "敬老一卡通"),
        ("进那个粮安通里头把库温登了", "粮安通"),
        ("各路段长从“路长一张网”领任务，修完点闭环。", "路长一张网"),
        ("花农在“云花市”里把明天的出货枝数填上", "云花市"),
        ("在“832平台”把意向数额填了", "832平台"),
        ("用“职工之家”扫码入会", "职工之家"),
        ("登“苗圃一号”把出圃数填了", "苗圃一号"),
        ("Upload it under “TeachLink”; one photo per class is enough.", "TeachLink"),
    ],
)
def test_a_name_that_one_acts_in_is_a_system_whatever_it_ends_in(text: str, system: str) -> None:
    assert read(text).submit_to.systems == (system,)


@pytest.mark.parametrize(
    "text",
    [
        "除了系统里报，还要打电话到值班室",
        "除了平台上填，还要把原始单拍下来发我。",
        "在“幸福超市”门口集中，把余下的积分券发完",
        "老人领餐在“暖心食堂”登记。",
        "孩子到“四点半课堂”签到。",
        "在“周末集市”上把摊位费交了。",
        "从“防诈小剧场”里选两个节目，名单报宣传办。",
        "表上“去向”“工种”两格写满，12号交劳动所。",
        "“夏粮颗粒归仓”行动月底收尾，各村把收割亩数报农技站。",
    ],
)
def test_places_campaigns_and_fields_of_a_sheet_are_no_systems(text: str) -> None:
    assert read(text).submit_to.systems == ()


@pytest.mark.parametrize(
    ("text", "requirement", "is_asked"),
    [
        ("把租赁合同、两张发票带到三楼窗口。", R.SUBMIT_MATERIAL, True),
        ("小作坊的许可证、健康证复印后交市监所。", R.SUBMIT_MATERIAL, True),
        ("责任状村书记签了名，周五送综治办。", R.SUBMIT_MATERIAL, True),
        ("写个三百来字的短文发校办。", R.SUBMIT_MATERIAL, True),
        ("超标的另附情况说明，7日交来", R.SUBMIT_MATERIAL, True),
        ("两位支书帮我问一圈，名字电话给我", R.SUBMIT_MATERIAL, False),
        ("改造方案公示完了，楼组长把意见表收齐", R.SUBMIT_MATERIAL, False),
        ("哪家谁来，列个单子6月5日前交安办", R.SUBMIT_MATERIAL, False),
        ("果树冻害一棵一棵拍，定位打点，传群里。", R.PHOTO, True),
        ("沿线倒伏电杆见一根拍一根，定位发调度。", R.PHOTO, True),
        ("U盘里存过的涉密图片先封存，自己查一遍", R.PHOTO, False),
        ("去年刚检过的不必重检，报告照交。", R.PHOTO, False),
        ("没死鱼的塘照样写“无”交来。", R.PHOTO, False),
        ("不能动的上门拍视频，露脸说名字", R.VIDEO, True),
        ("宣讲片三分钟以内，MP4，每个支部一部", R.VIDEO, True),
        ("没下雨也要录，录0。", R.NIL_REPORT, True),
        ("哪怕没有人来访，也记个0报上来。", R.NIL_REPORT, True),
        ("有白蚁的塘名发我，没有也吭一声", R.NIL_REPORT, True),
        ("每天下午5点报一声，平安就回“平安”", R.NIL_REPORT, True),
        ("各工地欠没欠薪19号给我个底，不欠的写不欠", R.NIL_REPORT, True),
        ("树枝捞干净，捞完拍，下午巡查组过来", R.PHOTO, True),
        ("发邮箱，照片、视频一概不要。", R.PHOTO, False),
        ("竣工照报我，24日复飞", R.PHOTO, True),
        ("发言写两行给我，30日上午", R.SUBMIT_MATERIAL, True),
        ("带多少头羊上山报准，别多报。", R.DATA_STATISTICS, True),
        ("氯自13日起三天一测，数字发我", R.DATA_STATISTICS, True),
        ("老人名单私发各村了，看好自己那几个", R.DATA_STATISTICS, False),
        ("请支部书记对照名单联系", R.DATA_STATISTICS, False),
        ("出生、死亡对照名单送统计站", R.DATA_STATISTICS, True),
        ("符合条件的有几位，能到会的几位，行动不便要上门的几位，三个数发我", R.ATTEND, False),
        ("符合条件的有几位，行动不便要上门的几位，三个数发我", R.ON_SITE, False),
        ("水表要到井边看，别照上月抄。", R.ON_SITE, True),
        ("病残户要到床前核一核人", R.ON_SITE, True),
        ("验收组自己会上门，各户在家等就行。", R.ON_SITE, False),
        ("实测的单产记在《样方手簿》上", R.FILL_FORM, True),
        ("领秧苗的先在登记簿上写名字和盘数", R.FILL_FORM, True),
        ("自查表负责人签字、盖章，2号交到综合办", R.FILL_FORM, True),
        ("验收表须户主签字，每座厕所留存内外照片", R.FILL_FORM, False),
        ("请各村转发到船主群。", R.PUBLICITY, True),
        ("照片转到工作群", R.PUBLICITY, False),
        ("对照二十条自己过一遍，不合的改掉。", R.RECTIFICATION, True),
        ("为确保县级验收不返工，现开展一次复核", R.RECTIFICATION, False),
        ("补种协议签好送农经站一份", R.SIGN, True),
        ("知道了的在下面接个龙。", R.REPLY_RECEIPT, True),
    ],
)
def test_what_is_asked_in_other_words(text: str, requirement: R, is_asked: bool) -> None:
    assert (requirement in asked(text)) is is_asked


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("联系人：辜小林，13800000823。", "辜小林"),
        ("有事找卜阿根13800000771。", "卜阿根"),
        ("联络员：仉老三，手机13500009903。", "仉老三"),
        ("联系人：老郭13500000216。", "老郭"),
        ("报名找小汤13500000217。", "小汤"),
    ],
)
def test_a_whole_name_with_a_pet_syllable_in_its_middle_keeps_its_surname(text: str, name: str) -> None:
    assert [each.name for each in read(text).contacts] == [name]


def test_whoever_is_phoned_beforehand_is_told_by_phone_though_his_post_sounds_like_watching() -> None:
    found = read("办一场报一场，事前打给纪检监督员裴姐18800000539，说明谁家、几桌、几号")
    assert (found.submit_to.phones, found.submit_to.people) == (("18800000539",), ("裴姐",))


def test_whom_to_ask_is_no_receiver_in_speech_without_stops() -> None:
    assert read("带多少箱报准啊别多报少报有啥不懂的问防疫站小鲍").submit_to.people == ()


@pytest.mark.parametrize(
    ("text", "seconds", "count", "turned"),
    [
        ("宣传片10秒就够，横着拍，MP4，一个村一个。", 10, 1, "landscape"),
        ("申报片一部，5分钟以内，MP4，要有本人操作的全过程，横向拍摄", 300, 1, "landscape"),
        ("才艺小视频30秒以内，竖屏，一人一个，发班级群。", 30, 1, "portrait"),
    ],
)
def test_a_film_is_a_video_with_its_length_count_and_turn(text: str, seconds: int, count: int, turned: str) -> None:
    (spec, _), *_ = find_specs(normalise(text).text)
    assert (spec.item, spec.duration_max_s, spec.count_min, spec.orientation) == ("video", seconds, count, turned)
