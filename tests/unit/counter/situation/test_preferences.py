"""The window's preferences kept on this machine."""

from pathlib import Path

from counter.situation.preferences import Preferences, PreferencesFile


def test_preferences_outlive_the_app_and_spoilt_ones_do_no_harm(tmp_path: Path) -> None:
    """One small file; what cannot be read is the usual."""
    file = PreferencesFile(tmp_path)
    assert file.load() == Preferences()
    wanted = Preferences(hotkeys="plain", toured=True, strip=True, x=10, y=20)
    file.save(wanted)
    assert PreferencesFile(tmp_path).load() == wanted
    for spoilt in ("", "[]", '{"x": "far", "strip": 1, "new": 3}'):
        (tmp_path / "window.json").write_text(spoilt, "utf-8")
        assert file.load() == Preferences()
    nowhere = PreferencesFile(None)
    nowhere.save(wanted)
    assert nowhere.load() == Preferences()
