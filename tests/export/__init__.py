"""Does a diary leave the program whole, and is it decided again as it was?"""
