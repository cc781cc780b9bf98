"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

CLASSES = ("duplicate", "reminder", "update", "cancel")
BIAS = (-1.498, -2.655, 1.269, 2.883)
LINES = """\
above	142 -70 -53 -20
b_cancel	-29 -19 -23 71
b_duplicate	26 -17 -5 -5
b_new	4 0 -1 -4
b_none	-1 12 -18 7
b_reminder	-16 50 -17 -17
b_update	-6 -26 51 -18
below	43 -5 0 -38
cancelled	670 -117 -241 -312
contain	276 108 -128 -256
day_apart	106 22 -35 -94
due_soon	-45 73 0 -28
due_today	-54 74 32 -52
e_cancel	-14 -133 -4 150
e_duplicate	48 18 -9 -57
e_reminder	18 10 -42 13
e_update	-95 -3 67 31
earlier	-120 -34 181 -27
in_line	-21 30 43 -52
left	29 34 -21 -41
level_named	29 -63 30 4
m_cancel	3 -122 -7 126
m_change	-10 -111 48 73
m_dated	27 -18 27 -36
m_length	17 -14 -9 7
m_level	-2 -13 12 3
m_missing	-78 171 15 -108
m_relay	24 -19 -49 44
m_remaining	-19 133 -63 -52
m_started	-159 171 -16 4
m_to_me	35 -103 50 18
m_urge	-68 241 -75 -99
moment	68 -12 -20 -36
n_sources	-4 27 21 -43
named_day	54 80 -95 -39
named_exact	-25 50 10 -35
opener_group	-159 53 51 55
over_days	-65 37 -2 30
own_office	-36 21 33 -18
owner_named	-32 45 9 -22
past_moment	9 48 -18 -40
recurs	-74 148 -103 29
same_group	-25 41 -20 4
same_opener	-149 -7 99 57
same_sender	-10 29 -23 4
t_event	-32 -121 66 88
updated	201 30 -178 -53
when	7 43 -32 -19
who	30 -3 -17 -9
"""
