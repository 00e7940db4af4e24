"""Of a citizen card nothing stays behind: every file and word of server and kiosk is searched."""

from pathlib import Path

import pytest

import assets
from tests.support.fake_printer import FakePrinter
from tests.support.programs import Driven, lines, program
from tests.support.readers import scanned, with_margin
from tests.support.server_process import ServerProcess
from tests.support.waiting import until

pytestmark = pytest.mark.slow

# Nobody's card: no place in the country has the code 999.
NUMBER = "999146012345"
OLD_NUMBER = "024999999"
CARD = f"{NUMBER}|{OLD_NUMBER}|Trần Thị Hoa Mơ|23111946|Nữ|Tổ 5, Hòa Bình|10052021"
TORN = f"{NUMBER}|{OLD_NUMBER}|Trần Thị Hoa Mơ|99991946|Nữ"
ENOUGH = "đã lấy đủ số"
PERSONAL = (NUMBER, OLD_NUMBER, "Hoa Mơ", "23111946", "99991946", "Tổ 5, Hòa Bình", "10052021")


def limited_office(folder: Path) -> str:
    """The ward's profile, one number a card and day: the case in which cards are remembered."""
    profile = (assets.OFFICES / "ward-hoa-binh.toml").read_text("utf-8")
    file = folder / "office.toml"
    file.write_text(profile.replace("[kiosk]\n", "[kiosk]\ntickets_a_person = 1\n"), "utf-8")
    return f"--office={file}"


def test_a_scanned_card_offers_priority_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Scanned on the first page and over a procedure, torn and without Enter; then a ticket.

    The same card gets no second number, and the ticket's own code shows where it stands.
    """
    data, state, home = (tmp_path / name for name in ("data", "state", "home"))
    home.mkdir()
    for variable in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(home))
    with (
        FakePrinter() as printer,
        ServerProcess(data, limited_office(tmp_path), "--log-level=debug") as server,
        program(
            *("kiosk", "--server", server.ws, "--state", str(state), "--size", "1080x1920"),
            *("--pilot", "--printer", printer.address),
        ) as process,
    ):
        kiosk = Driven(process)
        kiosk.do(do="wait", name="Khai sinh", timeout_s=60)
        scan(kiosk, TORN + "\n")
        scan(kiosk, CARD + "\n")
        kiosk.tap("Khai sinh")
        scan(kiosk, CARD)
        kiosk.tap("Lấy số")
        kiosk.sees("Số của ông/bà")
        until(lambda: bool(printer.decoder.sheets))
        [address] = scanned([with_margin(printer.sheets()[0])], tmp_path)
        seen = " ".join(kiosk.texts())
        kiosk.tap("Xong")
        kiosk.do(do="wait", name="Khai sinh")
        scan(kiosk, CARD + "\n")
        kiosk.tap("Khai sinh")
        kiosk.tap("Lấy số")
        kiosk.sees(ENOUGH)
        scan(kiosk, address + "\n")
        kiosk.sees("9 001")
        seen += " ".join(kiosk.texts())
        kiosk.do(do="quit")
        assert process.wait(60) == 0
        said = lines(process.stdout).read() + lines(process.stderr).read()
        said += server.errors()
        paper = bytes(printer.received)
    assert searched(seen, said, paper, data, state, home) > 4


def scan(kiosk: Driven, code: str) -> None:
    """A scanner's burst, and the rest after which nothing of it is on its way any more."""
    kiosk.do(do="type", text=code)
    for text in kiosk.texts():
        assert not any(word in text for word in PERSONAL)


def searched(seen: str, said: str, paper: bytes, *folders: Path) -> int:
    """Fail where anything of the card is found; how many files were searched."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    for path in files:
        content = path.read_bytes()
        for word in PERSONAL:
            assert word.encode() not in content, (path.name, word)
            assert word.encode("utf-16-le") not in content, (path.name, word)
    for word in PERSONAL:
        assert word not in seen
        assert word not in said
        assert word.encode() not in paper
    return len(files)
