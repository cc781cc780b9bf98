"""Families of wordings for what pictures, videos and files must look like, in any order of the words."""

from __future__ import annotations

import pytest

from bot.core.models import Spec
from bot.core.normalise import normalise
from bot.core.specs import find_specs
from tests.core.reading import read
from tests.growth import FEWER_THAN_SQUARED, growth


def told(spec: Spec) -> str:
    """A spec in short: `photo:3-5 jpg min1 max5 dur60 cap land`, unsaid facts left out."""
    counts = f"{spec.count_min or ''}-{spec.count_max or ''}"
    words = [
        "" if counts == "-" else counts,
        *spec.formats,
        f"min{spec.size_min_mb}" if spec.size_min_mb else "",
        f"max{spec.size_max_mb}" if spec.size_max_mb else "",
        f"dur{spec.duration_max_s}" if spec.duration_max_s else "",
        "cap" if spec.caption else "",
        (spec.orientation or "")[:4],
    ]
    return f"{spec.item}:{' '.join(filter(None, words))}"


@pytest.mark.parametrize(
    ("text", "specs"),
    [
        ("出工照一条船一张，带水印", "photo:1-1"),
        ("本人领款照，一人一张，谁领谁签", "photo:1-1"),
        ("拆除前后各拍照1张，随台账一起报", "photo:2-2"),
        ("喷药前后各1张", "photo:2-2"),
        ("四个方向各拍1张，另拍1张铭牌特写，照片发群", "photo:5-5"),
        ("近景照片每株3张（标村名）", "photo:3-3 cap"),
        ("两寸照片2张，复印件背面写学号", "photo:2-2"),
        ("每处整改点2张照片，一前一后，下面写清货架号", "photo:2-2 cap"),
        ("照片两到四张横的 附说明", "photo:2-4 cap land"),
        ("一家挑4到6张照片，jpg原图，每张不低于2M，竖的不要全要横的，每张配一句话写明在哪拍的", "photo:4-6 jpg min2 cap land"),
        ("每人1张照片，JPG，横版，底下配一句话", "photo:1-1 jpg cap land"),
        ("摊位图片，一个摊位1到2张，要png，别低于2M", "photo:1-2 png min2"),
        ("听力素材录好，mp3，每段不超过3分钟", "file:mp3 dur180"),
        ("小结发邮箱，docx格式，不要pdf不要图片", "file:docx"),
        ("优秀手抄报拍照报送，每校不超过3幅，JPG，2M以内", "photo:-3 jpg max2"),
        ("雨情数据通过“防汛一张图”报", ""),
        ("每个塘口拍两张，一张近的一张远的", "photo:2-2"),
        ("竖拍视频一条，一分钟内", "video:1-1 dur60 port"),
        ("门头照1张、店内照2张", "photo:3-3"),
        ("正面、侧面、背面照片各一张", "photo:3-3"),
        ("牛耳标照，一头一张，要看得清号", "photo:1-1"),
        ("PPT不超过15页，20M以下", "file:ppt max20"),
        ("图片别用png，只要jpg，长边朝横", "photo:jpg land"),
        ("压缩包控制在50MB", "file:max50"),
        ("录像时长3—5分钟，mp4", "video:mp4 dur300"),
        ("施工前、施工中、施工后照片各2张", "photo:6-6"),
        ("每村选送两三幅摄影作品，原图不小于5M", "photo:2-3 min5"),
        ("证件照电子版，白底，jpg，200K以内", "photo:jpg max0.2"),
        ("电子稿 pdf 一份", "file:pdf"),
        # numbers in the words of talk
        ("铲干净了拍张照给我", "photo:1-1"),
        ("电闸换好拍下来，一个闸两张，写上编号", "photo:2-2 cap"),
        ("每处隐患改前改后各来一张", "photo:2-2"),
        ("行驶证正副页各拍一张", "photo:2-2"),
        ("证件拍照上传，封皮一张、内页一张", "photo:2-2"),
        ("界桩照片，每桩三帧，单帧不小于1M", "photo:3-3 min1"),
        ("倒伏的拍全株，没倒的拍根部，每块田2张，传平台", "photo:2-2"),
        ("问：要照片不要？\n答：每间一张，带门牌号的。", "photo:1-1"),
        ("每條裂縫影兩張相，一遠一近，橫度影", "photo:2-2 land"),
        ("上传人机合影照片2张和发票", "photo:2-2"),
        ("配图由5张减为3张", "photo:3-3"),
        ("先拍照，明白卡每户一张", ""),
        ("宣传单发下去，每户一张，都要签字", ""),
        ("公示照片一张也没见着，周一补上", ""),
        ("群里那26张异常卡的持卡人，拍照反馈", ""),
        # what is filmed without the word
        ("演练全程录下来剪成一条，竖屏，两分钟以内", "video:1-1 dur120 port"),
        ("微课征集：各班组录一条，横屏，90秒封顶", "video:1-1 dur90 land"),
        ("短片征集。每个网点一条，横屏，60秒以内", "video:1-1 dur60 land"),
        ("申报片须为横版，时长不超过8分钟", "video:dur480 land"),
        # sizes, sides and captions in other words
        ("楼道照片单张最大三兆", "photo:max3"),
        ("证书扫描成PDF，单档以五MB为限", "file:pdf max5"),
        ("图纸发邮箱，dwg格式，单个文件别超30M", "file:dwg max30"),
        ("填 https://doc.example.cn/sbk 里的表", ""),
        ("近照一张，jpg，直式", "photo:1-1 jpg port"),
        ("产品照片五张（横幅、每张附说明）", "photo:5-5 cap land"),
        ("到现场看横幅挂好没有，拍照2张", "photo:2-2"),
        ("照片竖着拍的别用美颜", "photo:port"),
        ("短视频竖屏，横屏退稿", "video:port"),
        ("改好一处照一张，标明桩号", "photo:1-1 cap"),
        ("照片3张，文件名写门牌号", "photo:3-3"),
        # English
        ("one head-and-shoulders photo, JPG or PNG, 2 MB at most", "photo:1-1 jpg png max2"),
        ("Your slides, PDF, 5 MB at most", "file:pdf max5"),
        ("one clip per gate, 20 seconds at most, phone held upright", "video:1-1 dur20 port"),
        ("photo of your sign: one, landscape, png", "photo:1-1 png land"),
        ("photos of the cold room, 2 to 4, no larger than 5 MB each", "photo:2-4 max5"),
        ("upload one pic per station (PNG, nothing over 5 MB)", "photo:1-1 png max5"),
        ("post a before-and-after photo pair per bay", "photo:2-2"),
        ("no more than 4 pictures, jpeg", "photo:-4 jpg"),
        ("between 3 and 5 photos, portrait", "photo:3-5 port"),
        ("照片至多六张，至少三张", "photo:3-6"),
        ("一桩一图，标明桩号", "photo:1-1 cap"),
        ("工前工中工后各拍2张，传系统", "photo:6-6"),
        ("每摊一张门头照，一张摊内照", "photo:2-2"),
        ("视频两条，一条横屏一条竖屏", "video:2-2"),
        ("扫成一个pdf，别超过8兆", "file:pdf max8"),
        ("每户门牌照一张，图下注户主姓名", "photo:1-1 cap"),
        ("配图3-5幅，横构图，单幅大于1M，附图说", "photo:3-5 min1 cap land"),
        ("短视频不长于45秒，竖屏，文件不大于100M", "video:max100 dur45 port"),
        ("3 landscape photos, JPG, each under 5 MB, with a caption", "photo:3-3 jpg max5 cap land"),
        ("One clip of at most 90 seconds, portrait", "video:1-1 dur90 port"),
        ("at least two photos per stall, each with a one-line caption", "photo:2- cap"),
        ("Scan it as a single PDF of no more than 10 MB", "file:pdf max10"),
        ("照片每组至少3张，最多6张", "photo:3-6"),
        ("照片10张以内，每张旁边写一句说明", "photo:-10 cap"),
        ("一个库房拍三张：门、窗、消防栓", "photo:3-3"),
        ("活动现场照片2张以上，不用写说明", "photo:2-"),
        ("视频、照片各一", "photo:1-1|video:1-1"),
        ("图片横竖不限，3张", "photo:3-3"),
        ("照片不少于2张不多于5张", "photo:2-5"),
        ("录一段1分半的视频介绍", "video:1-1 dur90"),
        ("讲解音频wav格式，5分钟以内", "file:wav dur300"),
        ("参会人员凭身份证照片入场", ""),
        ("会议视频回放看一下", ""),
        ("照片发来，横着的，不要竖的", "photo:land"),
        ("整改前后对比照一组两张", "photo:2-2"),
        ("每张照片大小2到5M之间，jpg或png", "photo:jpg png min2 max5"),
        ("航拍视频1个不超过500M，4K", "video:1-1 max500"),
        ("照片每户3张：厨房、卧室、卫生间各1张", "photo:3-3"),
        ("上传营业执照照片（清晰、四角齐全）", ""),
        ("附两张田里的图", "photo:2-2"),
        ("走访时合个影，每户一张", "photo:1-1"),
        ("另附一张证件照电子版", "photo:1-1"),
        ("换之前换之后各照一张，jpg", "photo:2-2 jpg"),
        ("每根灯杆白天夜里各拍一张，横着拍，打包别超过50M", "photo:2-2 land|file:max50"),
        ("节目小样，5分钟以内，横屏拍，MP4", "video:mp4 dur300 land"),
    ],
)
def test_what_is_said_of_pictures_videos_and_files(text: str, specs: str) -> None:
    assert "|".join(told(spec) for spec, _ in find_specs(normalise(text).text)) == specs


