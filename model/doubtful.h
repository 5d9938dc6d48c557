#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"

namespace cotejo::model {

// Below this confidence what was read from pixels is doubtful: clear print is read at 0.9 and more.
inline constexpr double kSureReading = 0.85;

// Why a person should look at a reading, the gravest first.
enum class ReadingDoubt : std::uint8_t {
  unread,   // signs that could not be read at all
  several,  // it can be read in other ways
  unsure,   // read with little confidence
};
template <>
inline constexpr std::array<std::string_view, 3> kNames<ReadingDoubt>{"sin-leer", "varias-lecturas", "poca-certeza"};

// What may have been misread: a cell that a person takes in at a glance, or a word.
struct DoubtfulReading {
  int page = 0;  // from 1
  Rect box;
  std::string text;                       // as read
  std::vector<std::string> alternatives;  // other readings, best first
  double confidence = 1;
  ReadingDoubt doubt = ReadingDoubt::unsure;
  bool figure = false;  // more digits than letters
  int table = -1;       // index into Bundle::tables of the table that holds it; -1: running text
  int row = -1;
  int column = -1;
};

// The doubtful readings of a bundle, by page, tables before running text. Text layers are never in doubt but for signs
// that they do not say (U+FFFD).
[[nodiscard]] std::vector<DoubtfulReading> doubtful_readings(const Bundle& bundle);

}  // namespace cotejo::model
