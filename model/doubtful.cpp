#include "model/doubtful.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/digits.h"
#include "model/tolerances.h"

namespace cotejo::model {
namespace {

using namespace tolerances::doubtful;

constexpr std::string_view kUnreadSign = "\xEF\xBF\xBD";  // U+FFFD

bool is_figure(std::string_view text) {
  const std::size_t digits = base::count_digits(text);
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
  };
  return digits > 0 && static_cast<std::size_t>(std::count_if(text.begin(), text.end(), letter)) < digits;
}

// `sure`: what the confidence must reach where nothing else speaks against the reading.
template <class Read>
std::optional<DoubtfulReading> doubt_of(const Read& read, int page, double sure) {
  if (read.text.empty()) return std::nullopt;
  DoubtfulReading it{page, read.box, read.text, {}, read.confidence, ReadingDoubt::unsure, is_figure(read.text)};
  for (const Reading& other : read.alternatives) {
    const bool known = std::find(it.alternatives.begin(), it.alternatives.end(), other.text) != it.alternatives.end();
    if (!known && !other.text.empty() && other.text != read.text) it.alternatives.push_back(other.text);
  }
  if (read.text.find(kUnreadSign) != std::string::npos) {
    it.doubt = ReadingDoubt::unread;
    return it;
  }
  if (read.origin != Origin::ocr && read.origin != Origin::mixed) return std::nullopt;
  if (read.confidence >= sure) return std::nullopt;
  if (!it.alternatives.empty()) it.doubt = ReadingDoubt::several;
  return it;
}

class Finder {
 public:
  explicit Finder(const Bundle& bundle) : bundle_(bundle) {}

  std::vector<DoubtfulReading> run() {
    for (std::size_t t = 0; t < bundle_.tables.size(); ++t)
      for (const Cell& cell : bundle_.tables[t].cells) look_at(cell, static_cast<int>(t));
    for (const Block& block : bundle_.blocks) {
      if (block.kind != BlockKind::running_head && block.kind != BlockKind::running_foot) look_at(block);
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const DoubtfulReading& a, const DoubtfulReading& b) { return a.page < b.page; });
    return std::move(found_);
  }

 private:
  void look_at(const Cell& cell, int table) {
    const std::size_t before = found_.size();
    if (cell.text.size() <= kShortCell) {
      if (auto it = doubt_of(cell, cell.page, kSureReading)) found_.push_back(std::move(*it));
    } else if (const Page* page = page_of(cell.page)) {
      for (const Word& word : page->words) {
        if (!cell.box.contains({word.box.center_x(), word.box.center_y()})) continue;
        look_at(word, cell.page);
      }
    }
    for (std::size_t i = before; i < found_.size(); ++i) {
      found_[i].table = table;
      found_[i].row = cell.row;
      found_[i].column = cell.column;
    }
  }

  void look_at(const Block& block) {
    const Page* page = page_of(block.page);
    if (page == nullptr) return;
    for (const int index : block.words)
      if (index >= 0 && static_cast<std::size_t>(index) < page->words.size())
        look_at(page->words[static_cast<std::size_t>(index)], block.page);
  }

  void look_at(const Word& word, int page) {
    if (auto it = doubt_of(word, page, is_figure(word.text) ? kSureReading : kHardlyRead))
      found_.push_back(std::move(*it));
  }

  const Page* page_of(int number) const {
    const auto page = std::lower_bound(bundle_.pages.begin(), bundle_.pages.end(), number,
                                       [](const Page& it, int wanted) { return it.number < wanted; });
    return page == bundle_.pages.end() || page->number != number ? nullptr : &*page;
  }

  const Bundle& bundle_;
  std::vector<DoubtfulReading> found_;
};

}  // namespace

std::vector<DoubtfulReading> doubtful_readings(const Bundle& bundle) {
  return Finder(bundle).run();
}

}  // namespace cotejo::model
