"""A refusal: the rules of the office do not allow what was asked, and nothing changed."""

from server.codes import ErrorCode


class Rejected(Exception):
    """Raised by decide. ``detail`` helps staff and logs, never citizens.

    ``reason`` is one of ``server.codes.OF_THE_RULES``.
    """

    def __init__(self, reason: ErrorCode, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail
