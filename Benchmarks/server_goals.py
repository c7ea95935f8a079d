"""Goals 8 to 13: the generated ROUTER server against a raw echo in C, the article's stack, zerorpc and gRPC."""

import os
import re
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager

from contest import Ratio, interleave


@contextmanager
def serving(*command, under=()):
    """A server for as long as the block takes, at an ipc endpoint of its own; the block begins when it is bound."""
    with tempfile.TemporaryDirectory() as folder:
        endpoint = f"ipc://{folder}/server"
        process = subprocess.Popen([*under, *command, endpoint], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            while not os.path.exists(f"{folder}/server"):
                if process.poll() is not None:
                    raise SystemExit(f"{command[0]} has ended before it was bound")
                time.sleep(0.05)
            yield endpoint, process
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def ask(tools, endpoint, payload, requests, window, peers=1):
    """Seconds a request, answers read."""
    bodies = f"{tools.payloads}/{payload}.compact"
    command = [tools.load, endpoint, bodies, str(requests), str(window), str(peers)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) / requests


def processor_seconds(process):
    """What a process has used of the processor so far."""
    with open(f"/proc/{process.pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def throughput(tools, rounds):
    """Goal 9, and 11 beside it: messages a second with 256 in flight, and round trips one by one."""
    with (
        serving(tools.server) as (ours, our_process),
        serving(tools.server) as (again, _),
        serving(tools.echo) as (echo, _),
        serving(tools.python, "Peers/article.py") as (article, article_process),
    ):
        def run(endpoint, requests, window):
            return lambda: ask(tools, endpoint, "ping", requests, window)

        fast = interleave(
            {"ours": run(ours, 50_000, 256), "again": run(again, 50_000, 256), "echo": run(echo, 50_000, 256)}, rounds
        )
        control = Ratio(fast["again"], fast["ours"])
        rows = [(9, "messages a second, 256 in flight, ipc, a: raw echo in C", (0.95, None), Ratio(fast["echo"], fast["ours"]), control)]

        def turns(requests, window, of_article, rounds):
            fast = {"ours": ours, "again": again, "echo": echo}
            measures = {name: run(endpoint, requests, window) for name, endpoint in fast.items()}
            return interleave(measures | {"article": run(article, of_article, window)}, rounds)

        # The raw echo stands beside ours: no server can do better.
        slow = turns(20_000, 256, 2_000, rounds)
        rows.append((11, "messages a second, a: the article's stack", (50, None), Ratio(slow["article"], slow["ours"]), control))
        rows.append((11, "those of the raw echo: the article's stack", None, Ratio(slow["article"], slow["echo"]), None))
        # On which cores two processes that wait for each other are is chance, so there are more of these.
        trips = turns(1_000, 1, 1_000, 3 * rounds)
        trip = Ratio(trips["ours"], trips["again"])
        rows.append((11, "round trip, ipc, a: the article's stack", 0.65, Ratio(trips["ours"], trips["article"]), trip))
        rows.append((11, "that of the raw echo: the article's stack", None, Ratio(trips["echo"], trips["article"]), None))

        def processor(endpoint, process, requests):
            before = processor_seconds(process)
            ask(tools, endpoint, "ping", requests, 256)
            return (processor_seconds(process) - before) / requests

        # The system counts in hundredths of a second, so each takes more than half a second.
        spent = interleave(
            {
                "ours": lambda: processor(ours, our_process, 1_000_000),
                "article": lambda: processor(article, article_process, 20_000),
            },
            rounds,
        )
        rows.append((11, "processor a message, a: the article's stack", 1 / 60, Ratio(spent["ours"], spent["article"]), None))
    return rows


def round_trips(tools, rounds):
    """Goal 12: a round trip against those of zerorpc and grpc-swift-2, each with a client of its own."""
    zerorpc, grpc = [tools.python, "Peers/zerorpc_ping.py"], [tools.grpc]

    def asking(command, endpoint, requests):
        whole = [*command, "ask", endpoint, str(requests)]
        return lambda: float(subprocess.run(whole, check=True, capture_output=True, text=True).stdout) / requests

    with (
        serving(tools.server) as (ours, _),
        serving(*zerorpc, "serve") as (theirs, _),
        serving(*grpc, "serve") as (calls, _),
    ):
        measures = {"ours": lambda: ask(tools, ours, "ping", 1_000, 1), "again": lambda: ask(tools, ours, "ping", 1_000, 1)}
        measures |= {"zerorpc": asking(zerorpc, theirs, 300), "grpc": asking(grpc, calls, 500)}
        figures = interleave(measures, rounds)
    control = Ratio(figures["ours"], figures["again"])
    return [
        (12, "round trip, ipc, a: zerorpc", 0.2, Ratio(figures["ours"], figures["zerorpc"]), control),
        (12, "round trip, ipc, a: grpc-swift-2, unary", 0.15, Ratio(figures["ours"], figures["grpc"]), control),
    ]


def instructions(tools, command, payload, least, most):
    """Instructions and allocations a message: the difference of two run lengths, under callgrind."""
    counts = []
    for requests in (least, most):
        with tempfile.NamedTemporaryFile(suffix=".callgrind") as file:
            under = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={file.name}"]
            with serving(*command, under=under) as (endpoint, _):
                ask(tools, endpoint, payload, requests, 64)
            counts.append(totals(file.name))
    (first, second) = counts
    return tuple((b - a) / (most - least) for a, b in zip(first, second))


ALLOCATING = re.compile(r"^(malloc|calloc|realloc|aligned_alloc|posix_memalign|operator new.*)$")


def totals(file):
    """All instructions in a callgrind file, and how often memory was asked for."""
    names, callee, allocations, spent = {}, None, 0, 0
    with open(file) as lines:
        for line in lines:
            if line.startswith("cfn=") or line.startswith("fn="):
                number, _, name = line.split("=", 1)[1].strip().partition(" ")
                names.setdefault(number, name)
                if line.startswith("cfn="):
                    callee = names[number].split("'")[0]
            elif line.startswith("calls=") and callee and ALLOCATING.match(callee):
                allocations += int(line[6:].split()[0])
            elif line.startswith(("summary:", "totals:")):
                spent = int(line.split()[1])
    return spent, allocations


def per_message(tools):
    """Goals 8, 10 and 13, which are counted: other programs on the machine hardly disturb them."""

    def beyond(ours, echo):
        # A socket has one worker or two when its first messages come, as chance will have it, which is some thirty
        # allocations once: less than one in a hundred messages is not the messages'.
        return ours - echo if abs(ours - echo) >= 0.01 else 0.0

    def counted(command, payload):
        # How often libzmq's threads wake each other is chance, and only ever adds to what a message takes.
        return tuple(map(min, *(instructions(tools, command, payload, 5_000, 25_000) for _ in range(5))))

    rows = []
    echo, echo_allocations = counted([tools.echo], "ping")
    ours, allocations = counted([tools.server], "ping")
    suspendable, _ = counted([tools.server, "async"], "ping")
    order_echo, order_echo_allocations = counted([tools.echo], "order")
    order, order_allocations = counted([tools.server], "order")
    rows.append((8, f"instructions a message, a: raw echo in C ({echo:.0f})", 1.15, ours / echo, None))
    rows.append((8, f"instructions a message, b: raw echo in C ({order_echo:.0f})", None, order / order_echo, None))
    rows.append((10, "instructions, async handler that does not suspend: sync handler", 1.05, suspendable / ours, None))
    rows.append((13, "allocations a message beyond the raw echo's, a", 0, beyond(allocations, echo_allocations), None))
    rows.append((13, "allocations a message beyond the raw echo's, b", 3, beyond(order_allocations, order_echo_allocations), None))
    return rows
