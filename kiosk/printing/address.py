"""Where the printer is, as written after ``--printer``: see ``FORMS``."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

RAW_PORT: Final = 9100  # where network printers listen unless told otherwise
USUAL_BAUD: Final = 9600
FORMS: Final = "tcp://host:port, file:PATH, usb:VID:PID, serial:DEV[@BAUD] or none"


class AddressError(ValueError):
    """A printer address that cannot be parsed; ``str()`` names the address and the fault."""

    def __init__(self, address: str, fault: str) -> None:
        """Say of ``address`` what is wrong with it."""
        super().__init__(f"printer address {address!r}: {fault}")


@dataclass(frozen=True)
class TcpAddress:
    """A network printer that takes raw bytes."""

    host: str
    port: int


@dataclass(frozen=True)
class FileAddress:
    """A file, a pipe or a device file; tickets are added at its end."""

    path: Path


@dataclass(frozen=True)
class UsbAddress:
    """A USB printer by its vendor and product numbers."""

    vendor: int
    product: int


@dataclass(frozen=True)
class SerialAddress:
    """A printer on a serial line; ``baud`` is bits per second."""

    device: str
    baud: int


@dataclass(frozen=True)
class NoAddress:
    """No printer at all: the screen alone shows the number."""


PrinterAddress = TcpAddress | FileAddress | UsbAddress | SerialAddress | NoAddress


def parse_address(text: str) -> PrinterAddress:
    """Read a printer address.

    Raises:
        AddressError: names what is wrong with it.

    """
    address = text.strip()
    if address == "none":
        return NoAddress()
    kind, colon, rest = address.partition(":")
    if kind == "tcp" and colon:
        return _tcp(address, rest)
    if kind == "file" and colon:
        return _file(address, rest)
    if kind == "usb" and colon:
        return _usb(address, rest)
    if kind == "serial" and colon:
        return _serial(address, rest)
    raise AddressError(address, f"expected {FORMS}")


def _tcp(address: str, rest: str) -> TcpAddress:
    if not rest.startswith("//"):
        raise AddressError(address, "write tcp:// and then host:port")
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise AddressError(address, f"{error}".lower()) from error
    if not host:
        raise AddressError(address, "the host is missing")
    if parts.path not in ("", "/") or parts.query or parts.fragment or parts.username is not None:
        raise AddressError(address, "only a host and a port may follow tcp://")
    if port == 0:
        raise AddressError(address, "the port must be 1 to 65535")
    return TcpAddress(host, RAW_PORT if port is None else port)


def _file(address: str, rest: str) -> FileAddress:
    if not rest:
        raise AddressError(address, "the path is missing")
    return FileAddress(Path(rest))


def _usb(address: str, rest: str) -> UsbAddress:
    found = re.fullmatch(r"(?:0[xX])?([0-9a-fA-F]{4}):(?:0[xX])?([0-9a-fA-F]{4})", rest)
    if found is None:
        raise AddressError(address, "vendor and product are four hex digits each, as 04b8:0e15")
    return UsbAddress(int(found[1], 16), int(found[2], 16))


def _serial(address: str, rest: str) -> SerialAddress:
    device, at, baud = rest.partition("@")
    if not device:
        raise AddressError(address, "the device is missing")
    if at and not (baud.isascii() and baud.isdigit() and int(baud) > 0):
        raise AddressError(address, f"the speed {baud!r} is not a number of bits per second")
    return SerialAddress(device, int(baud) if at else USUAL_BAUD)
