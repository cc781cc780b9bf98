"""Settings: from the environment or `.env`, prefix `JIANFU_`, validated once at start."""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


class SettingsError(Exception):
    """A setting that cannot be used: its variable's `name`, and in `detail` what is wrong and one value that works."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(f"{name}: {detail}")
        self.name, self.detail = name, detail


def _clock(text: str) -> str:
    """`8:00` → `08:00`; raises ValueError on anything that is no time of day."""
    match = _CLOCK.fullmatch(text.strip().replace("：", ":"))
    if not match:
        raise ValueError(f"{text!r} 不是时刻，写成 08:00 (not a time of day)")
    return f"{int(match[1]):02}:{match[2]}"


class Settings(BaseSettings):
    """What an office may set. Durations and times of day are in the workspace's time zone."""

    model_config = SettingsConfigDict(env_prefix="JIANFU_", env_file=".env", env_file_encoding="utf-8", extra="ignore")

    token: SecretStr | None = Field(None, description="Telegram bot token from @BotFather")
    admin_secret: SecretStr | None = Field(None, description="whoever first sends /start with it becomes the admin")
    database_url: str = Field("sqlite+aiosqlite:///jianfu.db", description="SQLite file or PostgreSQL")
    language: str = Field("zh", description="zh or en; each member may choose another")
    timezone: str = Field("Asia/Shanghai", description="time zone of the office")
    workday_end: str = Field("18:00", description="what 下班前 means")
    digest_times: Annotated[tuple[str, ...], NoDecode] = Field(("08:00",), description="when the digest comes")
    quiet_hours: Annotated[tuple[str, str], NoDecode] = Field(("21:30", "07:30"), description="no reminders between")
    unasked_per_day: int = Field(6, ge=1, le=100, description="most unasked messages a day, true deadlines apart")
    start_seal_hours: int = Field(9, ge=0, le=200, description="working hours a seal takes; 0: not reminded of")
    start_sign_hours: int = Field(9, ge=0, le=200, description="working hours a leader's signature takes")
    start_villages_hours: int = Field(18, ge=0, le=200, description="working hours a collection from villages takes")
    keep_days: int = Field(90, ge=7, le=3650, description="days that sent messages and closed history are kept")
    keep_files_days: int = Field(30, ge=0, le=3650, description="days that files are kept as they came; 0: not at all")
    group_quiet_workdays: int = Field(5, ge=1, le=60, description="quiet workdays before a group may go")
    holidays_file: Path | None = Field(None, description="CSV or ICS with further holidays and make-up workdays")
    api_url: str = Field("https://api.telegram.org", description="a Bot API server of your own")
    webhook_url: str | None = Field(None, description="public https address; unset means long polling")
    webhook_secret: SecretStr | None = Field(None, description="shared with Telegram to know its calls")
    webhook_listen: str = Field("127.0.0.1:8080", description="address the webhook listens on")

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if value.startswith(("sqlite:///", "postgresql://", "postgres://")):
            scheme, rest = value.split("://", 1)
            return f"{'sqlite+aiosqlite' if scheme == 'sqlite' else 'postgresql+asyncpg'}://{rest}"
        if not value.startswith(("sqlite+aiosqlite:///", "postgresql+asyncpg://")):
            raise ValueError("写成 sqlite+aiosqlite:///jianfu.db 或 (or) postgresql+asyncpg://user:password@host/name")
        return value

    @field_validator("language")
    @classmethod
    def _known_language(cls, value: str) -> str:
        if value not in ("zh", "en"):
            raise ValueError("只能是 zh 或 en (zh or en)")
        return value

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError(f"{value!r} 不是时区，写成 Asia/Shanghai (not a time zone)")
        return value

    @field_validator("workday_end")
    @classmethod
    def _one_clock(cls, value: str) -> str:
        return _clock(value)

    @field_validator("digest_times", mode="before")
    @classmethod
    def _clocks(cls, value: object) -> object:
        parts = re.split(r"[,，、\s]+", value.strip()) if isinstance(value, str) else value
        if not isinstance(parts, list | tuple):
            return value
        return tuple(sorted({_clock(str(part)) for part in parts if part}))

    @field_validator("quiet_hours", mode="before")
    @classmethod
    def _span(cls, value: object) -> object:
        parts = re.split(r"\s*[-–—~至]\s*", value.strip()) if isinstance(value, str) else value
        if not isinstance(parts, list | tuple) or len(parts) != 2:
            raise ValueError("写成 21:30-07:30 (two times of day)")
        return tuple(_clock(str(part)) for part in parts)

    @field_validator("holidays_file")
    @classmethod
    def _readable(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_file():
            raise ValueError(f"没有文件 {value} (no such file)")
        return value

    @field_validator("webhook_url")
    @classmethod
    def _https(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith("https://"):
            raise ValueError("只能是 https:// 地址 (an https:// address)")
        return value

    @property
    def zone(self) -> ZoneInfo:
        """The office's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def workday_end_time(self) -> time:
        """When the working day ends."""
        return time.fromisoformat(self.workday_end)


def load_settings(**overrides: object) -> Settings:
    """Read the settings; raises `SettingsError` with one line that names the variable and what it should be."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = f"JIANFU_{'_'.join(str(part) for part in first['loc']).upper()}"
        raise SettingsError(name, first["msg"].removeprefix("Value error, ")) from None
