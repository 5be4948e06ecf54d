"""Which lexicon entries and rules anything depends on: `python -m tests.mutation`."""
