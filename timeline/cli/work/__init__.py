"""What commands do that is more than one question and its answer."""
