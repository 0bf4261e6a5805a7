"""Document and timexes to claims: one language-neutral engine over the neutral parse; the words are in the language packs."""
