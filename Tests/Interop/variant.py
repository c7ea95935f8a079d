"""What the two processes of a ping-pong variant agree on: socket types, envelope, layout."""
import json

import zmq


class Variant:
    """
    A variant by its name, ``dealer-router-triple``: the type of PingProc's socket, the type of PongProc's, the
    layout of all messages.

    """
    def __init__(self, name):
        ping, pong, self.layout, *_ = name.split('-')
        self.ping_type = getattr(zmq, ping.upper())
        self.pong_type = getattr(zmq, pong.upper())

    @property
    def ping_envelope(self):
        """The frames in front of the body of whatever PingProc sends and receives."""
        # A REQ sets and strips the delimiter by itself; a DEALER that talks to a REP does it by hand.
        return [b''] if (self.ping_type, self.pong_type) == (zmq.DEALER, zmq.REP) else []

    @property
    def pong_envelope(self):
        """How many frames stand in front of the body of whatever PongProc receives and sends."""
        if self.pong_type == zmq.REP:
            return 0
        return 2 if self.ping_type == zmq.REQ else 1

    def at_ping(self, msg):
        """Takes a message that PingProc has received apart: ``msg_type, args, kwargs``."""
        *envelope, body = msg
        if envelope != self.ping_envelope:
            raise ValueError('PingProc received %r' % msg)
        return self.loads(body)

    def at_pong(self, msg):
        """Takes a message that PongProc has received apart: ``envelope, msg_type, args, kwargs``."""
        *envelope, body = msg
        if len(envelope) != self.pong_envelope or self.pong_envelope == 2 and envelope[1] != b'':
            raise ValueError('PongProc received %r' % msg)
        return envelope, *self.loads(body)

    def dumps(self, msg_type, *args):
        """A message as the one frame of its body."""
        if self.layout == 'triple':
            return json.dumps([msg_type, args, {}]).encode()
        return json.dumps([msg_type, args[0] if args else None]).encode()

    def loads(self, body):
        """The body's ``msg_type, args, kwargs``."""
        if self.layout == 'triple':
            return json.loads(body)
        msg_type, data = json.loads(body)
        return msg_type, [] if data is None else [data], {}
