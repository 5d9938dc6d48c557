#!/usr/bin/env python3
"""Fails when the marks of the sources (pipeline/reading/source_versions.cmake) miss a change that matters or speak of one
that does not.

usage: versions.py PROJECT_FOLDER CMAKE
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDERS = ("base", "model", "extractors", "pipeline")


def main():
    root, cmake = Path(sys.argv[1]), sys.argv[2]
    faults = []
    with tempfile.TemporaryDirectory() as made:
        tree = Path(made) / "elsewhere"
        for folder in FOLDERS:
            shutil.copytree(root / folder, tree / folder)

        def marks(where=tree):
            out = Path(made) / "versions.cpp"
            subprocess.run([cmake, f"-DROOT={where}", f"-DOUTPUT={out}", "-P", where / "pipeline/reading/source_versions.cmake"], check=True)
            return tuple(re.findall(r'return "([0-9a-f]{16})"', out.read_text()))

        before = marks()
        if marks(root) != before:
            faults.append("equal sources in another folder have other marks")

        def expect(name, change, extraction, analysis):
            path = tree / name
            text = path.read_text(encoding="utf-8") if path.exists() else None
            path.write_text(change(text), encoding="utf-8")
            after = marks()
            path.write_text(text, encoding="utf-8") if text is not None else path.unlink()
            for what, wanted, old, new in (("extraction", extraction, before[0], after[0]), ("analysis", analysis, before[1], after[1])):
                if (old != new) != wanted:
                    faults.append(f"{name}: the version of {what} {'stays' if wanted else 'changes'}")

        expect("pipeline/mapping/words/vocabulary.txt", lambda t: t + "\n[columnas]\ntotal = zarandaja\n", False, True)
        expect("pipeline/checks/rules/new_rule.cpp", lambda t: "int rule() { return 1; }\n", False, True)
        expect("pipeline/checks/rules/rules.cpp", lambda t: "// A remark.\n" + t.replace("\n", "\n\n  // Another.\n", 1), False, False)
        expect("extractors/tables/read_content.cpp", lambda t: t + "static_assert(true);\n", True, False)
        expect("extractors/overlay/new_step.cpp", lambda t: "int step() { return 1; }\n", False, False)
        expect("model/table.h", lambda t: t + "static_assert(true);\n", True, True)
        expect("model/record.h", lambda t: t + "static_assert(true);\n", False, True)
        expect("model/result.cpp", lambda t: t + "static_assert(true);\n", False, False)
        expect("model/store/store.h", lambda t: t + "static_assert(true);\n", False, False)
    print("\n".join(faults) or "the versions follow the sources")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
