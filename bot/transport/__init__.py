"""Doors: they turn what arrives into frozen models and what leaves into calls."""
