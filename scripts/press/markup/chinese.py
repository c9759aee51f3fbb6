"""Line ends inside Chinese paragraphs: a newline between two Chinese characters is no space."""

import re

_HAN = (
    "\u2018\u2019\u201c\u201d\u2014\u2026\u2e80-\u2fdf\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff00-\uffef\U00020000-\U000323af"
)
_TAGS = r"(?:</?(?:strong|em|del|a|code|sup|img)\b[^<>]*>)"
_JOIN = re.compile(rf"([{_HAN}]{_TAGS}*)\n(?={_TAGS}*[{_HAN}])")
_PRE = re.compile(r"(<pre\b.*?</pre>)", re.S)


def join_lines(rendered: str) -> str:
    """Drop the newlines in ``rendered`` HTML that stand between two Chinese characters.

    Code blocks keep theirs.
    """
    if "<pre" not in rendered:
        return _JOIN.sub(r"\1", rendered)
    parts = _PRE.split(rendered)
    return "".join(part if part.startswith("<pre") else _JOIN.sub(r"\1", part) for part in parts)
