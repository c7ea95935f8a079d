// SpecDocs
