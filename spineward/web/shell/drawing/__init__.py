"""Every picture the server draws: body map, leg strip, movement figures, icon. Pure functions."""
