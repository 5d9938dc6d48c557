#include "extractors/ocr/doubtful.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "extractors/ocr/figures.h"
#include "extractors/ocr/read_cells.h"

namespace cotejo::ocr {

namespace {

constexpr double kDoubtful = 0.8;   // sound readings of figures have 0.85 and more
constexpr std::size_t kShare = 12;  // one word in so many is read again, at most
constexpr std::size_t kAtLeast = 8;

PixelLine line_of(const PageImage& page, const PixelWord& word) {
  const int pad = std::max(2, word.box.height() / 3);
  return {word.box,
          {std::max(0, word.box.x0 - pad), std::max(0, word.box.y0 - pad),
           std::min(width(page.gray), word.box.x1 + pad), std::min(height(page.gray), word.box.y1 + pad)}};
}

// The doubtful ones that `wanted` tells, of the least confidence first, as many as are read again.
template <class Wanted>
std::vector<std::size_t> least_sure(const std::vector<PixelWord>& words, Wanted wanted) {
  std::vector<std::size_t> doubtful;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (wanted(words[i])) doubtful.push_back(i);
  std::stable_sort(doubtful.begin(), doubtful.end(),
                   [&](std::size_t a, std::size_t b) { return words[a].confidence < words[b].confidence; });
  doubtful.resize(std::min(doubtful.size(), std::max(kAtLeast, words.size() / kShare)));
  return doubtful;
}

}  // namespace

void read_doubtful_words(TextEngine& engine, const PageImage& page, std::vector<PixelWord>& words) {
  constexpr double kPoor = 0.65, kSurer = 0.15;
  constexpr long kFewestLetters = 4;
  const auto letters = [](const PixelWord& word) {
    return std::count_if(word.text.begin(), word.text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
    });
  };
  const std::vector<std::size_t> doubtful = least_sure(
      words, [&](const PixelWord& word) { return word.confidence < kPoor && letters(word) >= kFewestLetters; });
  std::vector<std::vector<PixelWord>> better(words.size());
  for (const std::size_t index : doubtful) {
    std::vector<PixelWord> read = read_line(engine, page, line_of(page, words[index]), 0);
    double sum = 0;
    long count = 0;
    for (const PixelWord& word : read) {
      sum += word.confidence * static_cast<double>(word.text.size());
      count += static_cast<long>(word.text.size());
    }
    if (count == 0 || sum / static_cast<double>(count) < words[index].confidence + kSurer) continue;
    for (PixelWord& word : read) {
      word.line = words[index].line;
      // What stands over or under the word came into its picture with the white around it.
      word.box.y0 = std::max(word.box.y0, words[index].box.y0);
      word.box.y1 = std::max(word.box.y0 + 1, std::min(word.box.y1, words[index].box.y1));
    }
    better[index] = std::move(read);
  }
  std::vector<PixelWord> all;
  all.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (better[i].empty())
      all.push_back(std::move(words[i]));
    else
      std::move(better[i].begin(), better[i].end(), std::back_inserter(all));
  }
  words = std::move(all);
}

void read_doubtful_figures(TextEngine& engine, const PageImage& page, std::vector<PixelWord>& words) {
  const std::vector<std::size_t> doubtful = least_sure(words, [](const PixelWord& word) {
    const auto digits = std::count_if(word.text.begin(), word.text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return word.confidence < kDoubtful && digits > 0 && digits * 2 >= static_cast<long>(word.text.size());
  });
  for (const std::size_t index : doubtful) {
    PixelWord& word = words[index];
    const std::vector<PixelWord> read = read_line(engine, page, line_of(page, word), 0, Segmentation::line, true);
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
      word.gaps.clear();
    } else {
      word.alternatives.push_back({read[0].text, std::min(read[0].confidence, word.confidence)});
    }
  }
}

}  // namespace cotejo::ocr
