"""What the database itself refuses, whoever asks: SQLite and PostgreSQL alike.

Postings, records, leaves, checkpoints, versions, uses and entries are append-only. An account's
sides move only in step with a posting that names it. Django rebuilds SQLite tables and drops their
triggers, so `install` runs after every migration, and `self_test` tries what must be refused.
"""

from __future__ import annotations

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

APPEND_ONLY = (
    "record_posting",
    "record_record",
    "record_leaf",
    "record_checkpoint",
    "record_version",
    "record_use",
    "record_entry",
)
IDENTITY = {
    "record_posting": ("id",),
    "record_record": ("id", "key"),
    "record_leaf": ("index", "record_id"),
    "record_checkpoint": ("size",),
    "record_version": ("id", "remit_id number"),
    "record_use": ("id", "record_id remit_id"),
    "record_entry": ("record_id",),
    "record_account": ("id", "path"),
}
"""What no two rows share, several columns together where a space stands between them. On SQLite,
INSERT OR REPLACE would delete the older row unnoticed."""
ACCOUNT_STEP = """(
  NEW.id <> OLD.id OR NEW.path <> OLD.path OR NEW.unit <> OLD.unit
  OR NEW.floor IS DISTINCT FROM OLD.floor OR NEW.last_posting <= OLD.last_posting
  OR NOT EXISTS (SELECT 1 FROM record_posting p WHERE p.id = NEW.last_posting AND (
    (p.debit_id = NEW.id AND NEW.debits = OLD.debits + p.amount AND NEW.credits = OLD.credits)
    OR
    (p.credit_id = NEW.id AND NEW.credits = OLD.credits + p.amount AND NEW.debits = OLD.debits)
  ))
)"""
SQLITE_POSTING = """CREATE TRIGGER remit_posting_apply AFTER INSERT ON record_posting BEGIN
  SELECT RAISE(ABORT, 'remit: an account is kept in another unit') WHERE (
    SELECT count(*) FROM record_account
    WHERE id IN (NEW.debit_id, NEW.credit_id) AND unit = NEW.unit) <> 2;
  UPDATE record_account SET debits = debits + NEW.amount, last_posting = NEW.id
    WHERE id = NEW.debit_id;
  UPDATE record_account SET credits = credits + NEW.amount, last_posting = NEW.id
    WHERE id = NEW.credit_id;
END"""
SQLITE_OPENED = """CREATE TRIGGER remit_account_opened BEFORE INSERT ON record_account
WHEN NEW.debits <> 0 OR NEW.credits <> 0 OR NEW.last_posting <> 0
  OR (NEW.floor IS NULL AND NEW.path <> 'outside')
BEGIN SELECT RAISE(ABORT, 'remit: an account opens empty and with its floor'); END"""
POSTGRES_POSTING = """CREATE FUNCTION remit_posting_apply() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found int;
BEGIN
  PERFORM 1 FROM record_account WHERE id IN (NEW.debit_id, NEW.credit_id)
    AND unit = NEW.unit ORDER BY id FOR NO KEY UPDATE;
  GET DIAGNOSTICS found = ROW_COUNT;
  IF found <> 2 THEN
    RAISE EXCEPTION 'remit: an account is kept in another unit' USING ERRCODE = '23514';
  END IF;
  UPDATE record_account SET debits = debits + NEW.amount, last_posting = NEW.id
    WHERE id = NEW.debit_id;
  UPDATE record_account SET credits = credits + NEW.amount, last_posting = NEW.id
    WHERE id = NEW.credit_id;
  RETURN NULL;
END $$"""
POSTGRES_ACCOUNT = f"""CREATE FUNCTION remit_account_guard() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'remit: an account is never deleted' USING ERRCODE = '23514';
  ELSIF TG_OP = 'INSERT' THEN
    IF NEW.debits <> 0 OR NEW.credits <> 0 OR NEW.last_posting <> 0
       OR (NEW.floor IS NULL AND NEW.path <> 'outside') THEN
      RAISE EXCEPTION 'remit: an account opens empty and with its floor' USING ERRCODE = '23514';
    END IF;
  ELSIF {ACCOUNT_STEP} THEN
    RAISE EXCEPTION 'remit: a balance moves only with its posting' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$"""
