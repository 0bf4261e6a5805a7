"""From a file to a Document: its text, what is said about it, and the candidates for its publication date."""
