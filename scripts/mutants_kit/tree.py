"""The copy of the sources in which all mutants are built, with a build folder of its own."""

import subprocess
import time
from pathlib import Path

from . import schemata


class BuildError(Exception):
    """The tree does not compile; the message is the compiler's."""


class Tree:
    def __init__(self, root, folder):
        self.root = Path(root)
        self.folder = Path(folder)

    @property
    def program(self):
        return (self.folder / ".build/release/l4").resolve()

    def write(self, mutants):
        """Brings the copy up to date; files that stay as they are keep their times."""
        paths = set(_output(["git", "ls-files", "-co", "--exclude-standard"], self.root).split("\n"))
        paths = {path for path in paths if path and (self.root / path).is_file()}
        changed = schemata.build(mutants, lambda path: (self.root / path).read_text())
        for path in paths | set(changed):
            text = changed.get(path)
            content = text.encode() if text is not None else (self.root / path).read_bytes()
            _write(self.folder / path, content)
        self._forget(paths | set(changed))

    def _forget(self, paths):
        """Removes what is left of files that the product does not have any more."""
        for path in list(self.folder.rglob("*")):
            relative = path.relative_to(self.folder)
            if relative.parts[0] in (".build", "out", "Package.resolved"):
                continue
            if path.is_file() and str(relative) not in paths:
                path.unlink()

    def build(self):
        """Builds l4; returns the seconds that it took."""
        start = time.monotonic()
        done = subprocess.run(
            ["swift", "build", "-c", "release", "--product", "l4", "--package-path",
             str(self.folder)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            lines = [line for line in done.stdout.splitlines() if "error:" in line]
            raise BuildError("\n".join(lines or done.stdout.splitlines()[-20:]))
        return time.monotonic() - start


def _write(path, content):
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _output(command, folder):
    return subprocess.run(
        command, cwd=folder, stdout=subprocess.PIPE, text=True, check=True).stdout
