"""Who is named, and who is meant: names, nouns, pronouns, and the actors that they stand for."""
