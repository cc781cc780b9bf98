"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

CLASSES = ("duplicate", "reminder", "update", "cancel")
BIAS = (-1.62, -1.505, 1.589, 1.536)
LINES = """\
above	197 -46 -133 -19
b_cancel	-19 -22 -22 64
b_duplicate	29 -20 -6 -2
b_new	-8 10 8 -10
b_none	3 1 -8 3
b_reminder	-13 47 -19 -15
b_update	-8 -25 44 -10
below	51 -12 -20 -19
cancelled	458 -64 -209 -186
contain	430 -52 -197 -180
day_apart	24 12 20 -56
due_soon	-88 15 24 50
due_today	-75 89 13 -27
e_cancel	-11 -77 -95 183
e_duplicate	29 -3 8 -34
e_reminder	-10 36 -12 -14
e_update	-28 -19 28 20
earlier	-139 32 176 -69
in_line	-27 46 21 -40
left	23 100 -69 -54
level_named	8 -52 -34 78
m_cancel	-9 -71 -55 136
m_change	-8 -139 120 26
m_dated	8 41 35 -84
m_length	30 -38 -16 24
m_level	-13 -18 31 0
m_missing	-117 142 -40 15
m_relay	32 -28 -16 12
m_remaining	-66 127 -23 -38
m_started	-143 152 -11 2
m_to_me	-3 -86 25 64
m_urge	-106 248 -35 -107
moment	42 -2 -25 -14
n_sources	5 29 12 -46
named_day	47 66 -88 -25
named_exact	52 0 -25 -27
opener_group	-160 57 66 37
over_days	-40 43 16 -18
own_office	-59 -2 23 38
owner_named	19 -3 82 -99
past_moment	29 16 -36 -9
recurs	-53 115 -123 60
same_group	-29 48 -24 5
same_opener	-147 24 77 46
same_sender	-16 13 -9 13
t_event	-51 -58 38 71
updated	175 11 -153 -33
when	4 19 -12 -12
who	31 -7 -19 -5
"""
