"""Any text at all is understood: `python -m tests.bench.bench_any_text [COUNT] [--seed SEED]`, a million texts unless told.

A third each are characters at random, words of times and tasks at random, and labelled notices that were damaged.
Of each: no exception, every span inside the text, every fact said as its span says, the same notice when read again.
Prints each text that breaks one of these, and how many were read.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from bot.core.models import Deadline, Event, Message, Notice, Recurrence
from bot.core.normalise import normalise
from bot.core.understand import understand
from bot.core.workdays import default_calendar

DATA = Path(__file__).parents[1] / "data"
FIRST = datetime(2019, 1, 1)
PIECES = (
    "今天 明天 昨晚 本周 下下周五 周三 9月24日 24号 十月 二〇二六年 2026-09-24 9.24 12/3 17:00 下午 3点 五点半 24时 至 到 - ~ 前 之前 内 起 截止 后 （ ） 3个工作日 "
    "两周 48小时 月底 上旬 国庆节 节前 每 每天 每周五 双周三 一 二 十 0 1 99 年 月 日 号 时 点 分 ： : . / ， 。 \n 的 和 、 | \t by Friday 5pm next Monday EOD 2月30日 25点 "
    "99月99日 10000年 ９月 週五 請 报送 上报 交 到 镇农业办 县教育局 王敏 李主任 联系人 电话 13800000000 0765-6210038 a@b.cn https://x.cn/1 系统 “平安村” 照片 3张 不超过2M "
    "PDF 视频 盖章 签字 台账 名单 会议室 召开 参加 紧急 收到请回复 不用 无需 转发 关于 通知 附件 一、 （二） 1. 张三： 10:20 [图片] @所有人 各村 各单位 🙏 \u200b \ud800 \x00"
).split(" ")


def _notices() -> list[str]:
    rows = (json.loads(line) for file in sorted(DATA.glob("*notices*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines())
    return [row["message"]["text"] for row in rows]


def _characters(dice: random.Random) -> str:
    planes = ((0x20, 0x7F), (0x4E00, 0x9FFF), (0x3000, 0x30FF), (0xFF00, 0xFFEF), (0, 0xFFFF), (0x1F300, 0x1FAFF))
    low, high = dice.choice(planes)
    return "".join(chr(dice.randint(low, high)) for _ in range(dice.randint(0, 60)))


def _damaged(text: str, dice: random.Random) -> str:
    """The text with some of its parts lost, doubled, moved, or replaced."""
    for _ in range(dice.randint(1, 6)):
        a, b = sorted(dice.randint(0, len(text)) for _ in range(2))
        b = min(b, a + 30)
        part = text[a:b]
        other = dice.choice((_characters(dice)[:8], dice.choice(PIECES), "", part + part, part[::-1]))
        text = text[:a] + other + text[b:]
    start = dice.randint(0, max(0, len(text) - 120))
    return text[start : start + dice.randint(1, 200)]


def texts(dice: random.Random) -> Iterator[str]:
    """Endlessly many."""
    known = _notices()
    while True:
        yield _characters(dice)
        yield "".join(dice.choices(PIECES, k=dice.randint(0, 30)))
        yield _damaged(dice.choice(known), dice)


def broken(text: str, notice: Notice, again: Notice) -> str | None:
    """Which promise a notice breaks."""
    if notice != again:
        return "another notice when read again"
    if outside := [name for name, (start, end) in notice.spans.items() if not 0 <= start <= end <= len(text)]:
        return f"outside the text: {outside}"
    facts: list[Deadline | Event | Recurrence] = [*notice.deadlines, *notice.events]
    for fact in [*facts, notice.recurrence] if notice.recurrence else facts:
        start, end = fact.span
        if not 0 <= start < end <= len(text) or text[start:end] != fact.said:
            return f"not said there: {fact}"
    return None


def main() -> None:
    """Read as many texts as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice, calendar, wrong, longest = random.Random(options.seed), default_calendar(), 0, 0.0
    began = time.process_time()
    for _, text in zip(range(options.count), texts(dice), strict=False):
        message = Message("any", FIRST + timedelta(minutes=dice.randint(0, 5_000_000)), text)
        started = time.process_time()
        try:
            notice = understand(message, calendar)
            longest = max(longest, time.process_time() - started)
            normalise.cache_clear()
            fault = broken(text, notice, understand(message, calendar))
        except Exception as error:
            fault = repr(error)
        if fault:
            wrong += 1
            print(f"{fault}\n  {text!r} at {message.reference}", flush=True)
    spent = time.process_time() - began
    print(f"{options.count} texts read twice in {spent:.0f} s, the slowest in {longest * 1e3:.0f} ms; {wrong} broke a promise")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
