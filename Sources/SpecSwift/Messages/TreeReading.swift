import SpecModel

/// The statements that read one tree of a layout, and what they give.
///
/// A value in a list is read where it stands. What stands in an object comes in any order, so it is gathered in
/// locals and demanded at the end; so are arguments, which may be missing or come by name.
struct TreeReading {
  let codec: LayoutCodec
  /// The fields that have been read, with the expression of each value.
  private(set) var results: [(field: FieldSpec, value: String)] = []
  /// The keys of the objects, as static constants.
  private(set) var constants: [Code] = []

  private var locals: [Code] = []
  private var hasMore = false
  private var objects: Int

  /// - Parameter objects: How many objects the trees in front of this one have.
  init(codec: LayoutCodec, behind objects: Int) {
    self.codec = codec
    self.objects = objects
    arguments = FieldCodec(names: codec.names, fields: [])
  }

  private var names: SwiftSpec { codec.names }

  /// The statements, without the `return` of the results.
  mutating func statements(of tree: TreeTemplateSpec) -> [Code] {
    declareArguments(in: tree)
    let codes = read(tree, isGathered: false)
    return locals + codes
  }

  private mutating func read(_ tree: TreeTemplateSpec, isGathered: Bool) -> [Code] {
    switch tree {
    case .constant(let value): return constant(value)
    case .value(let reference):
      switch codec.target(of: reference) {
      case .type: return [type]
      case .args: return positionalCount == 0 ? [TreeReading.emptyArray] : readPositional()
      case .kwargs: return readKeywords()
      case .data: return readData(isGathered: isGathered)
      case .field, .argument:
        return codec.field(of: reference).map { readValue($0, isGathered: isGathered) } ?? []
      }
    case .list(let items): return readList(items, isGathered: isGathered)
    case .object(let members): return readObject(members)
    }
  }

  // MARK: Constants and types

  private func constant(_ value: ValueSpec) -> [Code] {
    let label = if case .string = value.content { "string: " } else { "" }
    return [
      .call(
        "try reader.constant(",
        ["\(label)\(names.json(value))", "expecting: \(SwiftLiteral.string(value.json))", "in: bytes"])
    ]
  }

  private var type: Code {
    let value = codec.message.wireNumber.map { "\($0)" } ?? SwiftLiteral.string(codec.message.wireType)
    return .line("try reader.type(\(value), in: bytes)")
  }

  // MARK: Arguments

  /// The arguments that this tree holds as a whole, positional ones first.
  private var arguments: FieldCodec
  private var keywords: Range<Int> { positionalCount..<arguments.fields.count }
  private var positionalCount = 0

  /// Declares the locals of all arguments in a tree.
  private mutating func declareArguments(in tree: TreeTemplateSpec) {
    let targets = tree.references.map(codec.target)
    let positional = targets.contains(.args) ? codec.positional : []
    let byName =
      targets.contains(.kwargs)
      ? codec.keywords : targets.contains(.data) && codec.message.fields.count > 1 ? codec.message.fields : []
    positionalCount = positional.count
    arguments = FieldCodec(names: names, fields: positional + byName)
    arguments.notesFields = targets.contains(.data) || tree.hasWholeKeywords
    if arguments.fields.isEmpty { arguments.notesFields = false }
    locals = arguments.locals()
    for field in arguments.fields {
      let local = arguments.local(field)
      let label = positional.contains(field) ? "argument" : "member"
      let isThere = names.absentExpression(of: field, in: .namespace) != nil
      results.append((field, isThere ? local : "try reader.required(\(label): \(key(field)), \(local))"))
    }
    if arguments.notesFields { constants += arguments.fieldNames() }
  }

  private func key(_ field: FieldSpec) -> String { SwiftLiteral.string(field.name.text) }

  /// `var more = try reader.beginObject(in: bytes)`, the first time.
  private mutating func begin(_ container: String) -> Code {
    defer { hasMore = true }
    return .line("\(hasMore ? "" : "var ")more = try reader.begin\(container)(in: bytes)")
  }

  private static let emptyArray = Code.line(
    "if try reader.beginArray(in: bytes) { throw JSONFault(.tooManyArguments, at: reader.offset) }")
  private static let emptyObject = Code.line(
    "if try reader.beginObject(in: bytes) { throw JSONFault(.unknownMember, at: reader.offset) }")

  private mutating func readPositional() -> [Code] {
    [begin("Array")] + arguments.readingPositional(0..<positionalCount)
  }

  private mutating func readKeywords() -> [Code] {
    if arguments.fields.isEmpty { return [TreeReading.emptyObject] }
    let twice = positionalCount > 0 ? "argumentGivenTwice" : nil
    return [begin("Object")] + arguments.readingMembers(expected: keywords, twice: twice)
  }

  private mutating func readData(isGathered: Bool) -> [Code] {
    switch codec.message.fields.count {
    case 0:
      [.line("guard try reader.consumeNull(in: bytes) else { throw JSONFault(.expectedNull, at: reader.offset) }")]
    case 1: readValue(codec.message.fields[0], isGathered: isGathered)
    default: [begin("Object")] + arguments.readingMembers(expected: arguments.fields.indices)
    }
  }

