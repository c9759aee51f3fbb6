"""A long made-up issue: every kind of block, rare characters, texts that look like Typst.

The county, its people and its figures are invented.
"""

from sample_nodes import (
    EVEN,
    LITERAL,
    LONG_TITLE,
    RARE,
    SENTENCES,
    Node,
    document,
    emphasis,
    figure,
    heading,
    items,
    link,
    note,
    paragraph,
    prose,
    signature,
    strong,
    table,
    text,
)

_PEOPLE = [
    "李喆",
    "王堃",
    "阿依古丽·买买提",
    "张玥",
    "欧阳珺",
    "扎西·多吉",
    "刘祎璟",
    "陈垚彧",
    "周瑄镕",
    "赵昇",
]


def bulletin() -> Node:
    """Return a bulletin of 13 documents in 6 sections."""
    agenda = document(
        "meetings/agenda",
        "青禾县第十八届人大常委会第三十一次会议议程",
        [
            paragraph("（2026年3月5日青禾县第十八届人大常委会第三十一次会议通过）"),
            items(
                "听取和审议县人民政府关于2025年度环境状况和环境保护目标完成情况的报告",
                "审议县人大常委会执法检查组关于检查《中华人民共和国农产品质量安全法》实施情况的报告",
                [
                    paragraph("审议人事任免事项"),
                    items(
                        "决定任命事项",
                        [paragraph("任免事项"), items("县人民法院", "县人民检察院", ordered=True)],
                        ordered=True,
                    ),
                ],
                "其他",
                ordered=True,
            ),
        ],
    )
    decision = document(
        "decisions/plan",
        LONG_TITLE,
        [
            paragraph(
                "青禾县第十八届人民代表大会常务委员会第三十一次会议，听取了县发展和改革局局长",
                *[text("周瑄镕")],
                "受县人民政府委托所作的报告，",
                strong("会议决定，批准这个报告。"),
                "会议强调，",
                emphasis("计划一经批准，非经法定程序不得变更"),
                "。",
                note("见《中华人民共和国各级人民代表大会常务委员会监督法》第十七条。"),
                "执行情况另见",
                link("#doc:reports/environment", "环境状况报告"),
                "。",
            ),
            *prose(0, 1),
            signature("青禾县人民代表大会常务委员会", "2026年3月6日"),
        ],
        subtitle="（2026年3月6日青禾县第十八届人民代表大会常务委员会第三十一次会议通过）",
        number="〔2026〕3号",
    )
    decision2 = document(
        "decisions/names",
        "关于接受欧阳珺辞去县人大代表职务的决定",
        [
            paragraph(f"根据有关规定，决定接受欧阳珺的辞职请求。本次涉及的姓名用字有{RARE}等。"),
            signature("青禾县人大常委会", "2026年3月6日"),
        ],
        number="〔2026〕4号",
    )
    even = document("decisions/even", "关于推进依法行使职权的决议", [paragraph(EVEN)])
    report = document(
        "reports/environment",
        "关于2025年度环境状况和环境保护目标完成情况的报告",
        [
            paragraph("主任、各位副主任，各位委员："),
            *prose(2, 2),
            heading(2, "一、2025年环境质量状况"),
            heading(3, "（一）大气环境质量"),
            *prose(1, 1),
            heading(4, "1．主要污染物"),
            paragraph(
                "细颗粒物（PM",
                text("2.5"),
                "）年均浓度为28 μg/m³，优良天数比例93.4%，较上年提高1.2个百分点。",
                note(
                    "数据来源：县生态环境监测站2025年年报。浓度按标准状态折算，与国家公布口径一致；个别站点因故障缺测11天，按规范插补。"
                ),
                "二氧化硫排放量下降3.1%",
                note("不含移动源。"),
                "。",
            ),
            table(
                [None, None, None, None, None],
                ["指标", "单位", "2024年", "2025年", "同比（%）"],
                [
                    ["细颗粒物", "微克/立方米", "30", "28", "-6.7"],
                    ["优良天数", "天", "337", "341", "1.2"],
                    ["化学需氧量", "吨", "4,218.6", "4,087.3", "-3.1"],
                    ["氨氮", "吨", "312.4", "298.0", "-4.6"],
                ],
            ),
            *prose(3, 1),
            heading(3, "（二）水环境质量"),
            *prose(4, 2),
            figure(
                "assets/会议现场.jpg",
                "会场全景，主席台上方悬挂会标，组成人员正在举手表决",
                "青禾县第十八届人大常委会第三十一次会议会场",
                1200,
                800,
            ),
            heading(2, "二、存在的主要问题和下一步工作打算，以及需要说明的几个较长标题回行情况"),
            *prose(5, 3),
            {
                "t": "quote",
                "c": [
                    paragraph(
                        "绿水青山就是金山银山。改善生态环境就是发展生产力，良好生态本身蕴含着无穷的经济价值。"
                    )
                ],
            },
            items(
                "完善监测网络，新建乡镇空气站9个，实现全覆盖，与省级平台联网运行，数据实时上传；",
                "推进污水管网建设，年内完成36.5公里；",
                [paragraph("强化执法监管："), items("开展“利剑”专项行动；", "公开曝光典型案例。")],
            ),
            {"t": "rule"},
            paragraph(
                "附图",
                {"t": "image", "src": "assets/icon.png", "alt": "图标", "width": 64, "height": 64},
                "见县政府网站",
                link("https://example.com/a?b=1", "环境公报"),
                "。",
                {"t": "strike", "c": [text("删去的话")]},
                "以上报告，请予审议。",
            ),
        ],
        subtitle="——2026年3月5日在青禾县第十八届人大常委会第三十一次会议上",
        authors=["县生态环境局局长　赵昇"],
    )
    budget_rows = [
        [
            f"2{i:02}",
            f"{name}支出",
            f"{1000 + i * 731:,}.{i % 10}",
            f"{900 + i * 715:,}.{(i * 3) % 10}",
            f"{90 + i % 17}.{i % 10}%",
            remark,
        ]
        for i, (name, remark) in enumerate(
            [
                ("一般公共服务", ""),
                ("公共安全", "含上年结转"),
                ("教育", "义务教育学校校舍维修、营养餐补助和教师周转房建设支出增加"),
                ("科学技术", ""),
                ("文化旅游体育与传媒", ""),
                ("社会保障和就业", "提标"),
                ("卫生健康", ""),
                ("节能环保", "中央专项资金未到位"),
                ("城乡社区", ""),
                ("农林水", ""),
                ("交通运输", "农村公路“建养一体化”"),
                ("资源勘探工业信息等", ""),
                ("商业服务业等", ""),
                ("自然资源海洋气象等", ""),
                ("住房保障", ""),
                ("粮油物资储备", ""),
                ("灾害防治及应急管理", ""),
                ("债务付息", ""),
                ("债务发行费用", ""),
                ("其他", ""),
                ("预备费", ""),
                ("上解上级", ""),
                ("调出资金", ""),
                ("结转下年", "按规定收回后统筹使用"),
            ]
        )
    ]
    budget = document(
        "reports/budget",
        "关于青禾县2025年财政预算执行情况和2026年财政预算草案的报告",
        [
            heading(3, "（一）一般公共预算（从三级标题开始）"),
            *prose(6, 2),
            table(
                ["center", "left", "right", "right", "right", None],
                ["编码", "科目", "预算数（万元）", "执行数（万元）", "完成", "备注"],
                budget_rows,
            ),
            *prose(0, 2),
            heading(5, "①五级标题"),
            *prose(3, 1),
            {"t": "code", "text": "合计 = 本级收入 + 转移性收入\n     = 110,742 + 386,115"},
        ],
        authors=["县财政局局长　刘祎璟"],
    )
    inspection = document(
        "reports/inspection",
        "县人大常委会执法检查组关于检查《中华人民共和国农产品质量安全法》实施情况的报告",
        [
            *prose(5, 3),
            heading(2, "一、基本情况"),
            *prose(2, 4),
            figure("assets/视察.jpg", "检查组在蔬菜基地查看农药使用记录", None, 900, 1350),
            heading(2, "二、意见和建议"),
            *prose(1, 5),
        ],
        authors=["县人大常委会副主任　阿依古丽·买买提"],
    )
    opinion = document(
        "opinions/environment",
        "关于2025年度环境状况和环境保护目标完成情况报告的审议意见",
        [
            *prose(4, 2),
            {
                "t": "division",
                "name": "note",
                "c": [
                    paragraph(
                        "县人民政府应当自收到审议意见之日起2个月内，将研究处理情况书面报告县人大常委会。承办单位：县生态环境局；督办机构：县人大环境与资源保护工作委员会。"
                    )
                ],
            },
            *prose(1, 2),
        ],
        number="〔2026〕5号",
    )
    appoint = document(
        "appointments/31",
        "青禾县人民代表大会常务委员会任免名单",
        [
            paragraph("任命："),
            *[paragraph(f"{name}为青禾县人民法院审判员；") for name in _PEOPLE],
            signature("青禾县人民代表大会常务委员会", "2026年3月6日"),
        ],
        subtitle="（2026年3月6日通过）",
    )
    votes = document(
        "appointments/votes",
        "表决结果",
        [
            table(
                [None] * 6,
                ["表决事项", "赞成", "反对", "弃权", "未按表决器", "结果"],
                [
                    ["关于批准计划草案的决定", "27", "0", "1", "0", "通过"],
                    ["关于接受欧阳珺辞职的决定", "28", "0", "0", "0", "通过"],
                    ["人事任免（逐人表决）", "26", "1", "1", "0", "通过"],
                ],
            ),
            paragraph("应到31人，实到28人，请假3人。"),
        ],
    )
    attendance = document(
        "meetings/attendance",
        "出席、列席和请假人员名单",
        [
            heading(2, "出席（28人）"),
            paragraph("　".join(_PEOPLE * 3)),
            heading(2, "列席"),
            paragraph("县人民政府副县长" + "、".join(_PEOPLE)),
            heading(2, "请假（3人）"),
            paragraph("、".join(_PEOPLE[:3])),
        ],
    )
    literal = document(
        "notices/literal",
        "关于开展 #Typst 语法与 Word 2.0 文本核对的公告",
        [
            paragraph(LITERAL),
            paragraph(
                "西文与数字混排：GB/T 9704-2012、A4（210 mm × 297 mm）、±1 mm、−3℃、¥1,280.00、Wi-Fi 6、http://example.com；“引号”‘单引号’……省略——破折。第１２号全角。"
            ),
            {"t": "paragraph", "c": [{"t": "code", "s": "press build  --only print"}, text("是一条命令。")]},
        ],
    )
    chronicle = document(
        "chronicles/2026q1",
        "县人大常委会大事记（2026年1月至3月）",
        [
            node
            for month in (1, 2, 3)
            for node in (
                heading(2, f"{month}月"),
                *[
                    paragraph(strong(f"{day}日"), "　", SENTENCES[(month + day) % 8])
                    for day in (4, 9, 15, 22, 27)
                ],
            )
        ],
    )
    return {
        "periodical": {
            "title": "青禾县人民代表大会常务委员会公报",
            "kind": "bulletin",
            "trim": "A4",
            "publisher": "青禾县人民代表大会常务委员会办公室",
            "frequency": "双月",
            "imprint": [
                ["编印单位", "青禾县人民代表大会常务委员会办公室"],
                ["主编", "李喆"],
                ["责任编辑", "张玥　刘祎璟"],
                ["地址", "青禾县人民路1号　邮编 000000"],
                ["印刷单位", "青禾县印刷厂"],
                ["印刷日期", "2026年3月20日"],
                ["印数", "800册"],
                ["发送对象", "县人大代表，县级各机关，各乡镇人大主席团、街道人大工委"],
            ],
        },
        "issue": {
            "year": 2026,
            "number": 1,
            "serial": 97,
            "date": "2026-03-06",
            "label": "2026年第1期",
            "serial_label": "总第97期",
            "date_label": "2026年3月6日",
            "notice": None,
        },
        "sections": [
            {"title": "会议议程", "documents": [agenda]},
            {"title": "公告·决议·决定", "documents": [decision, decision2, even, literal]},
            {"title": "专项工作报告", "documents": [report, budget, inspection]},
            {"title": "审议意见", "documents": [opinion]},
            {"title": "任免与表决", "documents": [appoint, votes, attendance]},
            {"title": "大事记", "documents": [chronicle]},
        ],
    }


def study() -> Node:
    """Return an A5 study issue: the reports and the opinion as articles with credits."""
    data = bulletin()
    data["periodical"] |= {
        "title": "青禾县人大代表学习资料",
        "kind": "study",
        "trim": "A5",
        "imprint": [
            ["准印证号", "（青）内资准字第0026号"],
            ["编印单位", "青禾县人大常委会办公室"],
            ["发送对象", "县人大代表"],
            ["印刷单位", "青禾县印刷厂"],
            ["印刷日期", "2026年3月"],
            ["印数", "300册"],
        ],
    }
    data["issue"]["notice"] = "内部资料，免费交流"
    data["sections"] = [data["sections"][2], data["sections"][3], data["sections"][5]]
    for section in data["sections"]:
        for entry in section["documents"]:
            entry |= {"credit": "文／李喆　图／张玥", "source": "《人大研究》2026年第2期"}
    return data
