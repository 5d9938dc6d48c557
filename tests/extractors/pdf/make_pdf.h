#pragma once

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "model/geometry.h"

namespace cotejo::test {

// Writes small PDFs by hand. Coordinates are points from the top left corner of the unrotated page, as in
// model/geometry.h. Text is in Helvetica (Windows encoding, given in Latin-1 here: "\363" is ó); bold is
// Helvetica-Bold.
class PdfPage {
 public:
  explicit PdfPage(double width = 612, double height = 792, int rotate = 0)
      : width_(width), height_(height), rotate_(rotate) {}

  // The baseline begins at (x, y). `render` is PDF's text rendering mode; 3 is invisible.
  PdfPage& text(double x, double y, const std::string& latin1, double size = 10, bool bold = false, int render = 0) {
    return raw("BT " + std::to_string(render) + " Tr " + (bold ? "/B " : "/F ") + number(size) + " Tf 1 0 0 1 " +
               number(x) + " " + number(height_ - y) + " Tm (" + escaped(latin1) + ") Tj ET\n");
  }
  // Reading upwards (a head turned by 90 degrees against the clock).
  PdfPage& text_up(double x, double y, const std::string& latin1, double size = 10) {
    return raw("BT 0 Tr /F " + number(size) + " Tf 0 1 -1 0 " + number(x) + " " + number(height_ - y) + " Tm (" +
               escaped(latin1) + ") Tj ET\n");
  }
  PdfPage& line(double x0, double y0, double x1, double y1, double thickness = 0.5, double gray = 0) {
    return raw(number(gray) + " G " + number(thickness) + " w " + number(x0) + " " + number(height_ - y0) + " m " +
               number(x1) + " " + number(height_ - y1) + " l S\n");
  }
  PdfPage& box(const model::Rect& r, double gray) { return raw("q " + number(gray) + " g " + rectangle(r) + " f Q\n"); }
  PdfPage& frame(const model::Rect& r, double thickness = 0.5) {
    return raw(number(thickness) + " w " + rectangle(r) + " S\n");
  }
  // Rules of a grid through all the given coordinates.
  PdfPage& grid(const std::vector<double>& xs, const std::vector<double>& ys) {
    for (const double y : ys) line(xs.front(), y, xs.back(), y);
    for (const double x : xs) line(x, ys.front(), x, ys.back());
    return *this;
  }
  PdfPage& raw(const std::string& operators) {
    content_ += operators;
    return *this;
  }

  [[nodiscard]] std::string rectangle(const model::Rect& r) const {
    return number(r.x0) + " " + number(height_ - r.y1) + " " + number(r.width()) + " " + number(r.height()) + " re";
  }
  static std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", value);
    return text;
  }

 private:
  friend class PdfFile;
  static std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c == '(' || c == ')' || c == '\\') out += '\\';
      out += c;
    }
    return out;
  }
  double width_, height_;
  int rotate_;
  std::string content_;
};

class PdfFile {
 public:
  PdfFile& add(const PdfPage& page) {
    pages_.push_back(page);
    return *this;
  }
  // Another face for the text, by its PostScript name and that of its bold: one that the machine has.
  PdfFile& face(const std::string& regular, const std::string& bold) {
    regular_ = regular;
    bold_ = bold;
    return *this;
  }
  // A transparency group that pages paint by "/X Do"; "/Half gs" before it makes it half transparent.
  PdfFile& group(const std::string& operators) {
    group_ = operators;
    return *this;
  }
  // What the regular face says that its codes stand for (ToUnicode), whatever it draws: "<31> <0034>" calls 1 a 4.
  PdfFile& says(const std::string& pairs) {
    says_ = pairs;
    return *this;
  }
  PdfFile& title(const std::string& latin1) {
    title_ = latin1;
    return *this;
  }

  [[nodiscard]] std::string bytes() const {
    std::vector<std::string> objects;  // number 1 is the first
    std::string kids;
    for (std::size_t i = 0; i < pages_.size(); ++i) kids += std::to_string(6 + 2 * i) + " 0 R ";
    objects.push_back("<</Type/Catalog/Pages 2 0 R>>");
    objects.push_back("<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages_.size()) + ">>");
    const std::size_t says = 6 + 2 * pages_.size() + (group_.empty() ? 0 : 1);
    for (const std::string& name : {regular_, bold_}) {
      // Of a face that is none of PDF's own, Poppler takes Helvetica's widths if told that it has no serifs.
      const std::string descriptor = "/FontDescriptor<</Type/FontDescriptor/FontName/" + name + "/Flags 32>>";
      objects.push_back(
          "<</Type/Font/Subtype/Type1/BaseFont/" + name + "/Encoding/WinAnsiEncoding" +
          (name.starts_with("Helvetica") ? std::string{} : descriptor) +
          (says_.empty() || name != regular_ ? std::string{} : "/ToUnicode " + std::to_string(says) + " 0 R") + ">>");
    }
    objects.push_back("<</Title(" + title_ + ")/CreationDate(D:20210331120000)>>");
    const std::string groups = group_.empty() ? std::string{}
                                              : "/ExtGState<</Half<</ca 0.5/CA 0.5>>>>/XObject<</X " +
                                                    std::to_string(6 + 2 * pages_.size()) + " 0 R>>";
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const PdfPage& page = pages_[i];
      objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + PdfPage::number(page.width_) + " " +
                        PdfPage::number(page.height_) + "]/Rotate " + std::to_string(page.rotate_) +
                        "/Resources<</Font<</F 3 0 R/B 4 0 R>>" + groups + ">>/Contents " + std::to_string(7 + 2 * i) +
                        " 0 R>>");
      objects.push_back("<</Length " + std::to_string(page.content_.size()) + ">>stream\n" + page.content_ +
                        "\nendstream");
    }
    if (!group_.empty())
      objects.push_back("<</Type/XObject/Subtype/Form/BBox[0 0 2000 2000]/Group<</S/Transparency>>/Length " +
                        std::to_string(group_.size()) + ">>stream\n" + group_ + "\nendstream");
    if (!says_.empty()) {
      const auto pairs = static_cast<long>(std::count(says_.begin(), says_.end(), '<') / 2);
      const std::string map =
          "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def 1 "
          "begincodespacerange <00> <FF> endcodespacerange " +
          std::to_string(pairs) + " beginbfchar " + says_ + " endbfchar endcmap end end";
      objects.push_back("<</Length " + std::to_string(map.size()) + ">>stream\n" + map + "\nendstream");
    }
    std::string out = "%PDF-1.4\n", table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
      char entry[32];
      std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", out.size());
      table += entry;
      out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::size_t start = out.size();
    const std::string count = std::to_string(objects.size() + 1);
    out += "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer<</Size " + count +
           "/Root 1 0 R/Info 5 0 R>>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
    return out;
  }

 private:
  std::vector<PdfPage> pages_;
  std::string group_;
  std::string says_;
  std::string title_;
  std::string regular_ = "Helvetica", bold_ = "Helvetica-Bold";
};

// A file that goes with the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes) {
    std::string pattern = (std::filesystem::temp_directory_path() / "cotejo-test-XXXXXX").string();
    const int descriptor = mkstemp(pattern.data());
    path_ = pattern;
    if (descriptor >= 0) close_descriptor(descriptor);
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  static void close_descriptor(int descriptor) {
    if (std::FILE* file = fdopen(descriptor, "w")) std::fclose(file);
  }
  std::string path_;
};

}  // namespace cotejo::test
