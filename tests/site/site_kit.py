"""Small made-up sites, the commands that build them, and what reads the result."""

import hashlib
import io
import os
import random
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw
from platformdirs import user_cache_path

PROJECT = Path(__file__).resolve().parents[2]
OWN = ("content", "bulletins", "theme_overrides", "mkdocs.yml")
"""What of the project itself is a root."""

FONTS = (user_cache_path("press") / "fonts").resolve()


@dataclass(frozen=True)
class Runner:
    """Runs the commands with a cache of their own that shares only the fonts."""

    cache: Path

    @classmethod
    def at(cls, folder: Path) -> "Runner":
        (folder / "press").mkdir(parents=True, exist_ok=True)
        if not (folder / "press" / "fonts").exists():
            (folder / "press" / "fonts").symlink_to(FONTS)
        return cls(folder)

    def environment(self, env: Mapping[str, str] | None = None) -> dict[str, str]:
        fixed = {"XDG_CACHE_HOME": str(self.cache), "NO_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}
        return {**os.environ, **fixed, **(env or {})}

    def run(
        self, *words: str, env: Mapping[str, str] | None = None, ok: bool = True, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, *words],
            env=self.environment(env),
            cwd=cwd,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=240,
            check=False,
        )
        assert not ok or done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        return done

    def build(
        self, root: Path, *options: str, env: Mapping[str, str] | None = None, ok: bool = True
    ) -> subprocess.CompletedProcess[str]:
        return self.run("-m", "press", "build", "--root", str(root), *options, env=env, ok=ok)

    def mkdocs(self, root: Path, *options: str) -> subprocess.CompletedProcess[str]:
        return self.run("-m", "mkdocs", "-q", "build", *options, cwd=root)


def write(root: Path, path: str, content: str | bytes) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def dump(values: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False, width=10_000)


def article(title: str, date: str = "2026-03-01", body: str = "正文一段。\n", **keys: Any) -> str:
    """One document; published unless ``status`` says otherwise."""
    values = {"title": title, "date": date, "status": "published", **keys}
    return f"---\n{dump(values)}---\n\n{body}"


def periodical(title: str, **keys: Any) -> str:
    return dump({"title": title, "kind": "bulletin", **keys})


def issue(number: int, date: str, sections: Mapping[str, list[str]], **keys: Any) -> str:
    values = {"year": int(date[:4]), "number": number, "serial": number, "date": date, **keys}
    values["sections"] = [{"title": name, "documents": refs} for name, refs in sections.items()]
    return dump(values)


