"""
Sends one ping, then listens for a while to a PongProc that has nothing to say::

    python3 waiting.py req-rep-pair tcp://127.0.0.1:5678 5

Prints ``connected`` after the pong and ``quiet`` when the seconds have passed, and asks the PongProc to stop when
its standard input ends.

"""
import faulthandler
import sys

import zmq

from program import DEADLINE, check_pong
from variant import Variant


def main():
    """Exchanges heartbeats and nothing else."""
    name, endpoint, seconds = sys.argv[1:]
    faulthandler.dump_traceback_later(DEADLINE, exit=True)
    variant = Variant(name)
    context = zmq.Context()
    sock = context.socket(variant.ping_type)
    sock.heartbeat_ivl = 1000
    sock.connect(endpoint)

    sock.send_multipart([*variant.ping_envelope, variant.dumps('ping', 1)])
    check_pong(1, *variant.at_ping(sock.recv_multipart()))
    print('connected', flush=True)
    if sock.poll(1000 * int(seconds)):
        raise ValueError('PingProc received %r' % sock.recv_multipart())
    print('quiet', flush=True)

    sys.stdin.read()
    sock.send_multipart([*variant.ping_envelope, variant.dumps('plzdiekthxbye')])
    sock.close()
    context.term()


if __name__ == '__main__':
    main()
