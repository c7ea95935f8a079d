"""
Sends bad messages as they are, each followed by a good ping::

    python3 hostile.py dealer-rep-pair tcp://127.0.0.1:5678

Reads the name of a bad message per line; prints per line, as JSON, what came back before the pong.

"""
import faulthandler
import json
import sys

import zmq

from program import DEADLINE, check_pong
from variant import Variant

#: Bodies for both layouts; None stands for the arguments.
BODIES = {
    'not JSON': b'hello',
    'cut short': b'["ping"',
    'no list': b'{"ping": 1}',
    'a number': b'7',
    'an empty list': b'[]',
    'type is no string': b'[1, 2, 3]',
    'unknown type': b'["shout", 5, {}]',
    'private type': b'["_private", [], {}]',
    'dunder type': b'["__init__", [], {}]',
    'invalid UTF-8 in the type': b'["p\xffng", 1]',
    'invalid UTF-8 before the JSON': b'\xff\xfe["ping", 1]',
    'deep from the first bracket': b'[' * 10000 + b']' * 10000,
}

#: Arguments; a pair has one value, a triple a list and an object.
ARGUMENTS = {
    'too few arguments': (b'["ping"]', b'["ping", [], {}]'),
    'too many arguments': (b'["ping", 1, 2]', b'["ping", [1, 2], {}]'),
    'wrong type': (b'["ping", "five"]', b'["ping", ["five"], {}]'),
    'a fraction': (b'["ping", 1.5]', b'["ping", [1.5], {}]'),
    'out of range': (b'["ping", 9223372036854775808]', b'["ping", [9223372036854775808], {}]'),
    'far out of range': (b'["ping", 1' + b'0' * 400 + b']', b'["ping", [1' + b'0' * 400 + b'], {}]'),
    'deep': (
        b'["ping", ' + b'[' * 10000 + b']' * 10000 + b']',
        b'["ping", [' + b'[' * 10000 + b']' * 10000 + b'], {}]'),
    'invalid UTF-8': (b'["ping", "\xc3\x28"]', b'["ping", ["\xc3\x28"], {}]'),
    '100 MB': (b'["ping",' + b' ' * 100_000_000 + b'1]', b'["ping",[' + b' ' * 100_000_000 + b'1],{}]'),
    'something after the end': (b'["ping", 1] ["ping", 1]', b'["ping", [1], {}] 1'),
}


def frames(name, delimiter, good, triple):
    """The frames of a bad message; *delimiter* is a list of one empty frame, or of none."""
    if name == 'no body':
        return delimiter or [b'']
    if name == 'missing delimiter':
        return [good]
    if name == 'missing delimiter, two frames':
        return [b'nobody', good]
    if name == 'extra frames':
        return [*delimiter, good, b'more', b'']
    if name == 'a million keys':
        value = b'{%s}' % b','.join(b'"%d":1' % key for key in range(1_000_000))
        return [*delimiter, (b'["ping",[%s],{}]' if triple else b'["ping",%s]') % value]
    body = BODIES[name] if name in BODIES else ARGUMENTS[name][triple]
    return [*delimiter, body]


def main():
    """Sends what it is told to."""
    faulthandler.dump_traceback_later(DEADLINE, exit=True)
    variant = Variant(sys.argv[1])
    context = zmq.Context()
    sock = context.socket(zmq.DEALER)
    sock.connect(sys.argv[2])
    # A DEALER that does by hand what a REQ does by itself.
    delimiter = [] if (variant.ping_type, variant.pong_type) == (zmq.DEALER, zmq.ROUTER) else [b'']

    for i, line in enumerate(sys.stdin):
        good = variant.dumps('ping', i)
        sock.send_multipart(frames(line.strip(), delimiter, good, variant.layout == 'triple'), copy=False)
        sock.send_multipart([*delimiter, good])
        answers = []
        while True:
            msg = sock.recv_multipart()
            if msg[:-1] == delimiter and variant.loads(msg[-1])[0] == 'pong':
                break
            answers.append([frame.decode() for frame in msg])
        check_pong(i, *variant.loads(msg[-1]))
        print(json.dumps(answers), flush=True)

    sock.send_multipart([*delimiter, variant.dumps('plzdiekthxbye')])
    sock.close()
    context.term()


if __name__ == '__main__':
    main()
