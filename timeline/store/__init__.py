"""Load and save the ledger. `opening.open_store` finds the right store; `protocol.Store` is what each one promises."""
