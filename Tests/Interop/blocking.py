"""Ping-pong with blocking calls: the easy way, good for one socket."""
import zmq

from program import bind, check_pong, main


def ping(variant, endpoint, count):
    """Sends *count* ping requests, waits for a pong after each, and asks the pong process to stop."""
    context = zmq.Context()
    sock = context.socket(variant.ping_type)
    sock.connect(endpoint)

    for i in range(count):
        sock.send_multipart([*variant.ping_envelope, variant.dumps('ping', i)])
        check_pong(i, *variant.at_ping(sock.recv_multipart()))
    sock.send_multipart([*variant.ping_envelope, variant.dumps('plzdiekthxbye')])

    sock.close()
    context.term()
    return {'answered': count}


def pong(variant, endpoint):
    """Waits for ping requests and replies with a pong."""
    context = zmq.Context()
    sock = context.socket(variant.pong_type)
    bind(sock, endpoint)

    pings = 0
    while True:
        envelope, msg_type, args, kwargs = variant.at_pong(sock.recv_multipart())
        if msg_type == 'plzdiekthxbye':
            break
        sock.send_multipart([*envelope, variant.dumps('pong', *args, **kwargs)])
        pings += 1

    sock.close()
    context.term()
    return {'handled': pings}


if __name__ == '__main__':
    main(ping, pong)
