// SpecSwift
