"""Compares `find_times` and `understand` with other libraries, each in an environment of its own; growth, worst cases, a start.

Run `python -m tests.bench.bench_times`; the environments are built on the first run under `--envs` (default: a
folder in the system's temporary one) and kept. A library that cannot be installed is reported as such. Seconds are
processor time, so that other work on the machine does not count.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.core.models import Message
from bot.core.normalise import normalise
from bot.core.times import find_times
from bot.core.understand import understand
from bot.core.workdays import default_calendar

PEERS = Path(__file__).parent / "peers"
REFERENCE = datetime(2026, 9, 23, 9, 30)
EXPRESSIONS = (
    "9月24日17时30分前", "明天上午8:30", "本周五下午3点", "下周三之前", "今晚22:00前", "3个工作日内", "月底前", "国庆节前",
    "2026年9月30日", "二〇二六年十月十五日", "9月20日至30日", "48小时内", "每周五下午4点", "每月25日", "上个月", "去年夏天",
    "三年前", "两周后", "下午2点到4点", "晚上11点", "后天凌晨", "星期天", "下个季度", "90年代", "十月第一个星期一", "半小时后",
    "2026-09-24 17:30", "春节", "教师节", "年底",
)  # fmt: skip
NOTICE = (
    "关于做好2026年秋季安全生产大检查工作的通知\n各村（社区）、各有关单位：\n根据县安委会9月21日会议精神，镇党委、政府决定在全镇范围内开展一次"
    "安全生产大检查，现将有关事项通知如下：\n一、检查时间。即日起至10月31日，分自查、抽查、整改三个阶段进行。自查阶段为9月23日至9月30日，"
    "抽查阶段为10月9日至10月20日，整改阶段为10月21日至10月31日。\n二、检查内容。重点检查出租房、小作坊、小餐馆、农家乐、燃气经营点、加油点、"
    "烟花爆竹零售点，做到一处不漏、不留死角。对2025年以来发现的隐患逐条复查。\n三、有关要求。（一）请各村于9月25日（本周五）下午5点前将自查方案"
    "电子版报镇应急办；（二）自查台账和照片于国庆节前上传工作群，每处隐患整改前后各1张；（三）整改情况实行周报，每周五16:00前报送，无新增隐患的"
    "也要零报告；（四）发现重大隐患的，2小时内电话报告镇应急办值班室，书面材料3个工作日内补报。\n四、会议安排。定于9月24日（星期四）14:30在镇政府"
    "三楼会议室召开部署会，请各村书记、主任参加，提前15分钟入场签到，不得请人代会。参会人员名单今天下班前在群里接龙。\n五、工作纪律。镇纪委将适时"
    "督查，对工作不力、进展缓慢的予以通报。联系人：何晓，电话：0765-6210038，邮箱：yjb@example.cn。\n镇安全生产委员会办公室\n2026年9月23日"
)
HOSTILE = (
    "1", "一", "上", "9月", "2026-", "每周", "（周", "9:", "半个", "至",
)  # fmt: skip


@dataclass(frozen=True)
class Peer:
    """Another library: how its environment is built and its script started."""

    name: str
    package: str
    script: str
    node: bool = False


OTHERS = (
    Peer("jionlp", "jionlp", "jionlp_times.py"),
    Peer("recognizers", "recognizers-text-suite emoji<2", "recognizers_times.py"),
    Peer("dateparser", "dateparser", "dateparser_times.py"),
    Peer("chrono-node", "chrono-node", "chrono_times.cjs", node=True),
)


def _median(job: Callable[[], object], repeat: int) -> float:
    runs = []
    for _ in range(repeat):
        normalise.cache_clear()
        began = time.process_time()
        job()
        runs.append(time.process_time() - began)
    return statistics.median(runs)


def _build(peer: Peer, home: Path) -> list[str]:
    """Build the peer's environment where it is missing; the command that starts its script."""
    if peer.node:
        if not (home / "node_modules").exists():
            npm = shutil.which("npm")
            if npm is None:
                raise OSError("npm is not installed")
            home.mkdir(parents=True, exist_ok=True)
            (home / "package.json").write_text("{}", encoding="utf-8")
            subprocess.run([npm, "install", "--silent", peer.package], cwd=home, check=True, capture_output=True)
        shutil.copy(PEERS / peer.script, home / peer.script)
        return ["node", str(home / peer.script)]
    python = home / "bin" / "python"
    if not (home / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True, capture_output=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "setuptools<81", *peer.package.split()]
        subprocess.run(install, check=True, capture_output=True)
        (home / "ready").touch()
    return [str(python), str(PEERS / peer.script)]


def _measure_peer(peer: Peer, home: Path, task: Path) -> dict[str, Any] | str:
    """The peer's timings, or why there are none."""
    try:
        command = _build(peer, home)
        done = subprocess.run([*command, str(task)], check=True, capture_output=True, text=True, timeout=600)
        answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    except subprocess.CalledProcessError as error:
        said = error.stderr if isinstance(error.stderr, str) else (error.stderr or b"").decode(errors="replace")
        return said.strip().splitlines()[-1] if said.strip() else f"exit status {error.returncode}"
    except (OSError, subprocess.TimeoutExpired, ValueError, IndexError) as error:
        return str(error)
    return answer


