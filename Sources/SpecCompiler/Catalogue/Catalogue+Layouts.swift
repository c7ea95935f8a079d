extension Catalogue {
  /// Layouts, constraints and unions, as far as parsing and resolving look at them.
  static let layouts: [Explanation] = [
    Explanation(
      "ZS0046", "A layout is a list of frames",
      """
      A frame is `codec: template`, `empty`, or `$name` alone, which takes the codec of its type. Codecs of whole frames are
      `json`, `msgpack`, `text`, `bytes`, the integers from `uint8` to `int64` (network order; `…le` for little-endian), and
      `packed`, a list of `codec: value` in one frame, where texts and bytes may carry their length (`string8`, `bytes32`,
      `strings`, `dictionary`). A template is a constant or a `$name`; for `json` and `msgpack` a tree of them, in which
      `$name...` spreads a list or an object in place.
      """,
      wrong: laidOut(layout: "[ text: PINGv1, string8: $data ]"),
      right: laidOut(layout: "[ text: PINGv1, text: $data ]")),
    Explanation(
      "ZS0047", "A source gives a layout's field its value",
      """
      `fresh` (new for each message), `now`, `given` (once, when the process is made), `type`, `cause.<field>` (copied from
      the message that is answered or handled) and `sign(<fields>)` stand behind a field under `fields` of a layout. The
      arguments of a message come from whoever sends it.
      """,
      wrong: .demo(messages: "ping: { args: { id: int = fresh } }\npong: {}"),
      right: .demo(messages: "ping: { args: { id: int } }\npong: {}")),
    Explanation(
      "ZS0048", "A length is a number or a range",
      """
      `3`, `1..64`, `1..` (at least), `..64` (at most): characters (Unicode scalars) of a text, bytes of `bytes`, elements
      of a list, members of a map.
      """,
      wrong: .demo(messages: "ping: { args: { name: { type: string, length: short } } }\npong: {}"),
      right: .demo(messages: "ping: { args: { name: { type: string, length: 1..64 } } }\npong: {}")),
    Explanation(
      "ZS0060", "Only positional arguments can be collected",
      """
      `name...: type` as the last of `args` takes all positional arguments that are left, as a list.
      """,
      wrong: .demo(messages: "ping: { kwargs: { counts...: int } }\npong: {}"),
      right: .demo(messages: "ping: { args: { counts...: int } }\npong: {}")),
    Explanation(
      "ZS1051", "A message has a layout that exists",
      """
      Either one of the four that are built in (`triple`, `pair`, `list`, `object`), or one declared under `layouts`.
      """,
      wrong: .demo(messages: "ping: { layout: tripple }\npong: {}"),
      right: .demo(messages: "ping: { layout: triple }\npong: {}")),
    Explanation(
      "ZS1052", "A message has the arguments that its layout names",
      """
      In a layout `$name` is a field of the layout, or else an argument of the message: then each message with this layout
      has it.
      """,
      wrong: laidOut(layout: "[ text: $topic, text: $data ]"), right: laidOut(layout: "[ text: $text, uint8: 1 ]")),
    Explanation(
      "ZS1053", "A message fixes only fields that its layout has",
      """
      `fields: { number: 1 }` on a message says that this field of its layout is the same in every such message.
      """,
      wrong: numbered("numbr"), right: numbered("number")),
    Explanation(
      "ZS1054", "A case of a union is a record",
      """
      A union is an object: one member, the tag, says which case it is; the others are those of the case's record.
      """,
      wrong: .demo(
        types: "Size: { union: { known: int } }", messages: "ping: { args: { size: Size } }\npong: {}"),
      right: .demo(
        types: """
          Known: { record: { width: int } }
          Size: { union: { known: Known } }
          """, messages: "ping: { args: { size: Size } }\npong: {}")),
  ]

  private static func laidOut(layout: String) -> ExampleFile {
    .demo(top: "layouts: { line: \(layout) }", messages: "ping: { layout: line, args: { text: string } }\npong: {}")
  }

  private static func numbered(_ field: String) -> ExampleFile {
    .demo(
      top: "layouts: { numbered: { fields: { number: int }, frames: [ json: [ $type, $number ] ] } }",
      messages: "ping: { layout: numbered, fields: { \(field): 1 } }\npong: {}")
  }
}
