"""A language nobody has heard of comes by files alone, and is seen wherever citizens are.

A folder with two files and the names in the office's file: no line of code knows it.
"""

import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from typer.testing import CliRunner

import assets
from assets.languages.language import OWN_FOLDER, SOURCE, languages
from assets.tools import translations
from display.voice.speech import utter
from kiosk.paper import receipt
from kiosk.presenter.catalogue import Catalogue
from kiosk.printing.layout import shipped_layouts
from kiosk.printing.raster import all_texts
from kiosk.visit import Issued
from server.cli.main import app
from server.core import commands as c
from server.core import events as e
from server.core.decide import decide
from server.core.evolve import evolve
from server.core.model import DayState
from server.profile.load import load_office, rules
from server.profile.office_info import office_info
from server.protocol.office import OfficeInfo
from server.report.count import report_of
from server.report.names import names_of
from server.report.tables import tables
from server.words.coverage import coverage, left_out
from tests.support.builders import at
from tests.support.days import DAY
from tests.support.kiosk_glass import SIZES, Glass
from tests.support.kiosk_samples import MORNING

pytestmark = pytest.mark.finding("H3-language")

CODE = "xq"
NAME = "Xuqu"
WARD = assets.OFFICES / "ward-hoa-binh.toml"
FACTS = f"""
name = "{NAME}"
name_vi = "tiếng {NAME}"
weekdays = ["Xun", "Xu", "Xur", "Xuk", "Xul", "Xum", "Xus"]
date = "{{weekday}} {{day}}.{{month}}.{{year}}"
clock = "{{hour2}}x{{minute}}"
caption = "{{opening}} {{label}} {{where}}"

[phrases]
ph_moi = "Xo"
ph_den_quay = "xa"

[ticket]
"""


def said(text: str) -> str:
    """Xuqu is Vietnamese with a sign before it, so that every text is known again."""
    return f"¤{text}"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which somebody has put the language's folder, begun and translated."""
    folder = tmp_path / OWN_FOLDER / CODE
    folder.mkdir(parents=True)
    ticket = "".join(
        f'{key} = "{said(text)}"\n' for key, text in languages()[SOURCE].ticket.items()
    )
    (folder / "language.toml").write_text(FACTS + ticket, "utf-8")
    assert translations.main([str(folder)]) == 0  # collects what there is to translate
    translate(folder / "interface.ts")
    assert translations.main([str(folder.parent)]) == 0  # compiles it
    assert translations.main([str(folder.parent), "--check"]) == 0
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def translate(file: Path) -> None:
    """The translator's work."""
    tree = ET.parse(file)  # noqa: S314 -- our own file
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        translation.text = said(message.findtext("source", ""))
    tree.write(file, "utf-8")


@pytest.fixture
def office_file(tmp_path: Path) -> Path:
    """The demo ward, with a name in Xuqu beside each English one and the language on its kiosks."""
    text = WARD.read_text("utf-8")
    known = office_info(load_office(WARD), status_url="", with_procedures=True)
    named = re.compile(r'name = "([^"]*)"\nnames = \{ en = "([^"]*)" \}')
    text = named.sub(
        lambda m: f'name = "{m[1]}"\nnames = {{ en = "{m[2]}", {CODE} = "{said(m[1])}" }}', text
    )
    labels = [each.label for each in known.procedures]
    texts = "".join(f'"{each}" = "{said(each)}"\n' for each in {*labels, *known.texts["en"]})
    text = text.replace("[texts.en]", f"[texts.{CODE}]\n{texts}\n[texts.en]")
    file = tmp_path / "office.toml"
    file.write_text(
        text.replace('languages = ["vi", "en"]', f'languages = ["vi", "{CODE}"]'), "utf-8"
    )
    return file


@pytest.fixture
def office(home: Path, office_file: Path) -> OfficeInfo:
    """The office as its kiosks are told of it."""
    return office_info(
        load_office(office_file), status_url="http://192.168.1.10/t/", with_procedures=True
    )


