"""Which speeds are promised, and are they kept? Each file here measures some and says the bound."""
