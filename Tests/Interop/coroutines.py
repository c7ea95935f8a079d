"""Ping-pong with asyncio: blocking calls to look at, an event loop underneath."""
import asyncio

import zmq
import zmq.asyncio

from program import bind, check_pong, main


def ping(variant, endpoint, count):
    """Sends *count* pings; a DEALER all at once, a REQ one after the other."""
    return asyncio.run(_ping(variant, endpoint, count))


async def _ping(variant, endpoint, count):
    context = zmq.asyncio.Context()
    sock = context.socket(variant.ping_type)
    sock.connect(endpoint)

    async def send(msg_type, *args):
        await sock.send_multipart([*variant.ping_envelope, variant.dumps(msg_type, *args)])

    async def send_all():
        for i in range(count):
            await send('ping', i)

    async def receive(i):
        check_pong(i, *variant.at_ping(await sock.recv_multipart()))

    if variant.ping_type == zmq.DEALER:
        sending = asyncio.create_task(send_all())
        for i in range(count):
            await receive(i)
        await sending
    else:
        for i in range(count):
            await send('ping', i)
            await receive(i)
    await send('plzdiekthxbye')

    sock.close()
    context.term()
    return {'answered': count}


def pong(variant, endpoint):
    """Waits for ping requests and replies with a pong."""
    return asyncio.run(_pong(variant, endpoint))


async def _pong(variant, endpoint):
    context = zmq.asyncio.Context()
    sock = context.socket(variant.pong_type)
    bind(sock, endpoint)

    pings = 0
    while True:
        envelope, msg_type, args, kwargs = variant.at_pong(await sock.recv_multipart())
        if msg_type == 'plzdiekthxbye':
            break
        await sock.send_multipart([*envelope, variant.dumps('pong', *args, **kwargs)])
        pings += 1

    sock.close()
    context.term()
    return {'handled': pings}


if __name__ == '__main__':
    main(ping, pong)
