#!/usr/bin/env python3
"""Holds tolerances.py to what it says, on a made tree: each fault is told, and a clean tree is not spoken against."""
import tempfile
import unittest
from pathlib import Path

import tolerances


class MadeTree(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)
        self.put("extractors/room/tolerances.h", "inline constexpr double kNear = 0.35;")

    def put(self, name, *lines):
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text("\n".join(lines) + "\n")

    def faults(self):
        return tolerances.faults_of(self.root)[0]

    def told_of(self, line, name="extractors/room/a.cpp"):
        self.put(name, line)
        return len(self.faults())

    def test_a_bare_number_is_told_with_its_place(self):
        self.put("extractors/room/a.cpp", "", "bool near(double x) { return x < 0.35; }")
        self.assertEqual(self.faults(), ["extractors/room/a.cpp:2: 0.35 is named in no tolerances.h: "
                                         "bool near(double x) { return x < 0.35; }"])

    def test_a_name_inside_a_function_is_no_help(self):
        self.assertEqual(self.told_of("  constexpr double kNear = 1.5;"), 1)

    def test_every_way_to_write_a_decimal(self):
        for number in ("0.3F", "12.0", "3.", ".25", "2.5e3", "36e6", "1.5L"):
            self.assertEqual(self.told_of(f"return x < {number};"), 1, number)

    def test_every_number_of_a_line(self):
        self.assertEqual(self.told_of("return x > 0.1 && x < 0.9;"), 2)

    def test_arithmetic_is_free(self):
        for number in ("0.0", "0.5F", "1.0", "2.0", "100.0", "72.0", "1e-9", "1e18", "7", "0x1F", "1'000'000"):
            self.assertEqual(self.told_of(f"return x < {number};"), 0, number)

    def test_words_are_no_code(self):
        for line in ("// less than 0.35", "/* 0.35 */", 'say("0.35 // of it");', "say(R\"(x\n0.35)\");", "c == '.' || x1.y0 > 2;"):
            self.assertEqual(self.told_of(line), 0, line)
        self.assertEqual(self.told_of('say("http://x"); return x < 0.35;'), 1)
        self.assertEqual(self.told_of("return c == '\"' || x < 0.35 || c == '\"';"), 1)

    def test_a_header_may_offer_constants_and_no_more(self):
        self.assertEqual(self.told_of("inline constexpr double kSure = 0.85;", "model/a.h"), 0)
        self.assertEqual(self.told_of("inline constexpr double kSure =\n    0.85;\ninline bool sure(double x) { return x > 0.85; }", "model/a.h"), 1)
        self.assertEqual(self.told_of("inline constexpr double kSure = 0.85;", "model/a.cpp"), 2)

    def test_the_number_of_sources(self):
        self.put("base/a.h")
        self.assertEqual(tolerances.faults_of(self.root)[1], 1)


if __name__ == "__main__":
    unittest.main()
