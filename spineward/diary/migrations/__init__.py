"""How did the tables come to be? One step per file, each added and never edited."""
