"""Why a ticket comes now, as a sentence a clerk can say aloud to whoever asks. Pure."""

from typing import Final

from counter.presenter.words import any_code_name, priority_name, service_name, small
from server.protocol.office import OfficeInfo
from server.protocol.views import Why

TONGUES: Final = {"vi": "Việt", "en": "Anh", "km": "Khmer", "zh": "Hoa"}


def why_sentence(why: Why | None, office: OfficeInfo) -> str:
    """The reason in words, empty for none.

    A code of a newer server is shown as it is, with its parameters, rather than hidden.
    """
    if why is None:
        return ""
    known = _by_time(why, office) or _by_class(why, office) or _by_place(why, office)
    if known:
        return known
    said = ", ".join(f"{name} {value}" for name, value in why.params.items())
    return f"Lý do: {why.code} ({said})." if said else f"Lý do: {why.code}."


def _by_time(why: Why, office: OfficeInfo) -> str:
    match why.code, why.params:
        case "oldest", _:
            return "Người đến sớm nhất."
        case "credit", {"priority": str(priority), "credit_min": minutes}:
            whom = small(priority_name(office, priority))
            return f"Ưu tiên {whom}: tính như đến sớm hơn {minutes} phút."
        case "cap", {"cap_min": cap, **rest}:
            waited = f"Đã chờ {rest['waited_min']} phút, " if "waited_min" in rest else "Đã chờ "
            return f"{waited}quá {cap} phút: không ai được gọi trước."
        case _:
            return ""


def _by_class(why: Why, office: OfficeInfo) -> str:
    priority = str(why.params.get("priority", ""))
    whom = small(priority_name(office, priority)) if priority else ""
    match why.code, why.params:
        case "class", {"priority": _}:
            return f"Ưu tiên {whom}: được mời trước." if whom else "Không có ai ưu tiên đang chờ."
        case "turn", {"priority_turns": first, "ordinary_turns": then}:
            return f"Đến lượt theo tỷ lệ của trung tâm: {first} ưu tiên, {then} thường."
        case "weight", {"priority": _}:
            if whom:
                return f"Ưu tiên {whom}: thời gian chờ được tính nhanh hơn."
            return "Đã chờ lâu nhất theo cách tính của trung tâm."
        case _:
            return ""


def _by_place(why: Why, office: OfficeInfo) -> str:
    match why.code, why.params:
        case "preferred", {"service": str(service)}:
            return f"Quầy này phục vụ trước: {small(service_name(office, service))}."
        case "language", {"language": str(spoken)}:
            tongue = TONGUES.get(spoken, spoken)
            return f"Người đến trước nói tiếng {tongue}, có quầy khác phục vụ được."
        case "returned", _:
            return "Trở lại sau khi giữ chỗ hoặc vắng mặt."
        case "sent_here", _:
            return "Được chuyển đến đúng quầy này."
        case "chosen", {"reason": str(reason)}:
            return f"Cán bộ chọn gọi: {small(any_code_name(office, reason))}."
        case _:
            return ""
