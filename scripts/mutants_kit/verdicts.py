"""What all checks together say of each mutant, and whether that is what its file expects."""

from dataclasses import dataclass, field

from .mutant import Mutant


@dataclass
class Verdict:
    mutant: Mutant
    # The outcome of each check that was made, by its name.
    outcomes: dict
    # How long each check took.
    seconds: dict
    # What is not as the mutant's file says; empty if all is.
    surprises: list = field(default_factory=list)

    def __post_init__(self):
        self.surprises = list(self._surprises())

    @property
    def is_killed(self):
        return any(outcome.killed for outcome in self.outcomes.values())

    @property
    def is_killed_by_accident_only(self):
        findings = [f for outcome in self.outcomes.values() for f in outcome.findings]
        return bool(findings) and all(f.is_accident for f in findings)

    @property
    def killers(self):
        return [name for name, outcome in self.outcomes.items() if outcome.killed]

    def _surprises(self):
        if self.mutant.expectation == "kills":
            for check, name in self.mutant.expected:
                outcome = self.outcomes.get(check)
                if outcome is None:
                    continue
                if not outcome.killed:
                    yield f"the {check} should have killed it"
                elif name and not outcome.names(name):
                    yield f"the {check} should have found {name}"
        elif self.is_killed:
            said = "equivalent" if self.mutant.expectation == "equivalent" else "a survivor"
            yield f"its file says that it is {said}, but it was killed by: {', '.join(self.killers)}"

    def best(self, check):
        """The finding of a check that the table shows."""
        outcome = self.outcomes.get(check)
        if outcome is None:
            return None
        wanted = dict(self.mutant.expected).get(check)
        return outcome.best(wanted if wanted and outcome.names(wanted) else None)

    def as_json(self):
        return {
            "mutant": self.mutant.id, "digest": self.mutant.digest, **self.mutant.keys, "killed": self.is_killed,
            "surprises": self.surprises,
            "checks": {
                name: {
                    "killed": outcome.killed, "seconds": round(self.seconds[name], 2),
                    "doubts": outcome.doubts,
                    "best": vars(self.best(name)) if outcome.killed else None,
                    "findings": [vars(finding) for finding in outcome.findings],
                } for name, outcome in self.outcomes.items()
            },
        }


def judge(mutant, number, checks, clock):
    """Lets every check that can tell look at a mutant. `checks` has them by name."""
    wanted = dict(mutant.expected)
    outcomes, seconds = {}, {}
    for name in mutant.checks:
        if name not in checks:
            continue
        check, start = checks[name], clock()
        if name == "explorer":
            outcomes[name] = check.check(number, wanted.get(name))
        elif name == "prover":
            named = [statement for asked, statement in mutant.expected if asked == name]
            outcomes[name] = check.check(number, named)
        else:
            outcomes[name] = check.check(
                number, mutant.is_about_memory, is_in_kernel=mutant.side == "kernel")
        seconds[name] = clock() - start
    return Verdict(mutant, outcomes, seconds)
