"""``python -m server`` is the ``denluot`` command."""

from server.cli import main

main()
