"""The models as they are shipped, read at their first use: a start need not pay for words nobody has said."""

from __future__ import annotations

from functools import cache

from bot.core.learned.linear import Linear
from bot.core.learned.network import Network
from bot.core.learned.trees import Jury, Model


@cache
def kind_model() -> Network:
    """What kind of message a text is, by its words."""
    from bot.core.learned import kind_network as fitted

    return Network.read(fitted.CLASSES, fitted.BIAS, fitted.SCALES, fitted.OUTPUT, fitted.NAMES, fitted.WEIGHTS)


@cache
def role_model() -> Network:
    """What a date is for, by its surroundings and the rules' verdict."""
    from bot.core.learned import role_network as fitted

    return Network.read(fitted.CLASSES, fitted.BIAS, fitted.SCALES, fitted.OUTPUT, fitted.NAMES, fitted.WEIGHTS)


@cache
def company_models() -> Jury:
    """What a date is for in the company of the others, one sum of trees a role."""
    from bot.core.learned import company_trees as fitted

    return Jury({role: Model.read(bias, lines) for role, (bias, lines) in fitted.TREES.items()})


@cache
def settling_model() -> Linear:
    """What kind of message a text is, by its words and by what its dates are for."""
    from bot.core.learned import settling_weights as fitted

    return Linear.read(fitted.CLASSES, fitted.BIAS, fitted.LINES)


@cache
def asking_model() -> Linear:
    """Which requirements a text has, by its words and by what the rules found: one sum each, above 0 where it has."""
    from bot.core.learned import asking_weights as fitted

    return Linear.read(fitted.CLASSES, fitted.BIAS, fitted.LINES)