@pytest.mark.parametrize(
    ("text", "specs"),
    [
        ("各冷库：本周温度曲线截图一库一张，周日晚上前传给质检员岳朗，微信就行。有报警的单独打13900002218跟他说。富源食品厂", "photo:1-1"),
        ("老师们，元旦节目单3号之前交音乐组阮洁，伴奏要mp3，单曲4分钟以内。\n城东小学", "file:mp3 dur240"),
        ("渔政站说了，禁渔期巡河照片每天下午6点前上“江河卫士”，每条河段两张，上下游各一张，横着拍。漏传的站里会打电话问。", "photo:2-2 land"),
        ("请各商户把消防器材年检标签拍清楚，一具一照，5月15日前发到物业老程的微信（号码13312340077）。", "photo:1-1"),
        ("党员领学视频：时长3到5分钟，横屏，MP4，不大于200M，6月20号下班前交组织委员郗平U盘拷走。", "video:mp4 max200 dur300 land"),
        ("学籍异动材料扫成一个PDF，10兆封顶，文件名写学校加姓名，周三12点前发学籍办邮箱xj@example.org，纸质的不收。联系电话0571-60001234（季敏）。", "file:pdf max10"),
        ("Team, please upload the site photos (min. 3 per pole, landscape, JPG, under 4 MB each) to GridSnap by Wednesday noon. Trouble logging in? Ring Mei Tan, 0578-3390777. Network Maintenance Unit", "photo:3- jpg max4 land"),
        ("Parents: consent slips back to Mrs Yu before Thursday, one passport photo attached.", "photo:1-1"),
        ("社区网格员注意，空巢老人走访每户照片2—3张（要有门牌），照片下方注明日期，10月20日18点前传“暖邻”小程序，不要发群。", "photo:2-3 cap"),
        ("省里抽查，县图书馆的古籍数字化图片请按TIFF、300dpi重新导出，单张不小于20M，月底前拷给编目室宁远。", "photo:tiff min20"),
        ("蔬菜大棚灾损照片拍三张：全景、近景、测量的，配一句话说明受损面积，明天下午五点前私信农业干事龙飞。", "photo:3-3 cap"),
        ("“智慧安监”平台里的隐患整改率咱们镇倒数第二，未销号的9条本周五前必须全部闭环，整改前后照片各一张上传平台。镇安监站", "photo:2-2"),
        ("期中成绩册电子表，各科老师周日22点前发教务邵敏邮箱，文件用xlsx，别用在线表。", "file:xlsx"),
        ("关于征集老照片的启事\n凡有1980年以前集体照、生产照的村民，可扫描成jpg（不低于300K）发lzp@example.com，或直接交村史馆焦老师。\n柳河村村民委员会\n2025年3月", "photo:jpg min0.3"),
        ("林业局要的古树名木挂牌数，缺照片的每棵补拍四张：树干、树冠、牌子、周边，竖版，13号前给我，我统一传。——站里老石", "photo:4-4 port"),
        ("各施工队长注意，塔吊验收视频一段，不超过1分半，竖着拍，发安全部尚铭，今晚就要！", "video:1-1 dur90 port"),
        ("旅行团名单及保险单扫描件 PDF，5M内，出团前2日发计调部 jd@example.com，抄送安全员戚薇。", "file:pdf max5"),
        ("河道保洁前后对比图各2张、视频1条（20秒左右），每周四18时前发水利员老滕，上个月有三个村一张没发。", "photo:4-4|video:1-1"),
        ("Kitchen leads: fridge logs (one clear photo each, portrait) to Nurse Kwan via WhatsApp before 9 each morning.", "photo:1-1 port"),
        ("县融媒体中心约稿：秋收短视频，横版1080P，30—60秒，mp4，附50字文案，9月25日前发投稿邮箱sp@example.cn；咨询车记者18700001188。", "video:mp4 dur60 land"),
        ("所有门店：价签自查照片（每店5张以内、竖拍）今晚22点前传企业微信“门店巡检”，有缺的找督导阿May。运营部", "photo:-5 port"),
        ("护林员巡山轨迹截图一天一张，发护林队长谷满仓微信，手机没信号的第二天补。", "photo:1-1"),
        ("消防演练视频剪到两分钟以内，横的，mp4，9月5号前放到共享盘“演练”文件夹，别发群里卡。", "video:mp4 dur120 land"),
        ("镇上电话，明天省里暗访，各村把公厕打扫前后照片各一张，明早九点前传给片区负责人，我这片的给我。四片 邱静", "photo:2-2"),
        ("Please note: invoices for March go to accounts (accounts@example.com) as one PDF, max 8 MB; originals to Ms Deng, room 210. Finance Office", "file:pdf max8"),
        ("危房改造竣工照（正面一张、内部两张、合影一张）下周三前用手机上传住建局的农房系统，上传有困难的打13712340000找温工。", "photo:4-4"),
        ("转：市妇联“最美家庭”事迹材料，每县3篇，附家庭合影2张（jpg，2M以上），10月12日前发funv@example.cn。县妇联 兰馨 0571-82230011", "photo:2-2 jpg min2"),
        ("为配合审计，2022年以来的工程合同请扫描（一份合同一个PDF）于4月18日前刻盘送审计局投资科闻科长，同时纸质目录签字盖章。县审计局", "file:pdf"),
        ("Residents: moisture photos of the wall, at least three from different angles, to the building manager Mr Ke (0571-8811 2233) by Sunday.", "photo:3-"),
        ("县信访局来电催办：群众反映路灯不亮的件，请今天内回访并把回访录音（mp3，10M以内）传信访平台，逾期扣分。综治办", "file:mp3 max10"),
        ("[聊天记录]\n教研室蒋莉 3/5 09:12\n公开课教案周五前交给我 word版\n数学组老莫 3/5 09:15\n要不要附课件\n教研室蒋莉 3/5 09:16\n要 PPT 50M以内", "file:ppt max50"),
        ("灌区各段：水位观测照每日7时、19时各一张，发调度室值班微信，照片要看得见尺。灌区管理局", "photo:2-2"),
        ("乡里通知 低保户门前的照片每户要两张 一张人站在门口一张屋里的 后天中午前传民政所韦雄微信 他的号是一三三零零零零八八二一 村支书转", "photo:2-2"),
        ("Reminder from the County Forestry Bureau: patrol photos (2-3 per ridge, JPG, no larger than 3 MB) must reach Tang Wei by 18:00 each Friday. Phone 0838-5501122 if the app is down.", "photo:2-3 jpg max3"),
        ("各中心校：营养餐供餐台账、留样照片（每餐1张）、陪餐记录三样，每周五下班前在“阳光餐桌”后台上传，技术问题加QQ群 66778899。县教育和体育局", "photo:1-1"),
        ("关于征集镇志照片的函\n各村：请提供1990年前老照片3至8幅，扫描件（TIFF或JPG，单幅3M以上），并附文字说明，于11月30日前送镇志办。联系人：巩文，13588880000。\n镇志编纂委员会办公室\n二〇二五年九月二日", "photo:3-8 tiff jpg min3 cap"),
        ("考场安排表打印三份贴好，拍一张全景发教务处陈倩确认。", "photo:1-1"),
        ("污水管网排查影像资料存U盘送住建办，视频每段不超过5分钟，照片按井号命名，6月6日截止，找小茅签收，13011112222", "video:dur300"),
        ("视频作品要求：1080P以上，MP4，横屏，3分钟内，片头写单位；每单位限报2部，5月30日前百度网盘分享给宣传部贺兰 helan@example.com", "video:-2 mp4 dur180 land"),
        ("To all tenants: fire-door photos, one per floor, to Block Warden Liao by tonight. He's on 138 0011 2200.", "photo:1-1"),
        ("县融媒体：征“最美秋色”短视频，竖屏15秒，手机拍就行，投稿发抖音带话题 #秋色 ，10月7日截止。", "video:dur15 port"),
        ("转教体局：寄宿制学校夜间巡查照片（宿舍、走廊、大门各1张，横版）每周日晚9点前发安全办夏昕，电话13900112233。今年起不再交纸质巡查本。", "photo:3-3 land"),
        ("同学们：社会实践报告（word版）和活动照片4张打包成压缩包，大小别超过20兆，文件名学号+姓名，8月28日前发辅导员牧遥邮箱muyao@example.edu。", "photo:4-4|file:max20"),
        ("各车间请注意，特种作业证件照片拍正反两面，一证两张，清晰可辨，发安环部小裴，他要在“应急在线”里录入。截止本周四。", "photo:2-2"),
        ("Please hand your signed risk sheet to Officer Bai at the gatehouse; scans (PDF, below 2 MB) go to safety@example.com as well. Deadline: noon, 4 June. Port Safety Office", "file:pdf max2"),
        ("疫苗冰箱温度每天两次，早8点晚8点，拍照传“苗管家”，一次一张，周末也不能断。", "photo:1-1"),
        ("清明文明祭扫，各村入口值守照每天2张，9点、15点各1张，发综治群并@小谭。镇综治中心", "photo:2-2"),
        ("河道采砂举报线索核查结果，48小时内书面报县水政监察大队，附现场照片不少于3张、视频一段。逾期通报。县水利局", "photo:3-|video:1-1"),
        ("广播站征稿，音频投稿mp3格式，3—5分钟，每周三前发gbz@example.com，或者拿U盘到站里找阿彩拷。", "file:mp3 dur300"),
        ("因市统计局月底查数，请规上企业将1—8月用电发票拍照（每月一张）发镇统计办凌志，15912348765，25日前。", "photo:1-1"),
        ("民宿业主：消防整改前后图各两张，要同角度，图上标日期，6月15日前发“民宿管家”小程序“整改反馈”栏。文旅办", "photo:4-4 cap"),
        ("宣传栏更新照，每个自然村一张，村干部站旁边拍，周日前发宣传干事桑榆。新图样在群文件。", "photo:1-1"),
        ("转发镇党委通知：各支部主题党日照片2-4张、简讯1篇（300字内），每月26日前报党建办邮箱djb@example.com，联系人滑洁，0710-3360011。", "photo:2-4"),
        ("工会福利采购意见表，打印签字后扫成PDF，发工会干事谷雨微信，5月16日中午12点截止。", "file:pdf"),
        ("明天有记者来，请养殖户把圈舍冲一遍，冲完拍小视频20秒以内发我，横着拍。村主任 龚喜", "video:dur20 land"),
        ("老兵信息采集表打印贴照片（一寸红底2张），本月20日前交退役军人服务站窗口小付。", "photo:2-2"),
        ("业主您好，装修押金退还请持收据找前台，照片3张（客厅、厨房、卫生间）发管家微信13788886666。", "photo:3-3"),
        ("培训心得1篇+现场照2张，周五17:00前交人事干部闻人博；没参训的交自学笔记。", "photo:2-2"),
        ("村里老井坐标，手机定位截图+井口照，一井两张，传“水井普查”小程序；不会传的拿手机来村部，大学生小穆帮你弄。", "photo:2-2"),
        ("电话回访满意度的录音文件，每通都要，wav格式，按月刻盘送监察室。", "file:wav"),
        ("门面招租意向书（附身份证照片正反面各1张）9月1日前送资产公司伍经理处，超时视为放弃。", "photo:2-2"),
        ("给水厂的阀门井照片补拍，井盖一张井内一张，竖屏，传群相册，不用单独发我。", "photo:2-2 port"),
        ("消防安全承诺书（加盖公章的扫描件，PDF）发送至xf@example.com；逾期未交者由辖区消防员任重上门收取。", "file:pdf"),
        ("各行政村：沼气池安全警示牌安装到位后，每池拍照1张，要能看清牌上字，5月9日前交能源办鱼振海，电话0719-4423310。", "photo:1-1"),
        ("请各参赛队将报名表（Word）和队旗图案（PNG，透明底，5MB内）于周三前打包发给裁判长左丘明，邮箱zqm@example.org。体育总会", "photo:png max5"),
        ("明天学校停电，炊事员把明天的菜今天下午退给送菜的小雷（13377778888），退货单拍一张给我。总务处 阳主任", "photo:1-1"),
        ("Hi, the exit-drill video (one clip, 60 seconds tops, landscape) goes to Mr Shen; drop it in the TrainBox portal under \"Drills\" before Monday.", "video:1-1 dur60 land"),
        ("烈士纪念设施维修前后对比照一处两张，彩打贴在表后，10月8日前送优抚股臧天朔签收。退役军人事务局", "photo:2-2"),
    ],
)
def test_the_specs_of_a_whole_notice(text: str, specs: str) -> None:
    assert "|".join(told(spec) for spec, _ in find_specs(normalise(text).text)) == specs


