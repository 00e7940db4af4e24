"""The units of a voice: each is one recording, with one text in each language. Pure.

``ph_moi`` and ``ph_nhac`` open a call and a recall; ``call_H`` and ``recall_H`` do so together
with a letter; ``letter_H``, ``digit_4``, ``num_027`` are what a label consists of; ``desk_9``,
``desk_guide``, ``desk_result`` say where to go; other ``ph_*`` are whole sentences.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assets.voicebank import english, vietnamese

VI: Final = "vi"
EN: Final = "en"
LANGUAGES: Final = (VI, EN)

CALL: Final = "ph_moi"
RECALL: Final = "ph_nhac"
TO_DESK: Final = "ph_den_quay"
WELCOME: Final = "ph_chao"
LATE: Final = "ph_xinloi"
CLOSING: Final = "ph_hetgio"
PRIORITY: Final = "ph_uutien"
THANKS: Final = "ph_camon"
SAFETY: Final = "ph_antoan"

PHRASES: Final[Mapping[str, Mapping[str, str]]] = {
    VI: {
        CALL: "Kính mời công dân có số",
        RECALL: "Xin nhắc lại, kính mời số",
        TO_DESK: "đến quầy số",
        "desk_guide": "đến quầy hướng dẫn",
        "desk_result": "đến quầy trả kết quả",
        WELCOME: "Xin chào ông bà. Mời ông bà chạm vào màn hình để lấy số.",
        LATE: "Xin lỗi ông bà vì phải chờ lâu. Trung tâm đang bố trí thêm quầy phục vụ.",
        CLOSING: (
            "Trung tâm sắp hết giờ làm việc buổi sáng. Số của ông bà được giữ nguyên thứ tự "
            "và phục vụ đầu giờ chiều."
        ),
        PRIORITY: "Quầy đang phục vụ người được ưu tiên. Mong ông bà thông cảm.",
        THANKS: "Xin cảm ơn ông bà.",
        SAFETY: "Có thông báo khẩn. Mời ông bà xem màn hình và làm theo hướng dẫn của cán bộ.",
    },
    EN: {
        CALL: "Number",
        RECALL: "We repeat: number",
        TO_DESK: "please go to counter",
        "desk_guide": "please go to the information counter",
        "desk_result": "please go to the results counter",
        WELCOME: "Welcome. Please touch the screen to take a number.",
        LATE: "We are sorry for the long wait. More counters are being opened.",
        CLOSING: (
            "The morning session ends soon. Your number keeps its place "
            "and will be served first in the afternoon."
        ),
        PRIORITY: "This counter is serving a person with priority. Thank you for understanding.",
        THANKS: "Thank you.",
        SAFETY: "Urgent notice. Please look at the screen and follow the staff's instructions.",
    },
}
"""Texts that do not depend on a label or a number."""

READ_ALOUD: Final = {
    "kiosk_start": (
        "Hôm nay ông bà cần làm việc gì? Mời ông bà chạm vào việc cần làm. Nếu không rõ, mời chạm "
        "vào ô màu đậm ở dưới cùng, cán bộ sẽ hướng dẫn."
    ),
    "kiosk_fields": "Mời ông bà chọn lĩnh vực.",
    "kiosk_field": "Mời ông bà chọn việc cần làm.",
    "kiosk_search": "Mời ông bà gõ tên việc cần làm. Gõ không dấu cũng được.",
    "kiosk_detail": (
        "Trên màn hình là giấy tờ cần mang. Thiếu giấy tờ vẫn có thể lấy số để được hướng dẫn. "
        "Nếu ông bà thuộc diện ưu tiên, mời chạm vào ô của mình, rồi chạm lấy số ở dưới cùng."
    ),
    "kiosk_support": "Đây là các dịch vụ hỗ trợ. Ông bà không cần lấy số, mời đến đúng nơi ghi.",
    "kiosk_appointment": "Mời ông bà quét mã lịch hẹn, hoặc gõ mã rồi chạm tìm lịch hẹn.",
    "kiosk_standing": "Đây là lượt của ông bà.",
    "kiosk_ticket": "Số của ông bà là",
}
"""What the kiosk reads aloud, in Vietnamese; no provisional recordings exist."""

_READINGS: Final = {
    VI: (vietnamese.read_number, vietnamese.read_digits, vietnamese.read_prefix),
    EN: (english.read_number, english.read_digits, english.read_prefix),
}
_SAME: Final = {"desk_guide": "ph_den_huongdan", "desk_result": "ph_den_traketqua"}
_VARIED: Final = re.compile(r"(call|recall|letter)_([A-Z])|(digit)_([0-9])|(num)_([0-9]{3})"
                            r"|(desk)_([1-9][0-9]?)")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in one language: units by phrase, a short rest between units, a longer after.

    The first phrase says who is meant: without it the others are not worth hearing.
    """

    language: str
    phrases: tuple[tuple[str, ...], ...]

    @property
    def units(self) -> tuple[str, ...]:
        """All its units in the order they are heard."""
        return tuple(unit for phrase in self.phrases for unit in phrase)


def text_of(unit: str, language: str) -> str:
    """What is said in ``unit``; empty for a unit there is not."""
    phrases = PHRASES[language]
    if unit in phrases:
        return phrases[unit]
    if language == VI and unit in READ_ALOUD:
        return READ_ALOUD[unit]
    match = _VARIED.fullmatch(unit)
    if match is None:
        return ""
    kind, value = (group for group in match.groups() if group is not None)
    number, digits, prefix = _READINGS[language]
    if kind == "desk":
        return f"{phrases[TO_DESK]} {number(int(value))}"
    if kind in ("digit", "num"):
        return digits(value)
    letter = prefix(value)
    opening = {"call": phrases[CALL], "recall": phrases[RECALL], "letter": ""}[kind]
    return f"{opening} {letter}".strip()


def made_of(unit: str) -> tuple[str, ...]:
    """Smaller units that together say the same, if there are any."""
    kind, _, value = unit.rpartition("_")
    if unit in _SAME:
        return (_SAME[unit],)
    if kind == "call":
        return CALL, f"letter_{value}"
    if kind == "recall":
        return RECALL, f"letter_{value}"
    if kind == "num":
        return tuple(f"digit_{digit}" for digit in value)
    if kind == "desk" and value.isdecimal():
        return TO_DESK, *(f"digit_{digit}" for digit in value)
    return ()
