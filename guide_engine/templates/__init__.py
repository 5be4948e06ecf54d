"""One module per message template; each holds one `TEMPLATE`."""
