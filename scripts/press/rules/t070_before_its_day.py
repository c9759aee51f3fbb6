"""写了当时还没有的提法。

A document cannot cite the spirit of a plenary session before it met, nor a phrase before it was
coined; nor a plenary session there never was. Either the date of the document is wrong or its words.

Source: 党的历次全国代表大会和中央全会公报
Bad: ``党的十九届八中全会精神``；日期是2024年6月的稿件里写“二十届三中全会精神”
Good: ``党的二十届三中全会精神`` · ``党的十九届六中全会精神`` · ``全过程人民民主``
"""

import datetime
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._wordings import Wording, Wordings

_SAID = "(?:精神|以来|提出|指出|强调|明确|部署|闭幕|审议通过|作出)"
_EARLY = "请核对本文日期，或改用当时的提法"

_MEETINGS = {
    "十七届三中全会": "2008-10-09",
    "十七届四中全会": "2009-09-15",
    "十七届五中全会": "2010-10-15",
    "十七届六中全会": "2011-10-15",
    "党的十八大": "2012-11-08",
    "十八届三中全会": "2013-11-09",
    "十八届四中全会": "2014-10-20",
    "十八届五中全会": "2015-10-26",
    "十八届六中全会": "2016-10-24",
    "党的十九大": "2017-10-18",
    "十九届二中全会": "2018-01-18",
    "十九届三中全会": "2018-02-26",
    "十九届四中全会": "2019-10-28",
    "十九届五中全会": "2020-10-26",
    "十九届六中全会": "2021-11-08",
    "党的二十大": "2022-10-16",
    "二十届二中全会": "2023-02-26",
    "二十届三中全会": "2024-07-15",
    "二十届四中全会": "2025-10-20",
}
"""The day each began."""

_COINED = {
    "习近平总书记": "2012-11-15",
    "习近平新时代中国特色社会主义思想": "2017-10-18",
    "习近平法治思想": "2020-11-16",
    "习近平生态文明思想": "2018-05-18",
    "习近平文化思想": "2023-10-07",
    "全过程人民民主": "2021-03-01",
    "两个确立": "2021-11-08",
    "新质生产力": "2023-09-07",
    "中国式现代化": "2020-10-26",
}
"""The day each phrase was first in public."""


def _eve(day: str) -> datetime.date:
    return datetime.date.fromisoformat(day) - datetime.timedelta(days=1)


def _said(day: str) -> str:
    year, month, date = (int(part) for part in day.split("-"))
    return f"{year}年{month}月{date}日"


TABLE = Wordings(
    *(
        Wording(meeting + _SAID, _EARLY, f"“{{}}”：会议{_said(day)}才开幕", until=_eve(day))
        for meeting, day in _MEETINGS.items()
    ),
    *(
        Wording(phrase, _EARLY, f"“{{}}”是{_said(day)}以后的提法", until=_eve(day))
        for phrase, day in _COINED.items()
    ),
    *(
        Wording(f"{term}届[八九十]中全会", "请核对届次", "没有开过“{}”")
        for term in ("十六", "十七", "十八", "十九")
    ),
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each meeting and phrase that is later than the document."""
    yield from TABLE.findings(submission)


RULE = Rule("T070", "写了当时还没有的提法", submission=check, severity=Severity.WARNING)
