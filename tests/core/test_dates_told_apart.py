"""Dates that look alike and mean different things: which day an hour belongs to, whose limit it is, what holds after a correction."""

from __future__ import annotations

import pytest

from tests.core.reading import due, read, sessions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the stop behind an English hour ends its sentence
        ("Please send the stock counts to the depot. Deadline: 17 April, 5 p.m. The 2024 counts are no use.", ["04-17 17:00"]),
        ("Return the lab keys by 20 April, 9:30 a.m. The 2023 keys no longer fit.", ["04-20 09:30"]),
        ("Return the lab keys by 20 April 2026, 5 p.m. on the dot.", ["04-20 17:00"]),
        # a blank parts a day from another
        ("粮补核对收尾 原来平台开到4月30号 今天市里通知28号晚上九点就关 没核的户这几天核完", ["04-28 21:00"]),
        # the days of a feast or an exam lend their month to no limit that comes before them
        ("5月1日至5日门卫轮值表贴在大厅。替班的名单，谁替谁，28日前发给老鲁。", ["04-28"]),
        ("期中考5月6日至8日。另外校服尺码没填的，20号晚上8点前在小程序填写。", ["04-20 20:00"]),
        ("5月1日至5日不上班，台账28日前补完。", ["04-28"]),
        ("集训5月11日至13日。集训心得15日前交。", ["05-15"]),
        ("4月16日前报名单，22日前交作品。", ["04-16", "04-22"]),
        # one instant is one limit
        ("春播进度：4月20日24点前在平台填完，平台21号零点关。", ["04-20 24:00"]),
        ("填报系统4月21日零点关闭，请抓紧填。", ["04-21 00:00"]),
        # a day that says in brackets which one it is
        ("抽测结束当天（4月21日）24:00前，各组把原始记录传平台。", ["04-21 24:00"]),
        ("清查结束当天（4月21日）18:00前，各库把底册送到仓储科。", ["04-21 18:00"]),
        ("盘点表，节后上班头一天（5月6日）上午交到财务室。", ["05-06 morning"]),
        # an hour in brackets behind a day
        ("补考申请只收到本周五放学（下午4:50），过后找教务处。", ["04-10 16:50"]),
        ("登记表4月20日交来（9:00开门）。", ["04-20"]),
        # how long something lasts, in a cell of its own
        ("类别｜要求｜最晚哪天交｜评委哪天看\n书法｜拓片照片｜4月20日｜——\n朗诵｜视频，6分钟以内｜4月23日17:00｜5月6日", ["04-20", "04-23 17:00"]),
        # so long before what takes place
        ("赛艇赛5月8日开始。健康证明须在赛前30日内出具，报名表4月21日前寄到队部。", ["04-21"]),
    ],
)  # fmt: skip
def test_the_day_and_hour_that_is_meant(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "limits", "meetings"),
    [
        # 当天 is the day of what takes place, not one from which on something holds
        ("消防演练：4月21日上午10点，在厂区操场举行，各班组长都要到场。4月28日后报警器升级，两三天没信号，属正常。演练小结当天下午5点前交安全科。", ["04-21 17:00"], ["04-21 10:00"]),
        ("4月22日9:00在县宾馆召开座谈会，请各社负责人参加。5月1日起新章程施行。发言稿当天18:00前发邮箱。", ["04-22 18:00"], ["04-22 09:00"]),
        # both halves of a day are no part of it
        ("面试安排在4月25日，分上下午，地点在市技校实训楼，请持准考证参加。", [], ["04-25"]),
        ("4月25日上、下午，妇幼院在村部体检，请各户带身份证到场。", [], ["04-25"]),
        ("4月25日下午，妇幼院在村部体检，请各户带身份证到场。", [], ["04-25 afternoon"]),
        # a part of the last day of a course is no meeting of its own
        ("新教师集训4月21日至24日在二中举行，请全体新教师参加，汇报展示24日上午。", [], ["04-21"]),
        ("业务培训定于4月21日至23日在党校举行，请各村文书参加，23日14:30在党校礼堂开总结会。", [], ["04-21", "04-23 14:30"]),
        # what may happen moves nothing, what holds is not moved
        ("运动会4月25日9:00在中心小学举行，请各班参加。如当日早上七时仍悬挂三号风球，活动顺延至5月9日。", [], ["04-25 09:00"]),
        ("原定4月21日上午9:00在礼堂召开的家长会，改到4月23日上午9:00，请家长参加。", [], ["04-23 09:00"]),
        # things are brought, people come
        ("评议会4月21日9:00在三楼会议室召开，请各村主任参加，投影文件20日17:00前拷到会议室电脑。", ["04-20 17:00"], ["04-21 09:00"]),
        ("4月21日9:00在三楼会议室开评议会，请各村主任参加，8:50前到会议室签到。", [], ["04-21 09:00"]),
        ("4月21日上午9点各班组长到文化礼堂听一次安全课。", [], ["04-21 09:00"]),
        ("4月21日前把听课记录交到教务处。", ["04-21"], []),
    ],
)  # fmt: skip
def test_limits_beside_meetings(text: str, limits: list[str], meetings: list[str]) -> None:
    assert (due(text), sessions(text)) == (limits, meetings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # until when something is allowed or forbidden
        ("旧饭卡4月30日前照样能刷，新卡照片4月20日前发我。", ["04-20"]),
        ("月底到期的证，五一前还能用，不用先换。复训证的复印件4月20日前交安全员。", ["04-20"]),
        ("新路面4月26日前不准走重车，告示牌照片4月20日前发群里。", ["04-20"]),
        ("4月20日前还可以补报，没报的抓紧报到民政办。", ["04-20"]),
        ("4月20日前不得再拖，把整改报告交上来。", ["04-20"]),
        # a harvest that comes in, a shift that ends
        ("甲段割草4月25日收工验收，请村里把监工名单4月20日前报办公室。", ["04-20"]),
        ("意向表4月20日收，过时不候。", ["04-20"]),
        # the one of several limits that holds
        ("粮种登记没报的抓紧。镇里卡在4月20号，县里卡在4月25号，你们以20号为准。", ["04-20"]),
        ("器材清单原通知写18日，群公告写22日，统一以20日为准，发邮箱。", ["04-20"]),
        ("请于4月20日前报送聘任一览。\n【更正】一览的截止日是4月23日，不是20日。\n【再更正】以4月24日17时为准，市里把他们的会推迟到了28日。", ["04-24 17:00"]),
        ("登记表4月28日前交，户籍以4月1日为准。", ["04-28"]),
        # all that is said behind a demand
        ("昨天说的三号交巡查记录是我记错了，县局明早八点就来人看，请马上把巡查记录本送到我办公室，最迟今天下午5:30。", ["04-09 17:30"]),
        # what is enough
        ("阅读卡4月20日带来就行，手册17号下班前给我。", ["04-17 cob", "04-20"]),
        # what the readers are given
        ("市里交办，办结日是5月30日。镇上给各村留的时间：4月28日前拆完，照片4月30日前送到所里。", ["04-28", "04-30"]),
        ("之前借的书该还了，系统里到期日是4月26日。", ["04-26"]),
        ("请各网格员在5月31日前走完每一户。走访进度4月30日要过半，届时从系统里看。", ["04-30", "05-31"]),
        # another paper, for a reason of its own
        ("小结4月24日前交；名单由于县里催得紧，提前到4月21日。", ["04-21", "04-24"]),
        ("小结原定4月24日前交，因为县里催得紧，提前到4月21日。", ["04-21"]),
        # rows that open with their day
        ("大家辛苦。实习队第一个月安排：\n4.15　交《实习日志》第一篇，发sx@example.com\n4.19　校长来座谈\n4.26　交第二篇+3张照片\n4.30　学校发补贴", ["04-15", "04-26"]),
        ("4月15日　交通管制\n4月18日　恢复通行", []),
        # what has to be done on the day something begins
        ("围挡4月25日开工当天必须到位，拍照发我。", ["04-25"]),
        ("4月20日启动当天我们会发宣传册。", []),
        # each of those addressed
        ("4月20日各组把沟渠清好，我来看。", ["04-20"]),
        ("4月7日各组把沟渠清完了，辛苦大家。", []),
        # little by little, and from when on
        ("补贴月底前陆续发放，银行卡号4月20日前报来。", ["04-20"]),
        ("各村4月底前陆续把台账补报上来。", ["04-30"]),
        ("选修课第一轮今晚8点开抢，明晚10点关；第二轮4月14日中午12点关。两轮都在“智校”APP里点。", ["04-10 22:00", "04-14 12:00"]),
        # what holds for other things
        ("登记表4月20日前报，年龄以4月1日为准。", ["04-20"]),
        ("我去县里开会，14号回来，你们14号前把表填好放我桌上。", ["04-14"]),
        # short demands
        ("今天封账。剩下的凭证17点前送到，晚了算下月的。", ["04-09 17:00"]),
        ("安置点照片每点2张，20点前发群。", ["04-09 20:00"]),
    ],
)  # fmt: skip
def test_what_is_due_and_what_only_holds(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who takes in, and through what the reader enters
        ("第一步，本人在“注册网”填报申请，开放时间4月20日9:00—5月8日17:00。第二步，把签名的申请表交到所在单位，单位5月11日至15日收件。第三步，5月25日至29日由局里复核。", ["05-08 17:00", "05-15"]),
        ("纸质材料送到镇民政所，民政所4月20日至24日集中收件，过期自己送县里。", ["04-24"]),
        # who asks for something shuts what it comes through
        ("还没填的抓紧填，明晚8点我关接龙。", ["04-10 20:00"]),
        # one door after the other
        ("两轮：甲组4月14日18:00关，乙组4月16日12:00关。请各组自行登记报名。", ["04-14 18:00", "04-16 12:00"]),
        ("水库4月14日8:00关，渠首4月14日9:00关，下游注意。", []),
        # each stage ends with what it is done in
        ("第一步　4月13—17日　首次登录、改密码\n第二步　4月20—24日　补录底数\n第三步　4月27—30日　数据比对（县里做）\n前两步是各村的，每步最后一天24点自动锁。", ["04-17 24:00", "04-24 24:00"]),
        # the writer carries on what he has asked for
        ("请二班、四班明天上午10点前把正确的号码发我，我改完下午3点送局里。", ["04-10 10:00"]),
        ("走不动的在本群接龙报名单，13号前接完，我排线路，16号发到群里。", ["04-13"]),
        ("问卷你们13号前一户户填完，14日一早我来拿走。", ["04-13"]),
        ("复查表填好，14日一早我来拿走。", ["04-14 morning"]),
        # what others bring
        ("化肥供货商4月17日送到村部，户主到村部来领，4月28日前领完。", ["04-28"]),
    ],
)  # fmt: skip
def test_who_acts(text: str, expected: list[str]) -> None:
    assert due(text) == expected


def test_who_hears_a_lesson_comes() -> None:
    assert read("4月21日上午9点各村统计员到镇文化礼堂听一次课。").events[0].place == "镇文化礼堂"
