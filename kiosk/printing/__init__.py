"""Tickets on paper: from the facts of a ticket to what is known about its print.

``port`` is what the rest of the kiosk sees; ``escpos_printer.open_printer`` fills it.
"""
