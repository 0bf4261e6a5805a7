"""What was changed, command by command, and how it is taken back."""
