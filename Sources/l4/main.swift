print("l4")
