"""How long a title may be, and a phrase made to fit: without brackets, years, leading verbs and empty tails."""

from __future__ import annotations

import re

from bot.core.wording import late

__all__ = ["LONGEST", "fit", "tidy"]

LONGEST = 18
"""Characters a Chinese title may have."""

_VERB = (
    r"认真|切实|进一步|继续|全面|及时|抓紧|统一|尽快|报送|上报|填报|呈报|申报|报告(?=[^，。]{2})|做好|开展|组织(?!生活|部|关系|机构|人事|建设|架构)|召开|举办|举行|印发|转发|参加|加强|推进|落实|完成|报(?!告|表|废|名|备|考|修|损|批|审|账)|交(?!通|接|警|流|易)|送(?!温|戏|医|法|教|文化|货|检|审|餐|奶|水)|填好|填写|填|收集|收(?!入|购|割|费|支|据|养|治|寄|储|视|官)|采集|统计好|统计|汇总|更新|补报|补录"
    r"|核对|提交|上交|上传|发送|整理|制定|撰写|提供|调整|延长|取消|推荐|请|认(?!定|证|领|购|养|知|可|捐)|仅|纸质版?|电子版?|把|将|各|先|再(?!次)|要(?!素)|的"
)

_LEADING_VERB = late(rf"^(?:[啊呢嘛]|个(?!人|体|性|别|税)|\d{{1,3}}[张条份]|各(?:乡镇|村镇|村|镇|乡(?!村)|支部|组|校|社区|单位)(?=[㐀-鿿]{{3}})|[一两三几]张|再次|{_VERB}|对(?!比|账|照|接|象|外)|在(?!册|托|校|建|岗|职|线|家|村|读|编|谈|园|院|库|田|押|逃|管|施|住)|于|就(?!业|医|学|餐|诊|读)|有关|相关|本村|辖区内?|辖区|全[县镇乡市区]|我[县镇乡市区]|你[村镇乡]|各[村镇乡]镇?|各单位|本单位|(?:二〇|20)\d?[\d〇一二三四五六七八九]{{1,3}}年度?|\d{{4}}年度?|[上下]半年|第[一二三四]季度|[一二三四]季度|\d{{1,2}}月份?(?!\d)|今年|去年|本月|当日|当天|每日|你们|我们|咱们|自己)")

_TRAILING = late(r"(?:工作|有关事项|相关工作|有关工作|事项|(?<!排查)(?<!走访)(?<!进展)(?<!完成)(?<!到位)情况|的|等|一事|、|，|和|及|并|与|暨|材料(?<=台账材料))$")

_BRACKETS = late(r"[（(][^（）()]{0,60}[）)]|[《》“”\"【】『』「」]|\s")


def tidy(phrase: str) -> str:
    """A noun phrase without brackets, leading verbs, years and empty tails."""
    phrase = _BRACKETS.sub("", phrase)
    for _ in range(8):
        shorter = _TRAILING.sub("", _LEADING_VERB.sub("", phrase))
        if shorter == phrase or len(shorter) < 2:
            break
        phrase = shorter
    return phrase

def fit(phrase: str, room: int = LONGEST) -> str:
    """At most `room` characters: drop what stands before 的, then what follows 和/及/暨, then cut."""
    if len(phrase) > room and (place := re.match(r"[㐀-鿿]{2,8}?(?:县|镇|乡(?!村)|街道|市|区)(?=[㐀-鿿]{6})", phrase)):
        phrase = phrase[place.end() :]
    if len(phrase) > room:
        phrase = re.sub(r"20\d\d年(?:度|[上下]半年|第?[一二三四]季度)?|待遇|以上", "", phrase)
    if len(phrase) > room and "的" in phrase[:-2]:
        phrase = phrase[phrase.index("的") + 1 :]
    if len(phrase) > room:
        phrase = next((part for part in re.split(r"[和及暨与、]|以及", phrase) if 4 <= len(part) <= room), phrase)
    return phrase if len(phrase) <= room else phrase[: room - 1] + "…"

