"""One module per thing a buyer should know about a message; each holds one `CONCERN`."""
