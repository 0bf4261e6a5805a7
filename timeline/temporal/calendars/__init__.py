"""What a calendar knows, and what an expression of time says in its terms."""
