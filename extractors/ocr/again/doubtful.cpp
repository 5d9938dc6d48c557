#include "extractors/ocr/again/doubtful.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/digits.h"
#include "extractors/ocr/again/tolerances.h"
#include "extractors/ocr/engine/read_cells.h"
#include "extractors/ocr/engine/tolerances.h"
#include "extractors/ocr/figures/figures.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::doubtful;

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

std::string digits_of(const std::string& text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return base::is_digit(c); });
  return digits;
}

// A figure read again by itself; nothing when no one figure comes of it.
std::optional<PixelWord> read_figure(TextEngine& engine, const PageImage& page, const PixelWord& word, Print print) {
  std::vector<PixelWord> read =
      read_line(engine, page, line_around(page, word), 0, Segmentation::line, Alphabet::figures, print);
  if (read.size() != 1 || !is_figure(read[0].text)) return std::nullopt;
  return std::move(read[0]);
}

}  // namespace

void read_doubtful_words(TextEngine& engine, const PageImage& page, std::vector<PixelWord>& words) {
  const auto letters = [](const PixelWord& word) {
    return std::count_if(word.text.begin(), word.text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
    });
  };
  const std::vector<std::size_t> doubtful = least_sure(
      words, [&](const PixelWord& word) { return word.confidence < kPoor && letters(word) >= kFewestLetters; });
  std::vector<std::vector<PixelWord>> better(words.size());
  for (const std::size_t index : doubtful) {
    std::vector<PixelWord> read = read_line(engine, page, line_around(page, words[index]), 0);
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

void read_doubtful_figures(TextEngine& engine, const PageImage& page, const DigitCheck& digits,
                           std::vector<PixelWord>& words) {
  const std::vector<std::size_t> doubtful = least_sure(words, [](const PixelWord& word) {
    const std::size_t count = digits_of(word.text).size();
    return word.confidence < tolerances::confidence::kDoubtful && count > 0 && count * 2 >= word.text.size();
  });
  for (const std::size_t index : doubtful) {
    PixelWord& word = words[index];
    const std::optional<PixelWord> again = read_figure(engine, page, word, Print::as_it_is);
    // The same engine says the same of the same picture: against the shapes of the page's digits that is no witness.
    const std::optional<PixelWord> smoothed =
        word.compared ? read_figure(engine, page, word, Print::smoothed) : std::nullopt;
    const auto says = [](const std::optional<PixelWord>& read, const std::string& text) {
      return read && read->text == text;
    };
    const auto says_digits = [](const std::optional<PixelWord>& read, const std::string& text) {
      return read && !text.empty() && digits_of(read->text) == digits_of(text);
    };
    if (says_digits(again, word.leaning) || says_digits(smoothed, word.leaning)) {
      // What the shapes lean to, and now is read: two against one.
      std::erase_if(word.alternatives, [&](const model::Reading& other) { return other.text == word.leaning; });
      word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
      word.text = word.leaning;
    } else if (says(again, word.text) && word.leaning.empty() && (!word.compared || says(smoothed, word.text))) {
      word.confidence = std::max(word.confidence, again->confidence);
    } else if (!word.compared && again && again->confidence > word.confidence && again->text != word.text) {
      word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
      word.text = again->text;
      word.confidence = again->confidence;
      word.symbols = again->symbols;
      word.gaps.clear();
      digits.compare(word);
    } else {
      for (const std::optional<PixelWord>& read : {again, smoothed}) {
        const auto same = [&](const model::Reading& other) { return other.text == read->text; };
        if (read && read->text != word.text && std::none_of(word.alternatives.begin(), word.alternatives.end(), same))
          word.alternatives.push_back({read->text, std::min(read->confidence, word.confidence)});
      }
    }
  }
}

}  // namespace cotejo::ocr
