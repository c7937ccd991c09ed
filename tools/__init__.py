"""Which tools keep the repository in order? They are not part of the program."""
