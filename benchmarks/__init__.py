"""Which speeds are promised, and are they kept? Each file here measures one and says the limit."""
