"""What became of a ticket's paper, in words. Pure."""

from typing import Final

from server.protocol.commands import PaperOutcome

PAPERS: Final[dict[str, str]] = {
    PaperOutcome.CONFIRMED: "đã ra giấy",
    PaperOutcome.UNCONFIRMED: "đã gửi, máy in không báo lại",
    PaperOutcome.UNKNOWN: "không rõ đã ra giấy chưa",
    PaperOutcome.NOT_SENT: "chưa in được",
    PaperOutcome.EXPIRED: "quá giờ, không in nữa",
}


def paper_name(outcome: str) -> str:
    """The outcome in words; one of a newer kiosk as it is."""
    return PAPERS.get(outcome, outcome)
