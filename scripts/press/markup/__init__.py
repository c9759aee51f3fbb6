"""Markdown to HTML, and HTML to one small typed tree for print, WeChat, EPUB and plain text."""
