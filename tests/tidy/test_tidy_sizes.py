"""Each ceiling catches what is over it and lets pass what is on it."""

from __future__ import annotations

from tools.tidy.sizes import short_files, short_functions, short_lines
from tools.tidy.source import Source


def test_a_file_of_300_lines_passes_and_of_301_does_not() -> None:
    assert not list(short_files(Source("src/a.py", "x = 1\n" * 300)))
    (finding,) = short_files(Source("src/a.py", "x = 1\n" * 301))
    assert str(finding).startswith("src/a.py:301: 301 lines, at most 300")


def test_the_change_log_may_grow() -> None:
    assert not list(short_files(Source("CHANGELOG.md", "word\n" * 900)))


def test_a_function_of_50_lines_passes_and_of_51_does_not() -> None:
    function = "def long_one():\n" + "    x = 1\n" * 49
    assert not list(short_functions(Source("src/a.py", function)))
    (finding,) = short_functions(Source("src/a.py", "\n" + function + "    x = 1\n"))
    assert finding.line == 2
    assert "long_one has 51 lines" in finding.words


def test_a_method_counts_like_a_function() -> None:
    body = "class A:\n    async def long_one(self):\n" + "        x = 1\n" * 50
    assert list(short_functions(Source("src/a.py", body)))


def test_a_line_of_100_letters_passes_and_of_101_does_not() -> None:
    for path in ("src/a.py", "src/a.html", "src/a.css", "src/a.js"):
        assert not list(short_lines(Source(path, "é" * 100)))
        (finding,) = short_lines(Source(path, "short\n" + "é" * 101))
        assert (finding.line, finding.path) == (2, path)


def test_a_templates_tags_count_for_nothing() -> None:
    tag = "{% include 'a.html' with name=" + "x" * 100 + " %}"
    assert not list(short_lines(Source("src/a.html", f"<p>{tag}{{{{ y }}}}</p>")))
    assert list(short_lines(Source("src/a.html", "x" * 101 + tag)))


def test_prose_may_have_long_lines() -> None:
    assert not list(short_lines(Source("docs/a.md", "word " * 100)))
