"""Imports go to one's own floor or below, and the top level stays as the user fixed it."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = [
    ("bot.core", 1),
    ("bot.files", 2),
    ("bot.render", 2),
    ("bot.config", 2),
    ("bot.transport", 4),
    ("bot.clock", 4),
    ("bot", 5),
    ("handlers", 3),
    ("storage", 2),
    ("templates", 2),
]
TOP_LEVEL = {"bot", "handlers", "storage", "templates", "tests", "pyproject.toml", "README.md"}
SOURCES = sorted(
    path for package in ("bot", "handlers", "storage", "templates") for path in (ROOT / package).rglob("*.py")
)


def floor_of(module: str) -> int | None:
    return next((floor for name, floor in FLOORS if module == name or module.startswith(name + ".")), None)


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names if (ROOT / node.module.replace(".", "/") / f"{alias.name}.py").exists())
    return found


@pytest.mark.parametrize("path", SOURCES, ids=module_of)
def test_imports_go_to_ones_own_floor_or_below(path):
    own = floor_of(module_of(path))
    above = {name for name in imports_of(path) if (other := floor_of(name)) is not None and other > own and name not in ("bot",)}
    assert not above, f"{module_of(path)} (floor {own}) imports {above}"


@pytest.mark.parametrize("path", [p for p in SOURCES if module_of(p).startswith("storage")], ids=module_of)
def test_storage_knows_only_the_models(path):
    outside = {name for name in imports_of(path) if name.startswith(("bot", "handlers", "templates"))}
    assert outside <= {"bot.core", "bot.core.models"}


@pytest.mark.parametrize("path", [p for p in SOURCES if module_of(p).startswith("bot.core")], ids=module_of)
def test_the_core_is_pure(path):
    banned = {"asyncio", "sqlite3", "sqlalchemy", "aiosqlite", "telegram", "httpx", "socket", "subprocess"}
    assert not {name.split(".")[0] for name in imports_of(path)} & banned
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.AsyncFunctionDef | ast.Await)]


@pytest.mark.parametrize("path", [p for p in SOURCES if module_of(p).startswith("handlers")], ids=module_of)
def test_handlers_know_no_door(path):
    assert not {name for name in imports_of(path) if name.split(".")[0] in ("telegram", "httpx", "aiohttp")}


@pytest.mark.parametrize("path", SOURCES, ids=module_of)
def test_every_module_says_what_it_is(path):
    if "versions" not in path.parts:
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_the_top_level_is_the_users():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("no git checkout")
    tops = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert {top for top in tops if not top.startswith(".")} <= TOP_LEVEL
