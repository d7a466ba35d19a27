"""The house rules, as functions: each takes a file and yields what breaks the rule.

A rule lives here and not in a reviewer's head. Each finding names file and line and says how to
mend it. `tests/tidy` runs every rule over the project and shows that each one catches a bad sample.
"""
