"""``python -m display --screen lobby|wall``."""

from display.app import main

if __name__ == "__main__":
    raise SystemExit(main())
