#!/usr/bin/env python3
"""Keeps the rows of one programme of an SQLite installation as plain SQL that both databases take.

    scripts/keep-release.py data/vekha.db 'Краеведческий портал Химок' > tests/Vekha.Web.Tests/Data/Releases/0060.sql

Run it with a database made by the program of a release: the upgrade test fills the schema of that release with these
rows, lets the present program migrate it and looks for every one of them. Values are quoted words, which either database
turns into the type of its column. Keys of sessions are left out.
"""
import sqlite3, sys

SKIPPED = {"data_keys", "form_keys", "jobs"}
# Tables that a programme owns, whatever the way to it; the others are kept whole.
ROOTS = {"programmes": "name"}


def main(path, programme):
    db = sqlite3.connect(path)
    tables = [t for (t,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid") if t not in SKIPPED]
    order = sorted(tables, key=lambda t: depth(db, t, tables))
    kept = rows_of(db, order, programme, None)
    for table, rows in rows_of(db, order, programme, kept).items():
        columns = [c[1] for c in db.execute(f'PRAGMA table_info("{table}")')]
        if rows:
            print(f"-- {table}: {len(rows)}")
            names = ", ".join(f'"{c}"' for c in columns)
            for row in rows:
                print(f'INSERT INTO "{table}" ({names}) VALUES ({", ".join(quoted(row[c]) for c in columns)});')


def rows_of(db, order, programme, known):
    """Rows that hang on the programme; files that nothing kept names fall away once it is known what is kept."""
    result, ids = {}, {}
    for table in order:
        columns = [c[1] for c in db.execute(f'PRAGMA table_info("{table}")')]
        parents = [(f[3], f[2]) for f in db.execute(f'PRAGMA foreign_key_list("{table}")') if f[2] in order and f[2] != table]
        rows = [dict(zip(columns, row)) for row in db.execute(f'SELECT * FROM "{table}" ORDER BY rowid')]
        if table in ROOTS:
            rows = [r for r in rows if r[ROOTS[table]] == programme]
        if table == "files" and known:
            named = {r["file_id"] for t in known.values() for r in t if "file_id" in r}
            rows = [r for r in rows if r["id"] in named]
        if table == "journal":
            rows = [r for r in rows if any(r["subject_id"] in i for i in ids.values())]
        result[table] = [r for r in rows if all(r[c] is None or r[c] in ids[p] for c, p in parents)]
        ids[table] = {r.get("id") for r in result[table]}
    return result


def depth(db, table, tables):
    parents = {f[2] for f in db.execute(f'PRAGMA foreign_key_list("{table}")') if f[2] in tables} - {table}
    own = 1 + max([depth(db, p, tables) for p in parents], default=0)
    return own + (10 if table == "journal" else 0)


def quoted(value):
    return "NULL" if value is None else "'" + str(value).replace("'", "''") + "'"


main(*sys.argv[1:])
