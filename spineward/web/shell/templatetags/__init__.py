"""Template tags that every template has, without loading."""
