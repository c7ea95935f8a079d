"""What Python's json and msgpack make of documents, for AgreementTests.

agree.py check < pairs       JSON and MessagePack of each document, written in Swift; complains where Python differs
agree.py make COUNT SEED     the same pairs, made here
agree.py scalars COUNT SEED  bytes and moments: a text and its MessagePack

A pair is two texts, each behind its length of 32 bits in network order.
"""

import datetime
import json
import random
import struct
import sys

import msgpack


def pack(value):
    return msgpack.packb(value, use_bin_type=True, datetime=True)


def unpack(data):
    return msgpack.unpackb(data, raw=False, strict_map_key=True)


def read(stream):
    head = stream.read(4)
    return stream.read(struct.unpack(">I", head)[0]) if head else None


def write(*texts):
    for text in texts:
        sys.stdout.buffer.write(struct.pack(">I", len(text)) + text)


def same(one, other):
    """Equal, and of the same types: 1 is not 1.0, -0.0 is not 0.0, the order of members counts."""
    return repr(one) == repr(other)


def check():
    stream, index = sys.stdin.buffer, 0
    while (text := read(stream)) is not None:
        packed = read(stream)
        value = json.loads(text)
        if json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() != text:
            print(f"{index}: json writes {text!r} otherwise")
        if not same(unpack(packed), value):
            print(f"{index}: msgpack reads {packed!r} otherwise than {text!r}")
        if pack(value) != packed:
            print(f"{index}: msgpack writes {text!r} otherwise than {packed!r}")
        index += 1
    print(f"{index} documents")


def text(dice):
    kinds = ["abcdefghij \"\\/", "\x00\x01\x1f\n\t\r\b\f\x7f", "äöüßéŁ", "日本語€\u2028\ufffd", "𝄞😀\U0010ffff"]
    return "".join(dice.choice(dice.choice(kinds)) for _ in range(dice.choice([0, 1, 3, 8, 20])))


def number(dice):
    kind = dice.randrange(6)
    if kind == 0:
        return dice.randrange(-200, 300)
    if kind == 1:
        return dice.choice([1, -1]) * (1 << dice.randrange(63)) + dice.randrange(-1, 2)
    if kind == 2:
        return dice.randrange(1 << 63, 1 << 64)
    if kind == 3:
        return dice.uniform(-1000, 1000)
    if kind == 4:
        return round(dice.uniform(-1e6, 1e6), 3)
    while True:
        value = struct.unpack(">d", struct.pack(">Q", dice.getrandbits(64)))[0]
        if value - value == 0:
            return value


def document(dice, depth=0):
    kind = dice.randrange(5 if depth == 0 else 0, 8 if depth < 4 else 5)
    if kind == 0:
        return dice.choice([None, True, False])
    if kind in (1, 2):
        return number(dice)
    if kind in (3, 4):
        return text(dice)
    count = dice.choice([15, 16, 17]) if dice.randrange(40) == 0 else dice.randrange(4)
    if kind in (5, 6):
        return [document(dice, depth + 1) for _ in range(count)]
    return {text(dice): document(dice, depth + 1) for _ in range(count)}


def make(count, seed):
    dice = random.Random(seed)
    for _ in range(count):
        value = document(dice)
        form = dice.choice([{}, {"separators": (",", ":")}, {"indent": 2}, {"ensure_ascii": False}])
        write(json.dumps(value, **form).encode(), pack(value))


def scalars(count, seed):
    dice = random.Random(seed)
    for _ in range(count):
        data = dice.randbytes(dice.choice([0, 1, 31, 255, 256, 1000]))
        write(b"x" + data.hex().encode(), pack(data))
        micros = dice.choice([0, dice.randrange(1000000)])
        moment = datetime.datetime(1, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(
            days=dice.randrange(3652058), seconds=dice.randrange(86400), microseconds=micros)
        write(b"t" + moment.isoformat().encode(), pack(moment))


if sys.argv[1] == "check":
    check()
elif sys.argv[1] == "make":
    make(int(sys.argv[2]), int(sys.argv[3]))
else:
    scalars(int(sys.argv[2]), int(sys.argv[3]))
