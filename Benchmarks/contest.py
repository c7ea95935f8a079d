"""Contestants that take rounds in turn, and what their rounds say."""

import random
import statistics
import subprocess


class Contestant:
    """A program that reads a round a line and answers with nanoseconds a message; idle between rounds."""

    def __init__(self, *command):
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def round(self, *words):
        self._process.stdin.write(" ".join(map(str, words)) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise SystemExit(f"{self._process.args[0]} ended in the round: {' '.join(map(str, words))}")
        return float(answer)

    def close(self):
        self._process.stdin.close()
        self._process.wait()


class Ratio:
    """What one contestant takes as a multiple of what another takes, over the rounds in which both ran."""

    def __init__(self, ours, theirs):
        ratios = sorted(a / b for a, b in zip(ours, theirs))
        self.median = statistics.median(ratios)
        self.low = ratios[len(ratios) // 4]
        self.high = ratios[len(ratios) - 1 - len(ratios) // 4]

    def __str__(self):
        return f"{self.median:.2f} ({self.low:.2f}–{self.high:.2f})"


def interleave(measures, rounds):
    """Runs every measure once in each of so many rounds, in an order of its own each time.

    `measures` maps a name to a function that takes no arguments; the answer maps the name to its figures in the order of
    the rounds, so that figures of one place in the lists were measured side by side.
    """
    figures = {name: [] for name in measures}
    for _ in range(rounds):
        for name in random.sample(list(measures), len(measures)):
            figures[name].append(measures[name]())
    return figures
