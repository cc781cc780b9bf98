"""Families of wordings: who receives, whose number it is, which system is used; each family in other words and trades."""

from __future__ import annotations

import pytest

from bot.core.channels import Channels, find_channels
from bot.core.normalise import normalise
from tests.growth import FEWER_THAN_SQUARED, growth


def read(text: str) -> Channels:
    """Channels of any text, names spelled as written."""
    normal = normalise(text)
    return find_channels(normal.text, lambda start, end: normal.original[slice(*normal.original_span(start, end))])


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("考勤表发给安全员卜伟。", "卜伟"),
        ("发票原件交出纳老鲍", "老鲍"),
        ("读数报给资料员闻婷（15500001207）", "闻婷"),
        ("名册在12号之前交给班主任毛老师", "毛老师"),
        ("每天下午4点前报劳动就业所小游，接龙也行", "小游"),
        ("钥匙登记表报给保管员老邬，电话13500003126", "老邬"),
        ("摊位图3月8日前给设计师老窦发邮件：dou@example.com", "老窦"),
        ("工时台账月底前发到财务雍洁那里，格式照去年", "雍洁"),
        ("底稿拿给片长石磊看一遍", "石磊"),
        ("体检表交村医柏青", "柏青"),
        ("名单给护林组长屈大海", "屈大海"),
        ("采样单交水质化验员奚梅签收", "奚梅"),
        ("人数告诉食堂大师傅老马", "老马"),
        ("材料送到三楼找小汤", "小汤"),
        ("样品编号单交仓管姚立春，他在东门", "姚立春"),
        ("各小组把缺勤名单报楼长代表冉姐", "冉姐"),
        ("读数每晚发值守班长尤国庆", "尤国庆"),
        ("统计结果反馈给驻村工作队队员程海", "程海"),
        ("结算单送会计室葛会计", "葛会计"),
        ("表格交社区居委会前台小景", "小景"),
        ("问卷收齐后转交计生专干闵芳", "闵芳"),
        ("人数私发岑姐", "岑姐"),
        ("要来的晚上10点前私我简宁报个名，18200009901", "简宁"),
        ("照片甩给小向就行", "小向"),
        ("册子放到门卫老葛那里", "老葛"),
        ("给孟会计打个电话报亩数", "孟会计"),
        ("打电话给安全主任高峰报告情况，13800009016", "高峰"),
        ("数字微信发阿贵", "阿贵"),
        ("照片9月8日前发到丛丛的邮箱 cong@example.cn", "丛丛"),
        ("拆完拨打13100000657（所长 庾亮）报备", "庾亮"),
        ("填好了拍给我看，我是综治办章小北", "章小北"),
        ("回执统一交由闫干事汇总", "闫干事"),
        ("确定能来的跟蔚哥说一声", "蔚哥"),
        ("缺的户找老聂补登", "老聂"),
        ("花名册元旦前给到段姐，手机发就行", "段姐"),
        ("数据8点前微信报我，农业办鲁青", "鲁青"),
        ("图纸发董工邮箱dong@example.cn", "董工"),
        ("表单填好统一给佘科长过目后交", "佘科长"),
        ("书面意见请送法制股厉敏处", "厉敏"),
        ("小票交到一楼收费处李静手里", "李静"),
        ("登记册交给我，我在二楼。民政所 阎冬", "阎冬"),
        ("名单汇总到莫干事处", "莫干事"),
        ("把人数发到尹老师微信上", "尹老师"),
        ("自查表打印好送路长办蓝天", "蓝天"),
        ("身份证复印件交给高主任", "高主任"),
        ("欠费清单发桂香姐", "桂香姐"),
        ("Every village sends two people; names to Deng Li by noon on Monday.", "Deng Li"),
        ("Drop the signed forms off with Mr Tan at the gate.", "Mr Tan"),
        ("Slips go to Wei Ning before lunch.", "Wei Ning"),
        ("Give your figures to Nurse Kong by 5 pm.", "Nurse Kong"),
        ("Headcount to Captain Hu by Thursday, please.", "Captain Hu"),
        ("Leave the roster with Mrs Luo on Friday.", "Mrs Luo"),
        ("Return both copies to Sun Rui in room 4.", "Sun Rui"),
        ("Let Ms Qiao know the number of seats by 3 pm.", "Ms Qiao"),
        ("Meter readings should reach Fang Jie no later than 9 May.", "Fang Jie"),
        ("Send photos to Uncle Ma on WeChat", "Uncle Ma"),
    ],
)
def test_a_person_receives_by_post_title_nickname_or_verb(text: str, person: str) -> None:
    assert read(text).submit_to.people == (person,)


