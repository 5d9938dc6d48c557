#include "pipeline/exports/output/evidence_picture.h"

#include <algorithm>
#include <cerrno>

#include "extractors/overlay/overlay.h"
#include "pipeline/exports/output/staging.h"

namespace cotejo::exports {
namespace {

constexpr double kDpi = 110;
// Around what a finding points at, so that a reader knows the place again (points).
constexpr double kMargin = 36, kLeastWidth = 360, kMostHeight = 260;

// The part of a picture that a box of the page takes, and the places as they stand in it.
pdf::Raster clipped(const pdf::Raster& picture, model::Rect box, std::vector<overlay::Place>& places) {
  const double scale = picture.dpi / 72;
  const auto pixel = [&](double points, int most) { return std::clamp(static_cast<int>(points * scale), 0, most); };
  const int left = pixel(box.x0, picture.width), right = pixel(box.x1, picture.width);
  const int top = pixel(box.y0, picture.height), bottom = pixel(box.y1, picture.height);
  pdf::Raster part{right - left, bottom - top, picture.dpi, {}};
  for (int y = top; y < bottom; ++y) {
    const auto row = picture.gray.begin() + static_cast<std::ptrdiff_t>(y) * picture.width;
    part.gray.insert(part.gray.end(), row + left, row + right);
  }
  // Places that the part does not hold are told by the account alone.
  std::erase_if(places, [&](const overlay::Place& place) { return intersection(place.box, box).empty(); });
  for (overlay::Place& place : places) {
    place.box = intersection(place.box, {left / scale, top / scale, right / scale, bottom / scale});
    place.box.x0 -= left / scale;
    place.box.x1 -= left / scale;
    place.box.y0 -= top / scale;
    place.box.y1 -= top / scale;
  }
  return part;
}

// What of the page is shown: all places where they are near each other, else those in question.
model::Rect area_of(const std::vector<overlay::Place>& places) {
  model::Rect all, reported;
  for (const overlay::Place& place : places) {
    all = united(all, place.box);
    if (place.reported) reported = united(reported, place.box);
  }
  model::Rect area = all.height() <= kMostHeight || reported == model::Rect{} ? all : reported;
  const double wider = std::max(kMargin, (kLeastWidth - area.width()) / 2);
  return {area.x0 - wider, area.y0 - kMargin, area.x1 + wider, std::min(area.y1, area.y0 + kMostHeight) + kMargin};
}

}  // namespace

model::Status EvidencePictures::turn_to(const std::string& sha256, int page) {
  if (sha256 != sha256_) {
    sha256_ = sha256;
    original_.reset();
    missing_.clear();
    page_ = 0;
    if (originals_ == nullptr) {
      missing_ = "el original no está a la mano";
    } else if (model::Result<reading::Task> found = originals_->find(sha256); found) {
      original_ = std::move(found).value();
    } else {
      missing_ = reason_of(found.error());
    }
  }
  if (!original_ || page == page_) return model::Done{};
  drawn_.reset();
  undrawn_.clear();
  reading::Task task = *original_;
  task.draw_page = page;
  task.dpi = kDpi;
  std::optional<reading::Outcome> outcome = originals_->done(std::move(task));
  if (!outcome) return output_error(original_->file.path, EINTR);
  page_ = page;
  if (outcome->picture)
    drawn_ = std::move(outcome->picture);
  else
    undrawn_ = outcome->bundle.errors.empty() ? "no se pudo dibujar" : reason_of(outcome->bundle.errors.front());
  return model::Done{};
}

model::Result<EvidencePicture> EvidencePictures::of(const store::FindingDetail& detail,
                                                    const std::vector<std::string>& caption) {
  const int page = detail.finding.page;
  std::vector<overlay::Place> places;
  for (const store::EvidenceRow& it : detail.evidence)
    if (it.sha256 == detail.sha256 && it.page == page)
      places.push_back({it.box, std::string(model::name_of(it.role)), it.role == model::Role::reported});
  if (places.empty() || page < 1) return EvidencePicture{};
  if (const model::Status status = turn_to(detail.sha256, page); !status) return status.error();
  if (!original_) return EvidencePicture{"", missing_};
  if (!drawn_) return EvidencePicture{"", undrawn_};
  const pdf::Raster part = clipped(*drawn_, area_of(places), places);
  if (part.width < 1 || part.height < 1) return EvidencePicture{};
  std::string png = overlay::places_png(part, places, caption);
  if (png.empty()) return EvidencePicture{"", "no hubo memoria para dibujarla"};
  return EvidencePicture{std::move(png), ""};
}

}  // namespace cotejo::exports
