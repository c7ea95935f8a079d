/// What happens to programs, and how soon their service is restored: each has a test here and a row in Docs/Faults.md.
enum Fault: String, CaseIterable {
  case killedInRequest = "A server is killed while it has a request."
  case killedInMessage = "A peer is killed between two frames of a message."
  case goneBeforeReply = "A ROUTER's peer has gone before the reply."
  case vanishing = "A thousand clients ask and vanish."
  case duplicateIDs = "Two clients have the same routing id."
  case brokerRestarted = "A broker is killed under load and started again."
  case stopped = "A server is stopped (SIGSTOP)."
  case stoppedBehindBroker = "A worker behind a broker is stopped (SIGSTOP)."
  case signals = "A signal every millisecond."
  case slowSubscriber = "A subscriber does not read."
  case noDescriptorsToAccept = "A server has no file descriptors for more clients."
  case noDescriptorsToOpen = "A process gets no file descriptors when it starts."
  case noThreads = "A process gets no threads when it starts."

  /// Within what a request is answered again, from the moment on when that is possible; of `signals` and
  /// `slowSubscriber`, which interrupt nothing, within what all messages have come.
  ///
  /// Far above what is measured, since machines of CI are slow and busy: a fault that is not overcome takes for ever.
  var limit: Duration {
    switch self {
    case .signals, .slowSubscriber: .seconds(20)
    case .brokerRestarted: .seconds(10)
    default: .seconds(5)
    }
  }
}
