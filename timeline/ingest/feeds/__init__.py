"""Feeds: RSS, Atom and JSON Feed, and from an entry to the article it announces."""
