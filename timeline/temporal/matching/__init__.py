"""A text against the rules of its language: all patterns in one automaton, one pass."""