POSTGRES_APPEND = """CREATE FUNCTION remit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'remit: % is append-only', TG_TABLE_NAME USING ERRCODE = '23514';
END $$"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Make every lock anew."""
    statements = postgres() if connection.vendor == "postgresql" else sqlite()
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the locks off before a migration rebuilds the tables below them."""
    with connection.cursor() as cursor:
        for statement in drops(connection.vendor):
            cursor.execute(statement)


def drops(vendor: str) -> list[str]:
    """What takes all locks off."""
    if vendor == "postgresql":
        functions = ("remit_posting_apply", "remit_account_guard", "remit_append_only")
        return [f"DROP FUNCTION IF EXISTS {name}() CASCADE" for name in functions]
    return [f"DROP TRIGGER IF EXISTS {name}" for name in sqlite_names()]


def sqlite_names() -> list[str]:
    """Each lock's name on SQLite."""
    fixed = ["posting_apply", "account_opened", "account_step", "account_kept"]
    tables = [f"{table}_{what}" for table in APPEND_ONLY for what in ("update", "delete")]
    once = [f"{table}_once" for table in IDENTITY]
    return [f"remit_{name}" for name in fixed + tables + once]


def sqlite() -> list[str]:
    """The locks in SQLite's words."""
    never = "BEGIN SELECT RAISE(ABORT, 'remit: {table} is append-only'); END"
    made = [
        f"CREATE TRIGGER remit_{table}_{what.lower()} BEFORE {what} ON {table} "
        + never.format(table=table)
        for table in APPEND_ONLY
        for what in ("UPDATE", "DELETE")
    ]
    for table, columns in IDENTITY.items():
        taken = " OR ".join(
            " AND ".join(f'"{column}" = NEW."{column}"' for column in together.split())
            for together in columns
        )
        made.append(
            f"CREATE TRIGGER remit_{table}_once BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken}) "
            f"BEGIN SELECT RAISE(ABORT, 'remit: {table} has this row already'); END"
        )
    step = ACCOUNT_STEP.replace("IS DISTINCT FROM", "IS NOT")
    return [
        *drops("sqlite"),
        *made,
        SQLITE_POSTING,
        SQLITE_OPENED,
        f"CREATE TRIGGER remit_account_step BEFORE UPDATE ON record_account WHEN {step} "
        "BEGIN SELECT RAISE(ABORT, 'remit: a balance moves only with its posting'); END",
        "CREATE TRIGGER remit_account_kept BEFORE DELETE ON record_account "
        "BEGIN SELECT RAISE(ABORT, 'remit: an account is never deleted'); END",
    ]


def postgres() -> list[str]:
    """The locks in PostgreSQL's words."""
    made = [
        f"CREATE TRIGGER remit_{what} BEFORE {event} ON {table} "
        f"FOR EACH {each} EXECUTE FUNCTION remit_append_only()"
        for table in APPEND_ONLY
        for what, event, each in (
            ("append_only", "UPDATE OR DELETE", "ROW"),
            ("never_emptied", "TRUNCATE", "STATEMENT"),
        )
    ]
    return [
        *drops("postgresql"),
        POSTGRES_APPEND,
        POSTGRES_POSTING,
        POSTGRES_ACCOUNT,
        *made,
        "CREATE TRIGGER remit_posting_apply AFTER INSERT ON record_posting "
        "FOR EACH ROW EXECUTE FUNCTION remit_posting_apply()",
        "CREATE TRIGGER remit_account_guard BEFORE INSERT OR UPDATE OR DELETE ON record_account "
        "FOR EACH ROW EXECUTE FUNCTION remit_account_guard()",
    ]


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The locks that ought to be there and are not."""
    if connection.vendor == "postgresql":
        wanted = {("record_posting", "remit_posting_apply")}
        wanted |= {("record_account", "remit_account_guard")}
        names = ("remit_append_only", "remit_never_emptied")
        wanted |= {(table, name) for table in APPEND_ONLY for name in names}
        query = (
            "SELECT tgrelid::regclass::text, tgname FROM pg_trigger "
            "WHERE tgname LIKE 'remit%' AND tgenabled IN ('O', 'A')"
        )
    else:
        wanted = {("", name) for name in sqlite_names()}
        query = "SELECT '', name FROM sqlite_master WHERE type = 'trigger'"
    with connection.cursor() as cursor:
        cursor.execute(query)
        there = {(str(table), str(name)) for table, name in cursor.fetchall()}
    return sorted(f"{table} {name}".strip() for table, name in wanted - there)


def has_tables(connection: BaseDatabaseWrapper) -> bool:
    """Whether there is anything to lock: migrating to zero takes the tables away."""
    return {*APPEND_ONLY, "record_account"} <= set(connection.introspection.table_names())
