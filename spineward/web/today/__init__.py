"""What does the person do now? The first page."""
