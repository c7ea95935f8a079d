// The least a ROUTER server can do: sends every message back as it came, envelope and body.
//
//   echo ENDPOINT
#include <stdio.h>
#include <zmq.h>

int main(int count, char **arguments) {
  if (count < 2) return fprintf(stderr, "echo ENDPOINT\n"), 2;
  void *context = zmq_ctx_new();
  void *router = zmq_socket(context, ZMQ_ROUTER);
  if (zmq_bind(router, arguments[1])) return perror("bind"), 1;
  for (;;) {
    zmq_msg_t frame;
    int more;
    do {
      zmq_msg_init(&frame);
      if (zmq_msg_recv(&frame, router, 0) < 0) return perror("receive"), 1;
      more = zmq_msg_more(&frame);
      if (zmq_msg_send(&frame, router, more ? ZMQ_SNDMORE : 0) < 0) return perror("send"), 1;
    } while (more);
  }
}
