#!/usr/bin/env python3
"""Makes a base as large as an archive's, for measuring `cotejo review`: the sample reports read once and repeated, each
copy a document of its own of one of forty entities.

usage: large_base.py PROGRAM SAMPLES_FOLDER OUTPUT.db [DOCUMENTS [FINDINGS [READINGS]]]
"""
import hashlib
import sqlite3
import subprocess
import sys

ENTITIES = 40
# Tables of a document's content, with the columns that name rows and have to differ in every copy.
SHIFTED = {
    "page": ["id"],
    "logical_table": ["id"],
    "cell": ["table_id"],
    "source": ["id", "table_id"],
    "budget_entry": ["source_id"], "pqrs_count": ["source_id"], "commitment": ["source_id"],
    "dependency_name": [],
    "doubtful_reading": ["table_id"],
    "finding_number": ["id", "number"],
    "finding": ["id", "table_id"],
    "finding_step": ["finding_id"],
    "evidence": ["finding_id"],
}
STEP = 1_000_000


def columns(db, table):
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def copy(db, table, shift, documents):
    """Repeats the rows of the first copy, ids moved on."""
    chosen = []
    for name in columns(db, table):
        if name in SHIFTED[table]:
            chosen.append(f"{name} + {shift}")
        elif name == "document_id":
            chosen.append(f"document_id + {documents}")
        elif name == "mark":
            chosen.append(f"mark || '.{shift // STEP}'")
        else:
            chosen.append(name)
    key = next((name for name in SHIFTED[table] if name != "number"), "document_id")
    bound = documents and (STEP if key != "document_id" else 1_000)
    db.execute(f"INSERT INTO {table} SELECT {', '.join(chosen)} FROM {table} WHERE {key} < {bound}")


def more_findings(db, wanted):
    """Repeats the findings of the first copy beside themselves, so that each document has its share."""
    first = db.execute("SELECT count(*) FROM finding").fetchone()[0]
    for turn in range(1, -(-wanted // first)):
        for table in ("finding_number", "finding", "finding_step", "evidence"):
            names = columns(db, table)
            shift = turn * 1_000
            said = [f"{n} + {shift}" if n in SHIFTED[table] and n != "table_id"
                    else f"fingerprint || '-{turn}'" if n == "fingerprint"
                    else f"mark || '-{turn}'" if n == "mark"
                    else f"ordinal + {shift}" if n == "ordinal" and table == "finding" else n for n in names]
            key = "id" if "id" in names else "finding_id"
            db.execute(f"INSERT INTO {table} SELECT {', '.join(said)} FROM {table} WHERE {key} < 1000")


def doubtful(db, wanted):
    """So many doubtful readings, spread over the documents: cells of their tables, each as if it had been read badly."""
    own = db.execute("SELECT count(*) FROM document WHERE twin_of IS NULL AND replaced_by IS NULL").fetchone()[0]
    db.execute("""
INSERT OR IGNORE INTO doubtful_reading (document_id, ordinal, page, x0, y0, x1, y1, text, alternatives, confidence, doubt, figure, money, findings, table_id, row, col)
SELECT document_id, 1000 + place, page, x0, y0, x1, y1, text, '["' || replace(text, '1', '7') || '"]', 0.3 + (place % 60) / 100.0, 'poca-certeza',
       place % 3 > 0, CASE place % 3 WHEN 0 THEN NULL ELSE place * 1000.0 + document_id END, place % 2, table_id, row, col
FROM (SELECT t.document_id, c.*, row_number() OVER (PARTITION BY t.document_id ORDER BY c.table_id, c.row, c.col) AS place
      FROM cell c JOIN logical_table t ON t.id = c.table_id JOIN document d ON d.id = t.document_id
      WHERE c.text <> '' AND instr(c.text, '"') = 0 AND d.twin_of IS NULL AND d.replaced_by IS NULL)
WHERE place <= ?""", (-(-wanted * 5 // (own * 4)),))  # some documents have fewer cells


def main():
    program, samples, output = sys.argv[1:4]
    documents = int(sys.argv[4]) if len(sys.argv) > 4 else 10_000
    findings = int(sys.argv[5]) if len(sys.argv) > 5 else 100_000
    readings = int(sys.argv[6]) if len(sys.argv) > 6 else 0
    subprocess.run([program, "ingest", samples, "--db", output], stdout=subprocess.DEVNULL, check=False)
    db = sqlite3.connect(output)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("DROP TRIGGER page_added")  # nothing is searched in it
    own = db.execute("SELECT count(*) FROM document").fetchone()[0]
    copies = -(-documents // own)
    more_findings(db, -(-findings // copies))
    documents_columns = columns(db, "document")
    for turn in range(1, copies):
        moved = turn * 1_000
        for row in db.execute("SELECT * FROM document WHERE id < 1000").fetchall():
            it = dict(zip(documents_columns, row))
            it["id"] += moved
            it["sha256"] = hashlib.sha256(f"{it['sha256']}{turn}".encode()).hexdigest()
            it["route"] = f"entidad-{turn % ENTITIES}/{turn}/{it['route']}"
            it["entity"] = f"Alcaldía Municipal de San {turn % ENTITIES}"
            db.execute(f"INSERT INTO document VALUES ({', '.join('?' * len(it))})", list(it.values()))
            db.execute("INSERT INTO document_path SELECT path || ?, document_id + ?, ? FROM document_path WHERE document_id = ?",
                       (f"-{turn}", moved, it["route"], it["id"] - moved))
        for table in SHIFTED:
            copy(db, table, turn * STEP, moved)
    if readings:
        doubtful(db, readings)
    db.commit()
    db.execute("ANALYZE")
    counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("document", "finding", "budget_entry", "doubtful_reading")]
    print("{} documents, {} findings, {} amounts, {} doubtful readings".format(*counts))


if __name__ == "__main__":
    main()
