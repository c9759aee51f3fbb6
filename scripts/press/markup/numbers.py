"""Numbers that tell who somebody is: identity cards, mobile phones and bank cards, as people write them.

They are looked for in the characters of a file as they stand, with full-width digits, with blanks or
hyphens between their groups and across the end of a line. What is masked (``4104**********0015``) is none.
"""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from press.markup import beside
from press.markup.checks import is_credit, is_identity, is_luhn, is_no_sample, is_old_identity


class Kind(Enum):
    """What a number is. ``DOUBTFUL`` is called an identity number, and its check digit is wrong."""

    IDENTITY = "身份证号码"
    MOBILE = "手机号码"
    CARD = "银行卡号"
    DOUBTFUL = "写错的身份证号码"


class Number(NamedTuple):
    """A number at ``start`` to ``end`` of a text; ``digits`` are bare (the last may be X)."""

    kind: Kind
    start: int
    end: int
    digits: str

    @property
    def masked(self) -> str:
        """The number as it may be shown."""
        head = 3 if self.kind is Kind.MOBILE else 4
        return f"{self.digits[:head]}{'*' * (len(self.digits) - head - 4)}{self.digits[-4:]}"


_BLANK = " \t\n>\u00a0\u2000-\u200b\u2060\u3000\ufeff"
_DASH = "\u2010-\u2015\u2212\uff0d"
_RUN = re.compile(
    rf"[0-9０-９](?:[{_BLANK}{_DASH}-]{{0,4}}[0-9０-９]){{10,}}+(?:[{_BLANK}{_DASH}-]?[XxＸｘ])?"
)
_PLAIN = {ord(c): "0123456789"[i] for i, c in enumerate("０１２３４５６７８９")}
_PLAIN |= dict.fromkeys([*map(ord, "\t>\u00a0\u2060\u3000\ufeff"), *range(0x2000, 0x200C)], " ")
_PLAIN |= dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0xFF0D], "-")
_PLAIN |= dict(zip(map(ord, "Ｘｘx：（）＋．"), "XXX:()+.", strict=True))
_PARAGRAPH = re.compile(r"\n[ ]*(?:\n[ \n]*|-[ -]*)")
_GROUP = re.compile(r"[0-9]+(?:[ -]?X(?![A-Za-z]))?")

_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_JOINED, _PARTED = b"0" * 11, re.compile(rb"000[\x80-\xff]{2,3}0000")
_GAPS = "\u3000\u00a0\u2014\u2013\u2003\u2002\u2009\u200b\uff0d\u2010\u2011\u2212\ufeff"

_IDENTITY_GROUPS = {(18,), (6, 8, 4), (6, 4, 4, 4), (4, 4, 4, 4, 2), (6, 4, 2, 2, 4)}
_IDENTITY_GROUPS |= {(6, 12), (14, 4), (17, 1)}
_MOBILE_GROUPS = {(11,), (3, 4, 4), (3, 8), (7, 4), (4, 4, 3), (4, 3, 4)}
_CARD_GROUPS = {(n,) for n in range(16, 20)} | {(4, 4, 4, 4), (6, 10), (6, 13)}
_CARD_GROUPS |= {(4, 4, 4, 4, n) for n in (1, 2, 3)}
_CODED = {(13,), (15,)} | {(code, *sizes) for code in (2, 4) for sizes in _MOBILE_GROUPS}
_GROUPED = _IDENTITY_GROUPS | _MOBILE_GROUPS | _CARD_GROUPS | _CODED
_FIRST = {sizes[0] for sizes in _GROUPED}
_SIZES = {11, *range(15, 20)}
_LONGEST = 20
"""So many characters a number has at most, and so many groups where each is one digit."""

_PADDING = re.compile("[ -]")

_DATED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-\Z")
_BEFORE = 48


