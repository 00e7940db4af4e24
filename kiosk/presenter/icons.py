"""Which icon stands beside which field of work or priority. Pure."""

from typing import Final

from kiosk.search import fold

OTHER: Final = "khac"
PRIORITY: Final = "uu_tien"

# First match wins, so the narrower word stands before the wider one.
_FIELDS: Final = (
    ("ket qua", "tra_ket_qua"),
    ("huong dan", "huong_dan"),
    ("chung thuc", "chung_thuc"),
    ("ho tich", "ho_tich"),
    ("thue", "thue"),
    ("dat dai", "dat_dai"),
    ("kinh doanh", "kinh_doanh"),
    ("doanh nghiep", "kinh_doanh"),
    ("cong thuong", "kinh_doanh"),
    ("can cuoc", "can_cuoc"),
    ("cu tru", "cong_an"),
    ("cong an", "cong_an"),
    ("bao tro", "bao_tro"),
    ("bao hiem", "bao_tro"),
    ("nguoi co cong", "bao_tro"),
    ("xay dung", "xay_dung"),
    ("giao thong", "xay_dung"),
    ("moi truong", "dat_dai"),
    ("nong nghiep", "dat_dai"),
    ("y te", "van_xa"),
    ("giao duc", "van_xa"),
    ("van hoa", "van_xa"),
    ("tu phap", "chung_thuc"),
    ("quan su", "quan_su"),
)
_PRIORITIES: Final = (
    ("khuyet tat", "wheelchair"),
    ("mang thai", "pregnant"),
    ("cao tuoi", "elderly"),
    ("co cong", "veteran"),
    ("thuong binh", "veteran"),
    ("tre em", "child"),
)
_SUPPORT: Final = (
    ("photocopy", "photocopy"),
    ("photo", "photocopy"),
    ("pho to", "photocopy"),
    ("in", "photocopy"),
    ("ke khai", "document"),
    ("sao chup", "photocopy"),
    ("cong chung", "chung_thuc"),
    ("phap luat", "legal"),
    ("phap ly", "legal"),
    ("truc tuyen", "search"),
    ("buu dien", "document"),
    ("wifi", "info"),
)


def field_glyph(name: str) -> str:
    """The icon of a field or service by its Vietnamese name."""
    return _first(_FIELDS, name, OTHER)


def priority_glyph(name: str) -> str:
    """The icon of a priority by its Vietnamese name."""
    return _first(_PRIORITIES, name, PRIORITY)


def support_glyph(name: str) -> str:
    """The icon of help beside the counters by its Vietnamese name."""
    return _first(_SUPPORT, name, "info")


def _first(table: tuple[tuple[str, str], ...], name: str, otherwise: str) -> str:
    words = f" {fold(name)} "
    return next((glyph for key, glyph in table if f" {key} " in words), otherwise)