def picture(seed: int, size: tuple[int, int] = (320, 200), mode: str = "RGB") -> Image.Image:
    """A picture that no other seed gives."""
    dice = random.Random(seed)
    image = Image.new("RGB", size, tuple(dice.randrange(256) for _ in range(3)))
    draw = ImageDraw.Draw(image)
    for _ in range(6):
        left, top = dice.randrange(size[0]), dice.randrange(size[1])
        box = (left, top, left + size[0] // 4, top + size[1] // 4)
        draw.ellipse(box, fill=tuple(dice.randrange(256) for _ in range(3)))
    return image.convert(mode)


def encoded(image: Image.Image, format: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every file by its path; folders end with a slash."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        found[name if path.is_file() else f"{name}/"] = (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        )
    return found


def assert_same(left: Mapping[str, str], right: Mapping[str, str]) -> None:
    assert left, "nothing was built"
    differing = sorted(name for name in left.keys() & right.keys() if left[name] != right[name])
    only = sorted(left.keys() - right.keys()), sorted(right.keys() - left.keys())
    assert (differing, *only) == ([], [], []), f"differ: {differing}; only left: {only[0]}; right: {only[1]}"


def rewritten(runner: Runner, root: Path, path: str, old: str, new: str) -> set[str]:
    """Change one file of a built root, build again, and return the files of the site that are new."""

    def stamps() -> dict[str, tuple[int, int]]:
        found = ((file, file.stat()) for file in site.rglob("*") if file.is_file())
        return {file.relative_to(site).as_posix(): (s.st_ino, s.st_mtime_ns) for file, s in found}

    site = root / "dist/site"
    before, text = stamps(), (root / path).read_text("utf-8")
    assert text.count(old) == 1, f"{path} holds {old!r} {text.count(old)} times"
    (root / path).write_text(text.replace(old, new), "utf-8")
    runner.build(root, "--only", "portal")
    after = stamps()
    return {name for name in after if after[name] != before.get(name)}


LONG = "县人大常委会组成人员认为，要坚持问题导向，把群众的关切办实办好，推动工作落到实处。"


def small_site(root: Path, news: int = 45) -> Path:
    """A root of every type, two periodicals, issues of two years, images, tables and notes."""
    write(
        root,
        "mkdocs.yml",
        dump(
            {
                "site_name": "石桥县人大",
                "site_description": "石桥县人大的公报与资料（虚构）",
                "site_url": "https://renda.shiqiao.example/",
                "docs_dir": "content",
                "site_dir": "dist/site",
                "theme": {
                    "name": "material",
                    "language": "zh",
                    "font": False,
                    "palette": [
                        {
                            "scheme": "default",
                            "primary": "custom",
                            "accent": "custom",
                            "toggle": {"icon": "material/weather-night", "name": "切换到深色"},
                        },
                        {
                            "scheme": "slate",
                            "primary": "custom",
                            "accent": "custom",
                            "toggle": {"icon": "material/weather-sunny", "name": "切换到浅色"},
                        },
                    ],
                },
                "plugins": [{"press": {"office": "石桥县人大常委会办公室", "icp": "石ICP备00000000号"}}],
            }
        ),
    )
    write(root, "content/news/images/river.jpg", encoded(picture(1, (640, 360))))
    write(root, "content/news/images/大会 会场.png", encoded(picture(2, (300, 420)), "PNG"))
    write(root, "content/stories/images/wide.jpg", encoded(picture(3, (2600, 900))))
    write(root, "content/stories/images/small.webp", encoded(picture(4, (90, 60)), "WEBP"))
    for number in sorted({*range(news), 7}):
        day = f"2026-{number // 28 + 1:02}-{number % 28 + 1:02}"
        more: dict[str, Any] = {"tags": ["代表工作", f"标签{number % 3}"]}
        body = f"第{number}条消息的正文。{LONG}\n"
        if number == 7:
            more |= {"cover": "images/river.jpg", "authors": ["甲乙"], "photographers": ["丙丁"]}
            more |= {"tags": ["C/C++", "Ａ b", "..", "a&b<c>'\""], "column": "要闻 & 动态"}
            body += '\n![河边的人们](images/river.jpg "河边（丙丁 摄）")\n'
            body += "\n文中![会场](<images/大会 会场.png>)图。\n"
            body += "\n[决议](decisions/jueyi)、[决议的相对地址](../decisions/jueyi.md)、"
            body += "[公报](bulletins/gongbao/2026-01)、[外站](https://example.org/a?b=1&c=2)。\n"
        write(root, f"content/news/item-{number:02}.md", article(f"消息第{number:02}号", day, body, **more))
    story = f"{LONG}\n\n## 一个小标题\n\n{LONG}\n\n![宽图](images/wide.jpg)\n\n### 更小的标题\n\n{LONG}\n"
    write(
        root,
        "content/stories/lin.md",
        article("林代表的一天", "2026-02-03", story, cover="images/wide.jpg", tags=["代表工作"]),
    )
    write(
        root,
        "content/stories/he.md",
        article("何代表修桥", "2026-02-04", f"{LONG}\n\n![小图](images/small.webp)\n"),
    )
    table = "| 项目 | 金额（万元） |\n| --- | ---: |\n" + "".join(
        f"| 第{n}项支出 | {n * 137} |\n" for n in range(1, 31)
    )
    decision = f"（2026年2月27日通过）\n\n{LONG}决定[^1]：\n\n## 一、调整方案\n\n{table}\n\n## 二、要求\n\n"
    decision += f"1. 第一项要求；\n2. 第二项要求。\n\n> 引用的一段话。\n\n{LONG * 20}\n\n"
    decision += "[^1]: 脚注里的**说明**文字。\n"
    write(
        root,
        "content/decisions/jueyi.md",
        article(
            "关于批准预算调整方案的决议",
            "2026-02-27",
            decision,
            number="石人常〔2026〕3号",
            corrections=[{"date": "2026-03-05", "text": "“万元”原误作“元”。"}],
        ),
    )
    write(root, "content/decisions/renmian.md", article("任免名单", "2026-02-28", f"{LONG}\n"))
    study = f"{LONG}\n\n## 甲\n\n{LONG * 12}\n\n### 乙\n\n{LONG}\n\n## 丙\n\n{LONG * 30}\n"
    write(
        root,
        "content/study/jiandu.md",
        article(
            "监督有哪些办法", "2025-11-03", study, subtitle="一篇解读", source="办公室", authors=["戊己"]
        ),
    )
    write(root, "content/pages/about.md", article("关于本站", "2026-01-01", "虚构的县。\n"))
    write(root, "content/news/draft.md", article("没有写完的稿子", "2026-01-15", status="draft"))
    write(
        root, "bulletins/gongbao/periodical.yml", periodical("石桥县人大常委会公报", publisher="石桥县人大")
    )
    gongbao = {"决议": ["decisions/jueyi", "decisions/renmian"], "要闻": ["news/item-07", "stories/lin"]}
    write(root, "bulletins/gongbao/2026-01.yml", issue(1, "2026-03-06", gongbao, serial=12))
    write(
        root, "bulletins/gongbao/2025-06.yml", issue(6, "2025-12-20", {"学习": ["study/jiandu"]}, serial=11)
    )
    imprint = {"profile": "permit", "permit": "0001", "recipients": "县人大代表"}
    imprint |= {"printer": "石桥县印刷厂", "print_run": "300册"}
    write(
        root,
        "bulletins/xuexi/periodical.yml",
        periodical("学习参考", kind="study", trim="A5", publisher="石桥县人大", imprint=imprint),
    )
    write(root, "bulletins/xuexi/2026-01.yml", issue(1, "2026-01-10", {"理论": ["study/jiandu"]}))
    return root
