"""The server as "Designing and Testing PyZMQ Applications" builds it: a ZMQStream on tornado's loop, and a MessageHandler
that looks the method up by the message's type.

    article.py ENDPOINT
"""

import json
import sys

import zmq
from tornado import ioloop
from zmq.eventloop import zmqstream


class MessageHandler:
    """Calls the method that a message names, with its arguments."""

    def __init__(self, stream):
        self._stream = stream

    def __call__(self, frames):
        *envelope, body = frames
        kind, args, kwargs = json.loads(body)
        if kind.startswith("_"):
            raise AttributeError(kind)
        answer = getattr(self, kind)(*args, **kwargs)
        self._stream.send_multipart(envelope + [json.dumps(answer).encode()])

    def ping(self, count):
        return ["pong", [count], {}]

    def order(self, customer, item, price, quantity, express, *, currency, discount, gift, note):
        return ["accepted", [price * quantity], {}]

    def scene(self, name, bodies, *, frame, lights):
        return ["drawn", [len(bodies)], {}]

    def dataset(self, records):
        return ["stored", [len(records)], {}]


def main():
    socket = zmq.Context.instance().socket(zmq.ROUTER)
    socket.bind(sys.argv[1])
    stream = zmqstream.ZMQStream(socket)
    stream.on_recv(MessageHandler(stream))
    ioloop.IOLoop.current().start()


main()
