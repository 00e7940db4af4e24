"""``denluot ticket preview`` shows what the printer will be given."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from assets import OFFICES
from kiosk.printing.job import job_bytes
from tests.support.escpos_decoder import decode
from tests.support.readers import found, read, scanned, with_margin
from tests.support.receipts import DEMO_OFFICES

pytestmark = pytest.mark.slow

LABEL_ONLY = 'width_dots = 576\nblock = [{ text = "label", size = 120, tight = true }]\n'


def preview(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Ask for a preview in ``folder``, as somebody in that folder does."""
    return subprocess.run(
        [sys.executable, "-m", "server", "ticket", "preview", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def on_paper(file: Path) -> Image.Image:
    """The preview as paper with a little white around."""
    with Image.open(file) as picture:
        [sheet] = decode(job_bytes(picture.convert("1")), picture.width)
    return with_margin(sheet)


@pytest.mark.parametrize("office", DEMO_OFFICES)
@pytest.mark.parametrize(("mm", "dots"), [(80, 576), (58, 384)])
def test_a_preview_is_a_ticket_dot_for_dot(office: str, mm: int, dots: int, tmp_path: Path) -> None:
    """A 1-bit picture as wide as the printer prints, at its resolution, with a code to scan."""
    file = OFFICES / f"{office}.toml"
    done = preview(tmp_path, f"--office={file}", f"--width={mm}", "--out=own.png")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"own.png: {mm} mm x ")
    with Image.open(tmp_path / "own.png") as picture:
        assert (picture.mode, picture.width) == ("1", dots)
        assert round(picture.info["dpi"][0]) == 203
    [url] = scanned([on_paper(tmp_path / "own.png")], tmp_path)
    assert url.startswith("http://")


def test_everything_a_ticket_may_say_can_be_looked_at(tmp_path: Path) -> None:
    """A procedure's papers, English under the Vietnamese, priority, no server, a reprint."""
    wish = ("--service=1.001193", "--language=en", "--reprint", "--priority", "--offline")
    assert preview(tmp_path, *wish).returncode == 0
    page = read(on_paper(tmp_path / "ticket.png"), tmp_path, "-l", "vie", "--psm", "4")
    for wanted in (
        "BẢN IN LẠI lúc",
        "Your number",
        "Lượt ưu tiên theo lời khai của ông/bà",
        "Số cấp khi hệ thống mất kết nối, vẫn được gọi theo thứ tự.",
        "Ông/bà vui lòng chuẩn bị",
    ):
        assert found(wanted, page) >= 0.93 * len(wanted), (wanted, page)


def test_a_layout_of_ones_own_is_looked_at_before_it_is_used(tmp_path: Path) -> None:
    """Only the number, as the file says; a fault in the file is named and nothing is drawn."""
    own = tmp_path / "layouts"
    own.mkdir()
    (own / "layout-own.toml").write_text(LABEL_ONLY, "utf-8")
    assert preview(tmp_path, f"--layouts={own}").returncode == 0
    assert on_paper(tmp_path / "ticket.png").height < 400
    (own / "layout-own.toml").write_text(LABEL_ONLY.replace("label", "lable"), "utf-8")
    done = preview(tmp_path, f"--layouts={own}", "--out=other.png")
    assert done.returncode == 2
    assert "layout-own.toml: block 1, text:" in done.stderr
    assert not (tmp_path / "other.png").exists()


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ("--service=no_such", "no_such: neither a procedure nor one of the services"),
        ("--language=fr", "fr: nobody has written"),
        ("--width=70", "70"),
        ("--office=nowhere.toml", "nowhere.toml"),
        ("--out=nowhere/ticket.png", "nowhere"),
        ("--out=ticket.words", "ticket.words"),
    ],
)
def test_what_cannot_be_drawn_is_said(wish: str, why: str, tmp_path: Path) -> None:
    """One plain line and exit code 2, no traceback."""
    done = preview(tmp_path, wish)
    assert done.returncode == 2
    assert why in done.stderr
    assert "Traceback" not in done.stderr
