"""Ping-pong with a poller, which can wait for several sockets."""
import zmq

from program import bind, check_pong, main


def ping(variant, endpoint, count):
    """Sends a ping whenever the last one has been answered, and at last asks the pong process to stop."""
    context = zmq.Context()
    sock = context.socket(variant.ping_type)
    sock.connect(endpoint)

    # Create a poller and register the events we want to poll
    poller = zmq.Poller()
    poller.register(sock, zmq.POLLOUT)

    i = 0
    while True:
        # Get all sockets that can do something
        socks = dict(poller.poll())

        # Check if there is an answer; if so, the next ping may go
        if socks.get(sock, 0) & zmq.POLLIN:
            check_pong(i, *variant.at_ping(sock.recv_multipart()))
            i += 1
            poller.modify(sock, zmq.POLLOUT)
        # Check if we can send something; if so, wait for the answer
        elif socks.get(sock, 0) & zmq.POLLOUT:
            if i == count:
                sock.send_multipart([*variant.ping_envelope, variant.dumps('plzdiekthxbye')])
                break
            sock.send_multipart([*variant.ping_envelope, variant.dumps('ping', i)])
            poller.modify(sock, zmq.POLLIN)

    sock.close()
    context.term()
    return {'answered': i}


def pong(variant, endpoint):
    """Waits for ping requests and replies with a pong."""
    context = zmq.Context()
    sock = context.socket(variant.pong_type)
    bind(sock, endpoint)

    poller = zmq.Poller()
    poller.register(sock, zmq.POLLIN)

    pings = 0
    is_running = True
    while is_running:
        for sock, _ in poller.poll():
            envelope, msg_type, args, kwargs = variant.at_pong(sock.recv_multipart())
            if msg_type == 'plzdiekthxbye':
                is_running = False
            else:
                sock.send_multipart([*envelope, variant.dumps('pong', *args, **kwargs)])
                pings += 1

    sock.close()
    context.term()
    return {'handled': pings}


if __name__ == '__main__':
    main(ping, pong)