  private mutating func readValue(_ field: FieldSpec, isGathered: Bool) -> [Code] {
    let local = arguments.local(field)
    if !isGathered {
      results.append((field, local))
      return arguments.reading(field, into: "let \(local)")
    }
    let isThere = names.absentExpression(of: field, in: .namespace) != nil
    locals += FieldCodec(names: names, fields: [field], notesFields: false).locals()
    results.append((field, isThere ? local : "try reader.required(member: \(key(field)), \(local))"))
    return arguments.reading(field, into: local)
  }

  // MARK: Lists and objects

  private mutating func readList(_ items: [TreeTemplateSpec.Item], isGathered: Bool) -> [Code] {
    if items.isEmpty { return [TreeReading.emptyArray] }
    var codes: [Code] = []
    for (index, item) in items.enumerated() {
      let isLast = index == items.count - 1
      switch item {
      case .element(let tree):
        codes.append(.line("try reader.\(index == 0 ? "first" : "next")Element(in: bytes)"))
        codes += read(tree, isGathered: isGathered)
        if isLast { codes.append(.line("try reader.endElements(in: bytes)")) }
      case .spread(let reference) where codec.target(of: reference) == .args && positionalCount == 0:
        if isLast { codes.append(index == 0 ? TreeReading.emptyArray : .line("try reader.endElements(in: bytes)")) }
      case .spread(let reference):
        let follows =
          "\(hasMore ? "" : "var ")more = try reader.\(index == 0 ? "beginArray" : "elementFollows")(in: bytes)"
        hasMore = true
        codes.append(.line(follows))
        if codec.target(of: reference) == .args {
          codes += arguments.readingPositional(0..<positionalCount)
        } else if let field = codec.field(of: reference), case .list(let element) = field.type {
          let local = arguments.local(field)
          locals.append(.line("var \(local): \(names.spelling(of: field.type, in: .namespace)) = []"))
          results.append((field, local))
          codes.append(
            .block(
              "while more",
              names.appending(element, to: local) + [.line("more = try reader.elementFollows(in: bytes)")]))
        }
      }
    }
    return codes
  }

  /// An object in which the layout gives the keys; `$kwargs...` adds its own.
  private mutating func readObject(_ members: [TreeTemplateSpec.Member]) -> [Code] {
    if members.isEmpty { return [TreeReading.emptyObject] }
    objects += 1
    let suffix = objects == 1 ? "" : "\(objects)"
    var object = ObjectReading(given: "members\(suffix)", names: "memberNames\(suffix)")
    let beginning = begin("Object")
    for case .member(let key, let tree) in members {
      let index = object.members.count
      object.members.append(
        .init(key: SwiftLiteral.string(key.text), body: read(tree, isGathered: true), isOptional: true))
      if !tree.isContainer { object.guesses.append(index) }
    }
    let declared = object.members.count
    for case .spread(let reference) in members where codec.target(of: reference) == .kwargs {
      for field in codec.keywords {
        object.guesses.append(object.members.count)
        object.members.append(arguments.member(field))
      }
    }
    for case .spread(let reference) in members {
      guard let field = codec.field(of: reference) else { continue }
      let local = arguments.local(field)
      locals.append(.line("var \(local): \(names.spelling(of: field.type, in: .namespace)) = [:]"))
      results.append((field, local))
      object.unknown = names.readingMember(of: field.type, into: local)
    }
    locals.append(object.noting)
    constants += [.blank, .array("private static let \(object.names): FieldNames", object.members.map(\.key))]
    return [beginning] + object.codes() + [
      .line("try reader.require(members\(suffix), below: \(declared), of: Self.\(object.names))")
    ]
  }
}

extension TreeTemplateSpec {
  /// How many objects it has whose keys the layout gives.
  var objectCount: Int {
    switch self {
    case .constant, .value: 0
    case .list(let items):
      items.reduce(0) { count, item in if case .element(let tree) = item { count + tree.objectCount } else { count } }
    case .object(let members):
      members.reduce(members.isEmpty ? 0 : 1) { count, member in
        if case .member(_, let tree) = member { count + tree.objectCount } else { count }
      }
    }
  }

  /// Whether it is read in several steps.
  fileprivate var isContainer: Bool {
    switch self {
    case .constant: false
    case .value(let reference): reference.target == .args || reference.target == .kwargs || reference.target == .data
    case .list, .object: true
    }
  }

  /// Whether `$kwargs` is an object of its own in it.
  fileprivate var hasWholeKeywords: Bool {
    switch self {
    case .constant: return false
    case .value(let reference): return reference.target == .kwargs
    case .list(let items):
      return items.contains { if case .element(let tree) = $0 { tree.hasWholeKeywords } else { false } }
    case .object(let members):
      return members.contains { if case .member(_, let tree) = $0 { tree.hasWholeKeywords } else { false } }
    }
  }
}
