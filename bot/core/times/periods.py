"""Rules for years, festivals and parts of years and months."""

from __future__ import annotations

import re

from bot.core.times.moment import Has, Piece
from bot.core.times.numbers import whole, year
from bot.core.times.words import EDGES, SEASONS, YEARS, begun, off


def year_said(m: re.Match[str]) -> Piece | None:
    value = year(m["y"])
    if value is None:
        return None
    found = begun(m, Has.YEAR)
    found.year = value
    found.loose = len(m["y"]) == 3 or (len(m["y"]) == 2 and value < 2000)
    found.lunar = bool(m["ylun"])
    if m["yedge"]:
        found.edge, found.edge_of = EDGES[m["yedge"]], "year"
        found.has |= Has.MONTH | Has.DAY
    return found


def republic(m: re.Match[str]) -> Piece | None:
    """民国115年: counted from 1912."""
    found = begun(m, Has.YEAR)
    found.year = 1911 + (whole(m["mg"]) or 1)
    return found


def rel_year(m: re.Match[str]) -> Piece | None:
    word = m["yw"]
    found = begun(m, Has.YEAR)
    found.vague = word == "往年"
    found.year_off = YEARS.get(word, -1 if "上" in word else 1 if "下" in word else 0)
    if m["ywedge"]:
        found.edge, found.edge_of = EDGES[m["ywedge"].removeprefix("年")], "year"
        found.has |= Has.MONTH | Has.DAY
    return found


def festival(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.MONTH | Has.DAY)
    found.festival = m["f1"] or m["f2"]
    if m["fbreak"]:
        found.edge, found.edge_of = "break", "festival"
    return found


def jie(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.YEAR | Has.MONTH | Has.DAY)
    word = m.group()
    found.shift = "before_break" if "前" in word else "after_week" if "第一周" in word else "after_break"
    found.edge_of = "festival"
    return found


def quarter(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.MONTH | Has.DAY)
    found.edge_of = "quarter"
    edge = m["qedge"] or m["qe2"] or m["qe3"]
    if m["qh"]:
        found.head, found.edge = 3 * (whole(m["qh"]) or 1), "head"
    elif m["q"] or m["qq"]:
        found.nth = 1 if m["q"] == "首" else whole(m["q"] or m["qq"])
        found.loose = bool(m["qq"])
    elif m["qw"]:
        found.month_off = 3 * off(m["qw"])
    elif edge:
        found.month_off = 0
    else:
        return None
    if edge:
        found.edge = EDGES[edge]
    return found


def half(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.MONTH | Has.DAY)
    if m["hn"]:
        months = (whole(m["hc"]) or 1) * (3 if m["hcu"] == "季度" else 1)
        found.edge, found.head = ("tail" if m["hn"] == "后" else "head"), months
        found.edge_of, found.loose = "year", True
        return found
    found.edge_of = "year" if m["hu"] == "年" else "month"
    found.edge = {"上": "half1", "前": "half1", "下": "half2", "后": "half2"}.get(m["hw"], "half")
    return found


def season(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.MONTH | Has.DAY)
    found.edge_of = "year"
    if m["vac"]:
        found.edge = "winter_vacation" if m["vac"] == "寒假" else "summer_vacation"
    else:
        found.edge = SEASONS[m["sea"] or m["sea2"]]
    return found


def xun(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.DAY)
    word = m.group()
    if word in ("月内", "年内"):
        found.edge, found.edge_of, found.shift = "end", "month" if word == "月内" else "year", "within"
    elif word == "半年末":
        found.edge, found.edge_of = "half_end", "year"
    elif m["xun"]:
        found.edge, found.edge_of = EDGES[word], "month"
    elif m["xwork"]:
        found.month_off, found.nth, found.nth_unit = 0, -1, "workday"
        found.has |= Has.MONTH
    elif m["xe"]:
        found.edge, found.edge_of = EDGES[m["xe"]], "month"
    else:
        found.has |= Has.MONTH
        found.edge, found.edge_of = EDGES[m["xye"]], "year"
    return found


def decade(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.YEAR | Has.MONTH | Has.DAY)
    word, count = m["cw"] or m["cw2"], m["cn"] or m["cn2"]
    century = (20 if "上" in word else 21) if word else whole(count) if count else None
    if m["dn"]:
        tens = whole(m["dn"]) or 0
        first = (century - 1) * 100 + tens if century else (2000 if tens <= 20 else 1900) + tens
        parts = {"初": (0, 2), "前": (0, 2), "中": (3, 6), "末": (7, 9), "后": (7, 9)}
        low, high = parts[m["de"][0]] if m["de"] else (0, 9)
        found.span_years = (first + low, first + high)
    elif century:
        first = (century - 1) * 100
        low, high = {"初": (0, 19), "末": (80, 99), "中叶": (40, 59)}.get(m["ce"] or "", (0, 99))
        found.span_years = (first + low, first + high)
    if not found.span_years or not 1 <= found.span_years[0] <= 9900:
        return None
    return found


def bare_year(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.YEAR)
    found.year, found.loose = int(m.group()), True
    return found


def pair(m: re.Match[str]) -> Piece | None:
    off = {"今明": 0, "明后": 1, "昨今": -1}[m["pw"]]
    found = begun(m, Has.YEAR | Has.MONTH | Has.DAY if m["pu"] != "年" else Has.YEAR)
    found.reach = 1
    if m["pu"] == "年":
        found.year_off = off
    else:
        found.day_off = off
    return found
