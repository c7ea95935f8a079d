"""A client and a worker of the Majordomo Protocol 0.1, written from its page alone.

    majordomo.py client CLIENT_ENDPOINT SERVICE COUNT SLOWNESS
    majordomo.py worker WORKER_ENDPOINT SERVICE COUNT SLOWNESS
    majordomo.py clumsy WORKER_ENDPOINT SERVICE COUNT SLOWNESS

Each prints one line of JSON at its end, and exits with 1 if it did not get as far as COUNT. SLOWNESS, which came later, is
how many times as long as on the page each waits for the others: more than 1 where the machine has other things to do.

Whoever wrote this had Docs/Protocols/majordomo.md as it was on 26 November 2026 and nothing else: neither the YAML file
nor RFC 7 nor the generated code. "L66" in a comment is line 66 of that page; "guess" marks what it does not say.
"""

import json
import sys
import time

import zmq

REPLY_WITHIN = 2.5   # s, a client's patience: L66, L173
TRIES = 3            # "three times at most", L291; guess: the first try is one of the three
BEAT_EVERY = 2.5     # s, between a worker's heartbeats: L88
GONE_AFTER = 7.5     # s of silence, and the other is taken for gone: L49, L333
GOODBYE_MS = 1000    # guess: how long closing may take to get the last words out
AT_MOST = 55.0       # s, no process lives longer; nothing of the page's

MDPC = b"MDPC01"     # L198-199
MDPW = b"MDPW01"     # L134
READY, REQUEST, REPLY, HEARTBEAT, DISCONNECT = (bytes([n]) for n in range(1, 6))
# ready L117, worker-request L208, worker-reply L238, heartbeat L375, disconnect L397: a `uint8`


def left(moment):
    """The milliseconds until `moment`, as `poll` wants them: never negative, never too few."""
    return max(0, int((moment - time.monotonic()) * 1000) + 1)


def shout(frame):
    """A frame in upper case; what is no UTF-8 in it stays as it is.

    It must not throw: a worker drops a request that makes it throw (L177), and the page does not
    say how it would ever be free again after that.
    """
    return frame.decode("utf-8", "surrogateescape").upper().encode("utf-8", "surrogateescape")


class Client:
    """Wants something done, and does not care by whom (L45)."""

    def __init__(self, context, endpoint, service):
        self.context, self.endpoint = context, endpoint
        self.service = service.encode("utf-8")  # guess: `text` (L193) is UTF-8
        self.deadline = time.monotonic() + AT_MOST
        self.answered = self.asked_again = 0
        self.socket = None

    def renew(self):
        """Close the socket, if there is one, and connect a new one (L291)."""
        self.close()
        self.socket = self.context.socket(zmq.REQ)  # L40
        self.socket.connect(self.endpoint)

    def close(self):
        """Close the socket; a request still in it is thrown away (guess: linger 0)."""
        if self.socket:
            self.socket.close(linger=0)
            self.socket = None

    def ask(self, body):
        """Return the frames of the reply to `body`, or None after three tries."""
        for attempt in range(TRIES):
            if time.monotonic() >= self.deadline:
                break
            if attempt:
                self.asked_again += 1
            if attempt or not self.socket:
                self.renew()  # L291: asks again on a new socket
            self.socket.send_multipart([MDPC, self.service, *body])  # L157
            until = min(time.monotonic() + REPLY_WITHIN, self.deadline)
            if self.socket.poll(left(until)):
                match self.socket.recv_multipart():  # L164: REQ has taken the '' away
                    case [b"MDPC01", self.service, *answer]:
                        return answer
                # L67, L177: anything else is dropped. Guess: a REQ socket cannot receive a
                # second time, so here there is nothing left to wait for; ask again at once.
        self.close()  # guess: after giving up the next question needs a new socket, too
        return None

    def run(self, count):
        """Ask `count` times and check the answers."""
        for number in range(count):
            words = [f"word {number}".encode(), b"", b"gr\xc3\xbcn"]
            turn = number % 4  # 1 to 3 frames, and some of them empty; L186: at least one
            body = [words[1]] if turn == 3 else words[:turn + 1]
            answer = self.ask(body)
            if answer is None:
                print(f"client: gave up on {body}", file=sys.stderr)
            elif answer != [shout(frame) for frame in body]:
                sys.exit(f"client: asked {body}, was answered {answer}")
            else:
                self.answered += 1
        self.close()
        print(json.dumps({"answered": self.answered, "asked_again": self.asked_again}))
        return self.answered == count


