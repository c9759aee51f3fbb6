"""The site's settings from ``mkdocs.yml``; without one, neutral ones."""

from pathlib import Path

from press.diagnostics import Finding
from press.model.meta import KeyProblem, validate
from press.model.reference import Reference
from press.model.site import NavItem, Settings, Site
from press.model.submission import Submission
from press.rules import look_at
from press.source import settings

NEUTRAL = Site(name="人大公报与学习资料")
"""For a folder of content that has no ``mkdocs.yml`` of its own."""


def read_site(root: Path, knowledge: Reference | None = None) -> tuple[Site, list[tuple[str, Finding]]]:
    """Read ``mkdocs.yml``; what is wrong with it is returned as coded findings."""
    path = root / "mkdocs.yml"
    if not path.exists():
        return NEUTRAL, []
    front, raw = settings.read(path)
    problems: list[KeyProblem] = []
    nav = tuple(_nav(front.values.get("nav"), problems))
    given: dict[str, str] = {}
    for key in ("site_name", "site_url", "site_description"):
        value = front.values.get(key, "")
        if not isinstance(value, str) or (key == "site_name" and not value.strip()):
            problems.append(KeyProblem("ill_typed", (key,), "应是文字，不能空着"))
            value = ""
        given[key] = value
    present, values, place = settings.plugin(front.values, "press")
    if not present:
        problems.append(KeyProblem("missing", ("plugins", "press"), ""))
    if not isinstance(values, dict):
        problems.append(KeyProblem("ill_typed", place, "应是下一级的“键: 值”"))
        values = {}
    parsed, wrong = validate(Settings, values)
    problems += [KeyProblem(p.kind, (*place, *p.path), p.detail, p.known) for p in wrong]
    for role, name in (parsed.fonts.model_dump() if parsed else {}).items():
        if name and not (root / name).is_file():
            at = (*place, "fonts", role)
            problems.append(KeyProblem("ill_typed", at, f"字体文件 {name} 不存在"))
    if front.faults:
        problems = []
    submission = Submission(
        "mkdocs.yml",
        "",
        "mkdocs",
        raw.text,
        values=front.values,
        faults=front.faults,
        problems=tuple(problems),
        reference=knowledge or Reference(),
    )
    url = given["site_url"]
    site = Site(
        name=given["site_name"],
        url=url if not url or url.endswith("/") else f"{url}/",
        description=given["site_description"],
        nav=nav,
        settings=parsed or Settings(),
        path="mkdocs.yml",
        digest=raw.digest,
    )
    return site, list(look_at(submission))


def _nav(value: object, problems: list[KeyProblem]) -> list[NavItem]:
    if value is None:
        return []
    items = []
    if not isinstance(value, list):
        problems.append(KeyProblem("ill_typed", ("nav",), "应是列表，每行“- 名称: 地址”"))
        return []
    for index, entry in enumerate(value):
        pair = list(entry.items()) if isinstance(entry, dict) else []
        named = {"label": pair[0][0], "target": pair[0][1]} if len(pair) == 1 else {}
        item, wrong = validate(NavItem, named)
        if item is None or wrong:
            problems.append(KeyProblem("ill_typed", ("nav", index), "应是“- 名称: 地址”，只有一级"))
        else:
            items.append(item)
    return items
