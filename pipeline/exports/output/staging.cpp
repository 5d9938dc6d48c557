#include "pipeline/exports/output/staging.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace cotejo::exports {

namespace fs = std::filesystem;

model::Error output_error(const std::string& path, int system_error) {
  const bool full = system_error == ENOSPC || system_error == EDQUOT;
  return {full ? model::ErrorCode::disk_full : model::ErrorCode::output, model::Stage::output, path, 0,
          system_error == 0 ? "" : std::strerror(system_error)};
}

model::Status write_text(const std::string& path, std::string_view text) {
  errno = 0;
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (!out) return output_error(path, errno);
  return model::Done{};
}

namespace {

constexpr std::string_view kPartly = ".parcial-";
constexpr std::string_view kTakenAway = "-borrado";
constexpr std::string_view kBefore = "-anterior";  // what is replaced, where two names cannot be exchanged

// The outputs that are under way in this process.
std::mutex unfinished_mutex;
std::set<std::string> unfinished;

// What a folder says that it is; empty where it says nothing.
std::string kind_of(const std::string& folder) {
  std::ifstream file(fs::path(folder) / kKindFile);
  std::string kind;
  std::getline(file, kind);
  return kind;
}

// Takes away what exports to the same place left beside it when they were killed: those of processes that are gone.
void remove_left_over(const std::string& destination) {
  const fs::path place(destination);
  const std::string prefix = place.filename().string() + std::string(kPartly);
  std::error_code error;
  std::vector<fs::path> left;
  const fs::path folder = place.has_parent_path() ? place.parent_path() : fs::path(".");
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with(prefix)) continue;
    pid_t process = 0;
    const std::size_t ending = name.ends_with(kTakenAway) ? kTakenAway.size() : 0;
    const char* last = name.data() + name.size() - ending;
    const auto read = std::from_chars(name.data() + prefix.size(), last, process);
    const bool gone =
        read.ec == std::errc() && read.ptr == last && process > 0 && kill(process, 0) != 0 && errno == ESRCH;
    if (gone) left.push_back(entry->path());
  }
  for (const fs::path& one : left) fs::remove_all(one, error);
}

}  // namespace

model::Result<Staging> Staging::begin(const std::string& destination, bool replace) {
  std::string name = destination;
  while (name.size() > 1 && name.back() == '/') name.pop_back();
  std::error_code error;
  if (name.empty()) return output_error(destination, ENOENT);
  if (fs::exists(fs::symlink_status(name, error)) && !replace) {
    model::Error there = output_error(name, 0);
    there.detail = "ya existe: dé otro lugar con --to, o --force para reemplazarlo";
    return there;
  }
  remove_left_over(name);
  return Staging(name, name + std::string(kPartly) + std::to_string(getpid()));
}

model::Result<Staging> Staging::folder(const std::string& destination, bool replace, std::string_view kind) {
  model::Result<Staging> staging = begin(destination, replace);
  if (!staging) return staging.error();
  const std::string& place = staging.value().destination_;
  std::error_code error;
  if (fs::is_directory(place, error) && !fs::is_empty(place, error) && (kind.empty() || kind_of(place) != kind)) {
    model::Error foreign = output_error(place, 0);
    foreign.detail = "es una carpeta que no hizo «cotejo export --as " + std::string(kind) +
                     "»: --force no la reemplaza; dé otro lugar con --to, o quítela usted";
    return foreign;
  }
  fs::remove_all(staging.value().path_, error);
  if (!fs::create_directory(staging.value().path_, error)) return output_error(destination, error.value());
  if (kind.empty()) return staging;
  errno = 0;
  std::ofstream mark(fs::path(staging.value().path_) / kKindFile, std::ios::binary);
  mark << kind << '\n';
  mark.close();
  if (!mark) return output_error(destination, errno);
  return staging;
}

