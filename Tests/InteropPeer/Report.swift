import ZMQRuntime

/// What has become of a socket's messages, as a line of JSON.
struct Report {
  private let counters: MessageCounters
  private let expired: Int

  /// - Parameter expired: Requests that had no answer in time.
  init(_ counters: MessageCounters, expired: Int = 0) {
    self.counters = counters
    self.expired = expired
  }

  /// `{"received":2,"handled":1,"sent":1,"failed":0,"expired":0,"refused":{"notJSON":1}}`
  var json: String {
    let refused = counters.refused.map { "\"\($0.key.rawValue)\":\($0.value)" }.sorted().joined(separator: ",")
    return """
      {"received":\(counters.received),"handled":\(counters.handled),"sent":\(counters.sent),\
      "failed":\(counters.failed),"expired":\(expired),"refused":{\(refused)}}
      """
  }
}
