"""Characters that have no place in a simplified Chinese text, found in one pass for the rules on them."""

import re
import unicodedata
from functools import cache, lru_cache

from opencc import OpenCC

from press.rules._lazy import lazy

BREAKS = "\x0b\x0c\x85\u2028\u2029"
"""Word's and others' ends of lines: they are seen, as a line that ends."""

_INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
)
_LOST = "\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff"
_COMPATIBLE = "\u2e80-\u2fd5\uf900-\ufaff"
_BEYOND = {
    "invisible": "\U000e0000-\U000e0fff",
    "lost": "\U000f0000-\U0010ffff",
    "glyph": "\U0002f800-\U0002fa1f",
}
"""Of each kind what lies outside the basic plane, where hardly a text has anything."""

_JAPANESE = dict(
    zip(
        "検経実発対応図労団単価拠権挙帰済戦続転伝変辺塩駅関覚観気継県広鉱砕雑様総読売歩歳斉剤処択訳薬楽釈"
        "渋壊懐拡顕険剣圏厳巣蔵臓増徳悩脳髪抜払仏満黙両緑涙塁齢霊隷亜悪圧囲壱隠栄営駆桜仮絵陥渓軽鶏撃黒歯"
        "児収従縦焼乗浄剰畳縄譲醸粋酔穂専銭繊捜挿騒帯弾遅鋳庁聴逓鉄闘弐廃拝毎豊揺謡覧猟録歴恵暁呉巻倹験",
        "检经实发对应图劳团单价据权举归济战续转传变边盐驿关觉观气继县广矿碎杂样总读卖步岁齐剂处择译药乐释"
        "涩坏怀扩显险剑圈严巢藏脏增德恼脑发拔拂佛满默两绿泪垒龄灵隶亚恶压围壹隐荣营驱樱假绘陷溪轻鸡击黑齿"
        "儿收从纵烧乘净剩叠绳让酿粹醉穗专钱纤搜插骚带弹迟铸厅听递铁斗贰废拜每丰摇谣览猎录历惠晓吴卷俭验",
        strict=True,
    )
)
_RADICALS = dict(
    zip(
        "⺎⺠⺟⺼⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "兀民母肉西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
_STANDARD = "鈥紝銆乾吒夥徵拚捱摺於榘菸薹袷醣麴麽昇祕氾噁谿甦龢苧蘋剋"
"""What opencc would convert, but the standard table holds, if only in a sense or as a name; mojibake too."""

_IDEOGRAPH = lazy("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@cache
def converter() -> OpenCC:
    """From traditional to simplified."""
    return OpenCC("t2s")


@cache
def traditional() -> frozenset[str]:
    """The characters that are written otherwise in a simplified text."""
    all_of_them = [chr(code) for code in range(0x4E00, 0xA000)]
    converted = converter().convert("\n".join(all_of_them)).split("\n")
    pairs = zip(all_of_them, converted, strict=True)
    # What has become a character outside the basic plane is better left: hardly a font has it.
    changed = (a for a, b in pairs if a != b and a not in _STANDARD and "\u4e00" <= b < "\uffff")
    return frozenset(changed) - _JAPANESE.keys()


@cache
def _odd(beyond: bool) -> re.Pattern[str]:
    """Every kind at once; a class that keeps to the basic plane is the fastest there is."""
    glyphs = "".join(sorted(traditional() | _JAPANESE.keys()))
    more = "".join(_BEYOND.values()) if beyond else ""
    return lazy(f"[{_INVISIBLE}{_LOST}{_COMPATIBLE}{glyphs}{more}]")


_KINDS = {
    "invisible": lazy(f"[{_INVISIBLE}{_BEYOND['invisible']}]"),
    "lost": lazy(f"[{_LOST}{_BEYOND['lost']}]"),
    "glyph": lazy(f"[{_COMPATIBLE}{_BEYOND['glyph']}{''.join(_JAPANESE)}]"),
}


@lru_cache(maxsize=2)
def _found(text: str) -> dict[str, list[int]]:
    beyond = len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text)
    found: dict[str, list[int]] = {}
    for match in _odd(beyond).finditer(text):
        found.setdefault(_kind(match[0]), []).append(match.start())
    return found


@cache
def _kind(character: str) -> str:
    return next((name for name, these in _KINDS.items() if these.match(character)), "traditional")


def odd(text: str, kind: str) -> list[int]:
    """Where in ``text`` stands a character of ``kind``: invisible, lost, glyph or traditional."""
    return _found(text).get(kind, [])


@cache
def standard(character: str) -> str | None:
    """The standard character that a compatibility or Japanese form stands for, if one is known."""
    if character in _JAPANESE:
        return _JAPANESE[character]
    plain = _RADICALS.get(character) or unicodedata.normalize("NFKC", character)
    plain = converter().convert(plain) if plain in traditional() else plain
    return plain if plain != character and _IDEOGRAPH.fullmatch(plain) else None


def is_foreign(character: str) -> bool:
    """Whether this is a Japanese form: it may be a name, which is not changed unseen."""
    return character in _JAPANESE
