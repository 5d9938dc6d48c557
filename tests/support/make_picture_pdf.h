#pragma once

#include <string>
#include <vector>

namespace cotejo::test {

// A page as a scanner gives it: gray pixels, a byte each, rows from the top.
struct Picture {
  int width = 0;
  int height = 0;
  std::string gray;
};

// A PDF that holds nothing but pictures, one a page.
inline std::string make_picture_pdf(const std::vector<Picture>& pages, double dpi) {
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> offsets;
  const auto object = [&](const std::string& content) {
    offsets.push_back(pdf.size());
    pdf += std::to_string(offsets.size()) + " 0 obj\n" + content + "\nendobj\n";
  };
  object("<< /Type /Catalog /Pages 2 0 R >>");
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(3 + 3 * i) + " 0 R ";
  object("<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "] >>");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Picture& page = pages[i];
    const std::string width = std::to_string(page.width * 72 / dpi), height = std::to_string(page.height * 72 / dpi);
    object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + width + " " + height + "] /Resources << /XObject << /I " +
           std::to_string(4 + 3 * i) + " 0 R >> >> /Contents " + std::to_string(5 + 3 * i) + " 0 R >>");
    object("<< /Type /XObject /Subtype /Image /Width " + std::to_string(page.width) + " /Height " +
           std::to_string(page.height) + " /ColorSpace /DeviceGray /BitsPerComponent 8 /Length " +
           std::to_string(page.gray.size()) + " >>\nstream\n" + page.gray + "\nendstream");
    const std::string stream = "q " + width + " 0 0 " + height + " 0 0 cm /I Do Q\n";
    object("<< /Length " + std::to_string(stream.size()) + " >>\nstream\n" + stream + "endstream");
  }
  const std::size_t table = pdf.size();
  pdf += "xref\n0 " + std::to_string(offsets.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t offset : offsets) {
    const std::string digits = std::to_string(offset);
    pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  pdf += "trailer\n<< /Size " + std::to_string(offsets.size() + 1) + " /Root 1 0 R >>\nstartxref\n" +
         std::to_string(table) + "\n%%EOF\n";
  return pdf;
}

}  // namespace cotejo::test
