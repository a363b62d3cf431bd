"""The third check: programs on the kernel, beside the specification."""

from .checks import Finding, Outcome
from .running import RunError, run


class Conformance:
    """Tests the variants of the reference kernel one after the other, until one deviates."""

    def __init__(self, tree, effort):
        self.tree, self.effort = tree, effort
        self.kernels = []

    def check_original(self):
        done = self._campaign(0, ["reference"])
        if done.accident:
            raise RunError(f"without a mutant, conformance: {done.accident}")
        for report in done.result:
            if report["findings"]:
                finding = report["findings"][0]
                raise RunError(f"without a mutant, {report['kernel']}: {finding['group']}")
        self.kernels = [report["kernel"] for report in done.result]

    def check(self, number):
        outcome = Outcome()
        for kernel in self.kernels:
            self._read(self._campaign(number, [kernel, "--only"]), kernel, outcome)
            if outcome.killed:
                break
        return outcome

    def _read(self, done, kernel, outcome):
        if done.accident:
            outcome.findings.append(Finding(done.accident, kernel, is_accident=True))
            return
        for finding in done.result[0]["findings"]:
            remark = "" if finding["isReproducible"] else "not reproducible"
            outcome.findings.append(
                Finding(finding["group"], kernel, finding["shrunkLength"], remark))

    def _campaign(self, number, kernel):
        return run(
            self.tree,
            ["conform", *kernel, "--format", "json", "--quiet", "--programs",
             str(self.effort.programs), "--seed", str(self.effort.seed), "--no-paths",
             "--findings", f"out/findings/{number}"],
            number, self.effort.conform_timeout)
