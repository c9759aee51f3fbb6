"""“等”前面用了顿号。

After the last item of a list stands 等 itself, without a 、 before it.

Source: GB/T 15834—2011《标点符号用法》，4.5（顿号用于并列词语之间；“等”不是并列的一项）
Bad: ``水利、交通、教育、等。`` · ``水利、交通、教育、等3个部门`` · ``水利、交通、等等。`` ·
``《甲法》、《乙法》、等法律``
Good: ``水利、交通、教育等。`` · ``规格、等级`` · ``差额、等额选举`` · ``登记、等候、答复`` ·
``等腰、等边三角形``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_BEFORE_ETC = lazy(
    r"、(?=等(?:等|[，。；：！？）”》\n|]|\s|\Z|[0-9一二三四五六七八九十两几多]{1,4}[余多]?[个项类种名家人件条部所位]"
    r"|方面|各类|各种|多种|多个|部门|单位|法律|有关|相关|内容|工作|建议|设施|活动|问题|情况|事项|地区|领域|材料|形式|方式|措施))"
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each 、 before 等 that ends a list."""
    for match in _BEFORE_ETC.finditer(submission.reading()):
        yield submission.finding(*match.span(), "“等”前面用了顿号", "请删去“等”前面的顿号", "")


RULE = Rule(
    "T023", "“等”前面用了顿号", submission=check, needs=("、等",), severity=Severity.WARNING, fixes=True
)
