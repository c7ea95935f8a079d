"""orjson and msgspec over the payloads, driven as bench-codecs is.

    codecs.py PAYLOADS
    msgspec decode order compact 200        ->  512.0
"""

import struct
import sys
import time

import msgspec
import orjson


class Body(msgspec.Struct):
    id: int
    name: str
    visible: bool
    mass: float
    position: list[float]
    material: str


class Light(msgspec.Struct):
    name: str
    power: float
    colour: str


class Record(msgspec.Struct):
    key: str
    x: float
    y: float
    z: float
    count: int


class OrderOptions(msgspec.Struct):
    currency: str
    discount: float
    gift: bool
    note: str


class SceneOptions(msgspec.Struct):
    frame: int
    lights: list[Light]


TYPES = {
    "ping": tuple[str, tuple[int], dict],
    "order": tuple[str, tuple[str, str, float, int, bool], OrderOptions],
    "scene": tuple[str, tuple[str, list[Body]], SceneOptions],
    "dataset": tuple[str, tuple[list[Record]], dict],
}


def bodies(file):
    with open(file, "rb") as stream:
        content = stream.read()
    start = 0
    while start < len(content):
        (size,) = struct.unpack_from("<I", content, start)
        yield content[start + 4 : start + 4 + size]
        start += 4 + size


def task(who, what, payload, file):
    inputs = list(bodies(file))
    if who == "orjson":
        call = orjson.loads if what == "decode" else orjson.dumps
        decode = orjson.loads
    else:
        decode = msgspec.json.Decoder(TYPES[payload]).decode
        call = decode if what == "decode" else msgspec.json.Encoder().encode
    if what == "encode":
        inputs = [decode(body) for body in inputs]
    return call, inputs


def main():
    folder = sys.argv[1]
    tasks = {}
    for line in sys.stdin:
        who, what, payload, spelling, rounds = line.split()
        name = (who, what, payload, spelling)
        if name not in tasks:
            tasks[name] = task(who, what, payload, f"{folder}/{payload}.{spelling}")
        call, inputs = tasks[name]
        start = time.perf_counter_ns()
        for _ in range(int(rounds)):
            for value in inputs:
                call(value)
        spent = time.perf_counter_ns() - start
        print(spent / (int(rounds) * len(inputs)), flush=True)


main()
