"""How do the reference pages stay true? They are written from the program itself."""
