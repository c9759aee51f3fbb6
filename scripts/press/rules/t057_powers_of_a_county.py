"""县级机关的职权或次序不对。

A county's congress makes no local regulations (地方性法规): what it adopts are decisions and 规范性文件.
The
four leading bodies stand in their order: party committee, congress, government, political conference.

Source: 《中华人民共和国立法法》第八十条、第八十一条；公文中机关排序的惯例
Bad: ``县人大常委会制定地方性法规`` · ``《禾阳县城市管理条例》`` · ``县委、县政府、县人大、县政协`` ·
    ``党委、政府、人大、政协``
Good: ``市人大常委会制定地方性法规`` · ``《禾阳县城市管理办法》`` · ``县委、县人大、县政府、县政协`` ·
    ``县委、县政府`` · ``《长阳土家族自治县水资源保护条例》`` · ``县人大常委会贯彻实施地方性法规``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._wordings import Wording, Wordings

_NO_POWER = "县没有地方立法权；县人大及其常委会通过的是决议、决定和规范性文件"
_FOUR = "次序是县委、县人大、县政府、县政协"

TABLE = Wordings(
    Wording(
        "县人大(?:及其)?(?:常委会)?(?:制定|出台|颁布|颁行|修订|修改)了?(?:的|本县|我县)?[^，。；：、\\n]{0,4}地方性法规",
        _NO_POWER,
        "“{}”与立法法不符",
        before="(?:^|[^治])",
    ),
    Wording("县地方性法规", _NO_POWER, "“{}”与立法法不符", before="(?:^|[^治])"),
    Wording(
        "条例》",
        _NO_POWER + "，名称不用“条例”",
        "县不制定条例：“{}”",
        lead="《[^《》，、省市区和及各全本我\\n]{1,3}县(?![域级乡道]|城(?!市)|以上)[\\u4e00-\\u9fff]{2,30}",
    ),
    *(
        Wording(words, _FOUR, "“{}”的次序不对")
        for words in (
            "县委、县政府、县人大",
            "县委、县人民政府、县人大",
            "县政府、县人大、县政协",
            "县政协、县人大、",
            "县委、县政府、人大、政协",
            "党委、政府、人大、政协",
            "市委、市政府、市人大、",
            "区委、区政府、区人大、",
        )
    ),
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each power a county has not and each order that is not the usual one."""
    yield from TABLE.findings(submission)


RULE = Rule("T057", "县级机关的职权或次序不对", submission=check, severity=Severity.WARNING)
