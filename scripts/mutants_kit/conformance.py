"""The third check: programs on the kernel, beside the specification."""

from .checks import Finding, Outcome
from .running import RunError, run


class Conformance:
    """Tests the reference kernel until it deviates: with programs about the whole of it, and with
    programs about memory alone on all that a kernel can be built like.

    A whole kernel is judged by what its threads see. Only if they see nothing, or what they see takes
    a long program, does it look at its own structures. One that crashes or hangs is run once more in
    a process of its own, so that the program is known.
    """

    # A program of so many steps is short enough.
    SHORT = 6

    def __init__(self, tree, effort):
        self.tree, self.effort = tree, effort
        self.kernels = []

    def check_original(self):
        for audit in (0, 1):
            self._expect_nothing(self._whole(0, audit))
            self._expect_nothing(self._whole(0, audit, self._apart(audit)))
        done = self._memory(0, ["reference"])
        self._expect_nothing(done)
        self._expect_nothing(self._memory(0, ["reference", *self._memory_apart()]))
        self.kernels = [report["kernel"] for report in done.result["memory"]]

    @staticmethod
    def _expect_nothing(done):
        if done.accident:
            raise RunError(f"without a mutant, conformance: {done.accident}")
        for report in done.result["whole"] + done.result["memory"]:
            if report["findings"]:
                finding = report["findings"][0]
                raise RunError(f"without a mutant, {report['kernel']}: {finding['group']}")

    def check(self, number, is_about_memory=False, is_in_kernel=True):
        outcome = Outcome()
        whole = self._look_at_whole if is_in_kernel else self._look_at_rules
        parts = [whole, self._look_at_memory]
        for part in reversed(parts) if is_about_memory else parts:
            part(number, outcome)
            if any(not finding.is_accident for finding in outcome.findings):
                break
        return outcome

    def _look_at_whole(self, number, outcome):
        for audit, how in (0, "whole"), (1, "whole, by its own audit"):
            done = self._whole(number, audit)
            self._read(done, "whole", how, outcome)
            if done.accident:
                apart = self._whole(number, audit, self._apart(audit))
                if not apart.accident:
                    self._read(apart, "whole", how + ", in a process of its own", outcome)
            best = outcome.best()
            if best and best.is_certain and best.length <= self.SHORT:
                return

    def _look_at_rules(self, number, outcome):
        """Rules that crash or hang do so in every process, but not in every program."""
        done = self._whole(number, 0)
        self._read(done, "whole", "whole", outcome)
        if done.accident:
            few = self._whole(number, 0, corpus="none", stop_after=1)
            if not few.accident:
                self._read(few, "whole", "whole, at random", outcome)

    def _look_at_memory(self, number, outcome):
        for kernel in self.kernels:
            done = self._memory(number, [kernel, "--only"])
            self._read(done, "memory", kernel, outcome)
            # What programs leave behind in a kernel that goes on is no finding of the next one.
            if outcome.killed and not any(finding.is_certain for finding in outcome.findings):
                apart = self._memory(number, [kernel, *self._memory_apart()])
                if not apart.accident:
                    self._read(apart, "memory", kernel + ", in a process of its own", outcome)
            if outcome.killed:
                return

    def _read(self, done, part, place, outcome):
        if done.accident:
            outcome.findings.append(Finding(done.accident, place, is_accident=True))
            return
        for report in done.result[part]:
            for finding in report["findings"]:
                remark = "" if finding["isReproducible"] else Finding.ONCE
                outcome.findings.append(
                    Finding(
                        finding["group"], place, finding["shrunkLength"], remark,
                        programs=report.get("firstDeviation")))

    def _whole(self, number, audit, kernel="reference", corpus="small", stop_after=None):
        arguments = ["--no-memory", "--only", "--corpus", corpus, "--jobs", "1"]
        arguments += ["--programs", str(self.effort.whole_programs), "--audit", str(audit)]
        if kernel == "reference":
            arguments += ["--stop-after", str(stop_after or self.effort.stop_after)]
        else:
            arguments += ["--stop-after", str(self.effort.stop_apart_after)]
            arguments += ["--patience", str(self.effort.patience)]
            # Each program that hangs takes twice the patience.
            arguments += ["--shrink-time", str(self.effort.shorten)]
        return self._campaign(number, kernel, arguments, is_apart=kernel != "reference")

    def _memory(self, number, kernel):
        return self._campaign(
            number, kernel[0],
            [*kernel[1:], "--no-whole", "--no-paths",
             "--memory-programs", str(self.effort.programs)], is_apart="--apart" in kernel)

    def _campaign(self, number, kernel, arguments, is_apart):
        return run(
            self.tree,
            ["conform", kernel, *arguments, "--format", "json", "--quiet",
             "--seed", str(self.effort.seed), "--findings", f"out/findings/{number}"],
            number, self.effort.conform_timeout,
            # A kernel in a process of its own would have the same limit, and may live longer.
            None if is_apart else self.effort.conform_seconds)

    def _memory_apart(self):
        """Flags for programs about memory on a kernel in a process of its own."""
        return ["--only", "--apart", "--patience", str(self.effort.patience)]

    def _apart(self, audit):
        """The reference kernel of the tree in a process of its own."""
        return f"json:{self.tree.program} host reference --audit {audit}"
