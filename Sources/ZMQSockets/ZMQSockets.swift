// ZMQSockets
