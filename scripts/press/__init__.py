"""The press: one Markdown source, every channel of a people's congress office."""

__version__ = "0.1.0"
