"""What is said by the way of a limit: how long something takes or lasts, who else acts, what held before, how one gets there."""

from __future__ import annotations

import pytest

from tests.core.reading import due, sessions

LIMITS = [
    # how long something takes is why the limit that follows is what it is
    ("研学4月25日上午8点在校门口集合。门票要提前五天订，所以参加名单周一放学前交给宋老师。", ["04-13"]),
    ("4月25日上午9点在镇礼堂开表彰会。锦旗要提前一周做，因此名单4月14日下班前报我。", ["04-14 cob"]),
    ("4月25日上午9点在镇礼堂开会，发言稿请提前两天发我。", ["04-23"]),
    # the number of a house
    ("请将报价文件送至建设路9号商会302室，接收截止时间为4月22日（星期三）15:00。", ["04-22 15:00"]),
    ("请把档案送到东风巷12号院传达室，4月21日前送齐。", ["04-21"]),
    ("护路队请到人民路，12号前把排水沟清完。", ["04-12"]),
    # what befalls those who have not done it by then
    ("约了4月下旬设备的课题组请自己改期，4月20日20点以后还没改的由我们统一取消。", ["04-20 20:00"]),
    ("储物柜请自行清空，4月15日12点之后仍未清的，物品一律清走。", ["04-15 12:00"]),
    ("标书4月20日15:00以后送来的不收。", ["04-20 15:00"]),
    ("请把借展清单盖章后寄达我馆，以4月24日收到为限。", ["04-24"]),
    # each batch by its own day
    ("述职报告24日那批20日交，25日那批21日交，党政办收。", ["04-20", "04-21"]),
    ("补课的同学，三月的课4月15日截止补学。", ["04-15"]),
    ("谈话记录4月15日上午他来收。", ["04-15 morning"]),
    ("点播课4月30日24时下线，请组织党员在那之前看完。", ["04-30 24:00"]),
    # money that readers pay in
    ("2026年的租金4月30日前打到村账户，价钱不变。", ["04-30"]),
    ("各会员：保费（每人40元）4月20日前汇到县总账户，发票统一开。", ["04-20"]),
    ("一季度补贴4月20日前打到村账户，请留意。", []),
    ("学生的押金4月20日前退到各人卡上。", []),
    # hours within which something is fetched, and what is asked for within a part of this day
    ("慰问品到了，明天上午九点到十一点半各村派车到服务站仓库来拉，过时不候。", ["04-10 11:30"]),
    ("县里要的回文请下午处理完。", ["04-09 afternoon"]),
    # who else acts
    ("节点安排：\n4月15日 申请人在线提交为止\n4月16日—18日 所内形式审查（科研办做）\n4月28日 纸质件交科研办", ["04-15", "04-28"]),
    ("名单16号晚上八点前报给会计，缺的工具镇里20号以前配下来。", ["04-16 20:00"]),
    ("作品4月20日前交。4月25日前团县委评奖，4月28日以后领证书。", ["04-20"]),
    # what is counted until then, which things are meant, what is allowed or good until then
    ("星级申报：时长算到4月12日为止，申报表4月20日前交给小龙。", ["04-20"]),
    ("劳动节前的“我爱我家”合影，4月20日上午发我邮箱。", ["04-20 morning"]),
    ("自评报告4月13日上午给我。4月20日出分数，22号之前可以申诉，到时候再说。", ["04-13 morning"]),
    ("报名接龙今晚9点关闭。印章换的毛巾4月30日前有效。", ["04-09 21:00"]),
    ("4月30日前有效的旧卡请于4月20日前换好。", ["04-20"]),
    # what was said before and no longer holds
    ("【更正】昨天说推荐表4月15日前报，写错了，以县里文件为准：\n推荐表4月20日17:00前交；\n考察材料4月24日前。", ["04-20 17:00", "04-24"]),
    ("名单大家4月16日前给我，15号我在县里对账没空收。", ["04-16"]),
    # a notice that moves a limit is for those who have it
    ("变更公告：响应文件提交截止时间由4月14日10:00变更为4月21日10:00，其他内容不变。", ["04-21 10:00"]),
    ("更正公告\n1.投标文件递交截止时间由4月20日9:00更正为4月24日9:00；\n2.保证金到账截止时间仍为4月22日17:00。\n其余不变。\n清河镇人民政府\n2026年4月9日", ["04-22 17:00", "04-24 09:00"]),
    # what one firm is asked to do and to pay
    ("成交通知书\n恒通建设有限公司：\n贵公司于4月3日被评为第一候选人，公示期已满。请贵公司于4月17日之前与我校签订合同，履约保证金须于4月22日17时前到账。\n清河中学\n2026年4月9日", ["04-17", "04-22 17:00"]),
    ("函\n县文旅局：\n请贵局于4月20日前函复。\n清河镇人民政府\n2026年4月9日", ["04-20"]),
    # the end of the night that a day gone by began
    ("表扬：4月5日夜里转移堤上群众，三位队员守到6日凌晨4点。看到的回个1。", []),
    # English
    ("Dear reviewers, the reports were due today. The editor has agreed to move that to Thursday 23 April, 18:00. Please upload yours; authors hear from us by 30 April.", ["04-23 18:00"]),
    ("Please return Form B by 16 April to Room 2. Your present permits run until 30 April.", ["04-16"]),
    ("Our panel has to be printed by the 21st, so the pictures must reach me no later than Friday noon.", ["04-10 noon"]),
    ("The reports were due today. Please send them at once.", ["04-09"]),
]


@pytest.mark.parametrize(("text", "limits"), LIMITS)
def test_what_is_said_by_the_way_is_no_limit(text: str, limits: list[str]) -> None:
    assert due(text) == limits


HELD = [
    ("4月20日下午两点水库东岸植树，车子一点半在镇门口等，参加的今晚接龙。", ["04-20 14:00"]),
    ("4月18日上午九点在市体育馆看比赛，大巴七点半在校门口接。", ["04-18 09:00"]),
    ("4月15日小区搞知识问答，网格员上午9点到东门广场帮忙发奖品。", ["04-15 09:00"]),
    ("4月15日上午9点书记到东门广场帮忙发奖品。", []),
]


@pytest.mark.parametrize(("text", "held"), HELD)
def test_how_one_gets_there_is_no_session_and_being_needed_is(text: str, held: list[str]) -> None:
    assert sessions(text) == held


def test_a_span_of_years_is_not_that_of_the_day_in_the_next_cell() -> None:
    assert due("各届通讯录交回日期\n1975—1989　4月20日\n1990—2005　4月24日\n名单含姓名、单位，发邮箱。") == ["04-20", "04-24"]
