import ZMQWire

extension LayoutReading {
  /// Reads the tree of a frame.
  mutating func readTree(_ value: WireTree, _ tree: TreeTemplateSpec, isPacked: Bool) throws(WireError) {
    var walk = TreeWalk(reading: self, check: TypeCheck(spec: spec, isPacked: isPacked))
    try walk.match(value, tree, at: "")
    try walk.end()
    self = walk.reading
  }
}

/// A tree matched against its template.
private struct TreeWalk {
  var reading: LayoutReading
  let check: TypeCheck
  /// The positional arguments that have come so far, by position or by keyword.
  private var given: Set<String> = []
  /// Whether arguments are written in this tree, and where.
  private var argumentsPath: String?
  private var message: MessageSpec { reading.message }

  init(reading: LayoutReading, check: TypeCheck) {
    self.reading = reading
    self.check = check
  }

  /// Demands that every argument has come that must.
  func end() throws(WireError) {
    guard let argumentsPath else { return }
    for field in message.args where !field.mayBeAbsent && !given.contains(field.name.text) {
      throw WireError(.wrongArguments, path: argumentsPath, expected: "the argument `\(field.name)`")
    }
  }

  mutating func match(_ value: WireTree, _ tree: TreeTemplateSpec, at path: String) throws(WireError) {
    switch tree {
    case .constant(let constant): try equal(value, WireTree(constant), .wrongConstant, path)
    case .value(let reference): try match(value, reference, at: path)
    case .list(let items): try list(value, items, at: path)
    case .object(let members): try object(value, members, at: path)
    }
  }

  private func equal(
    _ value: WireTree, _ constant: WireTree, _ reason: WireError.Reason, _ path: String
  ) throws(WireError) {
    // Equal for Unicode, and written alike.
    if value == constant, value.json.isSame(as: constant.json) { return }
    if let one = value.number, let other = constant.number, one == other { return }
    throw WireError(reason, path: path, expected: constant.json, found: value.excerpt)
  }

  private mutating func match(
    _ value: WireTree, _ reference: TemplateReference, at path: String
  ) throws(WireError) {
    switch reference.target {
    case .type: try equal(value, reading.type.tree, .unknownType, path)
    case .args:
      guard case .array(let elements) = value else { throw wrong(value, "an array", reference.name) }
      try positional(elements, at: reference.name)
    case .kwargs:
      guard case .object(let members) = value else { throw wrong(value, "an object", reference.name) }
      try keywords(members, at: reference.name)
    case .data:
      switch message.fields.count {
      case 0: if value != .null { throw wrong(value, "null", reference.name) }
      case 1: try take(value, message.fields[0], at: reference.name)
      default:
        guard case .object(let members) = value else { throw wrong(value, "an object", reference.name) }
        try check.object(members, message.fields, at: reference.name)
        for member in members { reading.note(member.key, member.value) }
      }
    case .field, .argument:
      if let constant = reading.constant(reference) {
        return try equal(value, constant.tree, constant.type == .json ? .unknownType : .wrongConstant, path)
      }
      guard let field = reading.field(reference) else { return }
      try take(value, field, at: reference.name)
    }
  }

  private mutating func take(_ value: WireTree, _ field: FieldSpec, at path: String) throws(WireError) {
    try check.check(value, field, at: path)
    reading.note(field.name.text, value)
  }

  private func wrong(_ value: WireTree, _ expected: String, _ path: String) -> WireError {
    WireError(.wrongType, path: path, expected: expected, found: value.excerpt)
  }

  // MARK: Arguments

  private mutating func positional(_ elements: [WireTree], at path: String, from first: Int = 0) throws(WireError) {
    argumentsPath = path
    var next = 0
    for field in message.args {
      if field.isRest, case .list(let type) = field.type {
        let rest = Array(elements[min(next, elements.count)...])
        for (index, value) in rest.enumerated() { try check.check(value, type, at: "\(path)[\(first + next + index)]") }
        try check.constrain(.array(rest), field.type, field.constraints, at: path)
        reading.note(field.name.text, .array(rest))
        return
      }
      guard next < elements.count else { return }
      try take(elements[next], field, at: "\(path)[\(first + next)]")
      given.insert(field.name.text)
      next += 1
    }
    if next < elements.count {
      throw WireError(
        .wrongArguments, path: "\(path)[\(first + next)]", expected: "no further argument",
        found: elements[next].excerpt)
    }
  }

