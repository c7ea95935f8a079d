// ZMQRuntime
