"""Which words name events, and which of them are one."""
