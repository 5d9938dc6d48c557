#pragma once

namespace cotejo::ocr::tolerances {

// Pictures of pages.
namespace page_image {
// Of pages that are not images.
inline constexpr double kPlainDpi = 300;
// Gray, one byte each: the largest picture, with its copies, stays under 400 MB.
inline constexpr double kMostPixels = 36e6;
// An image that covers less says nothing about the resolution to draw at.
inline constexpr double kShareOfPage = 0.05;
// Of the page under images: a scan with something drawn over it, which may lean.
inline constexpr double kScan = 0.5;
// Dots an inch: finer pictures are halved, coarser ones doubled.
inline constexpr double kFinest = 450, kCoarsest = 190;
// Inches: the longer side of A2; no office scanner takes more.
inline constexpr double kLongestPaper = 24;
// Inches: the longer side of A4, which a page larger than paper is taken for.
inline constexpr double kUsualPaper = 11.7;
// Inches, and square inches: a page has more, whatever its file says.
inline constexpr double kLeastPaper = 0.1, kLeastArea = 1e-3;
// Dots an inch that a page with images is drawn at: the model reads no better above, and nothing below.
inline constexpr double kLeastDrawn = 200, kMostDrawn = 400;
// Pixels of the shorter side: what is smaller is not made smaller yet.
inline constexpr int kSmallest = 16;
}  // namespace page_image

}  // namespace cotejo::ocr::tolerances
