"""A worker of the Majordomo Protocol that makes mistakes, and a client that sees whether it is still given anything to do.

    mistakes.py CLIENT_ENDPOINT WORKER_ENDPOINT

For Examples/Majordomo: whatever a worker is sent away for, the broker strikes it off its list. Ends with 0 if so.
"""

import sys
import time

import zmq

PATIENCE = 5000  # ms; for what must come
SILENCE = 300  # ms; for what must not
READY, REQUEST, REPLY, HEARTBEAT, DISCONNECT = (bytes([n]) for n in range(1, 6))
TOLD = [b"", b"MDPW01", DISCONNECT]

# What a worker says once it has offered its service, and whether the broker sends it away for it.
CASES = {
    "nothing": ([], False),
    "ready again": ([[b"", b"MDPW01", READY, b"ready again"]], True),
    "too much": ([[b"", b"MDPW01", HEARTBEAT, b"too much"]], True),
    "no delimiter": ([[b"MDPW01", HEARTBEAT]], True),
    "unknown": ([[b"", b"MDPW01", b"\x7f"]], True),
    "unasked": ([[b"", b"MDPW01", REPLY, b"me", b"", b"?"]], True),
    # A good-bye has no answer, and the client's request, which takes another way, might overtake it: what is told is the heartbeat.
    "good-bye": ([TOLD, [b"", b"MDPW01", HEARTBEAT]], True),
}


def receive(socket, within):
    """The next message but heartbeats, or None."""
    while socket.poll(within):
        frames = socket.recv_multipart()
        if frames != [b"", b"MDPW01", HEARTBEAT]:
            return frames
    return None


def expect(case, found, expected):
    """Ends the program where the two differ."""
    if found != expected:
        sys.exit(f"mistakes: {case}: expected {expected}, found {found}")


def play(context, clients, workers, case, mistakes, is_told):
    """Offers a service, makes mistakes, and asks for it."""
    service = case.encode()
    with context.socket(zmq.DEALER) as worker, context.socket(zmq.REQ) as client:
        worker.connect(workers)
        worker.send_multipart([b"", b"MDPW01", READY, service])
        for frames in mistakes:
            worker.send_multipart(frames)
        if is_told:
            expect(case, receive(worker, PATIENCE), TOLD)
        client.connect(clients)
        client.send_multipart([b"MDPC01", service, b"work"])
        if mistakes:
            expect(case, receive(worker, SILENCE), None)
            # Whoever is not on the list and shows a sign of life is told so.
            worker.send_multipart([b"", b"MDPW01", HEARTBEAT])
            expect(case, receive(worker, PATIENCE), TOLD)
            return
        order = receive(worker, PATIENCE)
        expect(case, (order or [])[:3] + (order or [])[4:], [b"", b"MDPW01", REQUEST, b"", b"work"])
        worker.send_multipart([b"", b"MDPW01", REPLY, order[3], b"", b"done"])
        expect(case, receive(client, PATIENCE), [b"MDPC01", service, b"done"])


def dawdle(context, clients, workers):
    """Answers when the broker does not wait any more."""
    with context.socket(zmq.DEALER) as worker, context.socket(zmq.REQ) as client:
        worker.connect(workers)
        worker.send_multipart([b"", b"MDPW01", READY, b"late"])
        client.connect(clients)
        client.send_multipart([b"MDPC01", b"late", b"work"])
        order = receive(worker, PATIENCE)
        time.sleep(3)
        worker.send_multipart([b"", b"MDPW01", REPLY, order[3], b"", b"done"])
        expect("late", receive(worker, PATIENCE), TOLD)
        expect("late", receive(client, SILENCE), None)


def main():
    """Plays all cases."""
    clients, workers = sys.argv[1:3]
    with zmq.Context() as context:
        context.linger = 0
        for case, (mistakes, is_told) in CASES.items():
            play(context, clients, workers, case, mistakes, is_told)
        dawdle(context, clients, workers)
        # A worker that has never offered anything.
        with context.socket(zmq.DEALER) as worker:
            worker.connect(workers)
            worker.send_multipart([b"", b"MDPW01", HEARTBEAT])
            expect("no ready", receive(worker, PATIENCE), TOLD)


if __name__ == "__main__":
    main()