@pytest.mark.parametrize(
    "text",
    [
        "通知发给种植大户",
        "交给物业公司整改",
        "送到卫生院化验",
        "请假直接跟顾院长讲",
        "有事提前向蒋书记请假",
        "把水报给王家村",
        "告知书发给高年级学生",
        "发各单位核对",
        "交给施工方整改",
        "宣传单发给常住人口",
        "别再发给老高了",
        "有问题找老田 13500003126",
        "登不上的问小岳",
        "补贴打给种粮农户",
        "旗子发到各组长手里",
        "报县安委办备案",
        "Send it to Lower Ford village",
        "Locked out? Text Noah Feng (158 0000 3307).",
        "Questions to Deng Li, 13600000284.",
        "Go to Riverside School by 9",
        "送温暖活动人数报镇工会",
        "请转给全体党员",
        "发给边境居民",
        "选不出曲子的去找音乐组老梁",
        "不懂的跟文书小甘说",
        "报给文广旅体局",
        "由鲁班公司统一安装",
        "给高龄老人送餐",
        "给车辆消毒",
        "发给温室大棚户",
        "给时间紧的村先派人",
        "把钱交给云山中学",
        "密码忘了找电教小阮重置，132 0000 7054",
    ],
)
def test_a_population_a_place_or_whoever_answers_questions_is_no_receiver(text: str) -> None:
    assert read(text).submit_to.people == ()


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("密码忘了找电教小阮重置，132 0000 7054。", [("小阮", "13200007054")]),
        ("有事问老林电话一三七零零零零零六四四", [("老林", "13700000644")]),
        ("超过2.8米的马上打电话3781122给陶站长。", [("陶站长", "3781122")]),
        ("拆除完成后拨打13100000657（所长 庾亮）报备", [("庾亮", "13100000657")]),
        ("要来的今晚10点前私我简宁报个名，18200009901。", [("简宁", "18200009901")]),
        ("今晚8時前打電話給安全主任高峰報告情況，13800009016。", [("高峰", "13800009016")]),
        ("明早8点前给闫站长打电话（132 0000 8841），报亩数", [("闫站长", "13200008841")]),
        ("月底前发到财务雍洁那里，138.0000.6602，格式照去年", [("雍洁", "13800006602")]),
        ("要调批次的打电话找佘科长0771-5566188。", [("佘科长", "0771-5566188")]),
        ("咨询：武川0765-6691200", [("武川", "0765-6691200")]),
        ("13600001177，水务站老阙，有问题随时", [("老阙", "13600001177")]),
        ("联系人 符振 手机：139 1234 0001 办公电话：0578-3390021", [("符振", "13912340001"), ("符振", "0578-3390021")]),
        ("联系电话：0765-6210038（何晓）", [("何晓", "0765-6210038")]),
        ("技术支持：晏工，工作日打 0571-88001122", [("晏工", "0571-88001122")]),
        ("值班人员：褚亮 13700001234、荆楠 13700005678", [("褚亮", "13700001234"), ("荆楠", "13700005678")]),
        ("不会填的先问本片区的老耿，号码13800004321", [("老耿", "13800004321")]),
        ("有困难联系经办人臧文斌（0578—3390021）", [("臧文斌", "0578-3390021")]),
        ("咨询电话：0890-3351122，找小简", [("小简", "0890-3351122")]),
        ("有疑问可拨打一五八零零零零三三零七，我姓章", []),
        ("维修找班头老裴，他的手机是15900004410", [("老裴", "15900004410")]),
        ("名单报卓然，13800000001", [("卓然", "13800000001")]),
        ("联系人：综合科科员 郁敏 0765-6210038", [("郁敏", "0765-6210038")]),
        ("Contact Tao Min on 0578-3390021 if anything is unclear.", [("Tao Min", "0578-3390021")]),
        ("Ask for Mr Tan (139 0000 5566) at the gate.", [("Mr Tan", "13900005566")]),
        ("Ms Qiao's number is 13600009988.", [("Ms Qiao", "13600009988")]),
        ("ring 13600009988 and ask for Uncle Ma", [("Uncle Ma", "13600009988")]),
        ("统计台 0890-3352233", []),
        ("供电抢修热线 0890-3352233", []),
        ("报名请打镇文化站 0765-6210038", []),
        ("举报电话：0765-6210038（保密）", []),
        ("招生热线0578-3390021，联系单位：县老年大学", []),
        ("业务咨询：童欣 1 3 8 0 0 0 0 4 3 2 1", [("童欣", "13800004321")]),
        ("找小邹电话幺三六零零零零零二四八", [("小邹", "13600000248")]),
        ("微信同号，幺五〇零零零零零九一二，老佟", [("老佟", "15000000912")]),
        ("有事打我电话13800004433。农技站 苗壮", [("苗壮", "13800004433")]),
        ("老窦手机停机了，别打。", []),
        ("卓工（电工）：138-0000-7788；靳工（水工）：138-0000-7799", [("卓工", "13800007788"), ("靳工", "13800007799")]),
        ("联络：章小姐/电话 0898-66220011", [("章小姐", "0898-66220011")]),
        ("有问题请与项目办的同事高翔联系（电话 0578-3390021）", [("高翔", "0578-3390021")]),
        ("表交给林业站老韩头，他号码是13800000001", [("老韩头", "13800000001")]),
        ("报名联系妇联小庞：13500008899", [("小庞", "13500008899")]),
        ("0578-3390021转802 鄢静", [("鄢静", "0578-3390021")]),
    ],
)
def test_a_number_belongs_to_the_person_named_around_it(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(c.name, c.phone) for c in read(text).contacts] == pairs


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("参训人员请6月9日前在“考务通”确认", "考务通"),
        ("智慧团建里团员年度注册还剩38%没动，5月8号下班之前清零", "智慧团建"),
        ("公示照片一张，传局里“校园收费监管”模块", "校园收费监管"),
        ("申报系统还是“项目智慧云”，不收纸质", "项目智慧云"),
        ('report the visitor numbers of your hall in "HallDesk"', "HallDesk"),
        ('take one picture, post it on "MedGas"', "MedGas"),
        ("登入「市集通」填寫設備清單", "市集通"),
        ("各班11月29日前上学习通提交视频小样", "学习通"),
        ("交到“班级小管家”。手抄报不收", "班级小管家"),
        ("底数3月10日前挂到“河湖云图”上去", "河湖云图"),
        ("请在“掌上农资”APP里把进货台账补齐", "掌上农资"),
        ("所有人今天之内在粮安达APP上点一次确认", "粮安达"),
        ("工单在12345热线办理平台签收并回复", "12345热线办理平台"),
        ("入户情况当天录进“民情日记”", "民情日记"),
        ("电梯年检日期到市特种设备监管平台里改一下", "市特种设备监管平台"),
        ("打开“苗木管家”小程序，点“库存”，改成现有数", "苗木管家"),
        ("学籍照片统一走“学籍云”导入", "学籍云"),
        ("考勤一律用打卡鸭小程序打", "打卡鸭"),
        ("通过浙里办申领，审核通过后在村里领牌", "浙里办"),
        ("缴费进“惠税宝”，当天到账", "惠税宝"),
        ("视频上传抖音后把链接填到表里", "抖音"),
        ("值守人员在安澜通里签到", "安澜通"),
        ("数据核对无误后在部门预算系统提交", "部门预算系统"),
        ("把整改照片传上“城管智脑”", "城管智脑"),
        ("Please clock in through the FieldMate app before 8.", "FieldMate"),
        ("Enter the doses in the VaxTrack system by Friday.", "VaxTrack"),
        ("Log on to ParkWise and confirm your slot.", "ParkWise"),
        ("用i志愿报名，别在群里接龙", "i志愿"),
        ("工资表于25日前导入“薪资直达”", "薪资直达"),
        ("隐患照片随手拍到“安全哨”里", "安全哨"),
        ("请登录县信用信息共享平台完成双公示录入", "县信用信息共享平台"),
        ("疫苗库存每周一在免疫规划信息系统里盘一次", "免疫规划信息系统"),
    ],
)
def test_a_system_is_known_by_the_verb_that_enters_it(text: str, system: str) -> None:
    assert read(text).submit_to.systems == (system,)


