"""The engine's two contracts with the outside: the command line and the bridge to JavaScript."""
