"""What the rules on text find and what they cost: ``python -m bench.proofreading [NUMBER]``.

Faults are put into clean documents (``tests/seeded_faults.py``): recall is the share found at their
lines; precision the share of what a rule finds that stands where its fault was put. Costs are of one
process; a rule's own is measured on texts of about 1,550 characters, its worst on hostile ones of
100,000 (``tests/adversarial.py``), where it may not take longer than ``WORST``.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable

from adversarial import document, strings
from bench import corpus
from press.markup.outline import outline
from press.model.document import Outline
from press.model.reference import Reference
from press.model.submission import Submission
from press.pipeline.load import submit
from press.rules import Rule, look_at, rules
from press.source import manuscript
from seeded_faults import found, on_text, seeded

SEEDED = 60
LONG = 100_000
WORST = 2.0
"""Seconds for 100,000 hostile characters: a rule that takes longer goes over them again and again."""


def _clock(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Print what was measured as Markdown; raise when a rule misses, errs or takes too long."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    texts = [corpus.document(index, number)[1] for index in range(number)]
    size = sum(len(text.encode()) for text in texts) / 1e6
    reading = _clock(lambda: [_parse(text) for text in texts])
    waiting = [_submit(text) for text in texts]
    alarms: list[str] = []
    checking = _clock(lambda: alarms.extend(code for s in waiting for code, _ in look_at(s)))
    print(f"\n| proofreading {number:,} documents ({size:.1f} MB) | CPU s | MB/s | to parsing |")
    print("|---|---:|---:|---:|")
    print(f"| splitting and parsing them | {reading:.2f} | {size / reading:.1f} | 1.00 |")
    print(f"| all {len(rules())} rules | {checking:.2f} | {size / checking:.1f} | {checking / reading:.2f} |")
    if alarms:
        raise RuntimeError(f"clean documents have faults: {Counter(alarms)}")
    _table(waiting[:300])


def _submit(text: str) -> Submission:
    return submit("content/news/a.md", manuscript.split(text, ""), Reference())


def _parse(text: str) -> Outline:
    source = manuscript.split(text, "")
    return outline(source.body, source.body_line)


def _table(sample: list[Submission]) -> None:
    hits, tried, right, wrong = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for rule in on_text():
        for one in seeded(rule, SEEDED):
            lines = range(one.first, one.last + 1)
            faults = [(code, f.at[0] in lines) for code, f in found(one.text)]
            tried[rule.code] += 1
            hits[rule.code] += (rule.code, True) in faults
            right.update(code for code, there in faults if there)
            wrong.update(code for code, there in faults if not there)
    hostile = [_submit(document(text)) for _, text in strings(LONG)]
    print("\n| rule | seeded | recall | precision | µs a document | worst, ms for 100,000 characters |")
    print("|---|---:|---:|---:|---:|---:|")
    for rule in on_text():
        cost = min(_cost(rule, sample) for _ in range(3)) / len(sample) * 1e6
        worst = max(_cost(rule, [one]) for one in hostile)
        recall = hits[rule.code] / tried[rule.code]
        precision = right[rule.code] / (right[rule.code] + wrong[rule.code])
        row = f"{tried[rule.code]} | {recall:.3f} | {precision:.3f} | {cost:.1f} | {worst * 1000:.0f}"
        print(f"| {rule.code} {rule.title} | {row} |", flush=True)
        if recall < 1 or worst > WORST:
            raise RuntimeError(f"{rule.code}: recall {recall:.3f}, worst {worst:.1f} s")


def _cost(rule: Rule, submissions: list[Submission]) -> float:
    """What the rule itself costs where it is chosen, without what all rules share."""
    check = rule.submission
    chosen = [one for one in submissions if not rule.needs or any(need in one.text for need in rule.needs)]
    return _clock(lambda: [list(check(one)) for one in chosen if check])


if __name__ == "__main__":
    main()
