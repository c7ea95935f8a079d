print("zmqspec")
