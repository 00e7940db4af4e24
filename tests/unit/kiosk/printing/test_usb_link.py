"""No USB printer is here: a device made by hand stands for what pyusb would find."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
import usb.core

from kiosk.printing.address import UsbAddress
from kiosk.printing.escpos_printer import EscposPrinter
from kiosk.printing.job import job_bytes
from kiosk.printing.link import PrinterTimeouts
from kiosk.printing.port import PrintReason, PrintState
from kiosk.printing.raster import draw
from kiosk.printing.usb_link import UsbLink
from tests.support.fake_printer import Behaviour, Mode
from tests.support.receipts import USUAL

ADDRESS = UsbAddress(0x04B8, 0x0E15)
JOB = job_bytes(draw(USUAL))
QUICK = PrinterTimeouts(answer_s=0.1, idle_s=0.2, confirm_s=0.3, mute_confirm_s=0.1, poll_s=0.05)
PRINTER, STORAGE = 7, 8


@dataclass
class Device:
    """A printer whose endpoints are 0x81 and 0x02, not those python-escpos takes for granted."""

    behaviour: Behaviour = field(default_factory=lambda: Behaviour(Mode.OK))
    interface_class: int = PRINTER
    answers: bool = True
    takes: int = 64
    stalls_after: int = 10**9
    kernel_has_it: bool = True
    released: bool = False
    said: bytearray = field(default_factory=bytearray)
    total: int = 0

    def get_active_configuration(self) -> "list[Interface]":
        return [Interface(STORAGE, 0, []), Interface(self.interface_class, 1, self.endpoints())]

    def endpoints(self) -> "list[Endpoint]":
        ends = [Endpoint(self, 0x02)]
        return [Endpoint(self, 0x81), *ends] if self.answers else ends

    def is_kernel_driver_active(self, interface: int) -> bool:
        return self.kernel_has_it and interface == 1

    def detach_kernel_driver(self, interface: int) -> None:
        self.kernel_has_it = interface != 1

    def finalize(self) -> None:
        self.released = True


@dataclass
class Interface:
    bInterfaceClass: int  # noqa: N815 -- the names of the USB standard
    bInterfaceNumber: int  # noqa: N815 -- the names of the USB standard
    ends: "list[Endpoint]"

    def __iter__(self) -> "Iterator[Endpoint]":
        return iter(self.ends)


@dataclass
class Endpoint:
    device: Device
    bEndpointAddress: int  # noqa: N815 -- the names of the USB standard
    bmAttributes: int = 2  # noqa: N815 -- the names of the USB standard

    def write(self, data: bytes, timeout: int) -> int:
        assert timeout > 0
        piece = data[: self.device.takes]
        if self.device.total > self.device.stalls_after:
            raise usb.core.USBTimeoutError("Operation timed out")
        self.device.total += len(piece)
        self.device.said += self.device.behaviour.take(piece, self.device.total)
        return len(piece)

    def read(self, size: int, timeout: int) -> bytes:
        assert timeout > 0
        if not self.device.said:
            raise usb.core.USBTimeoutError("Operation timed out")
        said = bytes(self.device.said[:size])
        del self.device.said[:size]
        return said


@pytest.fixture
def claimed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Which interfaces were claimed; pyusb itself is not asked, it knows no such device."""
    numbers: list[int] = []
    monkeypatch.setattr("usb.util.claim_interface", lambda _, number: numbers.append(number))
    monkeypatch.setattr("usb.util.dispose_resources", lambda device: device.finalize())
    return numbers


def printer(device: Device | None) -> EscposPrinter:
    """Our printer on a bus with that one device."""

    def find(idVendor: int, idProduct: int) -> Device | None:  # noqa: N803 -- pyusb's names
        assert UsbAddress(idVendor, idProduct) == ADDRESS
        return device

    return EscposPrinter(UsbLink(ADDRESS, QUICK, find), QUICK)


def test_a_usb_printer_is_found_taken_and_given_back(claimed: list[int]) -> None:
    """Its printer interface and endpoints are looked up; the ticket is confirmed."""
    device = Device()
    outcome = printer(device).send(JOB)
    assert (outcome.state, outcome.reason) == (PrintState.CONFIRMED, PrintReason.OK)
    assert len(device.behaviour.decoder.finish()) == 1
    assert claimed == [1]
    assert not device.kernel_has_it
    assert device.released


def test_a_usb_printer_without_a_way_back_cannot_confirm(claimed: list[int]) -> None:
    """Nothing is asked, nothing is claimed to be known."""
    device = Device(answers=False)
    outcome = printer(device).send(JOB)
    assert (outcome.state, outcome.reason) == (PrintState.UNCONFIRMED, PrintReason.ONE_WAY)
    assert device.behaviour.decoder.questions == []


def test_a_usb_printer_that_stops_taking_is_given_up(claimed: list[int]) -> None:
    """A time-out in mid-ticket leaves the outcome unknown."""
    outcome = printer(Device(stalls_after=20_000)).send(JOB)
    assert (outcome.state, outcome.reason) == (PrintState.UNKNOWN, PrintReason.STALLED)


@pytest.mark.parametrize("device", [None, Device(interface_class=3)], ids=["none", "keyboard"])
def test_what_is_no_printer_is_out_of_reach(device: Device | None, claimed: list[int]) -> None:
    """An unplugged cable or another device under that number: nothing was sent."""
    outcome = printer(device).send(JOB)
    assert (outcome.state, outcome.reason) == (PrintState.NOT_SENT, PrintReason.UNREACHABLE)
    assert claimed == []
