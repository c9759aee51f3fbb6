"""版权页缺少必须的项目。

What an imprint must say depends on its ``profile``: an internal publication (``permit``) its 准印证
number, compiler, recipients, printer and print run; a periodical with a national serial number
(``cn``) that number, publisher, editor, address and printer. ``none`` asks for nothing, but bears
neither number.

Source: 《内部资料性出版物管理办法》（2015年）；GB/T 3179—2009（版权标志）
Bad: ``profile: permit``，没有写 ``print_run`` · ``profile: none``，却写了 ``cn``
Good: ``profile: permit``，准印证号、编印单位、发送对象、印刷单位和印数齐全
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.library import Library
from press.rules import Rule

_NEEDED = {
    "permit": {
        "permit": "准印证号",
        "recipients": "发送对象",
        "printer": "印刷单位",
        "print_run": "印数",
    },
    "cn": {"cn": "国内统一连续出版物号", "editor": "编辑", "address": "地址", "printer": "印刷单位"},
    "none": {},
}
_NUMBERS = {"permit": "准印证号", "cn": "国内统一连续出版物号"}


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each item an imprint lacks or must not have."""
    for periodical in library.periodicals:
        imprint = periodical.meta.imprint
        for key, word in _NEEDED[imprint.profile].items():
            if not getattr(imprint, key):
                hint = f"请在 imprint 里补上“{key}: …”"
                yield Finding(periodical.path, ("value", "imprint"), f"版权页缺少{word}", hint)
        if imprint.profile != "none" and not periodical.meta.publisher:
            word = "编印单位" if imprint.profile == "permit" else "主办单位"
            yield Finding(periodical.path, ("value", "imprint"), f"版权页缺少{word}", "请补上“publisher: …”")
        for key, word in _NUMBERS.items():
            if key != imprint.profile and getattr(imprint, key):
                message = f"profile 是 {imprint.profile}，不应有{word}"
                hint = f"请改 profile 为 {key}，或删去 {key}"
                yield Finding(periodical.path, ("value", "imprint", key), message, hint)


RULE = Rule("I003", "版权页缺少必须的项目", library=check)
