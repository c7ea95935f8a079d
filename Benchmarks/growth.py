"""Goals 14 to 16: how things grow with peers, message types, bytes, and the size of the protocol."""

import resource
import struct
import subprocess
import tempfile
import time
from pathlib import Path

from contest import Ratio, interleave
from server_goals import ask, serving


def protocol(messages, name="scale"):
    """A protocol file of so many messages and chains, each message with four fields, and answered."""
    head = (
        f"zmqspec: 1\nprotocol: {name}\nprocesses:\n"
        "  Client: { count: many, sockets: { server: DEALER } }\n"
        '  Server: { sockets: { clients: { type: ROUTER, bind: "ipc:///tmp/zmqspec-scale" } } }\n'
    )
    kinds = ["string", "float", "int", "list<string>"]
    declared = ["messages:", "  done: { args: { field0: int } }"]
    chains = ["chains:"]
    for index in range(messages):
        fields = ", ".join(f"field{place}: {kinds[(index + place) % len(kinds)]}" for place in range(4))
        declared.append(f"  message{index}: {{ args: {{ {fields} }} }}")
        chains.append(f"  chain{index}: {{ steps: [ Client -> Server: message{index}, Client <- Server: done ] }}")
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
  name: "Scale", platforms: [.macOS(.v15)], dependencies: [.package(name: "zmqspec", path: "{root}")],
  targets: [
    {targets}
    .executableTarget(name: "scale-server", dependencies: [{names}, .product(name: "ZMQSockets", package: "zmqspec")]),
  ],
  swiftLanguageModes: [.v6])
"""
TARGET = '.target(name: "{name}", dependencies: [.product(name: "ZMQRuntime", package: "zmqspec")]),'

SERVER = """import ZMQRuntime
import ZMQSockets
{imports}

/// scale-server TYPES ENDPOINT
@main struct ScaleServer {{
  static func main() async throws {{
    let endpoint = CommandLine.arguments[2]
    switch CommandLine.arguments[1] {{
{cases}
    default: print("no such server")
    }}
  }}
}}
"""
CASE = """    case "{count}":
      var server = Scale{count}.Server(clients: Handler{count}())
      server.sockets.clients.bind = [endpoint]
      try await server.run(on: ZMQTransport())"""

# How many message types the servers have that are compared.
TYPES = (1, 10, 100, 1_000)


def handler(count):
    """A handler that answers every message."""
    swift = ["String", "Double", "Int", "[String]"]
    lines = [f"import Scale{count}", "import ZMQRuntime", "", f"struct Handler{count}: Scale{count}.Server.ClientsHandler {{"]
    for index in range(count):
        fields = ", ".join(f"field{place}: {swift[(index + place) % len(swift)]}" for place in range(4))
        lines.append(f"  func message{index}({fields}, origin: Origin) -> Scale{count}.Done {{ Scale{count}.Done(field0: {index}) }}")
    return "\n".join(lines + ["}", ""])


def body(index):
    """A frame of one of the messages."""
    values = ['"abcdef"', "1.5", "7", '["a","b"]']
    fields = ",".join(values[(index + place) % len(values)] for place in range(4))
    return f'["message{index}",[{fields}],{{}}]'.encode()


def scale(zmqspec, root, folder):
    """Builds servers of 1 to 1,000 message types.

    Returns the program; and for goal 15 the seconds of a release build of the generated code of the largest alone, and
    its bytes of machine code a message.
    """
    names = [f"Scale{count}" for count in TYPES]
    quoted = ", ".join(f'"{name}"' for name in names)
    targets = "\n    ".join(TARGET.format(name=name) for name in names)
    sources = Path(folder) / "Sources"
    (sources / "scale-server").mkdir(parents=True)
    (Path(folder) / "Package.swift").write_text(PACKAGE.format(root=root, targets=targets, names=quoted))
    for count, name in zip(TYPES, names):
        (sources / name).mkdir()
        file = Path(folder) / f"scale{count}.yaml"
        file.write_text(protocol(count, f"scale{count}"))
        subprocess.run([zmqspec, "generate", file, "-o", sources / name], check=True, stdout=subprocess.DEVNULL)
        (sources / f"scale-server/Handler{count}.swift").write_text(handler(count))
    imports = "\n".join(f"import {name}" for name in names)
    cases = "\n".join(CASE.format(count=count) for count in TYPES)
    (sources / "scale-server/Main.swift").write_text(SERVER.format(imports=imports, cases=cases))

    build = ["swift", "build", "-c", "release", "--package-path", folder]
    for name in names[:-1]:
        seconds(*build, "--target", name)
    spent = seconds(*build, "--target", names[-1])
    objects = list((Path(folder) / ".build").glob(f"*/release/{names[-1]}.build/*.o"))
    text = subprocess.run(["size", *objects], check=True, capture_output=True, text=True).stdout
    seconds(*build, "--product", "scale-server")
    code = sum(int(line.split()[0]) for line in text.splitlines()[1:]) / TYPES[-1]
    return Path(folder) / ".build/release/scale-server", spent, code


def types(tools, server, rounds=21):
    """Seconds a message in each round, at servers of so many message types; each type is asked for as often.

    Every turn has a server of its own: how its code and its memory lie is drawn anew with each start, and one of ten types
    was seen to take a fifth more than another for as long as both ran. Under "again" stands ten types a second time.
    """
    with tempfile.TemporaryDirectory() as folder:
        turns = {}
        for name, count in [(count, count) for count in TYPES] + [("again", 10)]:
            file = Path(folder) / f"bodies{count}"
            bodies = [body(index) for index in range(count)]
            file.write_bytes(b"".join(struct.pack("<I", len(each)) + each for each in bodies))

            def turn(count=count, file=file):
                with serving(server, str(count)) as (endpoint, _):
                    command = [tools.load, endpoint, file, "50000", "256"]
                    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) / 50_000

            turns[name] = turn
        return interleave(turns, rounds)


def peers(tools, counts=(2, 20, 200, 2_000, 10_000), requests=100_000):
    """Seconds a message with so many peers, half of them in each of two programs: ours, and the raw echo's."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    figures = {}
    with serving(tools.server) as (ours, _), serving(tools.echo) as (echo, _):
        # Every peer takes two descriptors of its program, and one of the server.
        for count in [min(count, (hard - 200) & ~1) for count in counts]:
            body = f"{tools.payloads}/ping.compact"

            def spent(endpoint):
                command = [tools.load, endpoint, body, requests // 2, 128, count // 2, "hold"]
                return together(2, *map(str, command)) / requests

            rounds = [(spent(ours), spent(echo)) for _ in range(3)]
            figures[count] = tuple(min(each) for each in zip(*rounds))
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return figures


def together(programs, *command):
    """The seconds of the slowest of several programs that begin at once."""
    running = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(programs)
    ]
    for each in running:
        if each.stdout.readline() != "ready\n":
            raise SystemExit(f"{command[0]} has not come to its peers")
    for each in running:
        each.stdin.write("\n")
        each.stdin.flush()
    return max(float(each.communicate()[0]) for each in running)


