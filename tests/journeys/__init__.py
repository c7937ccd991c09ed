"""Does everything that must always hold, hold at every step of weeks that are lived?"""
