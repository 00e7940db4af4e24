from pathlib import Path

import pytest

from kiosk.printing.address import (
    AddressError,
    FileAddress,
    NoAddress,
    PrinterAddress,
    SerialAddress,
    TcpAddress,
    UsbAddress,
    parse_address,
)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("tcp://10.0.0.7:9101", TcpAddress("10.0.0.7", 9101)),
        ("tcp://printer.local", TcpAddress("printer.local", 9100)),
        ("tcp://[::1]:9100", TcpAddress("::1", 9100)),
        ("file:out/tickets.bin", FileAddress(Path("out/tickets.bin"))),
        ("usb:04b8:0E15", UsbAddress(0x04B8, 0x0E15)),
        ("usb:0x04b8:0x0e15", UsbAddress(0x04B8, 0x0E15)),
        ("serial:COM3", SerialAddress("COM3", 9600)),
        ("serial:/dev/ttyUSB0@115200", SerialAddress("/dev/ttyUSB0", 115200)),
        (" none ", NoAddress()),
    ],
)
def test_each_form_of_address_is_understood(text: str, address: PrinterAddress) -> None:
    """Every documented form is read, with the usual port and speed where none is given."""
    assert parse_address(text) == address


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "expected tcp://"),
        ("lpt:1", "expected tcp://"),
        ("NONE", "expected tcp://"),
        ("tcp", "expected tcp://"),
        ("tcp:10.0.0.7", "write tcp://"),
        ("tcp://:9100", "the host is missing"),
        ("tcp://host:ninety", "port"),
        ("tcp://host:70000", "port"),
        ("tcp://host:0", "the port must be 1 to 65535"),
        ("tcp://host:9100/queue", "only a host and a port"),
        ("tcp://user@host:9100", "only a host and a port"),
        ("file:", "the path is missing"),
        ("usb:04b8", "four hex digits"),
        ("usb:04b8:zzzz", "four hex digits"),
        ("serial:", "the device is missing"),
        ("serial:COM3@fast", "'fast' is not a number"),
        ("serial:COM3@0", "'0' is not a number"),
    ],
)
def test_a_wrong_address_says_what_is_wrong_with_it(text: str, fault: str) -> None:
    """The message names the address as written and the part at fault."""
    with pytest.raises(AddressError) as told:
        parse_address(text)
    assert fault in str(told.value)
    assert repr(text.strip()) in str(told.value)
