"""The three checks, each as a function of a mutant's number that says what it found."""

import json
import re
from dataclasses import dataclass, field

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
        return not self.is_accident and self.remark != self.ONCE


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
    # Programs for the whole kernel; after so many that deviate there are no more.
    whole_programs: int = 4000
    stop_after: int = 12
    # The same where each may take the seconds that a kernel has for one step, which are these.
    stop_apart_after: int = 4
    patience: float = 0.6
    # Of a clock, and of a processor.
    conform_timeout: int = 300
    conform_seconds: int = 25
    states: int = 300_000


class Explorer:
    """Explores the small universes, the smallest first, until the property is violated."""

    # Too large to be explored once a mutant; what it shows, smaller ones show.
    LEFT_OUT = ("t1",)

    def __init__(self, tree, effort):
        self.tree, self.effort = tree, effort
        folder = tree.folder / "specs/universes"
        self.universes = sorted(p.stem for p in folder.glob("*.yaml") if p.stem not in self.LEFT_OUT)

    def check_original(self):
        """Raises RunError unless all universes hold; orders them by size."""
        sizes = {}
        for universe in self.universes:
            done = self._explore(f"specs/universes/{universe}.yaml", 0)
            if done.accident or done.result[0]["verdict"] != done.result[0]["expected"]:
                raise RunError(
                    f"without a mutant, universe {universe}: "
                    + (done.accident or done.result[0]["verdict"]))
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
            alone = re.sub(r"(?m)^properties:.*$", f"properties: [{wanted}]", text)
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
                name = re.search(r"-((?:[A-Z]-)?[A-Z]+\d+)\.itf\.json$", path).group(1)
                if name not in names:
                    names.append(name)
            length = len(json.loads((self.tree.folder / path).read_text())["states"]) - 1
            outcome.findings += [Finding(name, universe, length, also=tuple(names)) for name in names]
        elif result["verdict"] == "vacuous":
            missing = result["deadActions"] + result["unreachedGoals"]
            outcome.findings.append(Finding(f"never: {missing[0]}", universe))
        elif result["verdict"] != result["expected"]:
            outcome.doubts.append(f"universe {universe}: {result['verdict']}")

    def _explore(self, path, number):
        return run(
            self.tree,
            ["check", path, "--format", "json", "--quiet", "--workers", "1", "--states",
             str(self.effort.states), "--traces", f"out/traces/{number}"],
            number, self.effort.check_timeout)


class Prover:
    """Proves instance by instance, the quickest first, until the property is not inductive."""

    # What l4 proves only together with all else.
    NOT_ALONE = ("all 32-bit words", "any number")
    ONLY_WITH_ALL = ("T-AS10", "link")
    # Verdicts that say that a run breaks the rules.
    BY_A_RUN = ("violated", "not inductive (reachable)")

    def __init__(self, tree, effort):
        self.tree, self.effort = tree, effort
        self.instances = []
        # The numbers of all statements, and of those of each instance.
        self.statements = []
        self.statements_of = {}

    def check_original(self):
        done = self._prove(0)
        if done.accident:
            raise RunError(f"without a mutant, the proof: {done.accident}")
        seconds = {}
        for row in done.result:
            if row["verdict"] != "holds":
                raise RunError(f"without a mutant, {row['statement']}: {row['verdict']}")
            seconds[row["instance"]] = seconds.get(row["instance"], 0) + row["seconds"]
            self.statements_of.setdefault(row["instance"], set()).add(self._number(row))
        self.statements = list(dict.fromkeys(map(self._number, done.result)))
        self.instances = sorted(set(seconds) - set(self.NOT_ALONE), key=seconds.get)

    def check(self, number, wanted, is_reachable=False):
        """`wanted` is the statement that should fail; None if nothing is expected. `is_reachable`:
        that a run breaks the rules is known already."""
        outcome = Outcome()
        if wanted not in (None, *self.ONLY_WITH_ALL):
            # Other chapters' instances have nothing to say.
            for instance in (i for i in self.instances if wanted in self.statements_of[i]):
                self._read(self._prove(number, instance), instance, outcome)
                found = [f for f in outcome.findings if f.name == wanted]
                if any(is_reachable or f.remark in self.BY_A_RUN for f in found):
                    break
        if not outcome.killed:
            self._read(self._prove(number), "all", outcome)
        return outcome

    def _read(self, done, instance, outcome):
        if done.accident:
            outcome.findings.append(Finding(done.accident, instance, is_accident=True))
            return
        for row in done.result:
            name = self._number(row)
            if row["verdict"] == "vacuous":
                outcome.findings.append(Finding(f"vacuous: {row['statement']}", row["instance"]))
            elif row["verdict"].startswith("not inductive") or row["verdict"] == "violated":
                # The hot-spot rule, and the link between two forms of the rules, have no states.
                remark = "" if name in self.ONLY_WITH_ALL else row["verdict"]
                outcome.findings.append(Finding(name, row["instance"], remark=remark))
            elif row["verdict"] != "holds":
                outcome.doubts.append(f"{name} in {row['instance']}: {row['verdict']}")

    @staticmethod
    def _number(row):
        return row["statement"].split(" ")[0].rstrip(":")

    def _prove(self, number, instance=None):
        arguments = ["prove", "--format", "json", "--quiet", "--workers", "1"]
        arguments += ["--search", str(self.effort.search)]
        arguments += ["--instance", instance] if instance else []
        return run(self.tree, arguments, number, self.effort.prove_timeout)
