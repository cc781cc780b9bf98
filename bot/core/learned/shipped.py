"""The models as they are shipped, read at their first use: a start need not pay for words nobody has said."""

from __future__ import annotations

from functools import cache

from bot.core.learned.linear import Linear


@cache
def kind_model() -> Linear:
    """What kind of message a text is, by its words."""
    from bot.core.learned import kind_weights as fitted

    return Linear.read(fitted.CLASSES, fitted.BIAS, fitted.LINES)


@cache
def role_model() -> Linear:
    """What a date is for, by its surroundings and the rules' verdict."""
    from bot.core.learned import role_weights as fitted

    return Linear.read(fitted.CLASSES, fitted.BIAS, fitted.LINES)


@cache
def settling_model() -> Linear:
    """What kind of message a text is, by its words and by what its dates are for."""
    from bot.core.learned import settling_weights as fitted

    return Linear.read(fitted.CLASSES, fitted.BIAS, fitted.LINES)
