"""The public JSON contract of `assess` and `respond`: what goes in, comes out, is refused."""
