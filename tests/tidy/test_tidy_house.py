"""The house rules, over every file of the project."""

from __future__ import annotations

import functools

import pytest

from tools.tidy import edges, markup, mirror, shape, sizes
from tools.tidy.source import Finding, Rule, Source, project_files

RULES: tuple[Rule, ...] = (*sizes.RULES, *edges.RULES, *shape.RULES, *markup.RULES)


@functools.cache
def sources() -> list[Source]:
    return project_files()


def report(findings: list[Finding]) -> None:
    if findings:
        pytest.fail("\n".join(map(str, findings)), pytrace=False)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_project_keeps_the_rule(rule: Rule) -> None:
    findings = [finding for source in sources() for finding in rule(source)]
    report(findings)


def test_core_tests_mirror_the_core() -> None:
    findings = list(mirror.mirrored(source.path for source in sources()))
    report(findings)


def test_test_files_have_names_of_their_own() -> None:
    findings = list(mirror.unique_names(source.path for source in sources()))
    report(findings)


def test_the_rules_see_the_project() -> None:
    paths = {source.path for source in sources()}
    assert {"remit", "src/remit/core/words.py", "tools/tidy/sizes.py"} <= paths
    assert not any("/migrations/" in path or "/vendor/" in path for path in paths)


def test_every_rule_says_why() -> None:
    assert all(rule.__doc__ for rule in RULES)


def test_every_edge_is_there_and_has_its_reason() -> None:
    for path, reason in edges.EDGES.items():
        assert reason
        assert any(source.inside(path) for source in sources()), f"{path} is no more: strike it"
