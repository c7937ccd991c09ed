"""What helps beside movement, when is it an emergency, and why does a rule speak up?"""
