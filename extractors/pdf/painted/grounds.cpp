#include "extractors/pdf/painted/grounds.h"

#include <algorithm>
#include <cstdlib>

#include "extractors/pdf/painted/tolerances.h"

namespace cotejo::pdf {

namespace {

using namespace tolerances::grounds;

constexpr std::uint32_t kPaper = 0xFFFFFF;

bool alike(std::uint32_t a, std::uint32_t b) {
  for (const int shift : {16, 8, 0}) {
    const int one = static_cast<int>((a >> shift) & 0xFF), other = static_cast<int>((b >> shift) & 0xFF);
    if (std::abs(one - other) > kSeen) return false;
  }
  return true;
}

}  // namespace

void Grounds::add(const Ground& ground) {
  if (std::min(ground.box.width(), ground.box.height()) > kNarrowest && grounds_.size() <= kMost)
    grounds_.push_back(ground);
}

void Grounds::paint(const model::Rect& box, std::uint32_t color) {
  add({box, color, true});
}

void Grounds::cover(const model::Rect& box) {
  add({box, 0, false});
}

bool Grounds::swallow(model::Point place, std::uint32_t color) const {
  const auto top = std::find_if(grounds_.rbegin(), grounds_.rend(),
                                [&](const Ground& ground) { return ground.box.contains(place); });
  return top == grounds_.rend() ? alike(color, kPaper) : top->known && alike(color, top->color);
}

bool Grounds::swallow(const model::Word& word) const {
  if (grounds_.size() > kMost) return false;
  // Nearly all text is black, and nearly no page has black grounds.
  const auto like_text = [&](const Ground& ground) { return ground.known && alike(ground.color, word.color); };
  if (!alike(word.color, kPaper) && std::none_of(grounds_.begin(), grounds_.end(), like_text)) return false;
  const model::Rect& box = word.box;
  const double off = std::min(box.width(), box.height()) / 4;
  return swallow({box.center_x(), box.center_y()}, word.color) && swallow({box.x0 + off, box.center_y()}, word.color) &&
         swallow({box.x1 - off, box.center_y()}, word.color);
}

}  // namespace cotejo::pdf
