#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "pipeline/reading/readers.h"
#include "pipeline/run/files/passwords.h"

namespace cotejo::run {

// Between the path of a PDF and the name of one that is attached to it: "2021/portafolio.pdf!/ingresos.pdf".
inline constexpr std::string_view kInside = "!/";

// A PDF inside another one, on its way to being read as a document of its own.
struct Attached {
  reading::SourceFile container;
  std::shared_ptr<const std::string> content;  // of a container that is attached itself; null: a file on the disk
  int place = 0;                               // among its attachments, from 1
  std::string name;
  bool seen =
      false;  // the container was read before, by the same extraction: it is in the database unless a run was cut
  [[nodiscard]] std::string path() const { return container.path + std::string(kInside) + name; }
};

// The PDFs attached to a document that was read. Names are told apart where they repeat. One that lies too deep, four
// PDFs inside each other, is left out: whoever nests so does it to harm.
[[nodiscard]] std::vector<Attached> attached_to(const reading::SourceFile& container,
                                                const std::shared_ptr<const std::string>& content,
                                                const model::Bundle& bundle);

// Those that wait to be taken out of their containers, and those that are being taken out.
class Unpacking {
 public:
  void add(Attached attached) { waiting_.push_back(std::move(attached)); }
  [[nodiscard]] bool waiting() const { return !waiting_.empty(); }
  [[nodiscard]] Attached next();

  // What takes it out of its container.
  [[nodiscard]] reading::Task take_out(const Attached& attached);
  // Which one the outcome of such a task is of.
  [[nodiscard]] Attached taken(const reading::Outcome& outcome);

 private:
  std::deque<Attached> waiting_;
  std::vector<Attached> under_way_;
};

// What reads one that was taken out: from here on it is a document like any other, but for its place. Only when
// outcome.attached is there.
[[nodiscard]] reading::Task task_to_read(const Attached& attached, reading::Outcome outcome,
                                         const Passwords& passwords);

// Whether a place is one on a disk; those of documents that came as bundles are not.
[[nodiscard]] inline bool on_disk(const std::string& path) {
  return !path.empty() && path.front() == '/';
}

[[nodiscard]] inline bool is_inside(const std::string& path) {
  return path.find(kInside) != std::string::npos;
}

// The file on the disk that a place stands for: that of the outermost container.
[[nodiscard]] std::string file_of(const std::string& path);

}  // namespace cotejo::run
