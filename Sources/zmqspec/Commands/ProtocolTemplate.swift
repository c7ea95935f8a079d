/// The protocol file that `zmqspec init` writes.
enum ProtocolTemplate {
  /// A question, an answer and a way to stop, with a comment where a newcomer may want to change something.
  static func text(name: String) -> String {
    """
    # Who says what to whom over ZeroMQ. Docs/Language.md of zmqspec explains every key.
    zmqspec: 1
    protocol: \(name)
    about: A client asks a server to greet somebody.

    processes:
      Client:
        sockets:
          server: REQ                # connects to the one bound socket that its messages reach
      Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }

    # What can be said. On the wire: ["greet",["Ada"],{"loud":false}]
    messages:
      greet:
        args: { name: string }
        kwargs: { loud: bool = false }
      greeting: { args: { text: string } }
      stop: {}

    # Which messages perform which task, in order. `->` sends, `<-` answers.
    chains:
      greeting-somebody:
        about: The server makes up a greeting for whoever the client names.
        steps:
          - Client -> Server: greet
          - Client <- Server: greeting
            within: 2s               # how long the client waits
      stopping:
        about: The server ends when it is asked to.
        steps:
          - Client -> Server: stop
            final: Server

    """
  }
}
