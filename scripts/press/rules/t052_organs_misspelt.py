"""国家机关名称有错字。

The names of state organs are printed without a slip: 人民检察院 and not 人民检查院, 纪律检查委员会 and not
纪律检察委员会. The title of what another congress has issued is cited as it was printed.

Source: 《中华人民共和国宪法》第三章
Bad: ``县人民检查院检察长`` · ``县人大代表大会`` · ``县监查委员会`` · ``县纪律检察委员会`` ·
    ``人民带表大会``
Good: ``县人民检察院检察长`` · ``县人大、县政协`` · ``县监察委员会`` · ``县纪律检查委员会`` ·
    ``检察委员会委员`` · ``人大代表、大会秘书处``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule
from press.rules._wordings import Wording, Wordings

_MISSPELT = {
    "人民检查院": "人民检察院",
    "人民检察员(?=检察长|副检察长|工作报告)": "人民检察院",
    "人民法员": "人民法院",
    "人民检察院院长": "人民检察院检察长",
    "人民法院法院长": "人民法院院长",
    "人民法院检察长": "人民检察院检察长",
    "人民代表代会": "人民代表大会",
    "人民代表会大会": "人民代表大会",
    "人民大表大会": "人民代表大会",
    "人民代表大大会": "人民代表大会",
    "人民带表": "人民代表",
    "人大带表": "人大代表",
    "人民代表大会代表大会": "人民代表大会",
    "人大代表大会": "人民代表大会",
    "人民代表大会常务会": "人民代表大会常务委员会",
    "人民代表大会常委员会": "人民代表大会常务委员会",
    "人民代表大会常务委会": "人民代表大会常务委员会",
    "人民代表大会常务委员委": "人民代表大会常务委员会",
    "常务委员会委员会": "常务委员会",
    "常务委员员会": "常务委员会",
    "人大常委委员会": "人大常委会",
    "人大常委员会": "人大常委会",
    "人大长委会": "人大常委会",
    "人大常委会会会议": "人大常委会会议",
    "常务常委会": "常务委员会",
    "监查委员会": "监察委员会",
    "监察员会": "监察委员会",
    "纪律检察委员会": "纪律检查委员会",
    "纪律监察委员会": "纪律检查委员会",
    "纪检检查委员会": "纪律检查委员会",
    "政治协商会义": "政治协商会议",
    "人民政治协商会会议": "人民政治协商会议",
    "中国政治协商会议": "中国人民政治协商会议",
    "人民政俯": "人民政府",
    "人民政付": "人民政府",
    "人名政府": "人民政府",
    "人名法院": "人民法院",
    "人名检察院": "人民检察院",
    "人名代表大会": "人民代表大会",
    "国物院": "国务院",
    "国务员(?=办公厅|令|常务会议|各部门|批准|关于)": "国务院",
    "审判委员会委员会": "审判委员会",
    "检察院检查长": "检察院检察长",
}

TABLE = Wordings(
    *(
        Wording(wrong, f"应为“{right}”", "机关名称“{}”写错了", quotable="大会" in wrong)
        for wrong, right in _MISSPELT.items()
    ),
    *(
        Wording(f"{where}检查院", "应为“检察院”", "机关名称“{}”写错了")
        for where in ("县", "市", "省", "区", "法院、", "法院和", "最高")
    ),
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each organ whose name has a slip."""
    yield from TABLE.findings(submission)


RULE = Rule("T052", "国家机关名称有错字", submission=check)
