"""What is wrong with the story a ledger tells, as diagnostics; one check a file."""
