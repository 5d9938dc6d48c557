#include "extractors/archival/colour_profile.h"

#include <lcms2.h>

#include <algorithm>

namespace cotejo::archival {

std::string srgb_profile() {
  // Places in the head of an ICC file.
  constexpr std::size_t kDate = 24, kDateBytes = 12, kIdentifier = 84, kIdentifierBytes = 16;
  std::string bytes;
  cmsHPROFILE profile = cmsCreate_sRGBProfile();
  if (profile == nullptr) return bytes;
  cmsUInt32Number size = 0;
  if (cmsSaveProfileToMem(profile, nullptr, &size) != 0) {
    bytes.resize(size);
    if (cmsSaveProfileToMem(profile, bytes.data(), &size) == 0) bytes.clear();
  }
  cmsCloseProfile(profile);
  if (bytes.size() < kIdentifier + kIdentifierBytes) return {};
  // The day on which it was made tells nothing: that of the standard, 1999-01-01.
  constexpr unsigned char kDay[kDateBytes] = {0x07, 0xCF, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
  std::copy(std::begin(kDay), std::end(kDay), bytes.begin() + kDate);
  std::fill_n(bytes.begin() + kIdentifier, kIdentifierBytes, '\0');
  return bytes;
}

}  // namespace cotejo::archival
