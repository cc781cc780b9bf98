"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

CLASSES = ("duplicate", "reminder", "update", "cancel")
BIAS = (-2.289, -1.626, 1.11, 2.805)
LINES = """\
above	145 -183 6 32
b_cancel	-32 -22 -24 79
b_duplicate	30 -22 -10 2
b_new	3 -4 2 -2
b_none	-5 12 -21 14
b_reminder	-18 50 -16 -15
b_update	-10 -19 40 -12
below	36 -11 14 -39
cancelled	490 -97 25 -418
contain	271 86 -174 -183
day_apart	153 38 -69 -122
due_soon	-64 68 2 -6
due_today	-60 44 25 -9
e_cancel	-136 -79 -110 325
e_duplicate	42 -7 -4 -31
e_reminder	37 16 -68 15
e_update	-57 16 104 -63
earlier	-137 41 95 0
in_line	-22 68 38 -84
left	7 30 35 -72
level_named	-4 -86 37 53
m_cancel	66 -77 60 -50
m_change	-14 -142 27 129
m_dated	-55 -21 82 -6
m_length	25 -22 -1 -3
m_level	13 -20 3 4
m_missing	-92 140 64 -111
m_relay	24 -10 -29 15
m_remaining	-16 149 16 -149
m_started	-136 182 -76 31
m_to_me	29 -118 61 28
m_urge	-61 221 -106 -54
moment	79 -28 -31 -20
n_sources	19 3 18 -40
named_day	86 67 -85 -68
named_exact	-63 66 42 -45
opener_group	-173 49 51 73
over_days	-87 29 -2 60
own_office	-48 6 29 13
owner_named	-33 57 6 -30
past_moment	14 63 -43 -35
recurs	-83 172 -205 116
same_group	-31 71 -34 -6
same_opener	-161 5 110 46
same_sender	-21 71 -15 -35
t_event	-41 -127 81 86
updated	169 62 -164 -67
when	22 45 -49 -17
who	34 -25 -15 7
"""
