"""Families of places where a notice says who demands it: signature, head, forward, quoted demand; and where it does not."""

from __future__ import annotations

import pytest

from bot.core.issuer import find_issuer
from bot.core.normalise import normalise


def issuer(text: str) -> str | None:
    """The issuer of any text, as normalised."""
    plain = normalise(text).text
    span = find_issuer(plain)
    return plain[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("秋茶工艺方案扫一份发 cy@example.com，11月1日下班前发齐。\n云雾茶厂", "云雾茶厂"),
        ("复工方案不用盖章，2月23日前登录系统上传。\n开发区应急局", "开发区应急局"),
        ("要调批次的10月10日前打电话找佘科长0771-5566188。白鹿县委老干部局", "白鹿县委老干部局"),
        ("届时另告。沅溪公路管理段", "沅溪公路管理段"),
        ("转发记录截图6月底汇总给科协办公室。县科协 2025年6月", "县科协"),
        ("村组无须统计。临沣县农业农村局、临沣县财政局", "临沣县农业农村局"),
        ("两样都要，缺一样算没交。落款：街道平安办", "街道平安办"),
        ("表格周五前交齐，逾期不候。——望江中学教务处", "望江中学教务处"),
        ("水表底数26日前抄完 青石自来水公司", "青石自来水公司"),
        ("请各班周三前交回执，县第二幼儿园", "县第二幼儿园"),
        ("4月24日前完成初审，4月30日前报县资助中心孔老师。县教体局资助中心", "县教体局"),
        ("资料明天中午前补齐。\n县人社局就业股\n0578-3390021", "县人社局"),
        ("请按时参加。\n中共麻塘镇委员会\n2026年4月13日", "中共麻塘镇委员会"),
        ("样本5月9日前送检。市农产品质量检测中心（代章）", "市农产品质量检测中心"),
        ("9月3日前返还协议。\n镇文化站 倪红 13800002211", "镇文化站"),
        ("9月3日前返还协议，镇文化站倪红", "镇文化站"),
        ("各户月底前签完协议。临河街道办事处宣", "临河街道办事处"),
        ("库房盘点表周五交。鼎盛粮油公司仓储部 章工", "鼎盛粮油公司仓储部"),
        ("请于8日前整改。县消防救援大队  2025.3.8", "县消防救援大队"),
        ("各支部月底前交党费。\n机关党委", "机关党委"),
        ("名单今晚八点前报。职业技术学院学生处", "职业技术学院学生处"),
        ("月底前报花名册。县关工委", "县关工委"),
        ("请各网点周五前自查。县农商银行", "县农商银行"),
        ("县老年大学通知：秋季开班人数请9月11日前发邮件到 lndx@example.cn", "县老年大学"),
        ("【县供销社】化肥库存周三前报", "县供销社"),
        ("【转发】黔东县融媒体中心：\n短视频征集。6月12日前上传。宣传办", "黔东县融媒体中心"),
        ("林场通知，各护林点周五前报防火物资数", "林场"),
        ("县残联：康复训练名单明天中午前报", "县残联"),
        ("望江县水利局关于报送水库水位的通知\n各镇：请5月1日前报送", "望江县水利局"),
        ("[镇团委]志愿者名单周五下班前报", "镇团委"),
        ("市图书馆提醒：请各分馆6月3日前报借阅数", "市图书馆"),
        ("接省委组织部通知，5月9日召开视频会议，各镇9:40前到。县委组织部", "省委组织部"),
        ("转省农业农村厅《关于开展回头看的通知》：请各乡镇11月28日前报县局", "省农业农村厅"),
        ("转市科协《关于主场活动的通知》：带队老师名单9月11日前报县科协。", "市科协"),
        ("水管注意防冻，路面结冰处暂缓通行。综治中心转县气象台", "县气象台"),
        ("转一下县妇联的通知：巾帼标兵推荐表周五前报", "县妇联"),
        ("转：县医保局要参保进度，今天下班前报", "县医保局"),
        ("现转市场监管局通知，冷库台账月底前录完", "市场监管局"),
        ("刚接到县防指电话，今晚十点前把巡查人员报上来", "县防指"),
        ("据县教育局通知，学籍照片周五前传完", "县教育局"),
        ("按县审计局要求，三公经费明细明天上午报来", "县审计局"),
        ("根据镇人大安排，代表活动照片月底前交", "镇人大"),
        ("各离退休党支部书记：县委老干部局要组织核对，名册3月25日前发来", "县委老干部局"),
        ("眼下是县生态环境局要求各村把台账扫一份，9月24日前发来", "县生态环境局"),
        ("市监所提醒您理性消费，3月15日起新规实施。", "市监所"),
        ("县财政局催决算，没报的今天必须报", "县财政局"),
        ("这回是镇妇联要数字，留守儿童几个今天报", "镇妇联"),
        ("听说市里要来，县住建局让各镇自查，周五前交报告", "县住建局"),
        ("县气象台30日6时20分继续发布高温红色预警：请减少户外作业。", "县气象台"),
        ("因县供电公司要核对台区，各村把表号周三前发我", "县供电公司"),
        ("沅溪县气象局2025年7月22日17时00分发布雷电黄色预警信号，请注意", "沅溪县气象局"),
        ("Hi all, per the County Health Commission each ward has to self-check every cylinder before Thursday.", "County Health Commission"),
        ("Please send the list by Friday.\nTownship Emergency Office", "Township Emergency Office"),
        ("The Water Resources Bureau wants the readings by 5 pm.", "Water Resources Bureau"),
        ("According to the District Fire Brigade, all exits must be cleared by 3 May.", "District Fire Brigade"),
        ("Forms due Monday. - County Archives", "County Archives"),
        ("River Street Library: return the form by 9 May", "River Street Library"),
    ],
)
def test_the_office_that_signs_heads_forwards_or_is_quoted(text: str, office: str) -> None:
    assert issuer(text) == office


@pytest.mark.parametrize(
    "text",
    [
        "把名单报县财政局，周五前",
        "材料送镇党政办，逾期不候",
        "运维公司每天巡一遍站，台账周五前发我",
        "春耕贷意向，刚信用社来电话，他们系统升级，以周四为准",
        "周五前把表交到便民服务中心",
        "转昨天的记录：\n罗校 2026-04-20 17:30\n明天下午4点前交照片\n张曼 2026-04-20 17:41\n要原图吗",
        "[聊天记录]\n组织办郁青 12/4 16:30\n述职稿下周一交\n横坑支部 12/4 16:41\n电子版还是打印的\n组织办郁青 12/4 16:44\n打印一份，签好名，送组织办",
        "请联系县医院，12日前体检完",
        "照片发给我，县局那边我来报",
        "全体教师：教案周五交教研组",
        "各村到镇农业站领种子，登记表带来",
        "名单报完再去信用社开户，周三截止",
        "台账周五前传市场监管局系统",
        "出发前到卫生院集合，8点",
        "Bring the forms to the Post Office by noon.",
    ],
)
def test_an_office_that_only_receives_or_a_speaker_is_no_issuer(text: str) -> None:
    assert issuer(text) is None
