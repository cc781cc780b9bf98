"""The README is true: its commands, settings, paths and shown output are those of the program."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import _parser
from bot.config import Settings
from bot.core.menu import MENU

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL_COMMANDS = set(next(a for a in _parser()._actions if a.dest == "command").choices)


def shown(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)


@pytest.fixture(scope="module")
def demo():
    environment = {key: value for key, value in os.environ.items() if not key.startswith("JIANFU_")}
    return subprocess.run(
        [sys.executable, "-m", "bot", "demo"],
        cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )


def test_the_readme_opens_with_demo_and_tests():
    first, second = shown("sh")[:2]
    assert "jianfu demo" in first and "pytest" in second


def test_every_shell_command_stands_in_the_readme_and_no_other():
    named = set(re.findall(r"`(?:\.venv/bin/)?jianfu (\w+)", README))
    assert named == SHELL_COMMANDS


def test_every_chat_command_stands_in_the_readme_and_no_other():
    named = set(re.findall(r"`/(\w+)", README)) - {"newbot"}
    assert named == set(MENU)


def test_every_setting_stands_in_the_readme_with_its_default():
    rows = dict(re.findall(r"^\| `JIANFU_(\w+)` \| `?([^`|]*)`? \|", README, re.M))
    assert set(rows) == {name.upper() for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        default = field.default
        said = ("-" if name == "quiet_hours" else ",").join(default) if isinstance(default, tuple) else str(default or "")
        assert rows[name.upper()].strip() == said


def test_every_room_named_exists():
    for path in re.findall(r"`((?:bot|handlers|storage|templates|tests)[/\w.]*)`", README):
        assert (ROOT / path).exists(), path


def test_the_demo_ends_well_and_tells_a_whole_day(demo):
    assert (demo.returncode, demo.stderr) == (0, "")
    for sign in ("收到 12 条：新任务", "♻️", "🔴 逾期", "🟠 今日", "🧹 可解散", "已取消", "[完成]"):
        assert sign in demo.stdout, sign


def test_what_the_readme_shows_of_the_demo_is_what_it_prints(demo):
    printed = demo.stdout
    assert shown("text")
    for block in shown("text"):
        assert block.strip("\n") in printed, block
