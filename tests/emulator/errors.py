"""How the Bot API says no, and the switches that make it fail on purpose."""

from __future__ import annotations

from dataclasses import dataclass, field


class ApiError(Exception):
    """A refusal as Telegram words it: HTTP status, description, response parameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, object]:
        """The JSON answer that carries this refusal."""
        answer: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class ConnectionLost(Exception):
    """The connection breaks without an answer."""


class NoAnswer(Exception):
    """The other side falls silent until the client gives up."""


@dataclass
class Fault:
    """Something that goes wrong for the next `times` requests of `method` (to `chat`, if given).

    `kind` is "status" (an HTTP error `code`), "flood" (429 with `retry_after`), "reset" or "silence";
    `taken` lets the request take effect before it fails, as after a lost answer.
    """

    method: str
    kind: str = "status"
    code: int = 502
    retry_after: int = 1
    times: int = 1
    taken: bool = False
    chat: int | None = None
    hits: int = field(default=0, init=False)

    def meets(self, method: str, chat: int | None) -> bool:
        """Whether this fault still has a turn left for such a request."""
        wanted = self.method in ("*", method)
        return wanted and self.hits < self.times and (self.chat is None or self.chat == chat)

    def strike(self) -> None:
        """Fail once."""
        self.hits += 1
        if self.kind == "reset":
            raise ConnectionLost(self.method)
        if self.kind == "silence":
            raise NoAnswer(self.method)
        if self.kind == "flood":
            seconds = self.retry_after
            raise ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        raise ApiError(self.code, "Bad Gateway" if self.code == 502 else "Internal Server Error")
