// ZMQWire
