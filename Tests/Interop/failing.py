"""
A PongProc that answers some pings and then fails::

    python3 failing.py crash req-rep-pair tcp://127.0.0.1:* 500
    python3 failing.py mute req-rep-pair tcp://127.0.0.1:* 500

"""
import faulthandler
import os
import signal
import sys

import zmq

from program import DEADLINE, bind
from variant import Variant


def main():
    """Answers pings; the first one beyond *count* kills it, or is answered by nothing as all later ones."""
    how, name, endpoint, count = sys.argv[1:]
    faulthandler.dump_traceback_later(DEADLINE, exit=True)
    variant = Variant(name)
    context = zmq.Context()
    sock = context.socket(variant.pong_type)
    bind(sock, endpoint)

    for _ in range(int(count)):
        envelope, _, args, kwargs = variant.at_pong(sock.recv_multipart())
        sock.send_multipart([*envelope, variant.dumps('pong', *args, **kwargs)])
    sock.recv_multipart()
    if how == 'crash':
        os.kill(os.getpid(), signal.SIGKILL)
    # Still connected, still answering heartbeats.
    sys.stdin.read()


if __name__ == '__main__':
    main()
