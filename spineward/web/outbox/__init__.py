"""What was entered without a network, and how does it come into the diary?"""
