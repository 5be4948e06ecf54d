"""One module per rule; each holds one `RULE`. Nothing here imports another rule."""
