#include <errno.h>
#include <string.h>
#include <zmq.h>

#ifdef __linux__
// Not part of Swift's Glibc module.
#include <sys/epoll.h>
#include <sys/eventfd.h>
#endif
