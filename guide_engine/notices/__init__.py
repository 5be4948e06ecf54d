"""One module per reason why a message did not arrive; each holds one `NOTICE`."""
