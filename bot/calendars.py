"""The office's working calendar: settings and its holidays file put together."""

from __future__ import annotations

from bot.config import Settings, SettingsError
from bot.core.workdays import Calendar, parse_holidays


def office_calendar(settings: Settings) -> Calendar:
    """The calendar that `settings` describe; raises `SettingsError` where the holidays file cannot be read."""
    overrides = {}
    if settings.holidays_file is not None:
        try:
            overrides = dict(parse_holidays(settings.holidays_file.read_text(encoding="utf-8-sig")))
        except (OSError, ValueError) as error:
            raise SettingsError("JIANFU_HOLIDAYS_FILE", str(error)) from None
    return Calendar(workday_end=settings.workday_end_time, timezone=settings.timezone, overrides=overrides)
