"""What may be done today, and why?"""
