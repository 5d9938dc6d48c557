#pragma once

namespace cotejo::worker::tolerances {

namespace job {
// Seconds. A worker that is given pages stops after this long, so that others may be given a share of a long document,
// and so that what it has read is safe with the parent. Most digital reports are read whole in less.
inline constexpr double kBudgetSeconds = 0.25;
// After so many pages that killed a worker twice each, or ran out of time, the rest of the document is not worth the
// night: the whole archive waits behind it.
inline constexpr int kMostLostPages = 10;
inline constexpr int kMostTimedOutPages = 3;
}  // namespace job

namespace limits {
// A document may take the time of so many slow pages, and of one more for each so many that it has: a page may be slow,
// a thousand slow ones hold up the archive.
inline constexpr int kSlowPages = 10;
inline constexpr double kPagesEach = 6;
}  // namespace limits

}  // namespace cotejo::worker::tolerances