@lru_cache(maxsize=4)
def numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of people in ``text``, in order."""
    bare = text.encode("utf-8", "replace").translate(_ZEROS, b" \n\t>-")
    joined = _JOINED in bare or "０" in text or "１" in text or "６" in text
    # With another blank or dash than those of ASCII between its groups, a number has _PARTED in it.
    if not joined and not (_PARTED.search(bare) and any(gap in text for gap in _GAPS)):
        return ()
    return tuple(number for run in _RUN.finditer(text) for number in _in_run(text, *run.span()))


def masked(text: str) -> str:
    """Return ``text`` with the numbers of people masked."""
    for number in reversed(numbers(text)):
        text = text[: number.start] + number.masked + text[number.end :]
    return text


class _Piece(NamedTuple):
    """Some groups of digits in a row, within the plain characters around them."""

    view: str
    start: int
    end: int
    groups: tuple[str, ...]
    gaps: str
    whole: bool

    @property
    def digits(self) -> str:
        return "".join(self.groups)

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(map(len, self.groups))

    @property
    def before(self) -> str:
        return self.view[max(0, self.start - _BEFORE) : self.start]

    @property
    def is_cell(self) -> bool:
        """Whether it fills a cell of a table."""
        return self.before.rstrip(" \n").endswith("|") and self.view[self.end :].lstrip(" ").startswith("|")


def _in_run(text: str, first: int, last: int) -> Iterator[Number]:
    low = max(0, first - _BEFORE)
    view = text[low : last + 24].translate(_PLAIN)
    view = _PARAGRAPH.sub(lambda gap: "#" * len(gap[0]), view)
    groups = list(_GROUP.finditer(view, first - low, last - low))
    index = 0
    while index < len(groups):
        for count in _counts(view, groups, index):
            piece = _piece(view, groups[index : index + count], whole=count == len(groups))
            kind = _kind(piece, text, low) if piece is not None else None
            if piece is not None and kind is not None:
                digits = piece.digits[-11:] if kind is Kind.MOBILE else piece.digits
                yield Number(kind, low + piece.start, low + piece.end, digits)
                index += count - 1
                break
        index += 1


def _counts(view: str, groups: list[re.Match[str]], index: int) -> tuple[int, ...]:
    """How many groups from ``index`` on may make a number: all of a short run, or as it is grouped."""
    start, end = groups[index].span()
    whole = (len(groups),) if index == 0 and len(groups) <= _LONGEST else ()
    if end - start not in _FIRST and view[end : end + 1] not in ("\n", " ") and not whole:
        return ()
    sizes: tuple[int, ...] = ()
    counts: list[int] = []
    for group in groups[index : index + 6]:
        start, end = group.span()
        sizes = (*sizes, end - start)
        if sum(sizes) > _LONGEST:
            break
        if sizes in _GROUPED or (len(sizes) == 2 and sum(sizes) in _SIZES):
            counts.append(len(sizes))
        elif end - start < 3 and len(sizes) > 2:
            break
    return (*whole, *counts)


def _piece(view: str, found: list[re.Match[str]], whole: bool) -> _Piece | None:
    gaps = "".join(view[a.end() : b.start()] for a, b in pairwise(found))
    if "#" in gaps:
        return None
    parts = tuple(_PADDING.sub("", group[0]) for group in found)
    return _Piece(view, found[0].start(), found[-1].end(), parts, gaps, whole)


def _kind(piece: _Piece, text: str, low: int) -> Kind | None:
    """Say what a piece is. The digits are looked at first: most rows of digits are none of these."""
    digits, size = piece.digits, len(piece.digits)
    wrapped = "\n" in piece.gaps and len(piece.groups) == 2
    identity = size == 18 and (piece.sizes in _IDENTITY_GROUPS or piece.whole or wrapped)
    identity = identity and is_identity(digits)
    unlike = 15 <= size <= 19 and (piece.whole or len(piece.groups) == 1)
    mobile = size in (11, 13, 15) and digits[-11] == "1" and digits[-10] >= "3" and digits.isdigit()
    card = 16 <= size <= 19 and (piece.sizes in _CARD_GROUPS or wrapped) and is_luhn(digits)
    if not (identity or unlike or mobile or card) or not _stands_alone(piece):
        return None
    called = (identity or unlike) and beside.IDENTITY.search(piece.before) is not None
    if identity:
        other = not called and (beside.SERIAL.search(piece.before) or is_credit(digits))
        return None if other else Kind.IDENTITY
    if called:
        if is_old_identity(digits):
            return Kind.IDENTITY
        return Kind.DOUBTFUL if is_no_sample(digits) else None
    if mobile and _is_mobile(piece, wrapped, text, low):
        return Kind.MOBILE
    return Kind.CARD if card and _is_card(piece, text, low) else None


def _stands_alone(piece: _Piece) -> bool:
    """Whether the piece is no part of a longer number, code or decimal."""
    before, after = piece.before, piece.view[piece.end : piece.end + 2]
    if after[:1].isascii() and after[:1].isalnum():
        return False
    last = before[-1:]
    if sum(piece.sizes) == 18 and last in ("-", "_", ".", "/"):
        return True
    if last in ("-", ".") and before[-2:-1].isdigit() and before[-2:-1].isascii():
        return before.endswith("86-") or _DATED.search(before) is not None
    if last.isascii() and last.isalnum():
        letters = beside.LETTERS.search(before)
        return letters is not None and not beside.HEX.fullmatch(letters[1])
    return not (last == "-" and before[-2:-1].isascii() and before[-2:-1].isupper() and "TEL" not in before)


def _is_mobile(piece: _Piece, wrapped: bool, text: str, low: int) -> bool:
    digits, sizes = piece.digits, piece.sizes
    phone, serial = beside.PHONE.search(piece.before), beside.SERIAL.search(piece.before)
    if len(digits) > 11:
        code = digits[:-11]
        joined = len(sizes) == 1 and code == "86" and not piece.before.rstrip(" (").endswith("+")
        if joined or code not in ("86", "0086"):
            return False
        sizes = sizes[1:] if piece.groups[0] == code else (sizes[0] - len(code), *sizes[1:])
        called = True
    else:
        called = phone is not None and not (serial and serial.start() > phone.start())
    if sizes not in _MOBILE_GROUPS and not wrapped:
        return False
    if not (called or piece.is_cell or set(piece.gaps) <= {"-"}):
        return False
    url = beside.URL.search(text, max(0, low + piece.start - 300), low + piece.start)
    if url is not None:
        return beside.URL_PHONE.search(url[0]) is not None
    if called:
        return True
    if serial or beside.AMOUNT.search(piece.before) or beside.UNIT.match(piece.view, piece.end):
        return False
    return not _stands_among_figures(text, low + piece.start, low + piece.end)


def _stands_among_figures(text: str, start: int, end: int) -> bool:
    """Whether the row of a table holds other figures of that size: then it is money."""
    line = text[max(0, start - 400) : start].rpartition("\n")[2]
    rest = text[end : end + 400].split("\n", 1)[0]
    return beside.FIGURE.search(f"|{line}") is not None or beside.FIGURE.search(rest) is not None


def _is_card(piece: _Piece, text: str, low: int) -> bool:
    digits, groups = piece.digits, list(piece.groups)
    if beside.URL.search(text, max(0, low + piece.start - 300), low + piece.start):
        return False
    if beside.CARD.search(piece.before):
        return digits[:2] == "62" or (digits[0] in "345" and len(digits) == 16) or digits[:4] == "9558"
    # Below 6212 begin the codes of places in 甘肃.
    if not "6212" <= digits[:4] < "6300" or len(digits) in (17, 18) or "\n" in piece.gaps:
        return False
    if beside.SERIAL.search(piece.before):
        return False
    return not piece.gaps or (groups != sorted(groups) and groups != sorted(groups, reverse=True))
