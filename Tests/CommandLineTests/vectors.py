"""Holds the vectors of a protocol against Python's json or msgpack: python vectors.py FILE json|msgpack

A right message must be read, and written with the same bytes, in every frame of that codec; a wrong one that is said to
be broken as JSON or MessagePack must not be read.
"""

import json
import sys

import msgpack

file, codec = sys.argv[1:]
read = json.loads if codec == "json" else lambda frame: msgpack.unpackb(frame, raw=False)


def write(value):
    if codec == "json":
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return msgpack.packb(value, use_bin_type=True)


def is_read(frame):
    try:
        read(frame)
        return True
    except (ValueError, msgpack.exceptions.UnpackException, msgpack.exceptions.ExtraData):
        return False


def kinds_of(value):
    if isinstance(value, dict):
        return set().union({dict}, *map(kinds_of, value.values()))
    if isinstance(value, list):
        return set().union({list}, *map(kinds_of, value))
    return {type(value)}


with open(file) as document:
    vectors = json.load(document)["vectors"]
right = broken = 0
kinds = set()
for vector in vectors:
    frames = [bytes.fromhex(frame["hex"]) for frame in vector["frames"]]
    for frame, bytes_ in zip(vector["frames"], frames):
        assert "text" not in frame or frame["text"].encode() == bytes_, vector["name"]
    if vector["verdict"] == "accepted":
        for frame, bytes_ in zip(vector["frames"], frames):
            if codec == "msgpack" and "text" in frame:
                continue
            value = read(bytes_)
            # Python has no floats of 32 bits: it writes them with 64.
            has_float32 = codec == "msgpack" and b"\xca" in bytes_
            assert write(value) == bytes_ or has_float32 and read(write(value)) == value, (vector["message"], bytes_)
            kinds |= kinds_of(value)
            right += 1
    elif vector["error"]["reason"] == ("notJSON" if codec == "json" else "notMessagePack"):
        assert not is_read(frames[vector["error"]["frame"]]), vector
        broken += 1
assert right and broken, (right, broken)
# MessagePack-RPC's samples have what is not in JSON.
assert "rpc.yaml" not in file or "zerorpc" in file or {bytes, msgpack.Timestamp} <= kinds, kinds
