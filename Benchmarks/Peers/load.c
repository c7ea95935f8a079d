// Asks a server with so many requests in flight, and prints the seconds it took.
//
//   load ENDPOINT BODIES REQUESTS WINDOW [PEERS [hold]]
//
// BODIES is a file of the payloads: of each its size in four bytes, little-endian, then its bytes. PEERS DEALER sockets
// take turns; each has its share of the window. It waits for the server and asks once before time is taken; for a
// window of 1 and one peer the time divided by REQUESTS is a round trip. A server that counts a request and its answer
// as one message gives REQUESTS / seconds messages a second. With `hold` it says "ready" when all peers are connected,
// and goes on when a line comes: so that several can begin at once.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zmq.h>

struct body { uint32_t size; char *bytes; };

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void fail(const char *what) { perror(what); exit(1); }

static void ask(void *peer, struct body body) {
  if (zmq_send(peer, body.bytes, body.size, 0) < 0) fail("send");
}

static void hear(void *peer) {
  zmq_msg_t frame;
  int more;
  do {
    zmq_msg_init(&frame);
    if (zmq_msg_recv(&frame, peer, 0) < 0) fail("no answer within 10 s");
    more = zmq_msg_more(&frame);
    zmq_msg_close(&frame);
  } while (more);
}

int main(int count, char **arguments) {
  if (count < 5) return fprintf(stderr, "load ENDPOINT BODIES REQUESTS WINDOW [PEERS]\n"), 2;
  FILE *file = fopen(arguments[2], "rb");
  if (!file) fail(arguments[2]);
  struct body *bodies = NULL, body;
  long known = 0;
  while (fread(&body.size, 4, 1, file) == 1) {
    body.bytes = malloc(body.size);
    if (fread(body.bytes, 1, body.size, file) != body.size) fail(arguments[2]);
    bodies = realloc(bodies, ++known * sizeof body);
    bodies[known - 1] = body;
  }
  long requests = atol(arguments[3]), window = atol(arguments[4]), peers = count > 5 ? atol(arguments[5]) : 1;
  void *context = zmq_ctx_new();
  zmq_ctx_set(context, ZMQ_MAX_SOCKETS, peers + 16);
  void **peer = malloc(peers * sizeof *peer);
  int deadline = 10000, linger = 0, unbounded = 0;
  for (long each = 0; each < peers; each++) {
    if (!(peer[each] = zmq_socket(context, ZMQ_DEALER))) fail("socket");
    zmq_setsockopt(peer[each], ZMQ_RCVTIMEO, &deadline, sizeof deadline);
    zmq_setsockopt(peer[each], ZMQ_LINGER, &linger, sizeof linger);
    zmq_setsockopt(peer[each], ZMQ_SNDHWM, &unbounded, sizeof unbounded);
    zmq_setsockopt(peer[each], ZMQ_RCVHWM, &unbounded, sizeof unbounded);
    if (zmq_connect(peer[each], arguments[1])) fail("connect");
    ask(peer[each], bodies[0]);
    hear(peer[each]);
  }
  if (count > 6) {
    puts("ready");
    fflush(stdout);
    while (getchar() > '\n') {}
  }
  double start = now();
  long sent = 0, heard = 0;
  for (; sent < window && sent < requests; sent++) ask(peer[sent % peers], bodies[sent % known]);
  for (; heard < requests; heard++) {
    hear(peer[heard % peers]);
    if (sent < requests) { ask(peer[sent % peers], bodies[sent % known]); sent++; }
  }
  printf("%.6f\n", now() - start);
  for (long each = 0; each < peers; each++) zmq_close(peer[each]);
  zmq_ctx_term(context);
}
