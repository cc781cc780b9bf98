"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

CLASSES = ("duplicate", "reminder", "update", "cancel")
BIAS = (-1.741, -2.304, 1.617, 2.428)
LINES = """\
above	145 -58 -78 -9
b_cancel	-28 -20 -23 72
b_duplicate	29 -17 -8 -4
b_new	1 2 3 -7
b_none	3 3 -15 8
b_reminder	-15 47 -17 -16
b_update	-4 -32 52 -16
below	35 -14 10 -31
cancelled	620 -118 -222 -280
contain	311 92 -210 -194
day_apart	82 15 -26 -72
due_soon	-50 60 3 -13
due_today	-63 63 19 -20
e_cancel	-32 -78 -92 202
e_duplicate	57 -5 0 -52
e_reminder	25 15 -9 -31
e_update	-112 11 39 61
earlier	-84 -16 152 -52
in_line	-12 49 29 -66
left	8 71 -43 -37
level_named	-24 -69 34 60
m_cancel	-4 -72 -80 155
m_change	12 -146 107 28
m_dated	16 -22 50 -44
m_length	31 -16 -8 -6
m_level	-5 -11 9 6
m_missing	-93 156 -52 -10
m_relay	7 -12 -46 51
m_remaining	-9 122 -52 -61
m_started	-157 175 -7 -11
m_to_me	69 -142 57 16
m_urge	-71 281 -99 -111
moment	58 -16 -20 -22
n_sources	-7 25 25 -44
named_day	80 59 -102 -36
named_exact	-1 41 -10 -30
opener_group	-160 56 62 42
over_days	-60 26 -2 35
own_office	-36 22 11 3
owner_named	-28 48 63 -82
past_moment	21 32 -23 -30
recurs	-52 148 -122 26
same_group	-19 39 -23 3
same_opener	-154 7 108 40
same_sender	-40 23 16 0
t_event	-66 -116 56 126
updated	207 22 -220 -10
when	12 38 -35 -15
who	40 -7 -28 -6
"""
