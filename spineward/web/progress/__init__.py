"""What happened so far? The diary."""
