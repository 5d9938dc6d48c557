#include "extractors/ocr/doubtful.h"

#include <algorithm>

#include "extractors/ocr/figures.h"
#include "extractors/ocr/read_cells.h"

namespace cotejo::ocr {

namespace {

constexpr double kDoubtful = 0.8;   // sound readings of figures have 0.85 and more
constexpr std::size_t kShare = 12;  // one word in so many is read again, at most
constexpr std::size_t kAtLeast = 8;

}  // namespace

void read_doubtful_figures(TextEngine& engine, const PageImage& page, std::vector<PixelWord>& words) {
  std::vector<std::size_t> doubtful;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto digits =
        std::count_if(words[i].text.begin(), words[i].text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (words[i].confidence < kDoubtful && digits > 0 && digits * 2 >= static_cast<long>(words[i].text.size()))
      doubtful.push_back(i);
  }
  std::stable_sort(doubtful.begin(), doubtful.end(),
                   [&](std::size_t a, std::size_t b) { return words[a].confidence < words[b].confidence; });
  doubtful.resize(std::min(doubtful.size(), std::max(kAtLeast, words.size() / kShare)));
  for (const std::size_t index : doubtful) {
    PixelWord& word = words[index];
    const int pad = std::max(2, word.box.height() / 3);
    const PixelBox room{std::max(0, word.box.x0 - pad), std::max(0, word.box.y0 - pad),
                        std::min(width(page.gray), word.box.x1 + pad), std::min(height(page.gray), word.box.y1 + pad)};
    const std::vector<PixelWord> read = read_line(engine, page, {word.box, room}, 0, Segmentation::line, true);
    if (read.size() != 1 || !is_figure(read[0].text)) continue;
    if (read[0].text == word.text) {
      word.confidence = std::max(word.confidence, read[0].confidence);
    } else if (read[0].text == word.leaning) {
      // What the shapes lean to, and now is read: two against one.
      std::erase_if(word.alternatives, [&](const model::Reading& other) { return other.text == word.leaning; });
      word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
      word.text = word.leaning;
    } else if (!word.compared && read[0].confidence > word.confidence) {
      word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
      word.text = read[0].text;
      word.confidence = read[0].confidence;
      word.symbols = read[0].symbols;
    } else {
      word.alternatives.push_back({read[0].text, std::min(read[0].confidence, word.confidence)});
    }
  }
}

}  // namespace cotejo::ocr
