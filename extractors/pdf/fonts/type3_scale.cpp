#ifdef COTEJO_POPPLER_PRIVATE

#include "extractors/pdf/fonts/type3_scale.h"

#include <poppler/GfxFont.h>

#include <cctype>
#include <cmath>

#include "extractors/pdf/fonts/tolerances.h"

namespace cotejo::pdf {

using namespace tolerances::type3_scale;

double type3_scale(const Gfx8BitFont& font) {
  double scale = 1;
  double m = 0, letter = 0, any = 0;
  for (int code = 0; code < 256; ++code) {
    const char* name = font.getCharName(code);
    const double width = font.getWidth(static_cast<unsigned char>(code));
    if (name == nullptr || width <= 0) continue;
    if (any == 0) any = width;
    if (name[1] != '\0') continue;
    if (name[0] == 'm')
      m = width;
    else if (letter == 0 && std::isalpha(static_cast<unsigned char>(name[0])))
      letter = width;
  }
  if (m > 0)
    scale = m / width_of_m;
  else if (letter > 0 || any > 0)
    scale = (letter > 0 ? letter : any) / width_of_letter;
  const double* matrix = font.getFontMatrix();
  if (matrix[0] != 0) scale *= std::abs(matrix[3] / matrix[0]);
  return scale;
}

}  // namespace cotejo::pdf

#endif
