"""The pages: Django, server-drawn, whole without JavaScript."""