def _ours(repeat: int) -> dict[str, Any]:
    calendar = default_calendar()
    for text in EXPRESSIONS:
        find_times(text, REFERENCE, calendar)
    found = sum(bool(find_times(text, REFERENCE, calendar)) for text in EXPRESSIONS)
    each = [_median(lambda t=text: find_times(t, REFERENCE, calendar), repeat) for text in EXPRESSIONS]  # type: ignore[misc]
    return {
        "expressions": each,
        "found": found,
        "notice": _median(lambda: find_times(NOTICE, REFERENCE, calendar), repeat),
    }


def _understood(text: str) -> None:
    understand(Message("bench", REFERENCE, text), default_calendar())


def compare(envs: Path, repeat: int) -> None:
    """Print medians and ratios against every peer."""
    ours = _ours(repeat)
    mine = statistics.median(ours["expressions"])
    count = len(EXPRESSIONS)
    print(f"find_times       {mine * 1e6:9.0f} µs an expression, {ours['found']}/{count} found", end="")
    print(f", notice of {len(NOTICE)} characters {ours['notice'] * 1e3:7.2f} ms")
    _understood(NOTICE)
    whole = _median(lambda: _understood(NOTICE), repeat)
    print(f"understand       {' ' * 42}notice {whole * 1e3:7.2f} ms")
    with tempfile.TemporaryDirectory() as folder:
        task = Path(folder) / "task.json"
        body = {"expressions": EXPRESSIONS, "notice": NOTICE, "repeat": repeat, "reference": REFERENCE.isoformat()}
        task.write_text(json.dumps(body, ensure_ascii=False), encoding="utf-8")
        for peer in OTHERS:
            theirs = _measure_peer(peer, envs / peer.name, task)
            if isinstance(theirs, str):
                print(f"{peer.name:16} could not be measured: {theirs}")
                continue
            ratio = statistics.median(theirs["expressions"]) / mine
            line = f"{peer.name:16} {statistics.median(theirs['expressions']) * 1e6:9.0f} µs = {ratio:6.1f}×"
            line += f", {theirs['found']}/{count} found, notice {theirs['notice'] * 1e3:8.2f} ms"
            line += f" = {theirs['notice'] / ours['notice']:6.1f}×"
            print(f"{line}, {theirs['notice'] / whole:5.1f}× of understand")


def growth() -> None:
    """Print the cost of ever longer texts; per character it stays the same."""
    for length in (1_000, 10_000, 100_000):
        text = (NOTICE * (length // len(NOTICE) + 1))[:length]
        print(f"{length:7} characters {_costs(text, 3)}")


def hostile() -> None:
    """Print the cost of texts made to hurt."""
    for piece in HOSTILE:
        print(f"50,000 characters of {piece!r:10} {_costs((piece * 50_000)[:50_000], 1)}")


def _costs(text: str, repeat: int) -> str:
    calendar = default_calendar()
    found = _median(lambda: find_times(text, REFERENCE, calendar), repeat)
    understood = _median(lambda: _understood(text), repeat)
    return " ".join(f"{name} {seconds * 1e3:9.1f} ms = {seconds / len(text) * 1e6:6.2f} µs a character" for name, seconds in (("find_times", found), ("understand", understood)))


_START = """
import sys, time
began = time.process_time()
import {module}
spent = time.process_time() - began
print(spent, next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")), "chinese_calendar" in sys.modules)
"""


def start() -> None:
    """Print what importing costs a fresh process, its modules compiled as pip leaves them: seconds (the least of some), memory."""
    for module in ("bot.core.times", "bot.core.understand"):
        with tempfile.TemporaryDirectory() as bytecode:
            runs = [_started(module, bytecode) for _ in range(9)]
        seconds, kilobytes = min(float(run[0]) for run in runs), max(int(run[1]) for run in runs)
        print(f"import {module:20} {seconds * 1e3:5.0f} ms, {kilobytes / 1024:4.0f} MB{', with the calendar' if runs[0][2] == 'True' else ''}")


def _started(module: str, bytecode: str) -> list[str]:
    """What a fresh process says of importing the module; the first one leaves its bytecode in the folder for the others."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPYCACHEPREFIX": bytecode}
    done = subprocess.run([sys.executable, "-c", _START.format(module=module)], check=True, capture_output=True, text=True, env=environment)
    return done.stdout.split()


def main() -> None:
    """Run all four."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--envs", type=Path, default=Path(tempfile.gettempdir()) / "jianfu-bench")
    parser.add_argument("--repeat", type=int, default=15)
    options = parser.parse_args()
    compare(options.envs, options.repeat)
    growth()
    hostile()
    start()


if __name__ == "__main__":
    main()
