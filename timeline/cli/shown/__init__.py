"""How an answer looks: as a table, as sentences, as data."""
