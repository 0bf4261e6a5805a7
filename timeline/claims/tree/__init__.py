"""The parsed article as the rules look at it, mended where parsers go wrong."""
