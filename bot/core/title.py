"""A short name for the duty, as a person would write it on a list: 报秸秆禁烧台账, 国庆值班名单."""

from __future__ import annotations

from bot.core.models import Kind


def find_title(text: str, kind: Kind = Kind.TASK) -> str:
    """At most 18 characters that say what to do; "" for chatter."""
    if kind is Kind.CHATTER:
        return ""
    return text.strip().split("\n")[0][:18]