@pytest.mark.parametrize(
    "text",
    [
        "改用“浙里调度”平台入会，会议室不变",
        "各村在村部用钉钉收看",
        "在“五一”前完成排查",
        "在“安全生产月”期间上报信息3条",
        "系统也在维护，先别急",
        "“回头看”工作4月底前报情况",
        "通过“三下乡”活动发放传单",
        "在“双减”工作中表现突出的报材料",
        "后台都看得见，别拖",
        "照片发到“石桥村网格群”",
        "在表里“备注”栏填原因",
        "按照“一户一档”要求录入台账",
        "写进“三资”清单",
        "到信息系统集成公司开会",
        "不要在微信上报",
        "学习“浙江经验”后写体会",
        "贴在“曝光台”上",
        "用“红笔”标出来",
        "以“我的家乡”为题写一篇",
        "邮件主题写“年级+学科”",
        "文件名写成“村名+姓名”报来",
        "循环系统疾病人数报一下",
        "用腾讯会议参会，会议号123456789",
    ],
)
def test_what_is_quoted_watched_or_spoken_of_is_no_system(text: str) -> None:
    assert read(text).submit_to.systems == ()


@pytest.mark.parametrize("piece", ["报给", "到李", "“传到", "找老", "1380000", "发给小", "Give Li ", "Ma to Li ", "Mr Li to ", "在“甲乙”平台填，", "（", "：老王"])
def test_ten_times_the_text_takes_no_more_than_forty_times_as_long(piece: str) -> None:
    assert growth(lambda length: find_channels((piece * length)[:length]), 2_000) < FEWER_THAN_SQUARED


