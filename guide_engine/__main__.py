"""``python -m guide_engine``: the same as the console script ``guide-engine``."""

from guide_engine.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
