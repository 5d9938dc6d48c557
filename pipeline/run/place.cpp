#include "pipeline/run/place.h"

#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "pipeline/run/attachments.h"
#include "pipeline/run/files/hash.h"

namespace cotejo::run {

using model::Error;
using model::ErrorCode;
using model::Result;
using model::Stage;
using reading::Outcome;
using reading::Task;

namespace {

Outcome outcome_of(reading::Readers& readers, Task task) {
  readers.begin(std::move(task));
  return std::move(*readers.next([](long) { return true; }));
}

// The PDF attached to the one of the task that stands at the beginning of `inside` ("!/a.pdf", "!/a.pdf!/b.pdf"), of
// which it is cut off.
Result<Task> attached_at(const Task& container, std::string_view& inside, reading::Readers& openers,
                         const Passwords& passwords) {
  Task look = container;
  look.analyse = false;
  const Outcome opened = outcome_of(openers, std::move(look));
  if (opened.bundle.pages.empty() && !opened.bundle.errors.empty()) return opened.bundle.errors.front();
  const auto content = container.content.empty() ? nullptr : std::make_shared<const std::string>(container.content);
  for (const Attached& attached : attached_to(container.file, content, opened.bundle)) {
    const std::string name = std::string(kInside) + attached.name;
    if (!inside.starts_with(name)) continue;
    const std::string_view rest = inside.substr(name.size());
    if (!rest.empty() && !rest.starts_with(kInside)) continue;
    Outcome taken = outcome_of(openers, Unpacking().take_out(attached));
    if (!taken.attached) return taken.bundle.errors.front();
    inside = rest;
    return task_to_read(attached, std::move(taken), passwords);
  }
  return Error{ErrorCode::not_found, Stage::open, container.file.path + std::string(inside), 0, ""};
}

}  // namespace

Result<Task> task_at(const std::string& place, reading::Readers& openers, const Passwords& passwords) {
  const std::string file = file_of(place);
  const Result<FileHash> hash = hash_file(file);
  if (!hash) return hash.error();
  Task task;
  task.file = {file, file.substr(file.find_last_of('/') + 1), hash.value().sha256, hash.value().size};
  task.file.password = passwords.of(task.file.name, task.file.sha256);
  for (std::string_view inside = std::string_view(place).substr(file.size()); !inside.empty();) {
    Result<Task> attached = attached_at(task, inside, openers, passwords);
    if (!attached) return attached.error();
    task = std::move(attached).value();
  }
  return task;
}

}  // namespace cotejo::run
