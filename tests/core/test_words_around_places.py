"""Facts about the words that surround the name of a place: what is unchanged, what is done there, what it is only called."""

from __future__ import annotations

import pytest

from tests.core.reading import places

PLACES = [
    # unchanged
    ("现场会本来说的是4月16日，挪到17日（周五）上午九点，地点没变，还是大坝村机耕路口。种粮大户都来。", ["大坝村机耕路口"]),
    ("培训推迟到4月17日下午2点半，地点照旧，县党校报告厅，学员准时到。", ["县党校报告厅"]),
    # words that are no part of it
    ("展演：4月17日（周五）14:30，区妇女儿童中心小剧场。走台在4月16日18:30，也是区妇女儿童中心小剧场，只要演员到。", ["区妇女儿童中心小剧场"] * 2),
    ("考试定在4月17日上午9:00—10:30，考点白鹤中学教学楼一楼，全体网格员参加。", ["白鹤中学教学楼一楼"]),
    ("校园开放日定在4月17日，上午8:40—11:00，地点综合楼大厅集合，家委会成员到场当引导员。", ["综合楼大厅"]),
    ("开工仪式：\n▲主会场 4月20日（周一）上午9:30 经开区新能源地块\n▲企业代表、乡镇主要负责人着白衬衣参加", ["经开区新能源地块"]),
    # what is done there
    ("4月20日上午9点各村统计员到镇文化礼堂听一次课，带笔记本。", ["镇文化礼堂"]),
    ("各分院长：周二下午2点半总院小会议室先碰个头，各分院长来。", ["总院小会议室"]),
    ("4月17日19:00，步行街中心舞台“红歌快闪”，各支部来10人，穿白上衣。", ["步行街中心舞台"]),
    ("4月17日（周五）上午9:30，社区食堂一起包饺子过集体生日，过生日的老人都来。", ["社区食堂"]),
    ("4月17日（周五）14:30，县疾控三楼标准解读，门诊负责人参加。", ["县疾控三楼"]),
    ("4月15日我所在农贸市场门口做一场触电急救演示，上午9点开场，各村安全员务必到。", ["农贸市场门口"]),
    # rooms, brackets, labels
    ("4月17日9:30在505开进点会，各部门负责人参加。", ["505"]),
    ("4月17日9:30在B302培训系统操作，各科室来一人。", ["B302"]),
    ("巡回宣讲4月20日14:00到你们片区（城东项目部活动室），书记们都到。", ["城东项目部活动室"]),
    ("钓鱼联赛通知\n一、赛期：4月18日（周六），7:00抽号。\n二、赛场：双江口竞技池。\n三、请会员参加。", ["双江口竞技池"]),
    ("植树，注意变化：1）时间，由12日改成18日（周六）上午8:30；\n2）地点，由东山水库改成南坪废矿坑。各村10人参加，自带锄头。", ["南坪废矿坑"]),
    ("写春联送福字，三场：4月18日上午9点，东墩文化礼堂；4月19日下午1点半，岭下老年协会；4月25日上午，镇文化站。各村派两名志愿者来裁纸。", ["东墩文化礼堂", "岭下老年协会", "镇文化站"]),
    # English
    ("Annual evacuation drill: Tuesday 21 April 2026, 10:30, east lawn. Everybody leaves by the stairs.", ["east lawn"]),
    ("Line 3 changeover moved: not 14 Apr but Sat 18 Apr, 08:00-17:00, line 3 bay. All shift leads attend.", ["line 3 bay"]),
    ("Open morning: Friday 24 April, 8:30 to 11:00, on the playground of Linjiang Central Primary School. One parent per child, please come through the east gate.", ["playground of Linjiang Central Primary School"]),
    ("Beach clean-up this Sat 18 Apr, 7.30am sharp at Palm Bay jetty. All who put down their names must come.", ["Palm Bay jetty"]),
    ("Fire drill on Wed 22 April, 9 a.m., loading dock 2. All packers take part.", ["loading dock 2"]),
]


@pytest.mark.parametrize(("text", "named"), PLACES)
def test_a_place_is_told_from_the_words_around_it(text: str, named: list[str]) -> None:
    assert places(text) == named
