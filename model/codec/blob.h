#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "model/codec/archive.h"
#include "model/codec/head.h"

namespace cotejo::model::codec {

// A value of any type that has `fields`, as a blob of the form that codec.h describes, and back.

inline void put_number(std::string& blob, std::size_t at, std::uint64_t number, std::size_t size) {
  std::memcpy(blob.data() + at, &number, size);
}

template <class T>
std::string to_blob(char kind, const T& value) {
  std::string blob(kBlobHeadSize, '\0');
  codec::Writer{blob}(value);
  blob[0] = 'C';
  blob[1] = 'T';
  blob[2] = 'J';
  blob[3] = kind;
  put_number(blob, 4, kCodecVersion, 4);
  put_number(blob, 8, blob.size() - kBlobHeadSize, 8);
  put_number(blob, 16, checksum(std::string_view(blob).substr(kBlobHeadSize)), 8);
  return blob;
}

template <class T>
Result<T> from_blob(char kind, std::string_view blob) {
  const Result<std::uint64_t> size = blob_size(blob);
  if (!size) return size.error();
  if (blob[3] != kind) return fault("otra clase de datos");
  if (blob.size() < size.value()) return fault("datos incompletos");
  if (blob.size() > size.value()) return fault("sobran datos al final");
  const std::string_view body = blob.substr(kBlobHeadSize);
  if (checksum(body) != number_at<std::uint64_t>(blob, 16)) return fault("la suma de verificación no coincide");
  T value;
  codec::Reader reader(body, number_at<std::uint32_t>(blob, 4));
  reader(value);
  if (!reader.at_end()) return fault("contenido mal formado");
  return value;
}

}  // namespace cotejo::model::codec
