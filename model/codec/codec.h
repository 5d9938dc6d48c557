#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/codec/head.h"
#include "model/document.h"
#include "model/finding.h"
#include "model/record.h"
#include "model/result.h"

namespace cotejo::model {

// The binary form in which values travel between processes, are stored, and are shipped as bundle files.
//
// A blob is a head of 24 bytes (head.h) and a body: the fields in the order of their declaration; integers and doubles
// in their own width, little-endian; strings and lists with a length (u32) before them. The checksum finds damage, not
// forgery. Equal values give equal bytes.
//
// Readers trust nothing: a blob that is cut, damaged, of another kind or version, or that holds values no writer makes
// (an unknown enumerator, a cell outside its table, an index outside its list) is ErrorCode::protocol with the reason
// in `detail`. A reader never allocates more than a small multiple of the blob's size.

// What mapping and checks make of a bundle.
struct Analysis {
  Records records;
  CheckResult checks;
};

[[nodiscard]] std::string encode(const Page& page);          // kind 'P'
[[nodiscard]] std::string encode(const Bundle& bundle);      // kind 'B'
[[nodiscard]] std::string encode(const Analysis& analysis);  // kind 'A'

[[nodiscard]] Result<Page> decode_page(std::string_view blob);
[[nodiscard]] Result<Bundle> decode_bundle(std::string_view blob);
[[nodiscard]] Result<Analysis> decode_analysis(std::string_view blob);

// Whether the parts of a bundle fit together as the types' comments promise: pages ascending and within page_count,
// cells inside their table, indices inside their lists, finite coordinates.
[[nodiscard]] Status validate(const Bundle& bundle);

}  // namespace cotejo::model
