#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/result.h"

namespace cotejo::worker {

// An open file descriptor that is closed with its owner.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }
  int release();

 private:
  int number_ = -1;
};

// No message is larger: the words of ten thousand pages are not a quarter of it.
inline constexpr std::uint64_t kLargestMessage = std::uint64_t{2} << 30;

// One end of a socket that carries codec blobs, and descriptors beside them.
class Channel {
 public:
  explicit Channel(Descriptor socket) : socket_(std::move(socket)) {}

  [[nodiscard]] int descriptor() const { return socket_.get(); }

  // Sends all of it, waiting as long as the other end needs; `attached` goes along when it is not -1. False when the
  // other end is gone.
  [[nodiscard]] bool send(std::string_view blob, int attached = -1);

  // Waits for something to come, so long at most. False when nothing did.
  [[nodiscard]] bool hears(std::chrono::milliseconds most) const;

  // Waits for a whole blob. Nothing when the other end is gone or sends what is no blob.
  [[nodiscard]] std::optional<std::string> receive();

  enum class Step : std::uint8_t { more, whole, closed, rubbish };
  // Takes what has come without waiting; after `whole`, take() gives the blob.
  [[nodiscard]] Step advance();
  [[nodiscard]] std::string take();

  // The descriptor that came with the last blob, if one did.
  [[nodiscard]] Descriptor take_attached() { return std::move(attached_); }

 private:
  Step step(bool wait);

  Descriptor socket_;
  Descriptor attached_;
  std::string buffer_;
  std::size_t filled_ = 0;      // bytes of buffer_ that have come
  std::uint64_t expected_ = 0;  // length of the blob, 0 until its head has come
};

}  // namespace cotejo::worker
