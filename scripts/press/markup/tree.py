"""HTML to one small typed tree: what print, WeChat, EPUB and plain text are made from."""

from collections.abc import Iterator, Sequence

from press.markup import dialect
from press.markup.chinese import join_lines
from press.markup.nodes import (
    Block,
    Break,
    Code,
    Division,
    Figure,
    Heading,
    Inline,
    List,
    Note,
    Paragraph,
    Picture,
    Preformatted,
    Quote,
    Rule,
    Span,
    Table,
    Text,
)

_SPANS = {"strong": "strong", "em": "emphasis", "del": "strike", "a": "link"}


def tree(body: str) -> tuple[Block, ...]:
    """Parse Markdown. Addresses stay as written; each footnote stands where it is first used.

    A later reference to the same footnote repeats its text: a page of print has no way back.
    """
    addresses = dialect.Addresses()
    rendered = dialect.html(body, addresses.keep, addresses.keep)
    tokens = list(dialect.tokens(join_lines(rendered)))
    start = _footnotes(tokens)
    notes = _Notes(_split_notes(tokens[start:]), addresses)
    return _Parser(tokens[:start], notes, addresses).blocks()


class _Notes:
    """Footnotes by their anchor, read when they are referred to: one may refer to another."""

    def __init__(self, raw: dict[str, list[dialect.Token]], addresses: dialect.Addresses) -> None:
        self._raw = raw
        self._addresses = addresses
        self._open: list[str] = []

    def get(self, anchor: str) -> tuple["Block", ...]:
        """Return the content of a note; nothing inside itself."""
        if anchor not in self._raw or anchor in self._open:
            return ()
        self._open.append(anchor)
        blocks = _Parser(self._raw[anchor], self, self._addresses).blocks()
        self._open.pop()
        return blocks


def plain(nodes: Sequence[Inline | Block]) -> str:
    """The text of a tree; blocks end with a newline, footnotes are left out."""
    return "".join(_plain(nodes))


