#pragma once

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo::test {

// A PDF of US letter pages, each drawn by a content stream; the font /F is Helvetica. Written by hand so that tests
// need no other program.
inline std::string make_pdf_of_streams(const std::vector<std::string>& pages) {
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> offsets;
  const auto object = [&](const std::string& content) {
    offsets.push_back(pdf.size());
    pdf += std::to_string(offsets.size()) + " 0 obj\n" + content + "\nendobj\n";
  };
  object("<< /Type /Catalog /Pages 2 0 R >>");
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(4 + 2 * i) + " 0 R ";
  object("<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "] >>");
  object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 3 0 R >> >> /Contents " +
           std::to_string(5 + 2 * i) + " 0 R >>");
    object("<< /Length " + std::to_string(pages[i].size()) + " >>\nstream\n" + pages[i] + "endstream");
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

// A page a text: one line of Helvetica 12 for each line of the text. Plain ASCII, no parentheses.
inline std::string make_pdf(const std::vector<std::string>& pages) {
  std::vector<std::string> streams;
  for (std::string_view rest : pages) {
    std::string stream = "BT /F 12 Tf 72 720 Td 14 TL\n";
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      stream += "(" + std::string(rest.substr(0, end)) + ") Tj T*\n";
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    streams.push_back(stream + "ET\n");
  }
  return make_pdf_of_streams(streams);
}

// The same with "Pagina N" on each of `count` pages.
inline std::string make_pdf(int count, const std::string& words = "") {
  std::vector<std::string> pages;
  for (int i = 1; i <= count; ++i) pages.push_back("Pagina " + std::to_string(i) + "\n" + words);
  return make_pdf(pages);
}

inline void write_file(const std::string& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace cotejo::test
