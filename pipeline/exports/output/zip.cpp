#include "pipeline/exports/output/zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "pipeline/exports/output/staging.h"

namespace cotejo::exports {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = std::size_t{1} << 18;
constexpr mode_t kMode = 0644;

struct End {
  void operator()(archive* it) const { archive_free(it); }  // of reading and writing alike
  void operator()(archive_entry* it) const { archive_entry_free(it); }
};
using Archive = std::unique_ptr<archive, End>;
using Entry = std::unique_ptr<archive_entry, End>;

// Noon: a day in every time zone that ZIP's local times are read in.
std::time_t moment_of(const std::string& date) {
  std::tm day{};
  int year = 1980, month = 1;
  if (std::sscanf(date.c_str(), "%d-%d-%d", &year, &month, &day.tm_mday) != 3) day.tm_mday = 1;
  day.tm_year = year - 1900;
  day.tm_mon = month - 1;
  day.tm_hour = 12;
  day.tm_isdst = -1;
  return mktime(&day);  // ZIP keeps local time
}

model::Error failed(const std::string& path, archive* it) {
  model::Error error = output_error(path, archive_errno(it) > 0 ? archive_errno(it) : 0);
  if (const char* said = archive_error_string(it); error.detail.empty() && said != nullptr) error.detail = said;
  return error;
}

class Writer {
 public:
  Writer(const std::string& path, const std::string& date)
      : path_(path), moment_(moment_of(date)), archive_(archive_write_new()) {
    archive_write_set_format_zip(archive_.get());
    archive_write_set_options(archive_.get(), "zip:compression=deflate,zip:experimental=false,hdrcharset=UTF-8");
    open_ = archive_write_open_filename(archive_.get(), path.c_str()) == ARCHIVE_OK;
  }

  // Begins an entry of so many bytes, which add() gives.
  bool begin(const std::string& name, std::int64_t size) {
    const Entry entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), size);
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), kMode);
    archive_entry_set_mtime(entry.get(), moment_, 0);
    return open_ && archive_write_header(archive_.get(), entry.get()) == ARCHIVE_OK;
  }
  bool add(const char* bytes, std::size_t size) {
    return archive_write_data(archive_.get(), bytes, size) == static_cast<la_ssize_t>(size);
  }
  bool end() { return open_ && archive_write_close(archive_.get()) == ARCHIVE_OK; }
  [[nodiscard]] model::Error error() const { return failed(path_, archive_.get()); }

 private:
  std::string path_;
  std::time_t moment_;
  Archive archive_;
  bool open_ = false;
};

bool add_file(Writer& writer, const fs::path& file, const std::string& name, const Staging& staging) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error || !writer.begin(name, static_cast<std::int64_t>(size))) return false;
  std::ifstream in(file, std::ios::binary);
  std::vector<char> piece(kPiece);
  std::uintmax_t added = 0;
  while (in && !staging.dropped()) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    if (in.gcount() > 0 && !writer.add(piece.data(), static_cast<std::size_t>(in.gcount()))) return false;
    added += static_cast<std::uintmax_t>(in.gcount());
  }
  return added == size;  // less: it could not be read to its end, or nobody waits for it any more
}

}  // namespace

model::Status zip_folder(const std::string& folder, const std::string& path, const std::string& date) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (entry->is_regular_file(error)) files.push_back(entry->path());
  if (error) return output_error(folder, error.value());
  std::sort(files.begin(), files.end());
  const fs::path above = fs::path(folder).parent_path();
  model::Result<Staging> staging = Staging::file(path, false);
  if (!staging) return staging.error();
  Writer writer(staging.value().path(), date);
  for (const fs::path& file : files) {
    if (!add_file(writer, file, file.lexically_relative(above).generic_string(), staging.value()))
      return staging.value().dropped() ? output_error(path, EINTR) : writer.error();
  }
  if (!writer.end()) return writer.error();
  return staging.value().commit();
}

model::Status date_zip(const std::string& path, const std::string& date,
                       const std::function<void(const std::string& name, std::string& bytes)>& change) {
  const std::string fresh = path + ".nuevo";
  std::error_code error;
  const auto undone = [&](model::Error fault) {
    fs::remove(fresh, error);
    return fault;
  };
  const Archive from(archive_read_new());
  archive_read_support_format_zip(from.get());
  if (archive_read_open_filename(from.get(), path.c_str(), kPiece) != ARCHIVE_OK) return failed(path, from.get());
  Writer writer(fresh, date);
  std::map<std::string, std::string> entries;  // in the order of their names: who made it may keep none
  archive_entry* entry = nullptr;
  int next = ARCHIVE_OK;
  while ((next = archive_read_next_header(from.get(), &entry)) == ARCHIVE_OK) {
    const char* told = archive_entry_pathname(entry);
    const std::string name = told == nullptr ? "" : told;
    std::string bytes;
    std::vector<char> piece(kPiece);
    la_ssize_t got = 0;
    while ((got = archive_read_data(from.get(), piece.data(), piece.size())) > 0)
      bytes.append(piece.data(), static_cast<std::size_t>(got));
    if (got < 0) return undone(failed(path, from.get()));
    change(name, bytes);
    entries[name] = std::move(bytes);
  }
  if (next != ARCHIVE_EOF) return undone(failed(path, from.get()));
  for (const auto& [name, bytes] : entries)
    if (!writer.begin(name, static_cast<std::int64_t>(bytes.size())) || !writer.add(bytes.data(), bytes.size()))
      return undone(writer.error());
  if (!writer.end()) return undone(writer.error());
  fs::rename(fresh, path, error);
  if (error) return undone(output_error(path, error.value()));
  return model::Done{};
}

}  // namespace cotejo::exports
