"""What is said before a number, and what stands behind it: by that it is known for what it is."""

import re

IDENTITY = re.compile(r"(?:身份证|身份号|身份证件|公民身份|证件号码?|居民证)[^，。；\n0-9]{0,12}\Z")
PHONE = re.compile(r"(?i)(?:电话|手机|联系|致电|拨打|热线|微信|短信|tel|phone|mobile)[^。；\n]{0,16}\Z")
CARD = re.compile(
    r"(?:银行卡|信用卡|借记卡|储蓄卡|一卡通|社保卡|存折|卡号|账号|帐号|账户|帐户|开户|打款|收款|转账|汇款)[^。；]{0,20}\Z"
)
SERIAL = re.compile(
    r"(?i)(?:编号|序号|单号|订单|运单|快递|流水|受理号|编码|代码|许可证|证书|(?<!身份)证号|文号|案号|批号|档号|户号|学号"
    r"|工号|考号|备案|项目号|合同号|发票|书号|条码|安备|准印|登记号|注册号|ISBN|ISSN|(?<![A-Za-z])No\.?(?![A-Za-z])|№)[^，。；\n]{0,8}\Z"
)
AMOUNT = re.compile(
    r"(?:[¥￥$]|金额|总额|资产|收入|支出|产值|合计|共计|总计|小计|价款|余额)[^，。；\n0-9]{0,8}\Z"
)
UNIT = re.compile(r" ?(?:[元万亿千百美港欧吨米株度]|人民币|平方|立方|公[里顷斤]|[.,，][0-9])")
URL = re.compile(r"(?i)(?:https?|ftp)://[^\s<>()\"'，。；、（）《》“”]*\Z")
URL_PHONE = re.compile(r"(?i)(?:tel|phone|mobile|mob|shouji|sj|dh)[a-z_]*[=:]\Z")
LETTERS = re.compile(r"(?:\A|[^0-9A-Za-z])([A-Za-z]{2,24})[ :.]?\Z")
HEX = re.compile(r"[A-Fa-f]+")
FIGURE = re.compile(r"[|,\t] *(?:[0-9]{8,10}|[0-9]{12,14}|[0-9,]{5,}\.[0-9]+) *(?=[|,\t\n]|\Z)")
