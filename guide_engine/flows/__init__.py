"""One module per walkthrough; each holds one `FLOW`."""
