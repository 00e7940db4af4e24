"""``python -m server`` is the ``denluot`` command."""

from server.cli.main import main

main()
