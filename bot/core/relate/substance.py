"""What a message is about in its narrowest sense: its subject without the nouns that every notice shares."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.relate.wording import bigrams, subject_words

_EVERY_NOTICE = re.compile(
    r"名单|台账|清单|名册|照片|图片|相片|截图|视频|小程序|系统|平台|邮箱|信箱|附件|模板|表格|样表|新表|老表|格式|横版|竖版|栏目|内容|原件|材料|资料"
    r"|记录|报告|总结|方案|数据|数字|信息|数量|电子版?|纸质版?|扫描件?|复印件?|盖公?章|加盖|公章|签字|签名|联系人?|电话|姓名|手机|号码|证号|负责人|责任人"
    r"|地址|面积|地点|领导|人员|书记|主任|支书|文书|会计|专干|干部|群众|村民|委员|单位|部门|参加|参会|到会|准时|会议室?|召开|举行|开会|定于"
    r"|办公室|政府|党政|综合|党委|村委会?|村部|支部|县局|县里|镇里|镇上|乡里|各级|本级|对象|户主|所有人"
    r"|安全|隐患|整治|专项|行动|管理|服务|建设|活动|风险|进度|要求|明细|汇总|核对|核实|登记|更新|完成|统计|摸底|排查|自查|检查|落实|安排|准备|每[一-鿿]|即日|起至|当日|没有|无则|也要|新增|记得|一律|统一|其他|其它|不要|不能|需要|可以|直接|已经|还是|就是|我们|你们|他们"
    r"|[一二三四五六七八九十\d]+(?:楼|层|号|室)|在[县镇乡村]|[县镇乡](?=[一二三四五六七八九十\d]+楼)|楼(?=[开召举])"
    r"|报?[一两三四]次|往后|天天|周周|带上|带来|过来|回复|请假|迟到|缺席|规定|按时|逾期|不得|谢绝|补充|更正|变更|调整|改[到为在]|推迟|提前|取消|作废|不用|一[份张下个遍]|几个|多少|拖到?|最后|别漏|填好|写好|发好|哪些|哪个|什么|怎么"
)
_PLACE = re.compile(r"[一-鿿]{2}(?:[县镇乡村]|社区|街道)(?=[^一-鿿]|$|[局委党政各里的])")


@lru_cache(maxsize=16384)
def substance_of(text: str) -> frozenset[str]:
    """Two-character pieces of what a text is about, e.g. 秸秆 and 禁烧, never 名单 or 盖章."""
    left: list[str] = []
    for word in subject_words(_PLACE.sub(" ", text)):
        left += [w for w in _EVERY_NOTICE.sub(" ", word).split() if len(w) > 1]
    return bigrams(tuple(left))
