"""What follows from what is known: pure functions over frozen facts, and nothing else."""
