"""What every test runs under: no window, no sound card, no hurry."""

import os

# Before pytest-qt makes its application: tests never open a window.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
