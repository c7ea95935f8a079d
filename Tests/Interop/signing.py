"""Both sides of Tests/SpecSwiftTests/Protocols/kernel.yaml's shell, signed with Python's own hmac as Jupyter does.

    signing.py console ENDPOINT KEY COUNT    asks so often, once with another key in between; says what came of it
    signing.py kernel KEY                    answers each request, first with another key; at the end of its input, the same
"""

import hashlib
import hmac
import json
import sys
import uuid
from datetime import datetime, timezone

import zmq

DELIMITER = b"<IDS|MSG>"
SESSION = str(uuid.UUID(int=(1 << 64) + 2))


def signature(key, dictionaries):
    digest = hmac.new(key.encode(), digestmod=hashlib.sha256)
    for dictionary in dictionaries:
        digest.update(dictionary)
    return digest.hexdigest().encode()


def message(key, kind, content, parent=None, **more):
    header = {"msg_id": str(uuid.uuid4()), "session": SESSION, "date": datetime.now(timezone.utc).isoformat()}
    header |= {"msg_type": kind, "version": "5.3"} | more
    dictionaries = [json.dumps(each).encode() for each in (header, parent or {}, {}, content)]
    return header["msg_id"], [DELIMITER, signature(key, dictionaries), *dictionaries]


def is_signed(key, frames):
    return frames[0] == DELIMITER and hmac.compare_digest(frames[1], signature(key, frames[2:6]))


def console(endpoint, key, count):
    socket = zmq.Context().socket(zmq.DEALER)
    socket.linger = 0
    socket.connect(endpoint)
    outcome = {"answered": 0, "unanswered": 0, "forged": 0}

    def ask(key_in_use, code, patience):
        asked, frames = message(
            key_in_use, "execute_request", {"code": code, "silent": False}, username="ada")
        socket.send_multipart([*frames, b"a buffer that is not signed"])
        if not socket.poll(patience):
            outcome["unanswered"] += 1
            return
        answer = socket.recv_multipart()
        right = is_signed(key, answer) and json.loads(answer[3]) == {"msg_id": asked}
        right = right and json.loads(answer[5]) == {"count": len(code)}
        outcome["answered" if right else "forged"] += 1

    for number in range(count):
        ask(key, "ü" * number, 20_000)
        if number == count // 2:
            ask(key + "!", "forged", 300)
    print(json.dumps(outcome), flush=True)


def kernel(key):
    socket = zmq.Context().socket(zmq.ROUTER)
    socket.linger = 0
    print(f"tcp://127.0.0.1:{socket.bind_to_random_port('tcp://127.0.0.1')}", flush=True)
    outcome = {"accepted": 0, "refused": 0}
    poller = zmq.Poller()
    poller.register(socket, zmq.POLLIN)
    poller.register(sys.stdin, zmq.POLLIN)
    while True:
        ready = dict(poller.poll())
        if socket in ready:
            peer, *frames = socket.recv_multipart()
            if not is_signed(key, frames):
                outcome["refused"] += 1
                continue
            outcome["accepted"] += 1
            parent = {"msg_id": json.loads(frames[2])["msg_id"]}
            code = json.loads(frames[5])["code"]
            for key_in_use, count in ((key + "!", -1), (key, len(code))):
                socket.send_multipart([peer, *message(key_in_use, "execute_reply", {"count": count}, parent)[1]])
        elif ready:
            print(json.dumps(outcome), flush=True)
            return


if sys.argv[1] == "console":
    console(sys.argv[2], sys.argv[3], int(sys.argv[4]))
else:
    kernel(sys.argv[2])