@pytest.mark.parametrize(
    ("text", "people", "systems"),
    [
        ("复耕前一张后一张，24号前传田长通", (), ("田长通",)),
        ("10月13日（周一）前完成系统录入", (), ()),
        ("26日17点前系统里全部弄完", (), ()),
        ("还有5个点系统里没有卡片", (), ()),
        ("缺工数据用他们小程序的", (), ()),
        ("台账15号前报区房安科", (), ()),
        ("县残联统一从民政失能评估系统提取数据", (), ()),
        ("一、申报范围。产业发展", (), ()),
        ("“博爱送万家”活动启动，两节送温暖摸底", (), ()),
    ],
)
def test_an_app_is_no_person_and_a_clause_about_a_system_no_name(text: str, people: tuple[str, ...], systems: tuple[str, ...]) -> None:
    submit = read(text).submit_to
    assert (submit.people, submit.systems) == (people, systems)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("押金条交老范或财务处小秋，两人都在二楼", ("老范", "小秋")),
        ("样表发季工和档案室柏青", ("季工", "柏青")),
        ("线路报修打95598或抢修班长卞海13600007712", ()),
        ("来不了的向所长请假", ()),
        ("还没交的办所今天下班前发我，格式不限。党政办 文洁", ("文洁",)),
        ("Ring Pharmacist Lu on 6612 4400 if stock is short.", ()),
        ("咨询6213344转8012（档案室 屈蓉）", ()),
    ],
)
def test_further_receivers_stand_beside_the_first(text: str, people: tuple[str, ...]) -> None:
    assert read(text).submit_to.people == people


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("有情况打给值守点13722220001", ("13722220001",)),
        ("带娃来打的先跟门诊约，6231120", ()),
        ("师傅到了打你们电话，他的：13722220001", ()),
        ("报名截止周四，报名电话6619900", ()),
        ("水管坏了报修打6231121", ()),
        ("漏水了第一时间打抢修电话6655119。", ("6655119",)),
    ],
)
def test_only_a_number_the_reader_is_to_call_with_news_is_an_address(text: str, phones: tuple[str, ...]) -> None:
    assert read(text).submit_to.phones == phones


@pytest.mark.parametrize(
    ("text", "systems"),
    [
        ("拍完传微信小程序“植保通”。", ("植保通",)),
        ("尺码在班级小管家里填", ("班级小管家",)),
        ("请各门店完成“安康码”企业端注册", ("安康码",)),
        ("填在“一人一档”表里，写清迁来年份", ()),
        ("不打的也要在“不同意”栏写名字", ()),
        ("请对照系统核对取药记录，在医保系统内更正", ("医保系统",)),
    ],
)
def test_a_system_is_no_form_and_no_column(text: str, systems: tuple[str, ...]) -> None:
    assert read(text).submit_to.systems == systems


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("要借梯子的提前一天跟后勤老邹说一声", ()),
        ("需要停水配合的，事先和水厂小齐讲", ()),
        ("想换班的先跟护士长阮梅说", ()),
        ("巡完跟站里老邹说一声", ("老邹",)),
        ("每天给我打电话报火情和人车情况", ()),
    ],
)
def test_whoever_helps_those_that_need_it_is_no_receiver(text: str, people: tuple[str, ...]) -> None:
    assert read(text).submit_to.people == people


