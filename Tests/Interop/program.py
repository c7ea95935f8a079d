"""What every program in this folder does at its beginning and at its end."""
import faulthandler
import json
import sys

from variant import Variant

#: Seconds after which a program that has not ended says where it hangs, and ends.
DEADLINE = 60


def main(ping, pong):
    """
    Runs one of two functions, as the command line says, and prints what it returns as a line of JSON::

        python3 blocking.py ping req-rep-pair tcp://127.0.0.1:5678 1000
        python3 blocking.py pong req-rep-pair tcp://127.0.0.1:*

    """
    role, variant, endpoint, *count = sys.argv[1:]
    faulthandler.dump_traceback_later(DEADLINE, exit=True)
    if role == 'ping':
        report = ping(Variant(variant), endpoint, int(count[0]))
    else:
        report = pong(Variant(variant), endpoint)
    print(json.dumps(report), flush=True)


def bind(sock, endpoint):
    """Binds a socket; the program's first line tells where, and that it is ready."""
    sock.bind(endpoint)
    print(sock.last_endpoint.decode(), flush=True)


def check_pong(i, msg_type, args, kwargs):
    """Raises an error unless a message is the answer to ping number *i*."""
    if (msg_type, list(args), kwargs) != ('pong', [i], {}):
        raise ValueError('ping %d was answered by %r' % (i, [msg_type, args, kwargs]))
