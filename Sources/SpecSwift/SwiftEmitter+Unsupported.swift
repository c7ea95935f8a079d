import SpecModel

extension SwiftEmitter {
  /// What the language has and generated Swift has not yet, each at the place where it is written.
  ///
  /// Swift for such a protocol would put other bytes on the wire than its diagrams show, so whoever writes a file asks
  /// here first. The checker cannot: the protocol is right, and everything but its Swift can be made.
  ///
  /// ```
  /// 9 |   told: { fields: { id: int = cause.id }, frames: [ json: [ $type, $id ] ] }       ask: { args: { id: int } }
  ///   |                               ^^^^^^^^
  /// ```
  ///
  /// - Returns: Errors with the code `ZS0090`, in the order of the file.
  public static func unsupported(in spec: ProtocolSpec) -> [Diagnostic] {
    var found: Set<Diagnostic> = []
    let names = SwiftSpec(spec, namespace: "")
    for socket in spec.socketIDs {
      let causes = ProcessEmitter(names: names, id: socket.process).refusedCauses(of: socket)
      found.formUnion(causes.filter(\.readings.isEmpty).compactMap(\.field.source).map(unsupportedInRefusal))
    }
    return Array(found).inSourceOrder()
  }

  /// What stands in an argument, or within a record, is not looked for in what is not understood.
  private static func unsupportedInRefusal(_ source: FieldSourceSpec) -> Diagnostic {
    notYet(
      "the source `\(source.text)` in an `otherwise` message, where no layout of what is refused has that field at a "
        + "certain place,", at: source.range,
      instead: "give that message a layout without it, or write `otherwise: handle`")
  }

  private static func notYet(_ feature: String, at range: SourceRange, instead: String) -> Diagnostic {
    Diagnostic(
      .notYet, at: range, "\(feature) in generated Swift comes with a later version of zmqspec", help: instead)
  }
}
