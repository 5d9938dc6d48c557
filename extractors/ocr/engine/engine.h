#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/ocr/picture/image.h"
#include "extractors/ocr/engine/settings.h"
#include "model/page.h"
#include "model/result.h"

namespace cotejo::ocr {

struct PixelSymbol {
  std::string text;  // one character, UTF-8
  PixelBox box;
};

// A word as the engine read it.
struct PixelWord {
  std::string text;
  double confidence = 0;  // 0 to 1
  PixelBox box;           // of its ink
  int line = 0;           // words of one line share it; grows in reading order
  int rotation = 0;       // degrees clockwise of the reading direction
  std::vector<PixelSymbol> symbols;
  std::vector<model::Reading> alternatives;  // other readings, best first
  bool compared = false;                     // its digits were compared with the shapes of the page's digits
  // Digits before each gap between two digits that a sign would fill and where none was read.
  std::vector<std::size_t> gaps;
  std::string leaning;  // the reading that those shapes lean to without being clear; empty: the text
};

enum class Segmentation : std::uint8_t { block, line, word };

// The letters that a reading may consist of: all, digits with the signs that stand in figures, capitals.
enum class Alphabet : std::uint8_t { all, figures, capitals };

// Tesseract with one language model, loaded once.
class TextEngine {
 public:
  [[nodiscard]] static model::Result<TextEngine> create(const Settings& settings);

  // The words of a picture in reading order; empty ones and mere noise (no letter, digit or sign) left out.
  [[nodiscard]] std::vector<PixelWord> read(const PageImage& picture, Segmentation segmentation,
                                            Alphabet alphabet = Alphabet::all);

  TextEngine(TextEngine&&) noexcept;
  TextEngine& operator=(TextEngine&&) noexcept;
  ~TextEngine();

 private:
  TextEngine();
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

// Where the model file is, empty when it is nowhere.
[[nodiscard]] std::string model_path(const Settings& settings);

}  // namespace cotejo::ocr
