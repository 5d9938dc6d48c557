#include "pipeline/run/attachments.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/sha256.h"

namespace cotejo::run {
namespace {

constexpr int kDeepest = 4;

int depth(const std::string& path) {
  int depth = 0;
  for (std::size_t at = path.find(kInside); at != std::string::npos; at = path.find(kInside, at + 1)) ++depth;
  return depth;
}

}  // namespace

std::vector<Attached> attached_to(const reading::SourceFile& container,
                                  const std::shared_ptr<const std::string>& content, const model::Bundle& bundle) {
  std::vector<Attached> all;
  if (depth(container.path) >= kDeepest) return all;
  std::set<std::string> names;
  for (const std::size_t place : reading::attached_documents(bundle)) {
    const std::string& given = bundle.attachments[place];
    const std::string number = std::to_string(place + 1);
    std::string name = given.substr(given.find_last_of("/\\") + 1);
    if (name.empty()) name = "adjunto-" + number + ".pdf";
    if (!names.insert(name).second) name = number + "-" + name;
    all.push_back({container, content, static_cast<int>(place) + 1, std::move(name), false});
  }
  return all;
}

Attached Unpacking::next() {
  Attached attached = std::move(waiting_.front());
  waiting_.pop_front();
  return attached;
}

reading::Task Unpacking::take_out(const Attached& attached) {
  under_way_.push_back(attached);
  reading::Task task;
  task.file = attached.container;
  task.attachment = attached.place;
  if (attached.content) task.content = *attached.content;
  return task;
}

Attached Unpacking::taken(const reading::Outcome& outcome) {
  const auto found = std::find_if(under_way_.begin(), under_way_.end(), [&](const Attached& it) {
    return it.container.sha256 == outcome.file.sha256 && it.place == outcome.attachment;
  });
  Attached attached = std::move(*found);
  under_way_.erase(found);
  return attached;
}

reading::Task task_to_read(const Attached& attached, reading::Outcome outcome, const Passwords& passwords) {
  reading::Task task;
  task.content = std::move(*outcome.attached);
  base::Sha256 digest;
  digest.add(task.content);
  task.file = {attached.path(), attached.name, digest.hex(), static_cast<std::int64_t>(task.content.size())};
  task.file.password = passwords.of(task.file.name, task.file.sha256);
  return task;
}

std::string file_of(const std::string& path) {
  return path.substr(0, path.find(kInside));
}

}  // namespace cotejo::run
