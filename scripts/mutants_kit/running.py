"""Running the built program on one mutant, with a time limit."""

import json
import os
import resource
import signal
import subprocess
from dataclasses import dataclass

from .schemata import VARIABLE

# Signals that a program does not send itself.
FROM_OUTSIDE = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
# Statuses of l4 that mean that it could not begin: nothing that a mutant can be blamed for.
CANNOT_BEGIN = {64: "a wrong flag", 65: "malformed input", 66: "no input", 69: "libz3 is missing"}


class RunError(Exception):
    """A run that says nothing about the mutant."""


@dataclass
class Run:
    """What came of a run: its JSON, or how it ended without."""

    result: object = None
    accident: str = ""


def run(tree, arguments, number, timeout, processor_seconds=None):
    """Runs l4 of the tree as mutant `number`; 0 is the original.

    Who loops in vain is stopped by the seconds of a processor, however busy the machine is."""
    # Who crashes shall end at once, and not look at itself for longer than a kernel may take.
    environment = dict(os.environ, SWIFT_BACKTRACE="enable=no", **{VARIABLE: str(number)})
    process = subprocess.Popen(
        [str(tree.program)] + arguments, cwd=tree.folder, env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    if processor_seconds:
        try:
            resource.prlimit(
                process.pid, resource.RLIMIT_CPU, (processor_seconds, processor_seconds + 5))
        except ProcessLookupError:
            pass
    try:
        out, errors = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return Run(accident=f"hang ({timeout} s)")
    if process.returncode in CANNOT_BEGIN:
        reason = CANNOT_BEGIN[process.returncode]
        raise RunError(f"l4 {' '.join(arguments)}: {reason}: {errors.strip()}")
    if process.returncode == -signal.SIGXCPU:
        return Run(accident=f"hang ({processor_seconds} s)")
    if -process.returncode in FROM_OUTSIDE:
        raise RunError(f"l4 {' '.join(arguments)}: ended by somebody else")
    if process.returncode < 0:
        name = signal.Signals(-process.returncode).name
        return Run(accident=f"crash ({name}{_fatal(errors)})")
    try:
        return Run(result=json.loads(out))
    except json.JSONDecodeError:
        said = errors.strip().splitlines() or [f"status {process.returncode}"]
        return Run(accident=f"error ({said[0][:80]})")


def _fatal(errors):
    """The kernel's or the runtime's own words about a crash, if there are any."""
    for line in errors.splitlines():
        if "Fatal error" in line:
            words = line.partition("Fatal error")[2].strip(": ")
            return f": {words}" if words else ""
    return ""