def test_the_kiosk_offers_it_under_its_own_name_and_speaks_it(
    qtbot: QtBot, office: OfficeInfo
) -> None:
    """A touch on the name, and page after page says nothing but what was translated."""
    glass = Glass(qtbot, SIZES["portrait"], told=office)
    glass.tap(NAME)
    glass.settle()
    assert glass.says(said(office.service_name("kinh_doanh")))
    assert glass.says("Xun 23.11.2026")
    glass.kiosk.choose("1.001193")
    glass.settle()
    assert glass.says(said("Khai sinh"))
    assert glass.says(said("Tờ khai đăng ký khai sinh theo mẫu"))
    assert glass.says(said("Miễn phí"))
    assert glass.says(said("Lấy số"))
    assert not glass.says("Lấy số ngay")
    glass.close()
    assert glass.engine.complaints == []


def test_the_ticket_says_it_under_the_vietnamese(office: OfficeInfo) -> None:
    """Sentences, service and where to wait."""
    issued = Issued("9f2c41", "9 027", MORNING, 6, None)
    paper = receipt(Catalogue(office), "1.001193", issued, language=CODE)
    again = {
        each.again
        for those in all_texts(paper, shipped_layouts()[576], 5).values()
        for each in those
    }
    assert said("Số của ông/bà") in again
    assert said("Quầy 8 và 9, tầng 1") in "".join(again)
    assert said(office.service_name("khai_sinh")) in again


def test_the_ticket_can_be_looked_at_before(home: Path, office_file: Path) -> None:
    """``denluot ticket preview`` draws it, and refuses it where the folder is missing."""
    picture = home / "ticket.png"
    wish = ["ticket", "preview", "--office", str(office_file), "--language", CODE]
    ran = CliRunner().invoke(app, [*wish, "--out", str(picture)])
    assert ran.exit_code == 0, ran.output
    assert picture.stat().st_size > 0


def test_the_hall_shows_the_call_in_it(office: OfficeInfo) -> None:
    """As a caption after the Vietnamese; a desk without a number by its name in the language."""
    desk, guide = office.counter("q9"), office.counter("q0")
    assert desk is not None
    assert guide is not None
    assert utter("9 027", desk.clip, 0, CODE).translated == "Xo 9 027 xa 9"
    named = utter("9 027", guide.clip, 0, CODE, guide.names[CODE]).translated
    assert named == f"Xo 9 027 {said('Quầy hướng dẫn')}"


def test_the_report_counts_its_tickets_under_its_own_name(home: Path, office_file: Path) -> None:
    """From the log's ``language`` alone."""
    profile = load_office(office_file)
    facts: list[e.Event] = []
    state = DayState()
    for command in (
        c.OpenDay(at(0), DAY, rules(profile)),
        c.IssueTicket(at(1), "a", "khai_sinh", "", language=CODE),
        c.IssueTicket(at(2), "b", "khai_sinh", "", language=CODE),
        c.IssueTicket(at(3), "c", "khai_sinh", "", language="vi"),
    ):
        for fact in decide(state, command):
            facts.append(fact)
            state = evolve(state, fact)
    (counts,) = [t for t in tables(report_of(facts), names_of(profile)) if t.key == "counts"]
    spoken = [row[1:] for row in counts.rows if row[0] == "Ngôn ngữ của phiếu"]
    assert spoken == [(CODE, f"{NAME} (tiếng {NAME})", 2), ("vi", "Tiếng Việt", 1)]


def test_the_check_of_the_office_file_is_content_with_it(
    home: Path, office_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says what is missing as soon as something is: here all sentences of a ticket."""
    ran = CliRunner().invoke(app, ["office", "check", str(office_file)])
    assert ran.exit_code == 0, ran.output
    assert "kiosk.languages" not in ran.output
    other = home / "other"
    shutil.copytree(home / OWN_FOLDER, other / OWN_FOLDER)
    facts = other / OWN_FOLDER / CODE / "language.toml"
    facts.write_text(facts.read_text("utf-8").partition("[ticket]")[0], "utf-8")
    monkeypatch.setenv("HOME", str(other))
    ran = CliRunner().invoke(app, ["office", "check", str(office_file)])
    assert f"kiosk.languages: {CODE} ({NAME}): " in ran.output


def test_a_visit_is_covered_wholly(office: OfficeInfo) -> None:
    """Nothing a visit shows is left in Vietnamese."""
    assert coverage(languages()[CODE], office).missing == ()
    assert list(left_out(office)) == []
