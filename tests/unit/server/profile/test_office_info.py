"""What clients are told of an office file: names and texts in its languages."""

from assets import OFFICES
from server.profile.load import load_office
from server.profile.office_info import office_info

WARD = OFFICES / "ward-hoa-binh.toml"


def test_papers_fees_and_areas_are_told_in_every_language_the_office_has_them_in() -> None:
    """Of the catalogue's many texts only those of the procedures told."""
    told = office_info(load_office(WARD), status_url="", with_procedures=True)
    assert told.text_in("en", "Miễn phí") == "Free of charge"
    assert told.text_in("en", "Quầy 6, tầng 1") == "Counter 6, floor 1"
    assert told.text_in("km", "Miễn phí") == "Miễn phí"
    papers = {text for each in told.procedures for text in (*each.documents, each.fee)}
    assert "8.000 đồng" in papers & told.texts["en"].keys()
    short = office_info(load_office(WARD), status_url="", with_procedures=False)
    assert "8.000 đồng" not in short.texts["en"]


def test_a_label_is_told_in_english_and_the_official_name_stays_vietnamese() -> None:
    """A foreigner shows the clerk the name the procedure bears."""
    told = office_info(load_office(WARD), status_url="", with_procedures=True)
    birth = told.procedure("1.001193")
    assert birth is not None
    assert birth.label_in("en") == "Birth registration"
    assert birth.label_in("km") == birth.label == "Khai sinh"
    assert birth.name == "Thủ tục đăng ký khai sinh"
