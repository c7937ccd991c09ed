"""What did the person do? Rows that are added and never edited; `journey` is the only door."""
