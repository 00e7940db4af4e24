"""``python -m counter``."""

from counter.app import main

if __name__ == "__main__":
    raise SystemExit(main())
