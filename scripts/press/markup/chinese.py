"""Line ends inside Chinese paragraphs: a newline between two Chinese characters is no space."""

import re

_HAN = (
    "\u2018\u2019\u201c\u201d\u2014\u2026\u2e80-\u2fdf\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff00-\uffef\U00020000-\U000323af"
)
_TAG = r"</?(?:strong|em|del|a|code|sup|img)\b[^<>]*>"
_CHINESE = re.compile(f"[{_HAN}]")
_INLINE = re.compile(_TAG)
_BEFORE_CHINESE = re.compile(rf"\n(?=(?:{_TAG})*[{_HAN}])")
_PRE = re.compile(r"(<pre\b.*?</pre>)", re.S)


def join_lines(rendered: str) -> str:
    """Drop the newlines in ``rendered`` HTML (or plain text) between two Chinese characters.

    Code blocks keep theirs.
    """
    if "<pre" not in rendered:
        return _join(rendered)
    parts = _PRE.split(rendered)
    return "".join(part if part.startswith("<pre") else _join(part) for part in parts)


def _join(text: str) -> str:
    # Newlines are few and characters many, so each newline looks about itself.
    parts, kept = [], 0
    for match in _BEFORE_CHINESE.finditer(text):
        if _after_chinese(text, match.start()):
            parts.append(text[kept : match.start()])
            kept = match.end()
    return "".join([*parts, text[kept:]]) if parts else text


def _after_chinese(text: str, end: int) -> bool:
    """Look backwards over inline tags for a Chinese character."""
    while text[end - 1 : end] == ">":
        start = text.rfind("<", 0, end)
        if start < 0 or not _INLINE.fullmatch(text, start, end):
            return False
        end = start
    return _CHINESE.match(text[end - 1 : end]) is not None
