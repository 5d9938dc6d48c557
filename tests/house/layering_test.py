#!/usr/bin/env python3
"""Holds layering.py to what it says, on a made tree: each fault is told, and a clean tree is not spoken against."""
import tempfile
import unittest
from pathlib import Path

import layering


class MadeTree(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)
        kept = layering.ROOMS, layering.LAYERS
        self.addCleanup(lambda: (setattr(layering, "ROOMS", kept[0]), setattr(layering, "LAYERS", kept[1])))
        layering.ROOMS, layering.LAYERS = ["base", "pipeline/low", "pipeline/high"], ["base", "pipeline"]
        self.put("base/digits.h")
        self.put("pipeline/low/one.h", '#include "base/digits.h"')
        self.put("pipeline/high/two.h", '#include "pipeline/low/one.h"', "#include <string>")

    def put(self, name, *lines):
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text("\n".join(lines) + "\n")

    def faults(self):
        return layering.faults_of(self.root)[0]

    def test_a_clean_tree_has_none(self):
        self.assertEqual(self.faults(), [])

    def test_an_include_that_goes_up(self):
        self.put("pipeline/low/one.h", "", '#include "pipeline/high/two.h"')
        self.assertIn("pipeline/low/one.h:2: pipeline/low may not include pipeline/high/two.h", self.faults())

    def test_a_ring_whatever_its_length(self):
        self.put("pipeline/low/a.h", '#include "pipeline/low/b.h"')
        self.put("pipeline/low/b.cpp", '#include "pipeline/low/c.h"')
        self.put("pipeline/low/c.h", '#include "pipeline/low/a.h"')
        told = [fault for fault in self.faults() if fault.startswith("include each other")]
        self.assertEqual(len(told), 1)
        for unit in "abc":
            self.assertIn(f"pipeline/low/{unit}", told[0])

    def test_a_header_and_its_source_are_no_ring(self):
        self.put("pipeline/low/one.cpp", '#include "pipeline/low/one.h"')
        self.assertEqual(self.faults(), [])

    def test_a_crowded_room(self):
        for number in range(layering.CROWDED):
            self.put(f"pipeline/low/f{number}.h")
        self.assertTrue(any(fault.startswith("pipeline/low: 27 sources") for fault in self.faults()))

    def test_rooms_that_are_unknown_or_empty(self):
        self.put("pipeline/attic/three.h")
        layering.ROOMS.append("pipeline/cellar")
        self.assertIn("pipeline/attic: is not in the list of rooms", self.faults())
        self.assertIn("pipeline/cellar: named in the list of rooms, holds nothing", self.faults())

    def test_a_library_out_of_its_home(self):
        self.put("pipeline/low/one.h", "#include <sqlite3.h>")
        self.put("pipeline/high/three.cpp", "#include <regex>", "auto d = pdf::Document::open(path);")
        told = "\n".join(self.faults())
        for words in ("one.h:1: sqlite3.h may only", "three.cpp:1: regex may only", "three.cpp:2: a PDF is opened by a worker"):
            self.assertIn(words, told)


if __name__ == "__main__":
    unittest.main()
