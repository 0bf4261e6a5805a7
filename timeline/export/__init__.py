"""A View -> bytes or a figure. Every exporter is a function of the View and its options alone."""
