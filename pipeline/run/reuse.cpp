#include "pipeline/run/reuse.h"

#include <algorithm>

#include "model/codec/codec.h"

namespace cotejo::run {
namespace {

// The parts that have to do with OCR stand last.
std::string_view without_ocr(std::string_view extract) {
  return extract.substr(0, extract.find("; ocr="));
}

}  // namespace

std::string_view extract_part(std::string_view fingerprint) {
  return fingerprint.substr(0, fingerprint.find(" | "));
}

ExtractRank extract_rank(const std::string& settings, model::DocumentState state, const std::string& own) {
  const int whole = state == model::DocumentState::complete ? 2 : state == model::DocumentState::partial ? 1 : 0;
  return {settings == own, whole, settings};
}

std::string reused_bundle(std::string_view encoded, const reading::ExtractSettings& settings) {
  model::Result<model::Bundle> stored = model::decode_bundle(encoded);
  if (!stored) return {};
  model::Bundle& bundle = stored.value();
  const std::string wanted = settings.fingerprint();
  if (bundle.settings == wanted) return std::string(encoded);
  if (without_ocr(bundle.settings) != without_ocr(wanted)) return {};
  const bool touched =
      !bundle.errors.empty() || std::any_of(bundle.pages.begin(), bundle.pages.end(), [&](const model::Page& page) {
        return page.origin == model::Origin::ocr || page.origin == model::Origin::mixed ||
               ocr::needs_ocr(page, settings.ocr);
      });
  if (touched) return {};
  bundle.settings = wanted;
  return model::encode(bundle);
}

}  // namespace cotejo::run
