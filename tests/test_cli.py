"""The command line as scripts and people use it: formats, exit status, one clear line when something is wrong."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.reading import BadLine, message_of
from handlers.exporting import safe

ROOT = Path(__file__).parent.parent
NOTICE = {
    "id": "n1",
    "received_at": "2026-09-23T09:30:00+08:00",
    "group": "农业群",
    "sender": "县农业农村局 王敏",
    "text": "各村：秸秆禁烧台账9月25日17:00前报镇农业办王敏，电话13800000000",
}
AGAIN = NOTICE | {
    "id": "n2",
    "received_at": "2026-09-23T10:00:00+08:00",
    "group": "村群",
    "sender": "文书",
    "text": "禁烧台账25号下午5点前报农业办王敏",
}


@pytest.fixture
def jianfu(tmp_path):
    """Runs the command in an empty folder with a database of its own; returns the finished process."""

    def run(*arguments, stdin="", **settings):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("JIANFU_")}
        environment |= {"PYTHONPATH": str(ROOT), "JIANFU_DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'office.db'}"}
        environment |= {f"JIANFU_{key}": value for key, value in settings.items()}
        return subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            cwd=tmp_path,
            env=environment,
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


def lines(*values):
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def test_parse_prints_one_label_a_message_in_order(jianfu):
    done = jianfu("parse", "--json", stdin=lines(NOTICE, AGAIN))
    labels = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [label["id"] for label in labels] == ["n1", "n2"]
    deadline = labels[0]["deadlines"][0]
    assert (deadline["date"], deadline["time"]) == ("2026-09-25", "17:00")
    assert deadline["at"] == "2026-09-25T17:00:00+08:00"
    assert NOTICE["text"][slice(*deadline["span"])] == deadline["said"]


def test_a_bad_line_is_reported_with_its_number_and_the_rest_goes_on(jianfu):
    done = jianfu("parse", "--json", stdin=lines(NOTICE) + "{broken\n" + '{"id": "x"}\n' + lines(AGAIN))
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["n1", "n2"]
    assert "line 2:" in done.stderr and "line 3:" in done.stderr and "received_at" in done.stderr


def test_plain_text_is_one_message_received_at_the_given_time(jianfu):
    done = jianfu("parse", "--json", "--at", "2026-09-23T09:30+08:00", stdin="明天下午3点前报名单给小王")
    assert json.loads(done.stdout)["deadlines"][0]["at"] == "2026-09-24T15:00:00+08:00"


def test_times_finds_expressions_with_their_spans(jianfu):
    text = "即日起至11月30日，每周五16:00前报"
    done = jianfu("times", "--json", stdin=lines({"id": "t", "text": text, "reference": "2026-11-02T09:00:00+08:00"}))
    found = json.loads(done.stdout)["times"]
    assert {item["kind"] for item in found} >= {"set"}
    assert all(text[slice(*item["span"])] == item["said"] for item in found)


def test_replay_merges_a_repeat_into_the_task_of_its_opener(jianfu):
    done = jianfu("replay", "--json", stdin=lines(NOTICE, AGAIN))
    first, second = [json.loads(line) for line in done.stdout.splitlines()]
    assert (first["relation"], first["of"], first["task"]) == ("new", None, 1)
    assert (second["relation"], second["of"], second["task"]) == ("duplicate", "n1", 1)
    assert first["reason"] and second["reason"]


def test_a_replay_with_the_clock_running_shows_what_the_phones_get(jianfu):
    later = AGAIN | {"id": "n3", "received_at": "2026-09-24T18:00:00+08:00"}
    done = jianfu("replay", "--clock", "--json", stdin=lines(NOTICE, later))
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 2
    assert "09-24 08:00  → replay" in done.stderr and "待办 1 件" in done.stderr
    assert "09-28 09:00" not in done.stderr, "a day after the last message it ends"


def test_scenarios_of_a_replay_know_nothing_of_each_other(jianfu):
    done = jianfu("replay", "--json", stdin=lines(NOTICE | {"scenario": "a"}, AGAIN | {"scenario": "b"}))
    assert [json.loads(line)["relation"] for line in done.stdout.splitlines()] == ["new", "new"]


def test_a_missing_file_is_one_clear_line(jianfu):
    done = jianfu("parse", "nowhere.jsonl")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "nowhere.jsonl" in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "example"),
    [
        ("DIGEST_TIMES", "25:00", "08:00"),
        ("TIMEZONE", "Mars/Base", "Asia/Shanghai"),
        ("QUIET_HOURS", "night", "21:30-07:30"),
        ("DATABASE_URL", "mysql://x", "sqlite+aiosqlite"),
        ("LANGUAGE", "fr", "zh"),
        ("WORKDAY_END", "six", "08:00"),
        ("HOLIDAYS_FILE", "gone.csv", "gone.csv"),
        ("WEBHOOK_URL", "http://x", "https://"),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it_with_an_example(jianfu, name, value, example):
    done = jianfu("doctor", **{name: value})
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert f"JIANFU_{name}" in done.stderr and example in done.stderr


def test_run_without_a_token_says_where_to_get_one(jianfu):
    done = jianfu("run")
    assert done.returncode == 2
    assert "@BotFather" in done.stderr and done.stderr.count("\n") == 1


def test_a_file_that_is_no_database_is_refused_and_left_alone(jianfu, tmp_path):
    (tmp_path / "office.db").write_text("this is no database, but somebody's letter " * 50)
    before = (tmp_path / "office.db").read_bytes()
    done = jianfu("migrate")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert (tmp_path / "office.db").read_bytes() == before


def test_doctor_shows_every_setting_but_no_secret(jianfu):
    jianfu("migrate")
    done = jianfu("doctor", ADMIN_SECRET="open-sesame", WEBHOOK_SECRET="hidden-too", LANGUAGE="en")
    assert "open-sesame" not in done.stdout and "hidden-too" not in done.stdout
    assert "JIANFU_DIGEST_TIMES = 08:00" in done.stdout and "SQLite" in done.stdout
    assert done.returncode == 0


def test_doctor_says_what_files_can_be_read_here(jianfu, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    without = jianfu("doctor").stdout
    assert "旧版 doc、wps：不会读，装 catdoc 或 LibreOffice" in without and "照片和扫描件：会认字" in without
    (tmp_path / "catdoc").write_text("#!/bin/sh\n")
    (tmp_path / "catdoc").chmod(0o755)
    assert "旧版 doc、wps：用 catdoc 读" in jianfu("doctor").stdout


def test_doctor_says_that_there_is_no_database_yet_and_makes_none(jianfu, tmp_path):
    done = jianfu("doctor", LANGUAGE="en")
    assert done.returncode == 1 and "jianfu migrate" in done.stdout
    assert not (tmp_path / "office.db").exists()


def test_chat_answers_what_is_piped_into_it(jianfu):
    done = jianfu("chat", stdin=f"{NOTICE['text']}\n\n待办\n完成 1\n/undo\n/done 99\n")
    assert done.returncode == 0
    assert done.stdout.count("#1") >= 4 and "没有 #99" in done.stdout


def test_export_and_digest_show_what_chat_was_told(jianfu, tmp_path):
    jianfu("chat", stdin=f"{NOTICE['text']}\n\n")
    assert jianfu("export", "tasks.xlsx").returncode == 0
    book = load_workbook(tmp_path / "tasks.xlsx")
    assert book.sheetnames == ["任务", "来源", "群"]
    assert [cell.value for cell in book["任务"]["A"]] == ["编号", 1]
    assert "13800000000" not in str([[cell.value for cell in row] for row in book["来源"]])
    assert jianfu("export", "--numbers", "tasks.csv").returncode == 0
    assert "13800000000" in (tmp_path / "tasks.csv").read_text(encoding="utf-8-sig")
    assert jianfu("export", "tasks.pdf").returncode == 2
    assert "#1" in jianfu("digest").stdout


def test_a_backup_brings_back_what_was_lost(jianfu, tmp_path):
    jianfu("chat", stdin=f"{NOTICE['text']}\n\n")
    assert jianfu("backup", "copy.db").returncode == 0
    jianfu("chat", stdin="完成 1\n")
    assert jianfu("restore", "copy.db").returncode == 0
    with sqlite3.connect(tmp_path / "office.db") as database:
        assert database.execute("SELECT state FROM task").fetchall() == [("open",)]
    database.close()
    assert jianfu("restore", "nowhere.db").returncode == 2


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-2", "@SUM(A1)", "\tx", "\rx"])
def test_no_cell_is_taken_for_a_formula(cell):
    assert str(safe(cell, masked=False)).startswith("'")


@pytest.mark.parametrize(
    "value",
    [
        {"id": 1, "received_at": "soon", "text": "x"},
        {"id": "1", "text": 5},
        {"id": [], "text": "x"},
        {"id": "1", "text": "x", "group": 3},
    ],
)
def test_what_is_no_message_is_refused(value):
    from datetime import UTC, datetime
    from zoneinfo import ZoneInfo

    with pytest.raises(BadLine):
        message_of(value, datetime(2026, 9, 23, tzinfo=UTC), ZoneInfo("Asia/Shanghai"))


def test_a_file_is_one_message_with_the_place_of_each_fact(jianfu, tmp_path):
    from tests import documents as make

    lines = ["关于报送台账的通知", "各村：", "请于明天17:00前报送台账，联系人：王敏。", "青禾镇农业农村办", "2026年9月21日"]
    (tmp_path / "通知.docx").write_bytes(make.docx(lines))
    done = jianfu("parse", "通知.docx", "--at", "2026-09-23T09:30+08:00")
    assert done.returncode == 0 and done.stdout.startswith("通知.docx: task ")
    assert '"at": "2026-09-22T17:00:00+08:00"' in done.stdout  # counted from the day it was signed
    assert "deadline «明天17:00前»: paragraph 3" in done.stdout


def test_a_file_that_cannot_be_read_is_one_line_and_status_2(jianfu, tmp_path):
    (tmp_path / "a.rar").write_bytes(b"Rar!\x1a\x07\x00" + bytes(99))
    done = jianfu("parse", "a.rar")
    assert done.returncode == 2 and done.stdout == ""
    assert "a.rar：压缩包打不开" in done.stderr and "Traceback" not in done.stderr


def test_words_in_another_charset_are_read(jianfu, tmp_path):
    (tmp_path / "通知.txt").write_bytes("请各村9月25日17:00前报台账".encode("gb18030"))
    done = jianfu("parse", "--json", "通知.txt", "--at", "2026-09-23T09:30+08:00")
    assert json.loads(done.stdout)["deadlines"][0]["time"] == "17:00"
