"""A View as a picture: lanes, rows within a lane, marks. Only `figure` knows plotly."""
