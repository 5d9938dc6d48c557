#pragma once

#include <string>
#include <vector>

namespace cotejo::pdf {

struct DocumentFacts {
  int pages = 0;
  std::string title;  // document information, UTF-8
  std::string author;
  std::string producer;
  std::string date;                      // ISO 8601, empty when unknown
  std::vector<std::string> attachments;  // names only
};

}  // namespace cotejo::pdf
