"""Does the diary keep what was said, give it back unchanged, and lose nothing in trouble?"""
