#pragma once

#include <string>
#include <utility>
#include <vector>

namespace cotejo::test {

// A PDF of one page, "Portada", with files attached to it. `catalog` goes into its catalog as it is.
inline std::string make_portfolio(const std::vector<std::pair<std::string, std::string>>& files,
                                  const std::string& catalog = "") {
  std::string pdf = "%PDF-1.7\n";
  std::vector<std::size_t> offsets;
  const auto object = [&](const std::string& content) {
    offsets.push_back(pdf.size());
    pdf += std::to_string(offsets.size()) + " 0 obj\n" + content + "\nendobj\n";
  };
  const auto reference = [](std::size_t number) { return std::to_string(number) + " 0 R"; };
  std::string names;
  for (std::size_t i = 0; i < files.size(); ++i) names += "(" + std::to_string(i) + ") " + reference(6 + 2 * i) + " ";
  object("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [" + names + "] >> >> " + catalog + " >>");
  object("<< /Type /Pages /Count 1 /Kids [4 0 R] >>");
  object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  object(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 3 0 R >> >> /Contents 5 0 R >>");
  const std::string stream = "BT /F 12 Tf 72 720 Td (Portada) Tj ET\n";
  object("<< /Length " + std::to_string(stream.size()) + " >>\nstream\n" + stream + "endstream");
  for (std::size_t i = 0; i < files.size(); ++i) {
    object("<< /Type /Filespec /F (" + files[i].first + ") /EF << /F " + reference(7 + 2 * i) + " >> >>");
    object("<< /Type /EmbeddedFile /Length " + std::to_string(files[i].second.size()) + " >>\nstream\n" +
           files[i].second + "\nendstream");
  }
  const std::size_t table = pdf.size();
  pdf += "xref\n0 " + std::to_string(offsets.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t offset : offsets) {
    const std::string digits = std::to_string(offset);
    pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  return pdf + "trailer\n<< /Size " + std::to_string(offsets.size() + 1) + " /Root 1 0 R >>\nstartxref\n" +
         std::to_string(table) + "\n%%EOF\n";
}

}  // namespace cotejo::test
