"""A typed question goes in, a View comes out that needs nothing else to be printed or exported."""