def sizes(tools):
    """Seconds a message of each payload, against the raw echo's."""
    figures = {}
    rounds = (("ping", 50_000), ("order", 30_000), ("scene", 10_000), ("dataset", 30), ("archive", 2))
    with serving(tools.server) as (ours, _), serving(tools.echo) as (echo, _):
        for payload, requests in rounds:
            window = 256 if requests > 1_000 else min(4, requests)
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


# Bytes of a body, on average.
SIZES = {"ping": 15, "order": 170, "scene": 1_801, "dataset": 1_098_000, "archive": 60_400_000}


def measure(tools, root):
    """Goals 14 to 16 as rows of the table; and what the plot shows, messages a second over what grows."""
    by_peers, by_size, by_window = peers(tools), sizes(tools), windows(tools)
    with tempfile.TemporaryDirectory() as folder:
        server, spent, code = scale(tools.zmqspec, root, folder)
        by_types = types(tools, server)
    of_types, control = (Ratio(by_types[name], by_types[10]) for name in (1_000, "again"))
    by_messages = tool(tools.zmqspec)
    most, least = max(by_peers), min(by_peers)
    growth, echo_growth = (by_peers[most][which] / by_peers[least][which] for which in (0, 1))

    def a_byte(payload):
        return by_size[payload][0] / SIZES[payload]

    rows = [
        (14, f"seconds a message, {most:,} peers: {least} peers", 1.25, growth, None),
        (14, f"that growth, ours: the raw echo's ({echo_growth:.1f})", 1.25, growth / echo_growth, None),
        (14, "seconds a message, 1,000 message types: 10", 1.25, of_types, control),
        (14, "seconds a byte, 1 MB: 2 KB", 1.0, a_byte("dataset") / a_byte("scene"), None),
        (14, "seconds a byte, 60 MB: 1 MB", 1.25, a_byte("archive") / a_byte("dataset"), None),
        (15, "release build of 1,000 messages, s", 60.0, spent, None),
        (15, "machine code a message, KB", 4.0, code / 1024, None),
        (16, "check, generate and render of 1,000 messages and chains, s", 1.0, by_messages[1_000], None),
        (16, "the same of 10,000: ten times as much", 1.25, by_messages[10_000] / (10 * by_messages[1_000]), None),
    ]
    return rows, curves(by_window, by_size, by_peers, {count: min(by_types[count]) for count in TYPES})


def curves(by_window, by_size, by_peers, by_types):
    up = "messages a second"

    def pair(figures, across=lambda key: key):
        return {
            name: [(across(key), 1 / both[place]) for key, both in figures.items()]
            for place, name in enumerate(("generated", "raw echo in C"))
        }

    def ours(figures):
        return {"generated": [(count, 1 / each) for count, each in figures.items()]}

    return [
        ("Messages in flight", "window", up, pair(by_window)),
        ("Size of a body", "bytes", up, pair(by_size, SIZES.get)),
        ("Peers", "DEALER sockets", up, pair(by_peers)),
        ("Message types", "types on one socket", up, ours(by_types)),
    ]
