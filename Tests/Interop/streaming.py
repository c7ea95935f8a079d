"""Ping-pong with PyZMQ streams on tornado's event loop, in the three tiers of the article."""
import json

from tornado.ioloop import IOLoop
import zmq
from zmq.eventloop.zmqstream import ZMQStream

from program import bind, check_pong, main


class ZmqProcess:
    """The base of all processes: sets up a context and a loop, creates streams."""
    def __init__(self):
        self.context = zmq.Context()
        self.loop = IOLoop()

    def stream(self, sock_type, endpoint, is_bound):
        """Creates a :class:`ZMQStream` whose socket is bound or connected."""
        sock = self.context.socket(sock_type)
        if is_bound:
            bind(sock, endpoint)
        else:
            sock.connect(endpoint)
        return ZMQStream(sock, self.loop)

    def run(self):
        """Runs the loop until it is stopped; what was sent still leaves."""
        self.loop.start()
        self.loop.close()
        self.context.term()


class MessageHandler:
    """
    The base of all message handlers: JSON-decodes the last frame and calls the method that it names with its
    arguments, after the frames that came before it.

    """
    def __init__(self, layout):
        self._layout = layout

    def __call__(self, msg):
        *envelope, body = msg
        msg_type, *data = json.loads(body)
        args, kwargs = data if self._layout == 'triple' else ([] if data == [None] else data, {})

        # Get the actual message handler and call it
        if msg_type.startswith('_'):
            raise AttributeError('%s starts with an "_"' % msg_type)

        getattr(self, msg_type)(envelope, *args, **kwargs)


class PongProc(ZmqProcess):
    """Handles ping requests and sends back a pong."""
    def __init__(self, variant, endpoint):
        super().__init__()
        self.ping_handler = PingHandler()
        stream = self.stream(variant.pong_type, endpoint, is_bound=True)
        stream.on_recv(RouterStreamHandler(variant, stream, self.stop, self.ping_handler))
        self._stream = stream

    def stop(self):
        """Stops the event loop."""
        self._stream.close()
        self.loop.stop()


class RouterStreamHandler(MessageHandler):
    """Handles messages arriving at the PongProc's REP or ROUTER stream."""
    def __init__(self, variant, stream, stop, ping_handler):
        super().__init__(variant.layout)
        self._variant = variant
        self._stream = stream
        self._stop = stop
        self._ping_handler = ping_handler

    def ping(self, envelope, count):
        """Sends back a pong."""
        msg_type, *args = self._ping_handler.make_pong(count)
        self._stream.send_multipart([*envelope, self._variant.dumps(msg_type, *args)])

    def plzdiekthxbye(self, envelope):
        """Just calls :meth:`PongProc.stop`."""
        self._stop()


class PingHandler:
    """The application logic of a PongProc; it knows nothing of ZeroMQ."""
    def __init__(self):
        self.pings = 0

    def make_pong(self, num_pings):
        """Creates and returns a pong message."""
        self.pings += 1
        return ['pong', num_pings]


class PingProc(ZmqProcess):
    """Sends pings, each when the last one has been answered."""
    def __init__(self, variant, endpoint, count):
        super().__init__()
        self._variant = variant
        self._count = count
        self._stream = self.stream(variant.ping_type, endpoint, is_bound=False)
        self._stream.on_recv(DealerStreamHandler(variant, self.answered))
        self.pongs = 0
        self._send('ping', 0)

    def answered(self, count):
        """Goes on with the next ping, or asks the pong process to stop."""
        check_pong(self.pongs, 'pong', [count], {})
        self.pongs += 1
        if self.pongs < self._count:
            self._send('ping', self.pongs)
        else:
            self._send('plzdiekthxbye')
            self._stream.flush(zmq.POLLOUT)
            self._stream.close()
            self.loop.stop()

    def _send(self, msg_type, *args):
        self._stream.send_multipart([*self._variant.ping_envelope, self._variant.dumps(msg_type, *args)])


class DealerStreamHandler(MessageHandler):
    """Handles messages arriving at the PingProc's REQ or DEALER stream."""
    def __init__(self, variant, answered):
        super().__init__(variant.layout)
        self._answered = answered

    def pong(self, envelope, count):
        """Just calls :meth:`PingProc.answered`."""
        self._answered(count)


def ping(variant, endpoint, count):
    """Runs a PingProc."""
    process = PingProc(variant, endpoint, count)
    process.run()
    return {'answered': process.pongs}


def pong(variant, endpoint):
    """Runs a PongProc."""
    process = PongProc(variant, endpoint)
    process.run()
    return {'handled': process.ping_handler.pings}


if __name__ == '__main__':
    main(ping, pong)
