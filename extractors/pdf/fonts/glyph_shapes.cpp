#include "extractors/pdf/fonts/glyph_shapes.h"

#include <cstddef>
#include <string_view>
#include <utility>

#include "base/digits.h"
#include "extractors/pdf/fonts/tolerances.h"

namespace cotejo::pdf {

namespace {

using namespace tolerances::glyph_shapes;

// The holes that a character has in one face or another; none known for those that are not told by them.
struct Holes {
  int least = 0, most = -1;
  [[nodiscard]] bool known() const { return most >= 0; }
};

Holes holes_of(char32_t c) {
  const auto among = [c](std::u32string_view characters) { return characters.find(c) != std::u32string_view::npos; };
  if (among(U"13578")) return c == U'8' ? Holes{2, 2} : Holes{0, 0};
  if (c == U'0') return {1, 2};        // a stroke through it parts the hole
  if (among(U"2469P")) return {0, 1};  // a looped 2, an open 4; those of Garamond do not close
  if (among(U"CEFGHIJKLMNSTUVWXYZcfhiklmnstuvwxyz")) return {0, 0};
  if (among(U"ADORadeopq")) return {1, 1};
  if (c == U'B') return {2, 2};
  // Small capitals stand for small letters too.
  if (c == U'b') return {1, 2};
  if (c == U'r') return {0, 1};
  if (c == U'g') return {0, 2};
  return {};
}

}  // namespace

int holes_in(const GlyphPicture& glyph) {
  // A white frame around it joins all the white that is outside.
  const int w = glyph.width + 2, h = glyph.height + 2;
  std::vector<char> taken(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), 0);
  const auto at = [w](int x, int y) {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(x);
  };
  for (int y = 0; y < glyph.height; ++y)
    for (int x = 0; x < glyph.width; ++x)
      taken[at(x + 1, y + 1)] =
          glyph.ink[static_cast<std::size_t>(y) * static_cast<std::size_t>(glyph.width) + static_cast<std::size_t>(x)];
  int areas = 0;
  std::vector<std::pair<int, int>> open;
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x) {
      if (taken[at(x, y)] != 0) continue;
      int size = 0;
      open.assign(1, {x, y});
      taken[at(x, y)] = 1;
      while (!open.empty()) {
        const auto [px, py] = open.back();
        open.pop_back();
        ++size;
        for (const auto& [dx, dy] : {std::pair{1, 0}, std::pair{-1, 0}, std::pair{0, 1}, std::pair{0, -1}}) {
          const int nx = px + dx, ny = py + dy;
          if (nx < 0 || ny < 0 || nx >= w || ny >= h || taken[at(nx, ny)] != 0) continue;
          taken[at(nx, ny)] = 1;
          open.emplace_back(nx, ny);
        }
      }
      areas += size >= kSmallestHole ? 1 : 0;
    }
  return areas - 1;
}

void ShapeProof::compare(char32_t claimed, int holes) {
  const Holes known = holes_of(claimed);
  if (!known.known()) return;
  Tally& tally = base::is_digit(claimed) ? digits_ : letters_;
  ++tally.compared;
  if (holes < known.least || holes > known.most) ++tally.impossible;
}

bool ShapeProof::convinces() const {
  return digits_.impossible + letters_.impossible == 0 && digits_.compared + letters_.compared >= kEnough;
}

bool ShapeProof::contradicts() const {
  return digits_.impossible >= kFewestDigits ||
         (letters_.impossible >= kFewestLetters && letters_.impossible >= kLeastOfLetters * letters_.compared);
}

}  // namespace cotejo::pdf
