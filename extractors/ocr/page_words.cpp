#include "extractors/ocr/page_words.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/median.h"
#include "extractors/ocr/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::page_words;

bool among(const std::string& glyph, std::string_view glyphs) {
  return glyph.size() == 1 && glyphs.find(glyph[0]) != std::string_view::npos;
}

// How far the ink of a word reaches, in parts of the font size over and under the line it stands on; both 0 when its
// signs do not tell (a dash, a dot).
struct Reach {
  double over = 0;
  double under = 0;
};
Reach reach_of(const PixelWord& word) {
  Reach reach;
  for (const PixelSymbol& symbol : word.symbols) {
    if (among(symbol.text, "-._:=~'\"*+`^")) continue;
    if (among(symbol.text, ",;")) {
      reach.under = std::max(reach.under, kComma);
      continue;
    }
    const bool small = among(symbol.text, "acegmnopqrsuvwxyz");
    reach.over = std::max(reach.over, small ? kXHeight : kCapHeight);
    if (among(symbol.text, "gjpqyQ$()[]{}|/")) reach.under = kDescent;
    if (symbol.text.size() > 1 && static_cast<unsigned char>(symbol.text[0]) == 0xC3) {
      // Accented letters: small ones reach cap height, capitals more.
      const auto code = static_cast<unsigned char>(symbol.text[1]);
      reach.over = std::max(reach.over, code >= 0xA0 ? kCapHeight : kAccented);
    }
  }
  if (reach.over == 0) reach.under = 0;
  return reach;
}

model::Word split_part(const PixelWord& word, std::size_t from, std::size_t to) {
  model::Word part;
  PixelBox box = word.symbols[from].box;
  for (std::size_t i = from; i < to; ++i) {
    const PixelBox& b = word.symbols[i].box;
    box = {std::min(box.x0, b.x0), std::min(box.y0, b.y0), std::max(box.x1, b.x1), std::max(box.y1, b.y1)};
    part.text += word.symbols[i].text;
  }
  part.box = {static_cast<double>(box.x0), static_cast<double>(box.y0), static_cast<double>(box.x1),
              static_cast<double>(box.y1)};
  return part;
}

// How far a word's ink reaches across the line it stands in, from its top to its foot; pixels.
int ink_height(const PixelWord& word) {
  return word.rotation % 180 == 0 ? word.box.height() : word.box.width();
}

// Where the line of turned letters is: their feet are at the right where they run up, at the left where they run down.
double turned_base(const PixelWord& word, double under, double across) {
  return word.rotation == 270 ? word.box.x1 * across - under : word.box.x0 * across + under;
}

model::Rect turned_box(const PixelWord& word, double base, double size, double down) {
  const double before = (word.rotation == 270 ? kAscent : kDescent) * size,
               after = (word.rotation == 270 ? kDescent : kAscent) * size;
  return {base - before, word.box.y0 * down, base + after, word.box.y1 * down};
}

