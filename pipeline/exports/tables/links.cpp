#include "pipeline/exports/tables/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/digits.h"
#include "model/store/review/documents.h"

namespace cotejo::exports {
namespace {

constexpr std::size_t kLongestLiteral = 255;  // characters of a text in a formula, as Excel has it
constexpr std::string_view kFile = "file://";

// The file itself where the document is attached to one ("portafolio.pdf!/informe.pdf").
std::string_view file_of(std::string_view path) {
  return path.substr(0, path.find("!/"));
}

}  // namespace

std::string address_of(std::string_view path) {
  std::string address;
  for (const char c : path) {
    const bool plain = base::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (plain || std::string_view("/-_.~").find(c) != std::string_view::npos)
      address += c;
    else
      address += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return address;
}

model::Result<PageLinks> PageLinks::of(store::Store& store, std::string cell) {
  PageLinks links;
  links.cell_ = std::move(cell);
  const auto lines = store::document_lines(store);
  if (!lines) return lines.error();
  std::map<std::string, int> folders;  // that paths begin with before the route
  for (const store::DocumentLine& line : lines.value())
    if (line.path.starts_with('/') && line.path.ends_with("/" + line.route))
      ++folders[line.path.substr(0, line.path.size() - line.route.size())];
  const auto usual = std::max_element(folders.begin(), folders.end(),
                                      [](const auto& a, const auto& b) { return a.second < b.second; });
  const std::string folder = usual == folders.end() ? std::string() : usual->first;
  if (!folder.empty()) links.folder_ = std::string(kFile) + address_of(folder);
  for (const store::DocumentLine& line : lines.value()) {
    if (!line.path.starts_with('/')) continue;
    const bool attached = line.path != file_of(line.path);
    std::string address = std::string(kFile) + address_of(file_of(line.path));
    if (!folder.empty() && address.starts_with(links.folder_)) address = address.substr(links.folder_.size());
    links.files_[line.id] = address + (attached ? "" : "#page=");
  }
  return links;
}

Link PageLinks::to_page(std::int64_t document, std::int64_t page) const {
  const auto file = files_.find(document);
  if (file == files_.end() || page < 1) return {};
  const std::string address = file->second.ends_with('=') ? file->second + std::to_string(page) : file->second;
  if (address.size() > kLongestLiteral) return {};
  const std::string before = address.starts_with(kFile) ? "" : cell_ + "&";
  const std::string shown = fmt::format("página {}", page);
  return {fmt::format("=HYPERLINK({}\"{}\",\"{}\")", before, address, shown), shown, {}};
}

Link PageLinks::to_row(const std::string& sheet, std::int64_t row, const std::string& shown) {
  return {fmt::format("=HYPERLINK(\"#'{}'!A{}\",\"{}\")", sheet, row, shown), shown, {}};
}

Link PageLinks::to_file(const std::string& address, const std::string& shown) {
  if (address.size() > kLongestLiteral) return {{}, shown, address};
  return {fmt::format("=HYPERLINK(\"{}\",\"{}\")", address, shown), shown, address};
}

}  // namespace cotejo::exports
