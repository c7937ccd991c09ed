"""Does the project start, build and stay clean on a machine that has only Python?"""
