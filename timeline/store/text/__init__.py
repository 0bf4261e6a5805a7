"""The ledger's YAML as text: where each thing stands, how it is written, and what is wrong with it."""