def _plain(nodes: Sequence[Inline | Block]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Text(text) | Code(text):
                yield text
            case Preformatted(text):
                yield text if text.endswith("\n") else text + "\n"
            case Span(children=children):
                yield from _plain(children)
            case Heading(children=children) | Paragraph(children=children):
                yield from _plain(children)
                yield "\n"
            case List(items=items):
                for item in items:
                    yield from _plain(item)
            case Quote(blocks=blocks) | Division(blocks=blocks):
                yield from _plain(blocks)
            case Table(head=head, rows=rows):
                for row in (head, *rows):
                    yield "\t".join(plain(cell) for cell in row) + "\n"
            case Break():
                yield "\n"
            case Picture() | Figure() | Note() | Rule():
                pass


def _figures(block: Block) -> tuple[Figure, ...]:
    """The pictures of a paragraph that holds nothing else."""
    if not isinstance(block, Paragraph):
        return ()
    shown = [node for node in block.children if not (isinstance(node, Text) and not node.text.strip())]
    pictures = tuple(Figure(node) for node in shown if isinstance(node, Picture))
    return pictures if len(pictures) == len(shown) else ()


def _footnotes(tokens: list[dialect.Token]) -> int:
    for index, token in enumerate(tokens):
        if token.name == "section" and "data-footnotes" in token.attributes:
            return index
    return len(tokens)


def _split_notes(tokens: list[dialect.Token]) -> dict[str, list[dialect.Token]]:
    """Cut the footnote section into notes by their anchor; back references are dropped."""
    notes: dict[str, list[dialect.Token]] = {}
    current: list[dialect.Token] = []
    depth = skipping = 0
    for token in tokens:
        if token.name == "li":
            depth += -1 if token.closing else 1
            if depth == 1 and not token.closing and token.attributes.get("id", "").startswith("fn-"):
                current = notes.setdefault(token.attributes["id"], [])
                continue
            if depth == 0:
                continue
        if token.name == "a" and "data-footnote-backref" in token.attributes:
            skipping = 1
        elif skipping:
            skipping = 0 if token.name == "a" and token.closing else 1
        elif depth:
            current.append(token)
    return notes


class _Parser:
    """A recursive descent over tokens that comrak wrote, so every element is closed."""

    def __init__(self, tokens: list[dialect.Token], notes: _Notes, addresses: dialect.Addresses) -> None:
        self._tokens = tokens
        self._notes = notes
        self._addresses = addresses
        self._at = 0

    def blocks(self, end: str = "") -> tuple[Block, ...]:
        found: list[Block] = []
        loose: list[Inline] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.closing and token.name == end:
                self._at += 1
                break
            block = self._block(token)
            if block is not None:
                found.extend(_paragraph(loose))
                loose = []
                found.extend(_figures(block) or (block,))
            elif (not token.name and not token.text.strip()) or not self._is_inline(token):
                self._at += 1
            else:
                loose.extend(self._inline_run())
        found.extend(_paragraph(loose))
        return tuple(found)

    def _is_inline(self, token: dialect.Token) -> bool:
        return not token.closing and token.name in {"", "br", "img", "code", "sup", *_SPANS}

    def _block(self, token: dialect.Token) -> Block | None:
        name = token.name
        if token.closing or self._is_inline(token):
            return None
        self._at += 1
        if len(name) == 2 and name[0] == "h" and name[1].isdigit():
            return Heading(int(name[1]), self._inlines(name))
        if name == "p":
            return Paragraph(self._inlines("p"))
        if name in ("ul", "ol"):
            return self._list(token)
        if name == "blockquote":
            return Quote(self.blocks(name))
        if name == "div":
            return Division(token.attributes.get("class", ""), self.blocks(name))
        if name == "pre":
            return Preformatted(self._verbatim("pre"))
        if name == "table":
            return self._table()
        if name == "hr":
            return Rule()
        self._at -= 1
        return None

    def _list(self, token: dialect.Token) -> List:
        items: list[tuple[Block, ...]] = []
        while self._at < len(self._tokens):
            current = self._tokens[self._at]
            self._at += 1
            if current.name == token.name and current.closing:
                break
            if current.name == "li" and not current.closing:
                items.append(self.blocks("li"))
        return List(token.name == "ol", int(token.attributes.get("start", "1")), tuple(items))

    def _table(self) -> Table:
        rows: list[tuple[tuple[Inline, ...], ...]] = []
        row: list[tuple[Inline, ...]] = []
        align: list[str] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.name == "table" and token.closing:
                break
            if token.name in ("th", "td") and not token.closing:
                if token.name == "th":
                    align.append(token.attributes.get("align", ""))
                row.append(self._inlines(token.name))
            elif token.name == "tr" and token.closing:
                rows.append(tuple(row))
                row = []
        return Table(tuple(align), rows[0], tuple(rows[1:]))

    def _inlines(self, end: str) -> tuple[Inline, ...]:
        found = self._inline_run(end)
        self._at += 1
        return tuple(_trim(found))

    def _inline_run(self, end: str = "") -> list[Inline]:
        found: list[Inline] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.closing and token.name == end:
                break
            if not self._is_inline(token):
                if not end:
                    break
                self._at += 1
                continue
            self._at += 1
            found.append(self._inline(token))
        return found

    def _inline(self, token: dialect.Token) -> Inline:
        name = token.name
        if not name:
            return Text(token.text.replace("\n", " "))
        if name == "br":
            return Break()
        if name == "img":
            get = token.attributes.get
            src = self._addresses.written(get("src", "")) or ""
            return Picture(src, get("alt", ""), get("title", ""))
        if name == "code":
            return Code(self._verbatim("code"))
        if name == "sup":
            href = self._tokens[self._at].attributes.get("href", "")
            self._verbatim("sup")
            return Note(self._notes.get(href.removeprefix("#")))
        children = self._inline_run(name)
        self._at += 1
        address = token.attributes.get("href", "") if name == "a" else ""
        return Span(_SPANS[name], tuple(children), self._addresses.written(address) or "")

    def _verbatim(self, end: str) -> str:
        text: list[str] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.name == end and token.closing:
                break
            text.append(token.text)
        return "".join(text)


def _paragraph(loose: list[Inline]) -> list[Block]:
    kept = _trim(loose)
    return [Paragraph(tuple(kept))] if kept else []


def _trim(inlines: list[Inline]) -> list[Inline]:
    """Take the white space off both ends, and the line end that follows a forced break."""
    kept = list(inlines)
    for index in range(1, len(kept)):
        if isinstance(kept[index - 1], Break) and isinstance(kept[index], Text):
            kept[index] = Text(_text(kept[index]).lstrip())
    if kept and isinstance(kept[0], Text):
        kept[0] = Text(_text(kept[0]).lstrip())
    while kept and isinstance(kept[-1], Text):
        kept[-1] = Text(_text(kept[-1]).rstrip())
        if _text(kept[-1]):
            break
        kept.pop()
    return [node for node in kept if not (isinstance(node, Text) and not node.text)]


def _text(node: Inline) -> str:
    return node.text if isinstance(node, Text) else ""
