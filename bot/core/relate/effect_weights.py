"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

CLASSES = ("duplicate", "reminder", "update", "cancel")
BIAS = (-1.866, -2.585, 1.237, 3.214)
LINES = """\
above	149 -66 -70 -13
b_cancel	-30 -22 -19 70
b_duplicate	30 -18 -7 -5
b_new	5 0 1 -6
b_none	-3 13 -20 10
b_reminder	-19 52 -19 -15
b_update	-7 -28 49 -13
below	40 -4 3 -39
cancelled	629 -105 -227 -297
contain	293 111 -148 -256
day_apart	118 24 -35 -107
due_soon	-57 79 -2 -20
due_today	-54 67 31 -44
e_cancel	-31 -117 -9 157
e_duplicate	57 8 -1 -64
e_reminder	29 -11 -43 25
e_update	-120 33 58 29
earlier	-89 -49 167 -29
in_line	-9 40 36 -68
left	26 38 -9 -55
level_named	24 -46 29 -7
m_cancel	-11 -108 -5 124
m_change	-10 -87 46 52
m_dated	1 -32 41 -10
m_length	19 -4 -16 1
m_level	-7 -12 13 6
m_missing	-81 190 22 -130
m_relay	11 -15 -39 44
m_remaining	-2 137 -66 -69
m_started	-178 205 -21 -6
m_to_me	64 -145 70 11
m_urge	-14 128 -76 -37
moment	54 -6 -30 -19
n_sources	2 24 20 -46
named_day	69 57 -84 -42
named_exact	-31 55 29 -53
opener_group	-142 49 50 43
over_days	-66 31 4 30
own_office	-16 -4 29 -9
owner_named	-34 45 16 -28
past_moment	10 38 -15 -34
recurs	-57 152 -107 12
same_group	-16 15 -4 5
same_opener	-145 22 81 42
same_sender	-16 28 -14 3
t_event	-34 -124 70 88
updated	200 43 -167 -76
when	10 45 -38 -17
who	29 -1 -19 -9
"""
