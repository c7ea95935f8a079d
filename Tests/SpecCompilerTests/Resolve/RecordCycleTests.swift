import Testing

/// Records that contain themselves.
@Suite struct RecordCycleTests {
  private func found(_ types: String) -> [String] {
    Found.all("zmqspec: 1\nprotocol: t\nprocesses: {}\ntypes: { \(types) }\n").filter { $0.contains("ZS1006") }
  }

  @Test func `directly, through an optional, through another`() {
    #expect(
      found("A: { record: { a: A } }, B: { record: { c: optional<C> } }, C: { record: { x: int, b: B } }") == [
        "4:28-4:29 ZS1006 the record 'A' contains itself\n  help: put it into a list: `list<A>`",
        "4:96-4:97 ZS1006 the record 'B' contains itself through 'C'\n  help: put it into a list: `list<B>`",
      ])
  }

  @Test func `a list or a map may`() {
    #expect(found("A: { record: { a: list<A>, b: optional<map<A>> } }") == [])
  }

  @Test func `two ways to one record are no circle`() {
    #expect(
      found("A: { record: { b: B, c: C } }, B: { record: { d: D } }, C: { record: { d: D } }, D: { record: {} }") == [])
  }

  @Test func `ten thousand records in a row`() {
    let row = (0..<10_000).map { "T\($0): { record: { a: T\($0 + 1) } }" } + ["T10000: { record: { a: T0 } }"]
    #expect(found(row.joined(separator: ", ")).count == 1)
  }
}
