"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.932, -0.986, -0.256, -1.158)
LINES = """\
any	77 19 -114 25
dated	-91 -22 10 -49
due	108 -109 -83 -9
first deadline	65 -118 32 -80
first event	-115 59 -44 -38
first neither	-35 -28 80 25
first recurring	-33 97 -103 -5
first window	24 -108 10 -17
most deadline	-16 51 -45 -6
most event	-227 223 -82 -117
most recurring	120 -72 -13 0
most window	135 -137 -42 -39
undated	-2 -77 -35 -67
words chatter	-49 -24 -75 223
words event	-11 190 -6 -38
words info	-58 -44 232 -69
words task	180 -5 -27 -58
"""
