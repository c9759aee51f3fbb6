"""Titles that break where their words end."""

import re

from markupsafe import Markup, escape

_NUMBER = r"[0-9一二三四五六七八九十百零〇]{1,6}"
_WHOLE = re.compile(
    rf"[0-9]{{2,4}}年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?|[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?"
    rf"|第{_NUMBER}(?:届|次会议|次|号|期|批|个|条|章)|{_NUMBER}(?:年度|周年|次会议)"
    r"|中华人民共和国|人民代表大会|常务委员会|人民政府|人民法院|人民检察院|监察委员会|人大常委会|常委会|委员会"
    r"|主任会议|办公室|人大代表|代表建议|代表资格|主席团|组成人员|副主任|秘书长|工作报告|执法检查|专题询问|审议意见"
    r"|专项工作|国民经济|社会发展|预算执行|预算调整|财政收支|(?:实施|执行|办理|完成|处理|落实|整改|工作)情况"
    r"|乡村振兴|营商环境|生态环境|民生实事|基层治理|水源保护|饮用水|农产品|履职"
    r"|议事规则|征求意见|研究处理|（草案）"
    r"|情况|报告|决定|决议|办法|规定|条例|草案|计划|规划|预算|决算|工作|会议|任免|名单|名额|说明|结果|公告|关于|通过"
    r"|批准|加强|推进|建设|管理|保护|修改|废止|审议|审查|检查|监督|换届|选举|代表|委员|全县|县人大|讲话|问题|建议"
)
_DASH = re.compile(r"(?<=[^—]——)(?=[^—])")


def title(text: str) -> Markup:
    """Return a title for a heading of the page: no known word is cut by the end of a line.

    A title with a dash (``盯住水龙头——县人大常委会检查水源``) breaks behind it first. The words
    themselves stay as they are.
    """
    parts = [_whole(part) for part in _DASH.split(text)]
    if len(parts) == 1:
        return parts[0]
    return Markup("").join(Markup('<span class="press-half">{}</span>').format(part) for part in parts)


def _whole(text: str) -> Markup:
    found, kept = [], 0
    for match in _WHOLE.finditer(text):
        found += [escape(text[kept : match.start()]), Markup("<span>{}</span>").format(match[0])]
        kept = match.end()
    return Markup("").join([*found, escape(text[kept:])])