def test_ten_times_the_pictures_take_no_more_than_forty_times_as_long() -> None:
    assert growth(lambda length: find_specs(("照片3张" * length)[:length]), 2_000) < FEWER_THAN_SQUARED


@pytest.mark.parametrize("frame", ["请报{said}", "各村：\n二、报送材料。{said}。\n镇农业办", "（{said}）请9月24日前发我", "9月24日前报{said}，收到回复"])
@pytest.mark.parametrize(
    ("said", "specs"),
    [
        ("照片5张（jpg，横版）、视频1段（mp4，1分钟以内）", "photo:5-5 jpg land | video:1-1 mp4 dur60"),
        ("视频1段（mp4，横屏，60秒以内）、照片5张（jpg，2M以上）", "photo:5-5 jpg min2 | video:1-1 mp4 dur60 land"),
        ("照片（jpg，不超过5M）、视频（mp4，不超过50M）", "photo:jpg max5 | video:mp4 max50"),
        ("照片不超过5M，视频不超过50M", "photo:max5 | video:max50"),
        ("照片和视频都要横屏", "photo:land | video:land"),
        ("2张照片加1段视频", "photo:2-2 | video:1-1"),
    ],
)
def test_what_a_bracket_says_is_said_of_the_item_before_it(frame: str, said: str, specs: str) -> None:
    assert " | ".join(told(spec) for spec, _ in find_specs(normalise(frame.format(said=said)).text)) == specs