class Worker:
    """Offers one service, and does one thing at a time (L48)."""

    def __init__(self, context, endpoint, service):
        self.context, self.endpoint = context, endpoint
        self.service = service.encode("utf-8")  # guess: `text` (L129) is UTF-8
        self.deadline = time.monotonic() + AT_MOST
        self.done = self.starts = self.dropped = 0
        self.socket = None
        self.heard = self.next_beat = 0.0

    def send(self, *frames):
        """Send a message, behind the empty frame that a DEALER does not add (L87-89, L161)."""
        self.socket.send_multipart([b"", MDPW, *frames])

    def begin(self, offer=True):
        """Take a new socket (L333-334, L395) and offer the service on it (L103), once (L115)."""
        if self.socket:
            self.starts += 1
            self.socket.close(linger=0)  # guess: what is still in it is for a dead broker
        self.socket = self.context.socket(zmq.DEALER)  # L43; guess: no routing id of our own
        self.socket.connect(self.endpoint)
        if offer:
            self.send(READY, self.service)
        self.heard = time.monotonic()  # guess: silence is counted from the connecting on
        self.next_beat = self.heard + BEAT_EVERY

    def step(self):
        """Do what is due, wait for one message; return its command and its further frames."""
        now = time.monotonic()
        if now >= self.heard + GONE_AFTER:
            self.begin()  # L333: the broker is dead
        elif now >= self.next_beat:
            self.send(HEARTBEAT)  # L88, "by itself": whatever else has been sent
            self.next_beat = now + BEAT_EVERY
        until = min(self.next_beat, self.heard + GONE_AFTER, self.deadline)
        if not self.socket.poll(left(until)):
            return None
        frames = self.socket.recv_multipart()
        self.heard = time.monotonic()  # L333: every message (guess: even a senseless one)
        match frames:
            case [b"", b"MDPW01", b"\x02", client, b"", *body]:  # L90, L160
                return REQUEST, client, body
            case [b"", b"MDPW01", b"\x04"]:  # L91
                return (HEARTBEAT,)
            case [b"", b"MDPW01", b"\x05"]:  # L92
                return (DISCONNECT,)
        self.dropped += 1  # L93: counts and drops it
        return None

    def run(self, count):
        """Answer `count` requests, and leave."""
        self.begin()
        self.serve(count)

    def serve(self, count):
        """Obey the broker until `count` requests are answered."""
        while self.done < count and time.monotonic() < self.deadline:
            match self.step():
                case [b"\x02", client, body]:
                    # L161: to whom it goes is copied from the order (L455). That makes this
                    # worker free again (L236); there is no second ready.
                    self.send(REPLY, client, b"", *map(shout, body))
                    self.done += 1
                case [b"\x05"]:
                    self.begin()  # L395

    def finish(self, count):
        """Say good-bye (L423) and report."""
        self.send(DISCONNECT)
        self.socket.close(linger=GOODBYE_MS)
        print(json.dumps({"done": self.done, "starts": self.starts, "dropped": self.dropped}))
        return self.done == count


class Clumsy(Worker):
    """First makes some mistakes, and sees that it is sent away for each; then behaves."""

    def run(self, count):
        """Blunder, and then answer `count` requests."""
        blunders = {
            "unknown": [b"\x7f"],                     # L111: unknown
            "malformed": [HEARTBEAT, b"too much"],    # L382-384: two frames
            "unasked reply": [REPLY, b"me", b"", b"?"],  # L75: only after a request
        }
        for name, frames in blunders.items():
            self.begin(offer=False)
            self.send(*frames)
            until = min(time.monotonic() + GONE_AFTER, self.deadline)
            # L81, L111: the answer is a disconnect.
            while (told := self.step()) != (DISCONNECT,) and time.monotonic() < until:
                pass
            if told != (DISCONNECT,):
                sys.exit(f"clumsy: {name}: nobody has minded")
        super().run(count)  # L395: starts again on a new socket


def main():
    """Be what the command line says."""
    global REPLY_WITHIN, GONE_AFTER
    if len(sys.argv) != 6 or sys.argv[1] not in ("client", "worker", "clumsy"):
        sys.exit(__doc__)
    role, endpoint, service, count, slowness = *sys.argv[1:4], int(sys.argv[4]), int(sys.argv[5])
    REPLY_WITHIN, GONE_AFTER = REPLY_WITHIN * slowness, GONE_AFTER * slowness
    with zmq.Context() as context:
        if role == "client":
            return 0 if Client(context, endpoint, service).run(count) else 1
        worker = (Clumsy if role == "clumsy" else Worker)(context, endpoint, service)
        worker.run(count)
        return 0 if worker.finish(count) else 1


if __name__ == "__main__":
    sys.exit(main())
