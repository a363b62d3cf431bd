print("m1")
