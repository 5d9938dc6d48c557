#include "pipeline/run/files/bundle_file.h"

#include <unistd.h>
#include <zstd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
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
bool unpack(const std::string& packed, std::string& out) {
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

}  // namespace

std::string bundle_file_name(const std::string& sha256) {
  return sha256 + ".cotejo";
}

model::Result<BundleFile> read_bundle_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{ErrorCode::not_found, Stage::open, path, 0, ""};
  std::string packed((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  BundleFile result;
  if (!unpack(packed, result.encoded)) return refused(path, "no es un extracto de cotejo o está incompleto");
  model::Result<model::Bundle> bundle = model::decode_bundle(result.encoded);
  if (!bundle) return refused(path, bundle.error().detail);
  result.bundle = std::move(bundle).value();
  if (result.bundle.sha256.size() != 64) return refused(path, "sin SHA-256 de origen");
  return result;
}

model::Status write_bundle_file(const std::string& path, const std::string& encoded) {
  const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string packed(ZSTD_compressBound(encoded.size()), '\0');
  const std::size_t size = ZSTD_compress2(context.get(), packed.data(), packed.size(), encoded.data(), encoded.size());
  if (ZSTD_isError(size) != 0U) return Error{ErrorCode::output, Stage::output, path, 0, ZSTD_getErrorName(size)};
  packed.resize(size);

  const std::string beside = path + ".parte-" + std::to_string(getpid());
  errno = 0;
  std::ofstream file(beside, std::ios::binary);
  file.write(packed.data(), static_cast<std::streamsize>(packed.size()));
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(beside, path, error);
  if (file && !error) return model::Done{};
  const bool full = errno == ENOSPC;
  const std::string detail = error ? error.message() : std::strerror(errno);
  std::filesystem::remove(beside, error);
  return Error{full ? ErrorCode::disk_full : ErrorCode::output, Stage::output, path, 0, detail};
}

}  // namespace cotejo::run
