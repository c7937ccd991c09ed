"""What follows from what is known: pure functions over frozen facts; no clock, no database, no framework."""
