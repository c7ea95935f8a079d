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


with open(file) as document:
    vectors = json.load(document)["vectors"]
right = broken = 0
for vector in vectors:
    frames = [bytes.fromhex(frame["hex"]) for frame in vector["frames"]]
    for frame, bytes_ in zip(vector["frames"], frames):
        assert "text" not in frame or frame["text"].encode() == bytes_, vector["name"]
    if vector["verdict"] == "accepted":
        for frame in frames:
            assert write(read(frame)) == frame, (vector["message"], frame)
            right += 1
    elif vector["error"]["reason"] == ("notJSON" if codec == "json" else "notMessagePack"):
        assert not is_read(frames[vector["error"]["frame"]]), vector
        broken += 1
assert right and broken, (right, broken)
