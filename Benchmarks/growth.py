"""Goals 14 to 16: how things grow with peers, message types, bytes, and the size of the protocol."""

import subprocess
import tempfile
import time
from pathlib import Path

from server_goals import ask, serving


def protocol(messages):
    """A protocol file of so many messages and chains, each message with four fields."""
    head = (
        "zmqspec: 1\nprotocol: scale\nprocesses:\n"
        "  Client: { count: many, sockets: { server: DEALER } }\n"
        '  Server: { sockets: { clients: { type: ROUTER, bind: "ipc:///tmp/zmqspec-scale" } } }\n'
    )
    kinds = ["string", "float", "int", "list<string>"]
    declared = ["messages:"]
    chains = ["chains:"]
    for index in range(messages):
        fields = ", ".join(f"field{place}: {kinds[(index + place) % len(kinds)]}" for place in range(4))
        declared.append(f"  message{index}: {{ args: {{ {fields} }} }}")
        chains.append(f"  chain{index}: {{ steps: [ Client -> Server: message{index} ] }}")
    return head + "\n".join(declared + chains) + "\n"


def seconds(*command, cwd=None):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=cwd)
    return time.perf_counter() - start


def tool(zmqspec):
    """Goal 16: check, generate and render of so many messages and chains, and how that grows."""
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for messages in (100, 1_000, 10_000):
            file = Path(folder) / f"scale{messages}.yaml"
            file.write_text(protocol(messages))
            figures[messages] = min(
                seconds(zmqspec, "check", file)
                + seconds(zmqspec, "generate", file, "-o", folder)
                + seconds(zmqspec, "render", file)
                for _ in range(3)
            )
    return figures


PACKAGE = """// swift-tools-version: 6.2
import PackageDescription
let package = Package(
  name: "Scale", dependencies: [.package(name: "zmqspec", path: "{root}")],
  targets: [.target(name: "Scale", dependencies: [.product(name: "ZMQRuntime", package: "zmqspec")])],
  swiftLanguageModes: [.v6])
"""


def generated(zmqspec, root, messages):
    """Goal 15: seconds of a release build of the generated code alone, and bytes of machine code a message."""
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder) / "Sources/Scale"
        sources.mkdir(parents=True)
        (Path(folder) / "Package.swift").write_text(PACKAGE.format(root=root))
        (sources / "Empty.swift").write_text("import ZMQRuntime\n")
        build = ["swift", "build", "-c", "release", "--package-path", folder, "--target", "Scale"]
        seconds(*build)
        (sources / "scale.yaml").write_text(protocol(messages))
        subprocess.run([zmqspec, "generate", sources / "scale.yaml", "-o", sources], check=True, stdout=subprocess.DEVNULL)
        (sources / "scale.yaml").unlink()
        spent = seconds(*build)
        objects = list((Path(folder) / ".build").glob("*/release/Scale.build/*.o"))
        text = subprocess.run(["size", *objects], check=True, capture_output=True, text=True).stdout
        return spent, sum(int(line.split()[0]) for line in text.splitlines()[1:]) / messages


def peers(tools, counts=(1, 10, 100, 1_000)):
    """Seconds a message with so many peers."""
    with serving(tools.server) as (endpoint, _):
        return {count: min(ask(tools, endpoint, "ping", 50_000, 256, count) for _ in range(3)) for count in counts}


def sizes(tools):
    """Seconds a message of each payload, against the raw echo's."""
    figures = {}
    with serving(tools.server) as (ours, _), serving(tools.echo) as (echo, _):
        for payload, requests in (("ping", 50_000), ("order", 30_000), ("scene", 10_000), ("dataset", 30)):
            window = 256 if requests > 1_000 else 4
            figures[payload] = tuple(
                min(ask(tools, endpoint, payload, requests, window) for _ in range(3)) for endpoint in (ours, echo)
            )
    return figures


def windows(tools, counts=(1, 4, 16, 64, 256, 1_024)):
    """Seconds a message with so many in flight."""
    with serving(tools.server) as (ours, _), serving(tools.echo) as (echo, _):
        return {
            count: tuple(
                min(ask(tools, endpoint, "ping", 2_000 if count < 4 else 20_000, count) for _ in range(3))
                for endpoint in (ours, echo)
            )
            for count in counts
        }


def rows(tools, root):
    """Goals 14 to 16 as rows of the table."""
    by_peers = peers(tools)
    most = max(by_peers)
    by_size = sizes(tools)
    per_byte = {payload: ours for payload, (ours, _) in by_size.items()}
    spent, text = generated(tools.zmqspec, root, 1_000)
    by_messages = tool(tools.zmqspec)
    return [
        (14, f"seconds a message, {most} peers: 1 peer", 1.25, by_peers[most] / by_peers[1], None),
        (14, "seconds a byte, d: c", 1.0, per_byte["dataset"] / 1_098_000 / (per_byte["scene"] / 1_801), None),
        (15, "release build of 1,000 messages, s", 60.0, spent, None),
        (15, "machine code a message, KB", 4.0, text / 1024, None),
        (16, "check, generate and render of 1,000 messages and chains, s", 1.0, by_messages[1_000], None),
        (16, "the same of 10,000: ten times as much", 1.25, by_messages[10_000] / (10 * by_messages[1_000]), None),
    ]


def curves(tools):
    """What the plot shows: messages a second over what grows, ours and the raw echo's."""
    by_window, by_size, by_peers = windows(tools), sizes(tools), peers(tools)
    bytes_of = {"ping": 15, "order": 170, "scene": 1_801, "dataset": 1_098_000}
    up = "messages a second"

    def pair(figures, across=lambda key: key):
        return {
            name: [(across(key), 1 / both[place]) for key, both in figures.items()]
            for place, name in enumerate(("generated", "raw echo in C"))
        }

    return [
        ("Messages in flight", "window", up, pair(by_window)),
        ("Size of a body", "bytes", up, pair(by_size, bytes_of.get)),
        ("Peers", "DEALER sockets", up, {"generated": [(count, 1 / each) for count, each in by_peers.items()]}),
    ]
