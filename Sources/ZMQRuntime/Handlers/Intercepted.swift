/// A dispatcher with what stands around it, the first outermost.
struct Intercepted: Dispatcher {
  private let dispatcher: any Dispatcher
  private let interceptors: ArraySlice<any Interceptor>

  init(_ dispatcher: any Dispatcher, by interceptors: ArraySlice<any Interceptor>) {
    self.dispatcher = dispatcher
    self.interceptors = interceptors
  }

  nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
    guard let first = interceptors.first else { return try await dispatcher.dispatch(message) }
    return try await first.handle(message) {
      try await Intercepted(dispatcher, by: interceptors.dropFirst()).dispatch(message)
    }
  }
}
