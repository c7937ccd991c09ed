"""How is it today? One question a page."""
