"""``python -m press`` is the command ``press``."""

from press.commands import main

main()
