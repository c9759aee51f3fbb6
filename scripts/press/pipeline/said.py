"""What a document says that rules on the library check against others: kept, for its text is not."""

from press.markup import citations as cited
from press.markup import figures
from press.model.document import Cited, Mention, SaidHeads
from press.model.issue import PERIODICAL_WORDS
from press.model.submission import Submission


def periodical_words(submission: Submission) -> tuple[Mention, ...]:
    """Words an internal publication must not use."""
    if not PERIODICAL_WORDS.search(submission.body):
        return ()
    found = PERIODICAL_WORDS.finditer(submission.prose())
    return tuple(Mention(match[0], *submission.place(match.start())) for match in found)


def heads(submission: Submission) -> SaidHeads | None:
    """How many were expected at its meeting and came."""
    if "实到" not in submission.body and "实际出席" not in submission.body:
        return None
    said = figures.heads(submission.prose())
    return SaidHeads(said.expected, said.present, *submission.place(said.start)) if said else None


def adopted(submission: Submission) -> tuple[tuple[int, int, bool, int, int], ...]:
    """The sessions that are said to have adopted it: (term, session, of the committee, line, column)."""
    if "次会议" not in submission.body or not getattr(submission.meta, "meeting", None):
        return ()
    found = figures.adopted(submission.prose())
    return tuple((*session, *submission.place(start)) for session, start in found)


def citations(submission: Submission, own_law: bool) -> tuple[Cited, ...]:
    """The articles of laws that a document cites; a law also cites its own."""
    if "条" not in submission.body or not (own_law or "》" in submission.body):
        return ()
    words = submission.prose()
    found = cited.citations(words) + (cited.own(words) if own_law else ())
    return tuple(Cited(*c[:-1], *submission.place(c.start)) for c in found)
