"""The press: one Markdown source, every channel of a people's congress office."""

import os

# Pydantic would look through every installed package for plugins, which takes longer than to
# check the one article that was edited; the press has none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

__version__ = "0.1.0"
