"""The parts of the HTML page: data, table, legend, safe writing, and the assets that stand beside this file."""
