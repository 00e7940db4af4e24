"""A USB printer, through pyusb.

Not through python-escpos's ``Usb``: that one takes the endpoints 0x82 and 0x01 for granted, reads
with a time-out of its own and resets the device at every opening.
"""

import contextlib
from collections.abc import Callable
from typing import Any, Final

from kiosk.printing.address import UsbAddress
from kiosk.printing.link import LinkError, PrinterTimeouts
from kiosk.printing.port import PrintReason

PRINTER_CLASS: Final = 7
DIRECTION_IN: Final = 0x80
BULK: Final = 2
ANSWER_BYTES: Final = 64
SHORTEST_MS: Final = 1  # 0 would mean: wait for ever

Find = Callable[..., Any]


class UsbLink:
    """See ``PrinterLink``. ``two_way`` turns false on a printer without a way back."""

    shared = False

    def __init__(
        self, address: UsbAddress, timeouts: PrinterTimeouts, find: Find | None = None
    ) -> None:
        """A line to ``address``; ``find`` is ``usb.core.find`` unless a test brings its own."""
        self.two_way = True
        self._address = address
        self._timeouts = timeouts
        self._find = find
        self._device: Any = None
        self._interface = 0
        self._out: Any = None
        self._in: Any = None

    def open(self) -> None:
        """Find the printer, detach the kernel's driver and claim its printer interface. Raises
        ``LinkError``.
        """
        import usb.core
        import usb.util

        find = self._find or usb.core.find
        try:
            self._device = find(idVendor=self._address.vendor, idProduct=self._address.product)
            if self._device is None:
                raise LinkError(PrintReason.UNREACHABLE, f"no USB device {self._address}")
            self._claim(usb.util)
        except (usb.core.USBError, usb.core.NoBackendError, NotImplementedError) as error:
            raise LinkError(PrintReason.UNREACHABLE, f"USB: {error}") from error

    def _claim(self, util: Any) -> None:
        interface = next(
            (
                i
                for i in self._device.get_active_configuration()
                if i.bInterfaceClass == PRINTER_CLASS
            ),
            None,
        )
        if interface is None:
            raise LinkError(PrintReason.UNREACHABLE, "the USB device is no printer")
        self._interface = interface.bInterfaceNumber
        with contextlib.suppress(NotImplementedError):  # only Linux has a driver to detach
            if self._device.is_kernel_driver_active(self._interface):
                self._device.detach_kernel_driver(self._interface)
        util.claim_interface(self._device, self._interface)
        bulk = [end for end in interface if end.bmAttributes & 3 == BULK]
        self._in = next((e for e in bulk if e.bEndpointAddress & DIRECTION_IN), None)
        self._out = next((e for e in bulk if not e.bEndpointAddress & DIRECTION_IN), None)
        self.two_way = self._in is not None
        if self._out is None:
            raise LinkError(PrintReason.UNREACHABLE, "the USB printer has no way in")

    def write(self, data: bytes) -> int:
        """Write a piece. Raises ``LinkError``."""
        import usb.core

        if self._out is None:
            raise LinkError(PrintReason.DROPPED, "the line is not open")
        try:
            return int(self._out.write(data, timeout=round(self._timeouts.idle_s * 1000)))
        except usb.core.USBTimeoutError as error:
            raise LinkError(PrintReason.STALLED, "the printer stopped reading") from error
        except usb.core.USBError as error:
            raise LinkError(PrintReason.DROPPED, f"while sending: {error}") from error

    def read(self, wait_s: float) -> bytes:
        """What came in within ``wait_s``. Raises ``LinkError``."""
        import usb.core

        if self._in is None:
            return b""
        try:
            wait_ms = max(SHORTEST_MS, round(wait_s * 1000))
            return bytes(self._in.read(ANSWER_BYTES, timeout=wait_ms))
        except usb.core.USBTimeoutError:
            return b""
        except usb.core.USBError as error:
            raise LinkError(PrintReason.DROPPED, f"while reading: {error}") from error

    def finish(self) -> None:
        """Does nothing: what ``write`` counted is in the printer."""

    def close(self) -> None:
        """Release the printer."""
        import usb.core
        import usb.util

        if self._device is not None:
            with contextlib.suppress(usb.core.USBError):
                usb.util.dispose_resources(self._device)
        self._device = self._in = self._out = None
