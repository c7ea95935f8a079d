extension Source {
  /// mosaik puts each of these behind a length on a TCP stream; here they are frames.
  static let mosaik = Source(
    file: "mosaik", citation: "mosaik, docs/mosaik-api/low-level.rst: API calls, Asynchronous requests",
    sockets: ["Manager.simulators": "ROUTER", "Simulator.manager": "DEALER"],
    messages: [
      call("init", "init, [sim_id], {time_resolution: time_resolution, sim_params...}"),
      call("create", "create, [num, model], model_params"),
      call("setup_done", "setup_done, [], {}"),
      call("step", "step, [time, inputs, max_advance], {}"),
      call("get_data", "get_data, [outputs], {}"),
      call("stop", "stop, [], {}"),
      call("get_progress", "get_progress, [], {}"),
      call("get_related_entities", "get_related_entities, [entities], {}"),
      call("fetch_data", "get_data, [attrs], {}"),
      call("set_data", "set_data, [data], {}"),
      call("set_event", "set_event, [time], {}"),
      success("meta", "meta"), success("entities", "entities"), success("next_step", "time"), success("data", "data"),
      success("progress", "percent"), success("related_entities", "entities"), success("done", "null"),
      Shown("failed", "a failure", wire: ["'2, id, trace'": "message type 2, the request's id, an error message"]),
    ])

  private static func call(_ message: String, _ content: String) -> Shown {
    Shown(message, content, wire: ["'0, id, [\(content)]'": "message type 0, a unique id, function and arguments"])
  }

  private static func success(_ message: String, _ result: String) -> Shown {
    Shown(message, result, wire: ["'1, id, \(result)'": "message type 1, the request's id, the return value"])
  }
}
