"""From what an article says to what it adds to the ledger: mentions become actors, candidates become events, all as proposals."""
