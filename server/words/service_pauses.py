"""A service that gives no numbers for now, in Vietnamese. Pure."""

from collections.abc import Iterable

from server.protocol.office import CodeInfo, code_info


def paused_sentence(causes: Iterable[CodeInfo], cause: str) -> str:
    """What citizens read of a service that gives no numbers for now."""
    known = code_info(causes, cause)
    why = f": {known.name}" if known else ""
    return f"Tạm dừng lấy số{why}. Mời ông/bà hỏi quầy hướng dẫn."
