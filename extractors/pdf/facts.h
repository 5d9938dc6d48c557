#pragma once

#include <string>
#include <vector>

namespace cotejo::pdf {

// A file that a PDF carries within it.
struct Attachment {
  std::string name;
  bool pdf = false;  // its bytes begin as those of a PDF do
};

struct DocumentFacts {
  int pages = 0;
  std::string title;  // document information, UTF-8
  std::string author;
  std::string producer;
  std::string date;  // ISO 8601, empty when unknown
  std::vector<Attachment> attachments;
};

}  // namespace cotejo::pdf
