#pragma once

#include "base/units.h"

namespace cotejo::ocr::tolerances {

// How surely words were read, 0 to 1, as the engine says it.
namespace confidence {
// Sound readings have 0.85 and more (model::kSureReading): less is doubtful.
inline constexpr double kDoubtful = 0.8;
// What a reading has at most that was settled by something else than the engine, or lost a part: still a doubt.
inline constexpr double kInDoubt = 0.7;
// A sign or two of less are nothing that was printed.
inline constexpr double kNone = 0.45;
}  // namespace confidence

// Lines cut out to be read by themselves.
namespace read_cells {
// Pixels of a line's ink that the model reads best.
inline constexpr double kLetter = 24;
// Times as large as that: smoothing takes a pixel off each stroke.
inline constexpr double kSmoothed = 1.25;
// Scaled only when off by more than this factor.
inline constexpr double kEnough = 1.4;
// And by no more than these factors: what is smaller or larger is no line of text.
inline constexpr double kLeastScale = 0.25, kMostScale = 4;
// Times the usual height of a cell's lines, and points: lines that stand so close that their letters touch.
inline constexpr double kTwoLines = 1.8;
inline constexpr base::Points kTallest{30};
}  // namespace read_cells

}  // namespace cotejo::ocr::tolerances
