"""What the ledger says at a moment: from claims to the state of an event, as a pure function."""
