"""The pure part: no I/O, no async, no clock, no storage."""
