"""How does a diary leave the program, and what would be decided of it today?"""
