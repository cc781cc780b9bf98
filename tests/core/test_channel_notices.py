"""Whole short notices of many trades: who receives by person, number or system, and whose number is given."""

from __future__ import annotations

import pytest

from bot.core.channels import find_channels
from bot.core.normalise import normalise


@pytest.mark.parametrize(
    ("text", "receivers", "contacts"),
    [
        ("各冷库：本周温度曲线截图一库一张，周日晚上前传给质检员岳朗，微信就行。有报警的单独打13900002218跟他说。富源食品厂", "13900002218 岳朗", "岳朗/13900002218"),
        ("老师们，元旦节目单3号之前交音乐组阮洁，伴奏要mp3，单曲4分钟以内。\n城东小学", "阮洁", ""),
        ("渔政站说了，禁渔期巡河照片每天下午6点前上“江河卫士”，每条河段两张，上下游各一张，横着拍。漏传的站里会打电话问。", "江河卫士", ""),
        ("请各商户把消防器材年检标签拍清楚，一具一照，5月15日前发到物业老程的微信（号码13312340077）。", "老程", "老程/13312340077"),
        ("党员领学视频：时长3到5分钟，横屏，MP4，不大于200M，6月20号下班前交组织委员郗平U盘拷走。", "郗平", ""),
        ("转县卫健局：家庭医生签约补录，6月底之前在“健康云岭”里逐户核，核完截个图给我。——镇卫生院公卫科 沙丽", "健康云岭 沙丽", ""),
        ("3号楼到7号楼的住户，换锁芯的登记一下，找门岗大刘报门牌号，明晚8点截止。物业服务中心", "大刘", ""),
        ("学籍异动材料扫成一个PDF，10兆封顶，文件名写学校加姓名，周三12点前发学籍办邮箱xj@example.org，纸质的不收。联系电话0571-60001234（季敏）。", "", "季敏/0571-60001234"),
        ("高温补贴名单，各班组长今天务必报到人力部景岚处，分机号找前台要。", "景岚", ""),
        ("【县河长办】8月巡河记录没上“河长通”的还有6个村，请28号前补齐；手机定位失败的联系技术支持：匡工 0734-8822110。", "河长通", "匡工/0734-8822110"),
        ("Team, please upload the site photos (min. 3 per pole, landscape, JPG, under 4 MB each) to GridSnap by Wednesday noon. Trouble logging in? Ring Mei Tan, 0578-3390777. Network Maintenance Unit", "GridSnap", "Mei Tan/0578-3390777"),
        ("Parents: consent slips back to Mrs Yu before Thursday, one passport photo attached.", "Mrs Yu", ""),
        ("All shops on Canal Street must return the meter card to Guo Feng (136 0000 5512) by 3 May.", "Guo Feng", "Guo Feng/13600005512"),
        ("农机合作社：社员的柴油补贴单子填好交会计房阿婷，要签字按手印，4月9号前，过了就等下一批。", "阿婷", ""),
        ("社区网格员注意，空巢老人走访每户照片2—3张（要有门牌），照片下方注明日期，10月20日18点前传“暖邻”小程序，不要发群。", "暖邻", ""),
        ("省里抽查，县图书馆的古籍数字化图片请按TIFF、300dpi重新导出，单张不小于20M，月底前拷给编目室宁远。", "宁远", ""),
        ("停水通知：明日8时至18时检修，请各楼提前储水。自来水公司 96111", "", ""),
        ("接市纪委监委通知，各单位“小金库”自查表11月3日前盖章报送县纪委党风室，邮箱dfs@example.gov.cn，没有的零报告。", "", ""),
        ("请大家把防汛物资数量用电话报给值班室，5571234，今晚9点前，报完就行不用填表。县应急管理局", "5571234", ""),
        ("蔬菜大棚灾损照片拍三张：全景、近景、测量的，配一句话说明受损面积，明天下午五点前私信农业干事龙飞。", "龙飞", ""),
        ("志愿者服装尺码还没报的12位，今天内@团支书小蒲，晚了就没你的码了。", "小蒲", ""),
        ("“智慧安监”平台里的隐患整改率咱们镇倒数第二，未销号的9条本周五前必须全部闭环，整改前后照片各一张上传平台。镇安监站", "智慧安监", ""),
        ("养殖场户请于3月底前用“牧运通”备案车辆，不会操作的找村防疫员老魏13512348888。", "牧运通", "老魏/13512348888"),
        ("期中成绩册电子表，各科老师周日22点前发教务邵敏邮箱，文件用xlsx，别用在线表。", "邵敏", ""),
        ("报账单据请于每月25日前送财政所丁会计，公章、私章都要盖。麻园乡财政所", "丁会计", ""),
        ("关于征集老照片的启事\n凡有1980年以前集体照、生产照的村民，可扫描成jpg（不低于300K）发lzp@example.com，或直接交村史馆焦老师。\n柳河村村民委员会\n2025年3月", "焦老师", ""),
        ("林业局要的古树名木挂牌数，缺照片的每棵补拍四张：树干、树冠、牌子、周边，竖版，13号前给我，我统一传。——站里老石", "老石", ""),
        ("各施工队长注意，塔吊验收视频一段，不超过1分半，竖着拍，发安全部尚铭，今晚就要！", "尚铭", ""),
        ("4月12日前请在县政务服务网“好差评”模块把上月工单评价补完，评价率低于95%的窗口要说明。县政务服务中心", "好差评", ""),
        ("收据存根联周五中午前拿到307给严出纳对账，对不上的当面说。", "严出纳", ""),
        ("每月5日前通过国库集中支付系统上报用款计划，逾期系统自动关闭。县财政局国库股", "国库集中支付系统", ""),
        ("旅行团名单及保险单扫描件 PDF，5M内，出团前2日发计调部 jd@example.com，抄送安全员戚薇。", "戚薇", ""),
        ("河道保洁前后对比图各2张、视频1条（20秒左右），每周四18时前发水利员老滕，上个月有三个村一张没发。", "老滕", ""),
        ("Kitchen leads: fridge logs (one clear photo each, portrait) to Nurse Kwan via WhatsApp before 9 each morning.", "Nurse Kwan", ""),
        ("县融媒体中心约稿：秋收短视频，横版1080P，30—60秒，mp4，附50字文案，9月25日前发投稿邮箱sp@example.cn；咨询车记者18700001188。", "", "车记者/18700001188"),
    ],
)
def test_receivers_and_contacts_of_a_whole_notice(text: str, receivers: str, contacts: str) -> None:
    found = find_channels(normalise(text).text)
    submit = found.submit_to
    assert " ".join(sorted(submit.people + submit.phones + submit.systems)) == receivers
    assert " ".join(f"{each.name}/{each.phone}" for each in found.contacts) == contacts
