"""What single words say: days, parts of the day, years, edges of periods."""

from __future__ import annotations

import re

from bot.core.models import Part
from bot.core.times.moment import Moment

WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6, "末": 5} | {str(i): i - 1 for i in range(1, 8)}
PARTS: dict[str, tuple[Part, int, int]] = {}
"""Word → part of the day, conventional first and last hour."""
for _words, _of_day, _from, _to in (
    ("凌晨", Part.MORNING, 0, 6),
    ("大清早 朝早 朝 清晨 清早 一大早 大早上 一早 早上 早晨 早间 早 晨 早饭 吃早饭 早餐", Part.MORNING, 6, 9),
    ("上午 午前 头午 上半天 白天 上班", Part.MORNING, 8, 12),
    ("正午 中午 午间 晌午 午饭 午餐 中饭 晌饭 吃晌饭 吃午饭 吃中饭 吃饭 午休", Part.NOON, 12, 13),
    ("下午 午后 下半天 后晌 后半晌 晏昼", Part.AFTERNOON, 12, 18),
    ("傍晚 黄昏", Part.AFTERNOON, 17, 19),
    ("晚上 晚间 夜晚 夜里 夜间 晚 夜 晚饭 吃晚饭 晚饭后 吃晚饭后 夜饭 吃夜饭 晚餐 天黑 睡觉", Part.EVENING, 18, 24),
    ("深夜 半夜 大半夜 午夜 子夜", Part.EVENING, 22, 24),
    ("下班 下班点 下了班 下班时间 办公时间结束 工作时间结束 上班时间结束 营业结束 收工 收班 打烊", Part.COB, 18, 18),
):
    for _word in _words.split():
        PARTS[_word] = (_of_day, _from, _to)
DAYS = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2, "听": 1, "寻": -1, "即": 0, "当": 0, "本": 0, "次": 1, "翌": 1}
DAYS |= {"同": 0, "隔": 1}
YEARS = {"大前年": -3, "前年": -2, "去年": -1, "往年": -1, "今年": 0, "明年": 1, "来年": 1, "次年": 1, "翌年": 1}
YEARS |= {"后年": 2, "大后年": 3, "当年": 0, "同年": 0}
EDGES = {"初": "begin", "头": "begin", "伊始": "begin", "开年": "begin", "中": "middle", "底": "end", "末": "end"}
EDGES |= {"尾": "end", "终": "end", "月底": "end", "上中旬": "first2", "中下旬": "last2", "上旬": "first", "中旬": "second", "下旬": "third", "上": "first"}
EDGES |= {"下": "third", "上半月": "half1", "下半月": "half2"}
EDGES |= {third + mark: edge for third, edge in (("上旬", "first_end"), ("中旬", "second_end"), ("下旬", "end")) for mark in "末底"}
SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}


def off(word: str) -> int:
    """How far 上, 下, 本 … and their doublings lead."""
    return word.count("下") + word.count("次") + word.count("来") - word.count("上")


def begun(m: re.Match[str], has: int) -> Moment:
    return Moment(m.start(), m.end(), has)
