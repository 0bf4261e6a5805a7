"""From a match to a meaning: one function a construction, the same for every language."""
