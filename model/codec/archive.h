#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/names.h"

namespace cotejo::model::codec {

// Bytes are copied as they lie in memory; a machine of the other order would need swaps that nobody could test here.
static_assert(std::endian::native == std::endian::little);

// The last enumerator of an enumeration: specialised beside the fields of each type that has one without names.
template <class Enum>
inline constexpr Enum kLast = Enum{};
template <Named Enum>
inline constexpr Enum kLast<Enum> = static_cast<Enum>(kNames<Enum>.size() - 1);

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

// Appends fields to a string.
class Writer {
 public:
  // `version`: of the codec whose bytes are wanted, the newest unless told.
  explicit Writer(std::string& out, std::uint32_t version = UINT32_MAX) : out_(out), version_(version) {}

  template <class... Fields>
  void operator()(const Fields&... fields) {
    (write(fields), ...);
  }

  template <class Field>
  void since(std::uint32_t version, const Field& field) {
    if (version_ >= version) write(field);
  }

  // The place of a field that is no longer kept, so that older bytes are read as ever.
  template <class Field>
  void gone(const Field& standing_for_it) {
    write(standing_for_it);
  }

 private:
  template <class T>
  void write(const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      out_.push_back(value ? 1 : 0);
    } else if constexpr (std::is_arithmetic_v<T>) {
      append(&value, sizeof value);
    } else if constexpr (std::is_enum_v<T>) {
      write(static_cast<std::underlying_type_t<T>>(value));
    } else if constexpr (std::is_same_v<T, std::string>) {
      write(static_cast<std::uint32_t>(value.size()));
      append(value.data(), value.size());
    } else if constexpr (IsVector<T>::value) {
      write(static_cast<std::uint32_t>(value.size()));
      for (const auto& item : value) write(item);
    } else if constexpr (requires { value.has_value(); }) {
      write(value.has_value());
      if (value.has_value()) write(*value);
    } else {
      fields(*this, value);
    }
  }

  void append(const void* data, std::size_t size) { out_.append(static_cast<const char*>(data), size); }

  std::string& out_;
  std::uint32_t version_;
};

// The bytes that a default value takes: the least that any value of the type can take.
template <class T>
std::size_t least_size() {
  static const std::size_t size = [] {
    std::string bytes;
    Writer{bytes, 0}(T{});  // as the first version wrote it
    return bytes.size();
  }();
  return size;
}

// Takes fields from bytes. After the first fault every field stays as it was and ok() is false.
class Reader {
 public:
  // `version`: of the codec that wrote the bytes.
  explicit Reader(std::string_view in, std::uint32_t version = UINT32_MAX) : in_(in), version_(version) {}

  template <class... Fields>
  void operator()(Fields&... fields) {
    (read(fields), ...);
  }

  // A field that is written since this version of the codec; one that is not there stays as it was.
  template <class Field>
  void since(std::uint32_t version, Field& field) {
    if (version_ >= version) read(field);
  }

  template <class Field>
  void gone(Field standing_for_it) {
    read(standing_for_it);
  }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return ok_ && in_.empty(); }

 private:
  template <class T>
  void read(T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      std::uint8_t byte = 0;
      take(&byte, 1);
      if (byte > 1) ok_ = false;
      value = byte == 1;
    } else if constexpr (std::is_arithmetic_v<T>) {
      take(&value, sizeof value);
    } else if constexpr (std::is_enum_v<T>) {
      std::underlying_type_t<T> number{};
      read(number);
      static_assert(kLast<T> != T{}, "an enumeration needs its kLast");
      if (number > static_cast<std::underlying_type_t<T>>(kLast<T>)) ok_ = false;
      if (ok_) value = static_cast<T>(number);
    } else if constexpr (std::is_same_v<T, std::string>) {
      const std::size_t size = count(1);
      value.assign(in_.substr(0, size));
      in_.remove_prefix(size);
    } else if constexpr (IsVector<T>::value) {
      using Item = typename T::value_type;
      const std::size_t size = count(least_size<Item>());
      value.clear();
      value.reserve(size);
      for (std::size_t i = 0; i < size && ok_; ++i) read(value.emplace_back());
    } else if constexpr (requires { value.has_value(); }) {
      bool present = false;
      read(present);
      if (present)
        read(value.emplace());
      else
        value.reset();
    } else {
      fields(*this, value);
    }
  }

  // The length of a list whose items take at least `least` bytes each; a list that cannot fit is a fault.
  std::size_t count(std::size_t least) {
    std::uint32_t size = 0;
    take(&size, sizeof size);
    if (ok_ && size > in_.size() / least) ok_ = false;
    return ok_ ? size : 0;
  }

  void take(void* to, std::size_t size) {
    if (!ok_ || in_.size() < size) {
      ok_ = false;
      return;
    }
    std::memcpy(to, in_.data(), size);
    in_.remove_prefix(size);
  }

  std::string_view in_;
  std::uint32_t version_;
  bool ok_ = true;
};

}  // namespace cotejo::model::codec
