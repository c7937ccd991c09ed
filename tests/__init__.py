"""Do the rules, the pages and the tools do what they say?"""
