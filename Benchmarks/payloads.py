"""Writes the payloads that the benchmarks read: values made at random from the declarations in bench.yaml.

    payloads.py FOLDER [SEED]

Each message in three spellings: `compact` as zmqspec writes it (escaped Unicode in the datasets), `spaced` as Python's
json.dumps does without being asked, `shuffled` with the members of every object in any order.
"""

import json
import random
import struct
import sys
from pathlib import Path

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 "
WIDE = "äéßñøλдשあ漢🦊"


def words(make, least, most):
    return "".join(make.choice(LETTERS) for _ in range(make.randint(least, most)))


def amount(make):
    """A measured number, with all its digits, as often as one that people write, which has few."""
    number = make.uniform(-1000, 1000)
    return number if make.random() < 0.5 else round(number, make.randint(1, 6))


def ping(make):
    return ["ping", [make.randint(0, 9)], {}]


def order(make):
    args = [words(make, 8, 24), words(make, 8, 40), amount(make), make.randint(1, 999), make.random() < 0.5]
    options = {"currency": words(make, 3, 3), "discount": round(make.random(), 4), "gift": make.random() < 0.5}
    return ["order", args, options | {"note": words(make, 10, 60)}]


def scene(make):
    def body():
        return {
            "id": make.randint(0, 10**6),
            "name": words(make, 4, 16),
            "visible": make.random() < 0.5,
            "mass": amount(make),
            "position": [amount(make) for _ in range(3)],
            "material": words(make, 4, 12),
        }

    def light():
        return {"name": words(make, 4, 12), "power": amount(make), "colour": words(make, 3, 8)}

    options = {"frame": make.randint(0, 10**5), "lights": [light() for _ in range(make.randint(2, 6))]}
    return ["scene", [words(make, 8, 24), [body() for _ in range(make.randint(10, 14))]], options]


def records(make, count):
    def record():
        key = "".join(make.choice(WIDE if make.random() < 0.2 else LETTERS) for _ in range(make.randint(4, 12)))
        return {
            "key": key,
            "x": make.uniform(-1, 1),
            "y": make.uniform(-1e6, 1e6),
            "z": make.gauss(0, 1),
            "count": make.randint(0, 999),
        }

    return ["dataset", [[record() for _ in range(count)]], {}]


def dataset(make):
    return records(make, 10_000)


def archive(make):
    """As large as a message may be, or nearly so."""
    return records(make, 550_000)


def shuffled(value, make):
    if isinstance(value, list):
        return [shuffled(element, make) for element in value]
    if isinstance(value, dict):
        members = list(value.items())
        make.shuffle(members)
        return {key: shuffled(member, make) for key, member in members}
    return value


def main():
    folder, seed = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**9)
    make = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for message, count in [(ping, 512), (order, 512), (scene, 128), (dataset, 3), (archive, 1)]:
        values = [message(make) for _ in range(count)]
        wide = message in (dataset, archive)
        texts = {
            "compact": [json.dumps(value, separators=(",", ":"), ensure_ascii=wide) for value in values],
            "spaced": [json.dumps(value) for value in values],
            "shuffled": [json.dumps(shuffled(v, make), separators=(",", ":"), ensure_ascii=wide) for v in values],
        }
        for spelling, bodies in texts.items():
            if message is archive and spelling != "compact":
                continue
            with open(folder / f"{message.__name__}.{spelling}", "wb") as file:
                for body in bodies:
                    file.write(struct.pack("<I", len(body.encode())) + body.encode())
        sizes = sum(len(body.encode()) for body in texts["compact"]) / count
        print(f"{message.__name__}: {count} bodies of {sizes:.0f} bytes on average", file=sys.stderr)
    print(f"seed {seed}", file=sys.stderr)


main()
