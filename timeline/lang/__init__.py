"""One folder of data per language, and the loaders; no algorithms."""
