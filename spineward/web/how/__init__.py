"""How does Spineward decide? Every rule in words, and all of them to print and sign."""
