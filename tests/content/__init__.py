"""Does the content hold together, and can a tired twelve-year-old read it?"""