model::Result<Staging> Staging::file(const std::string& destination, bool replace) {
  model::Result<Staging> staging = begin(destination, replace);
  if (!staging) return staging.error();
  std::error_code error;
  if (fs::is_directory(staging.value().destination_, error)) return output_error(destination, EISDIR);
  errno = 0;
  const std::ofstream writable(staging.value().path_, std::ios::binary);
  if (!writable) return output_error(destination, errno);
  return staging;
}

bool Staging::dropped() const {
  const std::lock_guard lock(unfinished_mutex);
  return !unfinished.contains(path_);
}

model::Status Staging::commit() {
  return commit_all({this});
}

model::Status Staging::commit_with(Staging& last) {
  return commit_all({this, &last});
}

model::Status Staging::commit_all(const std::vector<Staging*>& all) {
  {
    // What drop_unfinished() has taken is not put in place, and what is put in place it does not take.
    const std::lock_guard lock(unfinished_mutex);
    for (const Staging* one : all)
      if (!unfinished.contains(one->path_)) return output_error(one->destination_, EINTR);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const model::Status moved = all[i]->move_in();
      if (moved) continue;
      while (i-- > 0) all[i]->move_back();
      return moved;
    }
    for (const Staging* one : all)
      if (one->move_ != Move::exchanged) unfinished.erase(one->path_);
  }
  for (Staging* one : all) one->drop_replaced();
  return model::Done{};
}

model::Status Staging::move_in() {
  std::error_code error;
  // A folder that came there since a file was begun is no export.
  const bool replaces = fs::is_directory(path_, error) && fs::is_directory(destination_, error);
  if (replaces && renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, destination_.c_str(), RENAME_EXCHANGE) == 0) {
    move_ = Move::exchanged;
    return model::Done{};
  }
  if (replaces) {
    fs::rename(destination_, path_ + std::string(kBefore), error);
    if (error) return output_error(destination_, error.value());
  }
  fs::rename(path_, destination_, error);
  if (error) {
    const int reason = error.value();
    if (replaces) fs::rename(path_ + std::string(kBefore), destination_, error);
    return output_error(destination_, reason);
  }
  move_ = replaces ? Move::aside : Move::moved;
  return model::Done{};
}

void Staging::move_back() noexcept {
  std::error_code error;
  if (move_ == Move::exchanged) {
    renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, destination_.c_str(), RENAME_EXCHANGE);
  } else {
    fs::rename(destination_, path_, error);
    if (move_ == Move::aside) fs::rename(path_ + std::string(kBefore), destination_, error);
  }
  move_ = Move::none;
}

void Staging::drop_replaced() noexcept {
  std::error_code error;
  if (move_ == Move::aside) fs::remove_all(path_ + std::string(kBefore), error);
  if (move_ == Move::exchanged)
    drop();  // what stood there before
  else
    path_.clear();
}

Staging::Staging(std::string destination, std::string path)
    : destination_(std::move(destination)), path_(std::move(path)) {
  const std::lock_guard lock(unfinished_mutex);
  unfinished.insert(path_);
}

void Staging::drop() noexcept {
  std::error_code error;
  if (path_.empty()) return;
  {
    const std::lock_guard lock(unfinished_mutex);
    unfinished.erase(path_);
  }
  fs::remove_all(path_, error);
  path_.clear();
}

// Under another name first: who goes on writing finds no place any more, and makes none anew.
void drop_unfinished() noexcept {
  const std::lock_guard lock(unfinished_mutex);
  std::error_code error;
  for (const std::string& path : unfinished) {
    const std::string away = path + std::string(kTakenAway);
    fs::rename(path, away, error);
    fs::remove_all(error ? path : away, error);
  }
  unfinished.clear();
}

Staging::Staging(Staging&& other) noexcept
    : destination_(std::move(other.destination_)), path_(std::exchange(other.path_, {})) {}

Staging& Staging::operator=(Staging&& other) noexcept {
  if (this != &other) {
    drop();
    destination_ = std::move(other.destination_);
    path_ = std::exchange(other.path_, {});
  }
  return *this;
}

Staging::~Staging() {
  drop();
}

}  // namespace cotejo::exports
