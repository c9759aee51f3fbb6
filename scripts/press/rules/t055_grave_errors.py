"""严重表述错误。

What the lists of the wire services refuse beyond doubt: Taiwan, Hong Kong or Macao as a state, the
name of the general secretary, of the party or of the state misspelt, words that slight a people or
the disabled.

Source: 新华社新闻报道中的禁用词和慎用词；《中华人民共和国残疾人保障法》
Bad: ``美国、日本、台湾等国家`` · ``中国和台湾两国`` · ``出国到香港考察`` · ``台湾政府`` ·
    ``习近平总书纪`` · ``中华人民共国`` · ``中国共产觉`` · ``残废人`` · ``中国人民共和国`` · ``蒙古大夫``
Good: ``美国、日本、台湾等国家和地区`` · ``中国台湾`` · ``赴香港考察`` · ``台湾当局`` · ``习近平总书记`` ·
    ``学习进平台`` · ``中华人民共和国`` · ``残疾人`` · ``“台湾政府”``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule
from press.rules._wordings import BEFORE_NOW, Wording, Wordings

_TAIWAN = "台湾是中国的一部分"
_REGION = "写作“国家和地区”；香港、澳门、台湾不是国家"
_NAME = "请立即改正"
_NO_STUDY = "(?:^|[^学练复温研补见预自演])"

_LEADER = (
    "习进平",
    "习近乎",
    "习近凭",
    "习近萍",
    "习近评",
    "习近坪",
    "习晋平",
    "习平近",
)

TABLE = Wordings(
    *(
        Wording(
            f"{place}等[0-9一二三四五六七八九十余几多个]{{0,4}}国家(?!和地区|及地区|与地区|或地区|或者地区|、地区|（地区|\\(地区|/地区)",
            _REGION,
            "“{}”是严重的政治性错误",
        )
        for place in ("台湾", "香港", "澳门", "港澳台")
    ),
    *(
        Wording(
            f"{place}等[0-9一二三四五六七八九十多]{{0,3}}国(?=[，。；、考访参])",
            _REGION,
            "“{}”是严重的政治性错误",
        )
        for place in ("台湾", "香港", "澳门")
    ),
    Wording("港澳台国家", _REGION, "“{}”是严重的政治性错误"),
    *(
        Wording(words, hint, "“{}”是严重的政治性错误", quotable=True)
        for words, hint in (
            ("中国和台湾", "写作“大陆和台湾”；" + _TAIWAN),
            ("台湾和中国(?!大陆|国民)", "写作“台湾和大陆”；" + _TAIWAN),
            ("中国与台湾", "写作“大陆与台湾”；" + _TAIWAN),
            ("中国和香港(?!特别行政区)", "写作“内地和香港”"),
            ("中国与香港(?!特别行政区)", "写作“内地与香港”"),
            ("中国和澳门(?!特别行政区)", "写作“内地和澳门”"),
            ("中国与澳门(?!特别行政区)", "写作“内地与澳门”"),
            ("中台两国", _TAIWAN),
            ("中台关系", "写作“两岸关系”；" + _TAIWAN),
            ("台湾政府", "写作“台湾当局”，或加引号；" + _TAIWAN),
            ("台湾总统", "写作“台湾当局领导人”，或加引号；" + _TAIWAN),
            ("台湾行政院", "写作“台湾当局行政管理机构”，或加引号；" + _TAIWAN),
            ("台湾立法院", "写作“台湾地区立法机构”，或加引号；" + _TAIWAN),
            ("台湾国(?=[，。、；：）\\s])", _TAIWAN),
        )
    ),
    *(
        Wording(
            f"出国(?:到|赴|去|前往|往)?{place}",
            f"到{place}不是出国：写作“出境”“赴{place}”",
            "“{}”是严重的政治性错误",
        )
        for place in ("香港", "澳门", "台湾", "港澳")
    ),
    *(Wording(wrong, "应为“习近平”，" + _NAME, "姓名“{}”写错了", before=_NO_STUDY) for wrong in _LEADER),
    *(
        Wording(wrong, f"应为“{right}”，{_NAME}", "“{}”写错了")
        for wrong, right in {
            "总书纪": "总书记",
            "总书计": "总书记",
            "习近平总书(?!记)": "习近平总书记",
            "习近平总记": "习近平总书记",
            "习近平主度": "习近平主席",
            "习近平近平": "习近平",
            "毛择东": "毛泽东",
            "毛译东": "毛泽东",
            "毛泽冬": "毛泽东",
            "江择民": "江泽民",
            "江译民": "江泽民",
            "胡绵涛": "胡锦涛",
            "胡棉涛": "胡锦涛",
            "中国共产觉": "中国共产党",
            "中国共产堂": "中国共产党",
            "中国人民共产党": "中国共产党",
            "中国共产常(?![委务识])": "中国共产党",
            "中国共厂党": "中国共产党",
            "中国共党": "中国共产党",
            "中国产党": "中国共产党",
            "中共中夹": "中共中央",
            "中华人民共国": "中华人民共和国",
            "中华人民和国": "中华人民共和国",
            "中华人共和国": "中华人民共和国",
            "中华民共和国": "中华人民共和国",
            "中华人名共和国": "中华人民共和国",
            "中华人民共和过": "中华人民共和国",
            "中华人民共合国": "中华人民共和国",
            "中华人民共河国": "中华人民共和国",
            "中国人民共和国": "中华人民共和国",
            "中华共和国": "中华人民共和国",
        }.items()
    ),
    Wording("残废人", "写作“残疾人”", "“{}”是歧视性的称呼", unless=BEFORE_NOW, quotable=True),
    Wording("蒙古大夫", "这是侮辱性的说法，请删去", "“{}”伤害民族感情", quotable=True),
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each grave error."""
    yield from TABLE.findings(submission)


RULE = Rule("T055", "严重表述错误", submission=check)
