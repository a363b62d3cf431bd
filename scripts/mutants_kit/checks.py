"""The three checks, each as a function of a mutant's number that says what it found."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from .running import RunError, run


@dataclass
class Finding:
    """One way in which a check killed a mutant."""

    # The remark about a program that does not fail again: what it did may hang on those before it.
    ONCE = "not reproducible"

    # The property's number, the conformance group, or the accident.
    name: str
    # The universe, the instance, or the kernel's connector.
    place: str
    # Steps of the trace or program; None where there is none.
    length: int | None = None
    # Whether the solver's counterexample can be reached, in l4's words.
    remark: str = ""
    # All names that the same run found.
    also: tuple = ()
    # How many programs it took to find the first.
    programs: int | None = None
    is_accident: bool = False

    @property
    def is_certain(self):
        return not self.is_accident and self.remark != self.ONCE and self.length != 0


@dataclass
class Outcome:
    """What a check has to say of a mutant."""

    findings: list = field(default_factory=list)
    # Why it is not certain that there is nothing to find.
    doubts: list = field(default_factory=list)

    @property
    def killed(self):
        return bool(self.findings)

    def best(self, name=None):
        """The finding to be shown: of the name, if there is one; then the shortest."""
        named = [f for f in self.findings if name is None or name == f.name]
        return min(
            named or self.findings, default=None,
            key=lambda f: (
                f.is_accident, not f.is_certain, 99 if f.length is None else f.length))

    def names(self, name):
        return any(f.name == name for f in self.findings)


@dataclass(frozen=True)
class Effort:
    """How much is done for a mutant."""

    programs: int = 2000
    seed: int = 1
    search: int = 5
    check_timeout: int = 120
    prove_timeout: int = 400
    # Whether the prover looks at all statements, and how long it may take for that.
    all_statements: bool = False
    prove_all_timeout: int = 3000
    # Programs for the whole kernel; after so many that deviate there are no more.
    whole_programs: int = 8000
    stop_after: int = 12
    # The same where each may take the seconds that a kernel has for one step, which are these.
    stop_apart_after: int = 4
    patience: float = 0.6
    shorten: int = 90
    # Of a clock, and of a processor.
    conform_timeout: int = 300
    conform_seconds: int = 25
    states: int = 300_000


class Explorer:
    """Explores the small universes, the smallest first, until the property is violated."""

    # Too large to be explored once a mutant; what it shows, smaller ones show.
    LEFT_OUT = ("t1",)
    # The verdict on a universe that has more states than are looked at.
    INCOMPLETE = "incomplete"

    def __init__(self, tree, effort):
        self.tree, self.effort = tree, effort
        self.large = set()
        folder = tree.folder / "specs/universes"
        self.universes = sorted(p.stem for p in folder.glob("*.yaml") if p.stem not in self.LEFT_OUT)

    def check_original(self):
        """Raises RunError unless all universes hold, as far as they are explored; orders them by
        size."""
        sizes = {}
        for universe in self.universes:
            done = self._explore(f"specs/universes/{universe}.yaml", 0)
            verdict = done.accident or done.result[0]["verdict"]
            if verdict not in (self.INCOMPLETE, done.accident or done.result[0]["expected"]):
                raise RunError(f"without a mutant, universe {universe}: {verdict}")
            if verdict == self.INCOMPLETE:
                self.large.add(universe)
            sizes[universe] = done.result[0]["generated"]
        self.universes.sort(key=sizes.get)

    def check(self, number, wanted=None):
        outcome = Outcome()
        for universe in self.universes:
            self._universe(universe, f"specs/universes/{universe}.yaml", number, outcome)
            if outcome.names(wanted) or (outcome.killed and wanted is None):
                return outcome
        if outcome.killed and wanted:
            self._alone(number, wanted, outcome)
        return outcome

    def _alone(self, number, wanted, outcome):
        """Asks for one property only: it may be violated a step later than others."""
        for universe in self.universes:
            text = (self.tree.folder / f"specs/universes/{universe}.yaml").read_text()
            alone = re.sub(r"(?m)^properties:.*$\n?", "", text) + f"\nproperties: [{wanted}]\n"
            alone = re.sub(r"(?m)^goals:.*(\n  .*)*$", "goals: none", alone)
            path = self.tree.folder / f"out/{universe}-{number}-alone.yaml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(alone)
            self._universe(universe, str(path), number, outcome)
            path.unlink()
            if outcome.names(wanted):
                return

    def _universe(self, universe, path, number, outcome):
        done = self._explore(path, number)
        if done.accident:
            outcome.findings.append(Finding(done.accident, universe, is_accident=True))
            return
        result = done.result[0]
        if result["verdict"] == "violated":
            names = []
            for path in result["traces"]:
                # The file is named after the universe and the statement, or after what went wrong.
                name = Path(path).name.removesuffix(".itf.json")
                name = name.removeprefix(result["universe"] + "-")
                if name not in names:
                    names.append(name)
            length = len(json.loads((self.tree.folder / path).read_text())["states"]) - 1
            outcome.findings += [Finding(name, universe, length, also=tuple(names)) for name in names]
        elif result["verdict"] == "vacuous":
            missing = result["deadActions"] + result["unreachedGoals"]
            outcome.findings.append(Finding(f"never: {missing[0]}", universe))
        elif result["verdict"] != (
                self.INCOMPLETE if universe in self.large else result["expected"]):
            outcome.doubts.append(f"universe {universe}: {result['verdict']}")

    def _explore(self, path, number):
        return run(
            self.tree,
            ["check", path, "--format", "json", "--quiet", "--workers", "1", "--states",
             str(self.effort.states), "--traces", f"out/traces/{number}"],
            number, self.effort.check_timeout)


class Prover:
    """Proves the property that should fail, until there is a counterexample.

    To prove everything takes many minutes, so nothing else is asked, unless that is wanted. That all
    statements hold of the rules as they are is for `l4 prove` to say.
    """

    # Verdicts that say that the statement does not hold.
    FAILED = ("violated", "not inductive")

    def __init__(self, tree, effort):
        self.tree, self.effort = tree, effort
        # The numbers of all statements, if they are known.
        self.statements = []

    def check_original(self):
        if not self.effort.all_statements:
            return
        done = self._prove(0)
        if done.accident:
            raise RunError(f"without a mutant, the proof: {done.accident}")
        for row in done.result:
            if row["verdict"] != "holds":
                raise RunError(f"without a mutant, {row['statement']}: {row['verdict']}")
        self.statements = list(dict.fromkeys(map(self._number, done.result)))

    def check(self, number, wanted):
        """`wanted` are the statements that should fail; none if nothing is expected."""
        outcome = Outcome()
        for statement in wanted:
            self._read(self._prove(number, statement), outcome)
        if self.effort.all_statements and not outcome.killed:
            self._read(self._prove(number), outcome)
        elif not wanted:
            outcome.doubts.append("the prover was not asked: no statement is said to fail")
        return outcome

    def _read(self, done, outcome):
        if done.accident:
            outcome.findings.append(Finding(done.accident, "all", is_accident=True))
            return
        for row in done.result:
            name = self._number(row)
            if row["verdict"] == "vacuous":
                outcome.findings.append(Finding(f"vacuous: {row['statement']}", row["instance"]))
            elif row["verdict"].startswith(self.FAILED):
                remark = row["verdict"] if "(" in row["verdict"] else ""
                outcome.findings.append(Finding(name, row["instance"], remark=remark))
            elif row["verdict"] != "holds":
                outcome.doubts.append(f"{name} in {row['instance']}: {row['verdict']}")

    @staticmethod
    def _number(row):
        return row["statement"].split(" ")[0].rstrip(":")

    def _prove(self, number, statement=None):
        arguments = ["prove", "--format", "json", "--quiet", "--workers", "1"]
        arguments += ["--search", str(self.effort.search)]
        arguments += ["--statement", statement] if statement else []
        timeout = self.effort.prove_timeout if statement else self.effort.prove_all_timeout
        return run(self.tree, arguments, number, timeout)
