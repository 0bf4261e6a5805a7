"""`timeline review`: going through what the machine suggests, claim by claim."""
