"""Round trips of zerorpc: serves, or asks a server and prints the seconds.

    zerorpc_ping.py serve ENDPOINT
    zerorpc_ping.py ask ENDPOINT REQUESTS
"""

import sys
import time

import zerorpc


class Pinger:
    def ping(self, count):
        return count


def main():
    what, endpoint, *rest = sys.argv[1:]
    if what == "serve":
        server = zerorpc.Server(Pinger())
        server.bind(endpoint)
        server.run()
    client = zerorpc.Client()
    client.connect(endpoint)
    client.ping(0)
    start = time.perf_counter()
    for count in range(int(rest[0])):
        client.ping(count)
    print(time.perf_counter() - start)


main()