@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("接龙推一户，28号前补事迹和合影（横版，别超过5M），发 fl@example.com", ("fl@example.com",)),
        ("打包别超过50M，14号前发 ld@example.cn", ("ld@example.cn",)),
        ("不要再发旧邮箱 old@example.cn", ()),
        ("表格别改格式，发 jz@example.com", ("jz@example.com",)),
    ],
)
def test_a_warning_about_the_file_refuses_no_address(text: str, emails: tuple[str, ...]) -> None:
    assert read(text).submit_to.emails == emails


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("9月8日前在从业人员体检系统更新数据。", "从业人员体检系统"),
        ("把数据录入在校生管理系统。", "在校生管理系统"),
        ("通过传承人申报平台报送材料。", "传承人申报平台"),
        ("登录入库审批系统填报数据。", "入库审批系统"),
        ("打开微信，搜索小程序“茶山码”，周五前登记。", "茶山码"),
        ("“巡河通”里还有8条未处置，周五前处理完。", "巡河通"),
        ("在“全城通办”上办结。", "全城通办"),
        ("登录“云上乡村”平台，点击“走访”模块填报。", "云上乡村"),
        ("登录“云上乡村”平台，打不开的换个浏览器再试。", "云上乡村"),
        ("家长周五前在智慧幼教填一下体温", "智慧幼教"),
    ],
)
def test_a_system_is_named_whole_and_without_its_modules(text: str, system: str) -> None:
    assert read(text).submit_to.systems == (system,)


@pytest.mark.parametrize(
    "text",
    [
        "“茶山码”平台上月已下线，名单报农办。",
        "“茶山码”平台昨天故障，已修复。",
        "腾讯文档打不开的，直接发表格。",
        "数据由镇里统一录入“民政通”平台，村里不用录。",
        "县里将从“学习强国”后台通报积分。",
        "此前在“巡河通”APP上报过的不再重复。",
        "表格模板可在“浙政钉”文件里下载，填好交农办。",
        "周五前把走访信息录系统。",
        "登录业务系统填报。",
    ],
)
def test_a_system_that_is_down_done_with_or_nameless_is_none(text: str) -> None:
    assert read(text).submit_to.systems == ()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("名单报高磊，不是报韦琴。", ("高磊",)),
        ("名单分别报高磊、韦琴。", ("高磊", "韦琴")),
        ("名单报农办高磊、韦琴两位同志。", ("高磊", "韦琴")),
        ("名单发我或者高磊都行。", ("高磊",)),
        ("名单交到高磊手上。", ("高磊",)),
        ("名单报镇工会主席高磊。", ("高磊",)),
        ("底册高磊收，9月8日前。", ("高磊",)),
        ("底册水利站老韦收，9月8日前。", ("老韦",)),
        ("高磊（党政办）收底册，名单9月8日前齐。", ()),
        ("底册高磊（党政办）收，9月8日前。", ("高磊",)),
        ("底册报农办，由高磊汇总。", ()),
        ("底册报农办，逾期的直接向高镇长说明。", ()),
        ("联系人：宣传委员高磊", ()),
        ("底册验收完的报农办。", ()),
    ],
)
def test_who_receives_beside_whom_by_whose_hand_and_who_does_not(text: str, people: tuple[str, ...]) -> None:
    assert read(text).submit_to.people == people


@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("底册报农办。如有疑问，请发邮件至 kf@example.com 咨询。", ()),
        ("底册报农办。咨询邮箱：kf@example.com", ()),
        ("监督邮箱：kf@example.com。底册报农办。", ()),
        ("上次发 kf@example.com 的没收到，请重发 nb@example.cn。", ("nb@example.cn",)),
        ("存在问题的点位清单发 nb@example.cn", ("nb@example.cn",)),
        ("意见建议发 nb@example.cn", ("nb@example.cn",)),
    ],
)
def test_an_address_to_ask_at_or_of_old_is_none_to_send_to(text: str, emails: tuple[str, ...]) -> None:
    assert read(text).submit_to.emails == emails
