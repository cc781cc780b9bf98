"""Days in which those who are addressed go from door to door: 7月5日至8日逐户入户核实. They are over when the last day is."""

from __future__ import annotations

from bot.core.mentions import Mention
from bot.core.wording import late

_READER = late(r"(?:请)?(?:各(?!级领导|局|科室)[一-鿿]{1,6})?$")
_GOES = late(
    r"[，,]?\s?(?:请)?(?:由)?(?:各(?!级领导|局|科室)[一-鿿]{1,8}?|本?[一-鿿]{0,4}?(?:网格员|业务员|专干|村干部|包村干部|联络员|普查员|调查员|防疫员|护林员|协管员|巡查员|统计员|植保员|水管员|楼[栋道]?长))?(?:要|须|应|组织|负责|统一|集中|再|进行|开展|抓紧)*"
    r"(?:逐[户村仓块个张栋企家店组条项一人点件口街棚塘田库井圈山]+|挨[家户](?:挨[户家])?|对照[^，。；\n]{2,12}?|上门|入户|进村入户)[^，。；\n]{0,8}?(?:[见访]人|见房|询问|询访|回访|核[实对查]?|登记|排查|自查|摸[底排]|走访|盘点|丈量|清[点查]|采集|检查|填表|统计|宣传|测量|查验|录入|抽样|采样|查看|免疫|消毒)"
)
_VISITED = late(r"配合|在家|留人|留门|带路|工作人员|师傅|我们|不收费|免费|谢绝|另[发行文]|待定|届时|请(?:居民|业主|住户|家长|村民|商户|用户)|安装|施工|检修|维修")


def is_field_work(m: Mention) -> bool:
    """Whether readers go round in these days, rather than wait for those who do."""
    return m.is_range and not m.time.said.endswith("旬") and _READER.fullmatch(m.clause_left) is not None and _GOES.match(m.right) is not None and _VISITED.search(m.sentence_right) is None
