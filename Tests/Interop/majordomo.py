"""
A client and a worker of the Majordomo protocol, written from Docs/Protocols/majordomo.md alone::

    python3 majordomo.py client tcp://127.0.0.1:5555 echo 100
    python3 majordomo.py worker tcp://127.0.0.1:5556 echo 100
    python3 majordomo.py clumsy tcp://127.0.0.1:5556 echo 0

Each prints a line of JSON when it is done. A clumsy worker first says something that nobody knows.
"""
import faulthandler
import json
import sys
import time

import zmq

CLIENT = b'MDPC01'
WORKER = b'MDPW01'
READY, REQUEST, REPLY, HEARTBEAT, DISCONNECT = b'\x01', b'\x02', b'\x03', b'\x04', b'\x05'

#: Seconds, from the page: "`Client` waits no longer than 2.5 s", "sent by itself every 2.5 s", "nothing has come for 7.5 s".
PATIENCE = 2.5
INTERVAL = 2.5
SILENCE = 7.5
TRIES = 3


class Client:
    """Asks on a REQ socket; a request that is not answered is asked again on a new one."""

    def __init__(self, context, endpoint):
        self.context = context
        self.endpoint = endpoint
        self.open()

    def open(self):
        self.socket = self.context.socket(zmq.REQ)
        self.socket.linger = 0
        self.socket.connect(self.endpoint)

    def ask(self, service, body):
        for _ in range(TRIES):
            # 1 IN : ["MDPC01", service, body...]
            self.socket.send_multipart([CLIENT, service] + body)
            if self.socket.poll(PATIENCE * 1000):
                # 4 OUT: ["MDPC01", service, body...]
                constant, answered, *frames = self.socket.recv_multipart()
                if constant != CLIENT or answered != service:
                    raise ValueError('%r is no reply to %r' % ([constant, answered], service))
                return frames
            self.socket.close()
            self.open()
        raise TimeoutError('no reply to %r' % service)


class Worker:
    """Offers a service on a DEALER socket, and does one thing at a time."""

    def __init__(self, context, endpoint, service):
        self.context = context
        self.endpoint = endpoint
        self.service = service
        self.starts = 0
        self.heartbeats = 0
        self.dropped = 0

    def start(self):
        """Begins on a new socket."""
        if self.starts:
            self.socket.close(linger=0)
        self.starts += 1
        self.socket = self.context.socket(zmq.DEALER)
        self.socket.connect(self.endpoint)
        self.heard = self.told = time.monotonic()

    def say(self, command, *frames):
        # 1 IN : ['', "MDPW01", 0x01, service]
        self.socket.send_multipart([b'', WORKER, command, *frames])
        self.told = time.monotonic()

    def ready(self):
        self.start()
        self.say(READY, self.service)

    def listen(self):
        """What comes next: a command and what stands behind it. Meanwhile it shows that it is there."""
        while True:
            now = time.monotonic()
            if now - self.heard > SILENCE:
                self.ready()
            if now - self.told >= INTERVAL:
                self.say(HEARTBEAT)
            if not self.socket.poll(max(1, (self.told + INTERVAL - now) * 1000)):
                continue
            frames = self.socket.recv_multipart()
            self.heard = time.monotonic()
            # 2 OUT: ['', "MDPW01", 0x02, client, '', body...]
            if len(frames) < 3 or frames[:2] != [b'', WORKER]:
                self.dropped += 1
                continue
            command, rest = frames[2], frames[3:]
            if command == HEARTBEAT:
                self.heartbeats += 1
            elif command == DISCONNECT:
                self.ready()
            elif command == REQUEST and len(rest) >= 2 and rest[1] == b'':
                pass
            else:
                self.dropped += 1
                continue
            return command, rest

    def serve(self, count):
        done = 0
        # It stays until it knows that the broker is there.
        while done < count or not self.heartbeats:
            command, rest = self.listen()
            if command == REQUEST:
                client, empty, *body = rest
                # 3 IN : ['', "MDPW01", 0x03, client, '', body...]
                self.say(REPLY, client, empty, *[frame.upper() for frame in body])
                done += 1
        self.say(DISCONNECT)
        self.socket.close(linger=5000)
        return {'done': done, 'starts': self.starts, 'dropped': self.dropped}


def main():
    faulthandler.dump_traceback_later(60, exit=True)
    role, endpoint, service, count = sys.argv[1:]
    service, count = service.encode(), int(count)
    context = zmq.Context()
    if role == 'client':
        client = Client(context, endpoint)
        for number in range(count):
            body = [b'body %d' % number, b'', b'more'][:1 + number % 3]
            answer = client.ask(service, body)
            if answer != [frame.upper() for frame in body]:
                raise ValueError('%r was answered by %r' % (body, answer))
        report = {'answered': count}
        client.socket.close()
    else:
        worker = Worker(context, endpoint, service)
        if role == 'clumsy':
            worker.start()
            worker.say(b'\x09', b'what?')
            worker.listen()
        else:
            worker.ready()
        report = worker.serve(count)
    context.term()
    print(json.dumps(report), flush=True)


if __name__ == '__main__':
    main()
