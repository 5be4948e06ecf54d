"""Run by slower.py: `stop_and_go.py TIMES PROCESS…` lets the processes run for one TIMES-th of the time.

It ends when its standard input does, so also with the program that started it. (A signal to interrupt it would be ignored
where a shell runs the bench beside other things.)
"""

import os
import select
import signal
import sys
import time

#: Seconds of one turn of stopping and going on: short beside what is measured, long beside a signal.
TURN = 0.008


def main(times: float, tabs: list[int]) -> None:
    """Stop and go on; whatever happens, the processes go on in the end."""
    run = TURN / times
    try:
        print("begun", flush=True)
        while tabs and not _over():
            tell(tabs, signal.SIGSTOP)
            time.sleep(TURN - run)
            tell(tabs, signal.SIGCONT)
            time.sleep(run)
    finally:
        tell(tabs, signal.SIGCONT)


def _over() -> bool:
    """Whether the one who started this has closed our input."""
    readable, _, _ = select.select([sys.stdin], [], [], 0)
    return bool(readable)


def tell(tabs: list[int], what: signal.Signals) -> None:
    """Send a signal to all that are still there."""
    for tab in list(tabs):
        try:
            os.kill(tab, what)
        except ProcessLookupError:
            tabs.remove(tab)


if __name__ == "__main__":
    main(float(sys.argv[1]), [int(tab) for tab in sys.argv[2:]])
