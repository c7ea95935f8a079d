// SpecDrawing
