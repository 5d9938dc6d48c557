#include "pipeline/worker/channel.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "model/codec/codec.h"

namespace cotejo::worker {
namespace {

constexpr std::size_t kPiece = 256 * 1024;  // about what the kernel holds for a socket

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    if (number_ >= 0) close(number_);
    number_ = other.release();
  }
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ >= 0) close(number_);
}

int Descriptor::release() {
  return std::exchange(number_, -1);
}

bool Channel::send(std::string_view blob, int attached) {
  while (!blob.empty()) {
    iovec part{const_cast<char*>(blob.data()), blob.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    if (attached >= 0) {
      message.msg_control = control;
      message.msg_controllen = sizeof control;
      cmsghdr* head = CMSG_FIRSTHDR(&message);
      head->cmsg_level = SOL_SOCKET;
      head->cmsg_type = SCM_RIGHTS;
      head->cmsg_len = CMSG_LEN(sizeof(int));
      std::memcpy(CMSG_DATA(head), &attached, sizeof attached);
    }
    const ssize_t sent = sendmsg(socket_.get(), &message, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    attached = -1;
    blob.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

Channel::Step Channel::step(bool wait) {
  const std::size_t wanted = expected_ == 0 ? model::kBlobHeadSize : static_cast<std::size_t>(expected_);
  // The buffer grows as bytes come, not as the head promises.
  buffer_.resize(filled_ + std::min(wanted - filled_, kPiece));
  iovec part{buffer_.data() + filled_, buffer_.size() - filled_};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  const ssize_t got = recvmsg(socket_.get(), &message, MSG_CMSG_CLOEXEC | (wait ? 0 : MSG_DONTWAIT));
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return Step::more;
  if (got <= 0) return Step::closed;
  for (cmsghdr* head = CMSG_FIRSTHDR(&message); head != nullptr; head = CMSG_NXTHDR(&message, head)) {
    if (head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS) continue;
    int number = -1;
    std::memcpy(&number, CMSG_DATA(head), sizeof number);
    attached_ = Descriptor(number);
  }
  filled_ += static_cast<std::size_t>(got);
  if (expected_ == 0 && filled_ == model::kBlobHeadSize) {
    const model::Result<std::uint64_t> size = model::blob_size(std::string_view(buffer_).substr(0, filled_));
    if (!size || size.value() > kLargestMessage) return Step::rubbish;
    expected_ = size.value();
  }
  return expected_ != 0 && filled_ == expected_ ? Step::whole : Step::more;
}

Channel::Step Channel::advance() {
  // A bounded number of pieces, so that one talkative worker does not keep the others waiting.
  constexpr int kPieces = 64;
  for (int i = 0; i < kPieces; ++i) {
    const std::size_t before = filled_;
    const Step result = step(false);
    if (result != Step::more || filled_ == before) return result;
  }
  return Step::more;
}

bool Channel::hears(std::chrono::milliseconds most) const {
  pollfd socket{socket_.get(), POLLIN, 0};
  return poll(&socket, 1, static_cast<int>(most.count())) != 0;
}

std::optional<std::string> Channel::receive() {
  while (true) {
    switch (step(true)) {
      case Step::more:
        break;
      case Step::whole:
        return take();
      case Step::closed:
      case Step::rubbish:
        return std::nullopt;
    }
  }
}

std::string Channel::take() {
  buffer_.resize(filled_);
  filled_ = 0;
  expected_ = 0;
  return std::exchange(buffer_, {});
}

}  // namespace cotejo::worker
