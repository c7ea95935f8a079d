extension Catalogue {
  /// Family 7: no chain gets stuck.
  static let stuckChains: [Explanation] = [
    Explanation(
      "ZS0701", "Processes do not wait for each other",
      """
      A REP answers before it receives again. A process that owes an answer at its REP and first asks another one waits
      for that one; if that one owes an answer as well and asks the first, both wait for ever, and so does everybody who
      asks them later. One run of a chain seldom comes to that, but two runs at a time may, or the branches of a `par`.

      What is looked at: one chain, twice at a time where there may be several of the process that starts it. Different
      chains that run at the same time are not looked at together.
      """,
      wrong: .demo(processes: crossing("REP"), messages: "load: {}\nstore: {}\nok: {}", steps: crossingSteps),
      right: .demo(processes: crossing("ROUTER"), messages: "load: {}\nstore: {}\nok: {}", steps: crossingSteps)),
    Explanation(
      "ZS0702", "A message reaches the instance that owes the answer",
      """
      PUSH, DEALER and REQ deal their messages out in turn: where there are several workers, the second message goes to
      another one than the first. A worker that needs both before it can answer the first waits for ever. A ROUTER names
      the instance that it means; and what belongs together may go into one message.

      Where nobody owes an answer, but a worker sends something of its own when it has received both, this is a warning:
      it may do so with one of them as well.

      Source: RFC 28 and 30, "round-robin"; man zmq_socket.
      """,
      wrong: .demo(
        processes: """
          Broker: { sockets: { jobs: { type: DEALER, bind: "tcp://127.0.0.1:5555" } } }
          Worker: { count: many, sockets: { jobs: DEALER } }
          """,
        messages: "job: {}\npart: {}\ndone: {}",
        steps: """
          - Broker -> Worker: job
          - Broker -> Worker: part
          - Broker <- Worker: done
            answers: job
          """),
      right: .demo(
        processes: """
          Broker: { sockets: { jobs: { type: DEALER, bind: "tcp://127.0.0.1:5555" } } }
          Worker: { count: many, sockets: { jobs: DEALER } }
          """,
        messages: "job: { args: { part: string } }\ndone: {}",
        steps: """
          - Broker -> Worker: job
          - Broker <- Worker: done
          """)),
    Explanation(
      "ZS0703", "Whoever acts on an alternative knows which one was taken",
      """
      An alternative, an option or a loop is decided by the process that sends its first message. Another process that
      then has to send on one way, and must not on the other, has to be told: by a message that comes on one way only, or
      by a deadline that passes (`within`, `silence`, a `pause`). Where it sends the same on both ways, or only receives,
      it need not know.

      What the fields of messages say is beyond this check: a process that receives a message with fields is taken to know
      by them. Where such a message has passed before the decision only, this is a warning. So it is where a process has
      to go on behind a loop and nothing tells it that the loop is over: it may know the number.
      """,
      wrong: .demo(
        processes: printing, messages: "ask: {}\nyes: {}\nno: {}\npage: {}\nprint: {}",
        steps: """
          - Client -> Server: ask
          - alt it is printed:
              - Client <- Server: yes
              - Printer -> Tray: page
              - Server -> Printer: print
            else it is not:
              - Client <- Server: no
          """),
      right: .demo(
        processes: printing, messages: "ask: {}\nyes: {}\nno: {}\npage: {}\nprint: {}",
        steps: """
          - Client -> Server: ask
          - alt it is printed:
              - Client <- Server: yes
              - Server -> Printer: print
              - Printer -> Tray: page
            else it is not:
              - Client <- Server: no
          """)),
    Explanation(
      "ZS0704", "A loss or a restart leaves nobody waiting for ever",
      """
      A ROUTER drops what it cannot deliver, a PUB what nobody has subscribed to yet, both what exceeds the high-water
      mark; and a process that restarts knows nothing of what it was asked. A reply has a deadline, so a client's method
      ends in any case. But a process that has sent a message of its own, and goes on only when another one comes back,
      waits for ever, unless the socket says `silence` or an `alt` has a branch that begins with a `pause`.

      Said of processes only that something depends on: they send afterwards, and what they wait for follows from what
      they have sent, or they owe somebody else an answer. Whoever just waits for messages is not stuck, and what is
      published is lost by design.

      Source: RFC 28, "SHALL drop"; RFC 29, "SHALL silently drop"; man zmq_socket.
      """,
      wrong: .demo(
        processes: registering(""), messages: "hello: {}\nwelcome: {}\ndata: {}",
        steps: """
          - Client -> Server: hello
          - Server -> Client: welcome
          - Client -> Server: data
          """),
      right: .demo(
        processes: registering(", silence: 3s"), messages: "hello: {}\nwelcome: {}\ndata: {}",
        steps: """
          - Client -> Server: hello
          - Server -> Client: welcome
          - Client -> Server: data
          """)),
    Explanation(
      "ZS0705", "A stream has a last element",
      """
      A reply in a loop that its request is outside of is one element of a stream, and leaves the request open. The first
      reply behind the loop is the last one and closes it. Without one, the client never learns that no more elements
      come. Time may be the end (`within` on the elements, `silence` on the socket), or a `break`, or the end of one of the
      two processes (`final`).
      """,
      wrong: .demo(
        processes: registering(""), messages: "list: {}\nitem: { args: { name: string } }",
        steps: """
          - Client -> Server: list
          - loop for each item:
              - Client <- Server: item
          """),
      right: .demo(
        processes: registering(""), messages: "list: {}\nitem: { args: { name: string } }\nend: {}",
        steps: """
          - Client -> Server: list
          - loop for each item:
              - Client <- Server: item
          - Client <- Server: end
          """)),
    Explanation(
      "ZS0706", "One process decides an alternative",
      """
      The branches of an `alt` are decided by the sender of their first messages. Two processes that each begin a branch
      may both do so before either hears of the other: then each is in another branch, and what they wait for does not
      come. A branch that is taken because time has passed is another matter: it begins with a `pause` or a lost message,
      or its sender waits in the other branches with a deadline (`within`, `silence`).
      """,
      wrong: .demo(
        processes: registering(""), messages: "ask: {}\nanswer: {}\ncancel: {}",
        steps: """
          - Client -> Server: ask
          - alt the server is ready:
              - Client <- Server: answer
            else the client gives up:
              - Client -> Server: cancel
          """),
      right: .demo(
        processes: registering(""), messages: "ask: {}\nanswer: {}\ncancel: {}",
        steps: """
          - Client -> Server: ask
          - alt the server is ready:
              - Client <- Server: answer
                within: 2s
            else the client gives up:
              - Client -> Server: cancel
          """)),
    Explanation(
      "ZS0707", "A chain is small enough to be looked at whole",
      """
      A chain is explored state by state, each loop not at all, once and twice, up to 100,000 states and 4,096 events. What
      lies beyond has not been proved, and the warning says what that is. Most chains need no exploration at all: one that
      has no groups, and in which nobody waits without a deadline, is never too large.
      """,
      wrong: .demo(
        processes: pushing, messages: "tick: {}",
        steps: nestedLoops(12)),
      right: .demo(
        processes: pushing, messages: "tick: {}",
        steps: nestedLoops(2))),
    Explanation(
      "ZS0708", "What comes late is not taken for what comes next",
      """
      A reply that comes when `within` is over, or when a branch was taken because time has passed, stands in the queue in
      front of the next one. Where nothing in it says to which request it belongs, the two cannot be told apart. A REQ or
      DEALER that connects and does nothing but ask is closed and opened anew, so nothing late can come; one that binds,
      or that is told other things, would lose its peers by that. The runtime then takes the next reply for the late one
      and throws it away, which is wrong where the first request got lost.

      A field with `cause.…` says what a reply belongs to. Of a message that is no reply and has fields, it is taken that
      they say it.
      """,
      wrong: .demo(
        processes: registering(""), messages: "ask: {}\nanswer: {}\nnews: {}",
        steps: """
          - Client -> Server: ask
          - Client <- Server: answer
            within: 2s
          - Server -> Client: news
          """),
      right: .demo(
        processes: registering(""),
        layouts: """
          question: { fields: { id: int = fresh }, frames: [ json: [ $type, $id ] ] }
          reply: { fields: { id: int = cause.id }, frames: [ json: [ $type, $id ] ] }
          """,
        messages: "ask: { layout: question }\nanswer: { layout: reply }\nnews: {}",
        steps: """
          - Client -> Server: ask
          - Client <- Server: answer
            within: 2s
          - Server -> Client: news
          """)),
    Explanation(
      "ZS0709", "A `break` leaves nothing in a queue that is in the way",
      """
      A `break` ends the group around it for whoever takes part in it, and what the others have sent until they hear of it
      is still under way. ZeroMQ delivers it, in front of what the same socket sends afterwards: a process that expects
      another message then gets this one first, in this run of the chain or in the next.

      Without the `break`, the sender ends what it sends when it has heard that it should, and the receiver takes all of
      it. Heartbeats and replies are passed over: the former mean the same at any time, and the latter are known by
      their request.
      """,
      wrong: .demo(processes: sampling, messages: "sample: {}\nstop: {}\nsummary: {}", steps: sampled(breaks: true)),
      right: .demo(processes: sampling, messages: "sample: {}\nstop: {}\nsummary: {}", steps: sampled(breaks: false))),
  ]

  private static let sampling = """
    Sensor: { sockets: { logger: PUSH, orders: { type: PULL, bind: "tcp://127.0.0.1:5556", silence: 9s } } }
    Logger: { sockets: { samples: { type: PULL, bind: "tcp://127.0.0.1:5555" }, sensor: PUSH } }
    """

  private static func sampled(breaks: Bool) -> String {
    """
    - par:
        - - loop for each sample:
              - Sensor -> Logger: sample
        - \(breaks ? "- break the logger is full:\n          - Logger -> Sensor: stop" : "- Logger -> Sensor: stop")
    - Sensor -> Logger: summary
    """
  }

  private static func crossing(_ type: String) -> String {
    """
    Client: { count: many, sockets: { left: REQ, right: REQ } }
    Left: { sockets: { asked: { type: \(type), bind: "tcp://127.0.0.1:5555" }, asking: REQ } }
    Right: { sockets: { asked: { type: \(type), bind: "tcp://127.0.0.1:5556" }, asking: REQ } }
    """
  }

  private static let crossingSteps = """
    - Client.left -> Left.asked: load
    - Left.asking -> Right.asked: store
    - Left.asking <- Right.asked: ok
    - Client.left <- Left.asked: ok
    - Client.right -> Right.asked: store
    - Right.asking -> Left.asked: load
    - Right.asking <- Left.asked: ok
    - Client.right <- Right.asked: ok
    """

  private static let printing = """
    Client: { sockets: { server: REQ } }
    Server:
      sockets:
        clients: { type: REP, bind: "tcp://127.0.0.1:5555" }
        jobs: { type: PUSH, bind: "tcp://127.0.0.1:5556" }
    Printer: { sockets: { jobs: PULL, pages: PUSH } }
    Tray: { sockets: { pages: { type: PULL, bind: "tcp://127.0.0.1:5557" } } }
    """

  private static func registering(_ more: String) -> String {
    """
    Client: { sockets: { server: { type: DEALER\(more) } } }
    Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
    """
  }

  private static let pushing = """
    Clock: { sockets: { ticks: { type: PUSH, bind: "tcp://127.0.0.1:5555" } } }
    Hand: { sockets: { ticks: PULL } }
    """

  /// Loops in loops, with one step.
  private static func nestedLoops(_ count: Int) -> String {
    (0..<count).map { String(repeating: "    ", count: $0) + "- loop:\n" }.joined()
      + String(repeating: "    ", count: count) + "- Clock -> Hand: tick"
  }
}
