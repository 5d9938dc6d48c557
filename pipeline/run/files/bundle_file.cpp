#include "pipeline/run/files/bundle_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <string_view>
#include <utility>

#include "model/codec/codec.h"

namespace cotejo::run {
namespace {

using model::Error;
using model::ErrorCode;
using model::Stage;

constexpr int kLevel = 3;

// No bundle is larger: the words of ten thousand pages are not a quarter of it.
constexpr unsigned long long kLargest = 2ULL << 30;

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};

Error refused(const std::string& path, std::string detail) {
  return {ErrorCode::protocol, Stage::open, path, 0, std::move(detail)};
}

// What was packed, or nothing. The buffer grows with what is really there, whatever the frame's head promises.
bool unpack(std::string_view packed, std::string& out) {
  const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  ZSTD_inBuffer input{packed.data(), packed.size(), 0};
  std::size_t filled = 0;
  std::size_t more = 1;
  while (more != 0) {
    out.resize(filled + ZSTD_DStreamOutSize());
    ZSTD_outBuffer output{out.data() + filled, out.size() - filled, 0};
    const std::size_t before = input.pos;
    more = ZSTD_decompressStream(context.get(), &output, &input);
    if (ZSTD_isError(more) != 0U) return false;
    filled += output.pos;
    if (filled > kLargest || (more != 0 && output.pos == 0 && input.pos == before)) return false;
  }
  out.resize(filled);
  return input.pos == packed.size();
}

// A skippable frame (RFC 8878, 3.1.2): this number, the length of what follows, and here a checksum and the route.
constexpr std::uint32_t kSkippable = 0x184D2A5C;
constexpr std::size_t kFrameHead = 8, kCheck = 8;

std::string frame_of(const std::string& route) {
  if (route.empty()) return {};
  const auto length = static_cast<std::uint32_t>(kCheck + route.size());
  const std::uint64_t check = model::checksum(route);
  std::string frame(kFrameHead + kCheck, '\0');
  std::memcpy(frame.data(), &kSkippable, 4);
  std::memcpy(frame.data() + 4, &length, 4);
  std::memcpy(frame.data() + kFrameHead, &check, kCheck);
  return frame + route;
}

// Takes the frame of the route from the front, if there is one; false when it is cut or damaged.
bool take_route(std::string_view& rest, std::string& route) {
  std::uint32_t number = 0, length = 0;
  if (rest.size() < kFrameHead) return true;
  std::memcpy(&number, rest.data(), 4);
  if (number != kSkippable) return true;
  std::memcpy(&length, rest.data() + 4, 4);
  if (length < kCheck || rest.size() - kFrameHead < length) return false;
  std::uint64_t check = 0;
  std::memcpy(&check, rest.data() + kFrameHead, kCheck);
  route = rest.substr(kFrameHead + kCheck, length - kCheck);
  rest.remove_prefix(kFrameHead + length);
  return model::checksum(route) == check;
}

bool put(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// A file that is written beside its place and that this process alone holds.
struct Beside {
  int file = -1;  // errno says why there is none
  std::string path;
};

// What a killed run left there is taken over, so that nothing stays behind once the command is repeated; while another
// process writes the same extract, this one takes a name of its own.
Beside open_beside(const std::string& path) {
  Beside beside{-1, path + ".parte"};
  while (true) {
    beside.file = open(beside.path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (beside.file < 0) return beside;
    struct stat held {
    }, there{};
    if (flock(beside.file, LOCK_EX | LOCK_NB) != 0) break;
    const bool named = fstat(beside.file, &held) == 0 && stat(beside.path.c_str(), &there) == 0 &&
                       held.st_ino == there.st_ino && held.st_dev == there.st_dev;
    if (named && ftruncate(beside.file, 0) == 0) return beside;
    if (named) break;
    close(beside.file);  // another put it in its place before it was held
  }
  close(beside.file);
  beside.path += "-XXXXXX";
  beside.file = mkostemp(beside.path.data(), O_CLOEXEC);
  return beside;
}

}  // namespace

std::string bundle_file_name(const std::string& sha256) {
  return sha256 + ".cotejo";
}

model::Result<BundleFile> read_bundle_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{ErrorCode::not_found, Stage::open, path, 0, ""};
  const std::string packed((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::string_view rest = packed;
  BundleFile result;
  if (!take_route(rest, result.route) || !unpack(rest, result.encoded))
    return refused(path, "no es un extracto de cotejo o está incompleto");
  model::Result<model::Bundle> bundle = model::decode_bundle(result.encoded);
  if (!bundle) return refused(path, bundle.error().detail);
  result.bundle = std::move(bundle).value();
  if (result.bundle.sha256.size() != 64) return refused(path, "sin SHA-256 de origen");
  return result;
}

model::Status write_bundle_file(const std::string& path, const std::string& encoded, const std::string& route) {
  const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string packed(ZSTD_compressBound(encoded.size()), '\0');
  const std::size_t size = ZSTD_compress2(context.get(), packed.data(), packed.size(), encoded.data(), encoded.size());
  if (ZSTD_isError(size) != 0U) return Error{ErrorCode::output, Stage::output, path, 0, ZSTD_getErrorName(size)};
  packed.resize(size);
  const auto failed = [&](int reason) {
    const bool full = reason == ENOSPC || reason == EDQUOT;
    return Error{full ? ErrorCode::disk_full : ErrorCode::output, Stage::output, path, 0, std::strerror(reason)};
  };

  Beside beside = open_beside(path);
  if (beside.file < 0) return failed(errno);
  const bool done = put(beside.file, frame_of(route) + packed) && fchmod(beside.file, 0644) == 0 &&
                    fsync(beside.file) == 0 && std::rename(beside.path.c_str(), path.c_str()) == 0;
  const int reason = errno;
  if (!done) unlink(beside.path.c_str());
  close(beside.file);
  if (done) return model::Done{};
  return failed(reason);
}

}  // namespace cotejo::run
