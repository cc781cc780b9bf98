"""Families of contacts: several persons and numbers, tables, numbers far from the name, labels that are no names."""

from __future__ import annotations

import pytest

from bot.core.channels import find_channels
from bot.core.normalise import normalise
from tests.growth import FEWER_THAN_SQUARED, growth


def contacts(text: str) -> set[tuple[str, str]]:
    """Names and numbers of any text."""
    return {(each.name, each.phone) for each in find_channels(normalise(text).text).contacts}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("业务咨询张楠、李可，电话分别是0571-66220011、0571-66220012。", {("张楠", "0571-66220011"), ("李可", "0571-66220012")}),
        ("联系人：陈立新、周红，电话：0765-3312001、0765-3312002。", {("陈立新", "0765-3312001"), ("周红", "0765-3312002")}),
        ("联系人：王磊 李晓明\n联系电话：6210011 6210012", {("王磊", "6210011"), ("李晓明", "6210012")}),
        ("联系人：牟丹丹、管毅，电话/传真：0577-67771234", {("牟丹丹", "0577-67771234"), ("管毅", "0577-67771234")}),
    ],
)
def test_as_many_names_as_numbers_go_together_one_by_one_else_each_with_each(text: str, wanted: set[tuple[str, str]]) -> None:
    assert contacts(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("姓名\t职务\t电话\n鲁大勇\t护林队长\t13500001001\n梅芳\t会计\t13500001002", {("鲁大勇", "13500001001"), ("梅芳", "13500001002")}),
        ("片区|负责人|联系方式\n东山|滕飞|13600001101\n西岭|骆驰|13600001102", {("滕飞", "13600001101"), ("骆驰", "13600001102")}),
        ("| 村 | 联络员 | 手机 | 备注 |\n| 上坪 | 廖文斌 | 13500007771 | |", {("廖文斌", "13500007771")}),
        ("序号 单位 姓名 电话\n1 党政办 娄晓 13500006661", {("娄晓", "13500006661")}),
        ("网格|网格长|办公电话|手机\n一|柯南|6612233|13500006665", {("柯南", "6612233"), ("柯南", "13500006665")}),
    ],
)
def test_a_number_in_a_table_belongs_to_the_name_under_the_head_for_persons(text: str, wanted: set[tuple[str, str]]) -> None:
    assert contacts(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("司机是小阮，车牌浙C88K21，手机号 137 0000 5566", {("小阮", "13700005566")}),
        ("来不了的给高队打电话，139 0000 7781。", {("高队", "13900007781")}),
        ("填表有问题可电询陆敏同志，6216677", {("陆敏", "6216677")}),
        ("有事呼我，尹涛，短号661234，长号13712340000。", {("尹涛", "13712340000")}),
        ("需要车辆的跟后勤的老蒙讲，号码13400007788", {("老蒙", "13400007788")}),
        ("明天巡检的电工是师傅老宫，到了打你们电话，他的：13722220001", {("老宫", "13722220001")}),
        ("立刻打家属电话15922220001（儿子 邢涛）", {("邢涛", "15922220001")}),
        ("咨询：张 伟 0571-8812 3456", {("张 伟", "0571-88123456")}),
        ("疑难问题联系县局小俞老师13900001818", {("小俞老师", "13900001818")}),
        ("名单发给农机员阿坚，他统一联系油料，13900002277", {("阿坚", "13900002277")}),
        ("带班：东线 魏平安 15200001101，西线 花蕾 15200001102", {("魏平安", "15200001101"), ("花蕾", "15200001102")}),
        ("备用联系人报给前台小庞（6655120），漏水打抢修电话6655119。", {("小庞", "6655120")}),
        ("Ring Pharmacist Lu on 6612 4400 if stock is short.", {("Pharmacist Lu", "66124400")}),
        ("咨询电话0571-88110022，石老师、吴老师", {("石老师", "0571-88110022"), ("吴老师", "0571-88110022")}),
    ],
)
def test_a_number_belongs_to_the_person_the_sentence_presents(text: str, wanted: set[tuple[str, str]]) -> None:
    assert contacts(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("联系人：柏松  固话 7788120  手机 15900007788", {("柏松", "7788120"), ("柏松", "15900007788")}),
        ("值班电话：白天6213300，夜间找值班领导纪辉13700004433", {("纪辉", "13700004433")}),
        ("联系人：蒙佳（13900000003）、0577-61234568（单位总机）", {("蒙佳", "13900000003")}),
        ("账册交荆姐，她这周学习，急的打6123451转财务", set()),
        ("器材找体育室老蒙，上班时间打6118877，下班打13600009911", {("老蒙", "6118877"), ("老蒙", "13600009911")}),
        ("寄陈家坝小学 沈瑶老师 13890001235", {("沈瑶", "13890001235")}),
        ("请咨询樊工（工作时间6612233，其他时间13612345678）", {("樊工", "6612233"), ("樊工", "13612345678")}),
        ("钥匙找我拿，13900001212", set()),
        ("领导小组办公室主任联系电话0577-66113300。", set()),
    ],
)
def test_what_a_number_is_for_is_no_name(text: str, wanted: set[tuple[str, str]]) -> None:
    assert contacts(text) == wanted


def test_long_tables_and_lists_of_numbers_are_read_in_linear_time() -> None:
    assert growth(lambda rows: find_channels("片区|负责人|联系方式\n" + "东山|滕飞|13600001101\n" * rows), 300) < FEWER_THAN_SQUARED
    assert growth(lambda pairs: find_channels("张三、李四13600001101、" * pairs), 200) < FEWER_THAN_SQUARED


@pytest.mark.parametrize("name", ["汪建中", "何向东", "张有才", "李和平", "刘志元", "李会民", "钱万里", "何于成", "谢元方", "辜小林", "楼建军"])
@pytest.mark.parametrize("text", ["联系人：{name}，电话13500002718。", "名单报给{name}（13500002718）。", "有问题找{name} 13500002718", "报民政办{name}，电话13500002718。", "直接打我手机13500002718{name} 去年的数别抄"])
def test_given_names_may_be_made_of_words(text: str, name: str) -> None:
    assert contacts(text.format(name=name)) == {(name, "13500002718")}


@pytest.mark.parametrize("text", ["翟工说 13500002718", "请与会计安然联系，13500002718", "找马上到的车队 13500002718"])
def test_words_beside_a_number_are_no_part_of_a_name(text: str) -> None:
    assert {name for name, _ in contacts(text)} <= {"翟工", "安然", "会计安然"}


@pytest.mark.parametrize("text", ["完成标语张贴。电话：0578-6123456", "完成路灯设施维修，电话：0578-6123456", "完成山羊免疫，电话：0578-6123456", "做好任前谈话，电话：0578-6123456"])
def test_a_verb_that_begins_like_a_surname_owns_no_number(text: str) -> None:
    assert contacts(text) == set()


@pytest.mark.parametrize(("text", "name"), [("联系人：农建华，13500001301", "农建华"), ("联系人：花小蕾 13500001302", "花小蕾"), ("有问题问印红13500001303", "印红")])
def test_surnames_that_open_many_words_are_names_where_a_given_name_follows(text: str, name: str) -> None:
    assert {each for each, _ in contacts(text)} == {name}


@pytest.mark.parametrize("text", ["农林13500001301", "报花名册 13500001302", "来春耕地 13500001303", "农业 13500001304"])
def test_words_that_open_like_such_surnames_are_none(text: str) -> None:
    assert contacts(text) == set()