  /// Keyword arguments, among them positional ones that come by name where both are written.
  private mutating func keywords(_ members: [WireTree.Member], at path: String) throws(WireError) {
    let byName = argumentsPath == nil ? [] : message.args.filter { !$0.isRest }
    for member in members
    where given.contains(member.key)
      && byName.contains(where: { $0.name.text.isSame(as: member.key) })
    {
      throw WireError(
        .wrongArguments, path: path.member(member.key), expected: "each argument once", found: member.value.excerpt)
    }
    let fields = byName.map { field in
      // Whether it has come at all is asked at the end.
      var field = field
      if field.defaultValue == nil { field.defaultValue = ValueSpec(.null, at: field.typeRange) }
      return field
    }
    try check.object(members, fields + message.kwargs, at: path)
    for member in members {
      given.insert(member.key)
      reading.note(member.key, member.value)
    }
  }

  // MARK: Lists and objects

  private mutating func list(
    _ value: WireTree, _ items: [TreeTemplateSpec.Item], at path: String
  ) throws(WireError) {
    guard case .array(let elements) = value else { throw wrong(value, "an array", path) }
    var next = 0
    for (index, item) in items.enumerated() {
      switch item {
      case .element(let tree):
        guard next < elements.count else {
          throw WireError(
            .wrongArguments, path: path, expected: "another element",
            found: "the end after \(Wording.counted(elements.count, "element"))")
        }
        try match(elements[next], tree, at: "\(path)[\(next)]")
        next += 1
      case .spread(let reference):
        let behind = items[(index + 1)...].count { if case .element = $0 { true } else { false } }
        let end = max(next, elements.count - behind)
        let taken = Array(elements[next..<min(end, elements.count)])
        if reference.target == .args {
          try positional(taken, at: path, from: next)
        } else if let field = reading.field(reference), case .list(let type) = field.type {
          for (offset, value) in taken.enumerated() { try check.check(value, type, at: "\(path)[\(next + offset)]") }
          try check.constrain(.array(taken), field.type, field.constraints, at: path)
          reading.note(field.name.text, .array(taken))
        }
        next = end
      }
    }
    if next < elements.count {
      throw WireError(
        .wrongArguments, path: "\(path)[\(next)]", expected: "no further element", found: elements[next].excerpt)
    }
  }

  private mutating func object(
    _ value: WireTree, _ template: [TreeTemplateSpec.Member], at path: String
  ) throws(WireError) {
    guard case .object(let members) = value else { throw wrong(value, "an object", path) }
    var rest = members
    var names: [String] = []
    for item in template {
      guard case .member(let key, let tree) = item else { continue }
      names.append(key.text)
      guard let index = rest.firstIndex(where: { $0.key.isSame(as: key.text) }) else {
        throw WireError(.missingMember, path: path, expected: "the member `\(key)`")
      }
      try match(rest.remove(at: index).value, tree, at: path.member(key.text))
    }
    for item in template {
      guard case .spread(let reference) = item else { continue }
      names += try spread(&rest, reference, at: path)
    }
    if let stranger = rest.first {
      throw WireError(
        .unknownMember, path: path, expected: Wording.member(of: names), found: JSONText.string(stranger.key))
    }
  }

  /// `$kwargs...`, `$name...`: takes what belongs to it, and gives back the names that do.
  private mutating func spread(
    _ rest: inout [WireTree.Member], _ reference: TemplateReference, at path: String
  ) throws(WireError) -> [String] {
    var fields: [FieldSpec]?
    var unknown = TypeSpec.UnknownMembers.refuse
    let target = reading.field(reference)
    switch reference.target {
    case .kwargs: fields = message.kwargs
    case .data where message.fields.count != 1: fields = message.fields
    default:
      if case .named(let id)? = target?.type, case .record(let members) = check.spec[id].kind {
        (fields, unknown) = (members, check.spec[id].unknown)
      }
    }
    guard let fields else {
      // A map takes all that is left.
      guard let target else { return [] }
      let all = WireTree.object(rest)
      try check.check(all, target.type, at: path)
      reading.note(target.name.text, all)
      rest = []
      return []
    }
    func isOwn(_ member: WireTree.Member) -> Bool {
      unknown != .refuse || fields.contains { $0.name.text.isSame(as: member.key) }
    }
    let own = rest.filter(isOwn)
    try check.object(own, fields, unknown: unknown, at: path)
    if reference.target == .kwargs || reference.target == .data {
      for member in own { reading.note(member.key, member.value) }
    } else if let target {
      reading.note(target.name.text, .object(own))
    }
    rest.removeAll(where: isOwn)
    return fields.map(\.name.text)
  }
}

extension SampleScalar {
  /// The value as a tree.
  fileprivate var tree: WireTree { (try? WireTree(json: Array(text.utf8))) ?? .null }
}