// Where a vertical rule passes between two symbols of the word.
std::vector<std::size_t> cuts(const PixelWord& word, const PixelRules& rules) {
  std::vector<std::size_t> places;
  const double middle = (word.box.y0 + word.box.y1) / 2.0;
  for (const PixelRule& rule : rules.rules) {
    if (rule.horizontal || middle < rule.from || middle > rule.to) continue;
    if (rule.at <= word.box.x0 || rule.at >= word.box.x1) continue;
    for (std::size_t i = 1; i < word.symbols.size(); ++i) {
      const PixelBox &left = word.symbols[i - 1].box, &right = word.symbols[i].box;
      if ((left.x0 + left.x1) / 2.0 < rule.at && rule.at < (right.x0 + right.x1) / 2.0) places.push_back(i);
    }
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

// A shade's edges are told to some eight pixels, and a line of text close under it is taken for more of it. Where a
// rule runs near, the shade ends there.
PixelBox ended_at_rules(PixelBox box, const PixelRules& rules, double point) {
  const auto snapped = [&](int edge, bool level, int from, int to) {
    int best = edge;
    double least = kNear * point;
    for (const PixelRule& rule : rules.rules) {
      if (rule.horizontal != level || std::abs(rule.at - edge) >= least) continue;
      if (std::min<double>(rule.to, to) - std::max<double>(rule.from, from) < kAlong.of(to - from)) continue;
      least = std::abs(rule.at - edge);
      best = static_cast<int>(std::lround(rule.at));
    }
    return best;
  };
  const PixelBox ended{snapped(box.x0, false, box.y0, box.y1), snapped(box.y0, true, box.x0, box.x1),
                       snapped(box.x1, false, box.y0, box.y1), snapped(box.y1, true, box.x0, box.x1)};
  return ended.width() > 0 && ended.height() > 0 ? ended : box;
}

}  // namespace

void put_on_page(model::Page& page, const PageImage& image, const std::vector<PixelWord>& words,
                 const PixelRules& rules, const std::vector<PixelShade>& shades) {
  const double across = page.width / std::max(1, width(image.gray)),
               down = page.height / std::max(1, height(image.gray));
  page.words.clear();
  page.rules.clear();
  page.shades.clear();

  // Sizes first: each word's own, then the line's where the word does not tell or is near it.
  std::vector<double> sizes(words.size());
  std::vector<double> all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Reach reach = reach_of(words[i]);
    if (reach.over > 0) sizes[i] = ink_height(words[i]) / (reach.over + reach.under) * down;
    if (sizes[i] > 0) all.push_back(sizes[i]);
  }
  const double usual = all.empty() ? kUsualSize : base::median(all);
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i;
    std::vector<double> line;
    while (end < words.size() && words[end].line == words[i].line) {
      if (sizes[end] > 0) line.push_back(sizes[end]);
      ++end;
    }
    const double of_line = line.empty() ? usual : base::median(line);
    for (; i < end; ++i) {
      if (sizes[i] <= 0 || std::abs(sizes[i] - of_line) < kSameSize.of(of_line)) sizes[i] = of_line;
    }
  }

  // The line that each word stands on: its own ink's, or that of the line it was read in, where it is near it. Ink is a
  // pixel off here and there, and rows are told by what stands on one line.
  std::vector<double> bases(words.size());
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i;
    std::vector<double> line;
    for (; end < words.size() && words[end].line == words[i].line; ++end) {
      const Reach reach = reach_of(words[end]);
      // A dash or a dot floats: its box is put around its middle.
      bases[end] = words[end].rotation != 0
                       ? turned_base(words[end], reach.under * sizes[end], across)
                       : words[end].box.y1 * down + (reach.over > 0 ? -reach.under * sizes[end] : kFloats * sizes[end]);
      if (reach.over > 0) line.push_back(bases[end]);
    }
    const double of_line = line.empty() ? 0 : base::median(line);
    for (; i < end; ++i)
      if (!line.empty() && std::abs(bases[i] - of_line) < kOneLine * sizes[i]) bases[i] = of_line;
  }

  double sum = 0, weight = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PixelWord& word = words[i];
    std::vector<std::size_t> places;
    if (word.rotation == 0) places = cuts(word, rules);
    places.insert(places.begin(), 0);
    places.push_back(word.symbols.size());
    const double base = bases[i];
    for (std::size_t part = 0; part + 1 < places.size(); ++part) {
      model::Word done;
      if (places.size() == 2 || places[part + 1] <= places[part]) {
        done.text = word.text;
        done.alternatives = word.alternatives;
        done.box = {static_cast<double>(word.box.x0), 0, static_cast<double>(word.box.x1), 0};
      } else {
        done = split_part(word, places[part], places[part + 1]);
      }
      done.box = word.rotation != 0 ? turned_box(word, base, sizes[i], down)
                                    : model::Rect{done.box.x0 * across, base - kAscent * sizes[i], done.box.x1 * across,
                                                  base + kDescent * sizes[i]};
      done.rotation = static_cast<std::int16_t>(word.rotation);
      done.font_size = sizes[i];
      done.origin = model::Origin::ocr;
      done.confidence = std::clamp(word.confidence, 0.0, 1.0);
      const auto letters = static_cast<double>(done.text.size());
      sum += letters * done.confidence;
      weight += letters;
      page.words.push_back(std::move(done));
    }
  }
  for (const PixelRule& rule : rules.rules) {
    if (rule.horizontal) {
      page.rules.push_back(
          {{rule.from * across, rule.at * down}, {rule.to * across, rule.at * down}, rule.thickness * down});
    } else {
      page.rules.push_back(
          {{rule.at * across, rule.from * down}, {rule.at * across, rule.to * down}, rule.thickness * across});
    }
  }
  for (const PixelShade& shade : shades) {
    const auto gray = static_cast<std::uint32_t>(std::clamp(shade.gray, 0, 255));
    const PixelBox box = shade.exact ? shade.box : ended_at_rules(shade.box, rules, image.dpi / 72);
    page.shades.push_back(
        {{box.x0 * across, box.y0 * down, box.x1 * across, box.y1 * down}, gray << 16 | gray << 8 | gray});
  }
  page.origin = page.words.empty() ? model::Origin::empty : model::Origin::ocr;
  page.confidence = weight > 0 ? sum / weight : page.words.empty() ? 1 : 0;
}

}  // namespace cotejo::ocr
