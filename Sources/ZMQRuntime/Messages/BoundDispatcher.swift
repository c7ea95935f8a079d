/// A dispatcher as a socket's workers hold it, with its way through a run of messages.
///
/// Behind `any Dispatcher` a generic dispatcher is code for every handler there could be. The way is made where the
/// handler's type is known, so that the compiler makes it for that type, if it sees the generated code as well (both are
/// in one module): a handler that cannot suspend becomes part of it.
public struct BoundDispatcher {
  let dispatcher: any Dispatcher
  let dispatch: nonisolated(nonsending) (MessageRun) async -> Void

  /// Binds the way of this very dispatcher.
  @inlinable
  public init(_ dispatcher: some Dispatcher) {
    self.init(erased: dispatcher) { run in await dispatcher.dispatch(all: run) }
  }

  @usableFromInline
  init(erased dispatcher: any Dispatcher, dispatch: nonisolated(nonsending) @escaping (MessageRun) async -> Void) {
    self.dispatcher = dispatcher
    self.dispatch = dispatch
  }
}
