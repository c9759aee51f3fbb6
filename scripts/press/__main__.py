"""``python -m press`` is the command ``press``."""

import os
import sys


def main() -> None:
    """Run ``press``; an interruption is no traceback, even while the press is still loading."""
    try:
        from press.commands import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("press: 已中断。\n")
        sys.stderr.flush()
        os._exit(130)


if __name__ == "__main__":
    main()
