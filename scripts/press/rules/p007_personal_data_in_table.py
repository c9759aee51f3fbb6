"""附件表格里有个人信息。

The cells of a CSV file that the keys of a document name hold an identity number, a mobile number or a card
number. The file can be downloaded as it is. A finding stands where the document names the file; numbers of
the office itself are listed under ``public`` in ``content/words.yml``. It can never be allowed.

Source: 《中华人民共和国个人信息保护法》第二十五条、第二十八条
Bad: 表格的“联系电话”一列有手机号码
Good: 表格里的号码写成 138****0000 的样子
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.markup.numbers import Kind, numbers
from press.model.library import Library, beside
from press.rules import Rule
from press.rules._lazy import lazy

_PHONE = lazy("电话|手机|联系|号码")


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each row of a table that holds numbers of people."""
    for document in library.documents:
        for key, target in document.meta.files():
            path = beside(document.path, target)
            found = library.attachments.get(path) if path else None
            if found is None or not found.rows:
                continue
            phones = {column for column, head in enumerate(found.rows[0]) if _PHONE.search(head)}
            for line, row in enumerate(found.rows, 1):
                for column, cell in enumerate(row):
                    for number in numbers(f"电话{cell}" if column in phones else cell):
                        # In a table of money a figure alone may look like a phone.
                        bare = number.kind is Kind.MOBILE and column not in phones and cell.isdigit()
                        if bare or library.words.publishes(number.digits):
                            continue
                        where = f"{target} 第 {line} 行"
                        message = f"{where}：出现了{number.kind.value}（{number.masked}）"
                        hint = "请在表格里删去这一列，或把号码中间几位写成*"
                        yield Finding(document.path, ("value", *key), message, hint)


RULE = Rule("P007", "附件表格里有个人信息", library=check)
