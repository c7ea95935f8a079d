print("zmqspec-generate")
