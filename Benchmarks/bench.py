"""Runs the benchmarks and prints the table of Docs/Performance.md.

    bench.py [instructions] [--rounds N] [--page FILE] [--plot FILE]

`make bench` builds what it needs first. Every figure is a ratio of two programs that took turns, with a control: the
same program against itself. `instructions` counts instead of timing, so that nothing else on the machine disturbs it,
and ends with an error where a figure is over the bound in bounds.json.
"""

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import codec_goals
import growth
import plot
import server_goals

HERE = Path(__file__).resolve().parent


@dataclass
class Tools:
    """Where the programs are that take part."""

    codecs: str
    server: str
    cpp: str
    echo: str
    load: str
    grpc: str
    zmqspec: str
    payloads: str
    python: str = sys.executable


def verdict(bound, value):
    if bound is None:
        return "–", "–"
    if isinstance(bound, tuple):
        return f"≥ {bound[0]:g}", "reached" if value >= bound[0] else "missed"
    goal = f"≤ {bound:.2f}" if bound >= 0.1 or bound == 0 else f"≤ 1/{1 / bound:.0f}"
    return goal, "reached" if value <= bound else "missed"


def line(goal, what, bound, ratio, control):
    value = ratio.median if hasattr(ratio, "median") else ratio
    small = isinstance(bound, float) and 0 < bound < 0.1
    shown = f"1/{1 / value:.1f}" if small else str(ratio) if hasattr(ratio, "median") else f"{value:.3f}"
    wanted, reached = verdict(bound, value)
    return f"| {goal} | {what} | {wanted} | {shown} | {control or '–'} | {reached} |"


HEAD = """| # | what, ours as a multiple of the other's | goal | median (middle half of the rounds) | control | verdict |
|---|---|---|---|---|---|"""


def machine():
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.split("(")[0].strip()
    system = next((l.split("=")[1].strip().strip('"') for l in open("/etc/os-release") if l.startswith("PRETTY_NAME")), "")
    return f"{subprocess.run(['date', '-I'], capture_output=True, text=True).stdout.strip()}, {system}, {os.cpu_count()} cores, {swift}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", default="all", choices=["all", "codecs", "servers", "growth", "instructions"])
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--page", type=Path, help="write the table there too")
    parser.add_argument("--plot", type=Path, help="write the curves there")
    parser.add_argument("--programs", type=Path, default=HERE / ".build/programs", help="where make has put the programs")
    options = parser.parse_args()
    os.chdir(HERE)
    at = options.programs
    tools = Tools(*(str(at / name) for name in ("bench-codecs", "bench-server", "codecs", "echo", "load", "grpc-ping", "zmqspec", "payloads")))

    lines = [HEAD]

    def show(rows):
        for row in rows:
            lines.append(line(*row))
            print(lines[-1], flush=True)

    print(HEAD)
    missed = []
    if options.what in ("all", "codecs"):
        show(codec_goals.measure(tools, options.rounds))
    if options.what in ("all", "instructions"):
        rows = server_goals.per_message(tools)
        show(rows)
        bounds = json.loads((HERE / "bounds.json").read_text())
        figures = {f"{row[0]} {row[1].split(':')[0].split(' (')[0]}": row[3] for row in rows}
        for name, bound in bounds.items():
            if name not in figures:
                missed.append(f"{name}: nothing of that name was counted")
            elif figures[name] > bound:
                missed.append(f"{name}: {figures[name]:.3f}, and the bound is {bound}")
    if options.what in ("all", "servers"):
        show(server_goals.throughput(tools, options.rounds))
        show(server_goals.round_trips(tools, max(5, options.rounds // 3)))
    if options.what in ("all", "growth"):
        rows, curves = growth.measure(tools, HERE.parent)
        show(rows)
        if options.plot:
            plot.write(options.plot, curves)
    if options.page:
        options.page.write_text(f"{machine()}\n\n" + "\n".join(lines) + "\n")
    for each in missed:
        print(f"over its bound: {each}", file=sys.stderr)
    sys.exit(1 if missed else 0)


main()