def test_a_format_behind_the_number_of_a_list_is_read() -> None:
    assert [told(spec) for spec, _ in find_specs("1.报名单；\n2.jpg格式的照片3张")] == ["photo:3-3 jpg"]


@pytest.mark.parametrize(
    ("text", "specs"),
    [
        ("宣传视频一部，1分30秒以内", "video:1-1 dur90"),
        ("视频一条，时长2分钟15秒以内", "video:1-1 dur135"),
        ("视频一条（60s内）", "video:1-1 dur60"),
        ("微视频1—2个，3分钟以内", "video:1-2 dur180"),
        ("视频作品要求：每单位一个，画面横版", "video:1-1 land"),
        ("照片2张（不要竖屏）", "photo:2-2 land"),
        ("照片2张（竖拍不收）", "photo:2-2 land"),
        ("视频一条，横屏的不要", "video:1-1 port"),
        ("照片2张（不用配文字说明）", "photo:2-2"),
        ("照片2张，.png格式", "photo:2-2 png"),
        ("照片2张，配图注", "photo:2-2 cap"),
    ],
)
def test_lengths_of_two_units_counts_of_videos_and_what_is_refused(text: str, specs: str) -> None:
    assert " ".join(told(spec) for spec, _ in find_specs(normalise(text).text)) == specs


@pytest.mark.parametrize(
    ("text", "specs"),
    [("佐证材料打包成zip，不超过80M", "file:zip max80"), ("总结存为OFD或PDF格式", "file:ofd pdf"), ("附件：名册.xlsx", ""), ("发放明白纸宣传单300张并拍照", ""), ("张贴宣传画3幅并拍照", "")],
)
def test_files_in_other_formats_and_sheets_that_are_no_pictures(text: str, specs: str) -> None:
    assert " ".join(told(spec) for spec, _ in find_specs(normalise(text).text)) == specs


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("照片上打好样地名称，每人不少于5张，4月16日前交。", True),
        ("菜名写在照片下面，留样照片4月16日前发我。", True),
        ("照片上传后写好日志，4月16日前交照片2张。", None),
        ("4月16日前交照片3张，签名写在表上。", None),
    ],
)
def test_what_is_written_on_or_under_a_picture(text: str, caption: bool | None) -> None:
    (spec,) = read(text).specs
    assert (spec.item, spec.caption) == ("photo", caption)
