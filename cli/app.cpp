#include "cli/app.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cerrno>
#include <cstring>
#include <exception>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/completion.h"
#include "cli/console/terminal.h"
#include "cli/help.h"
#include "cli/manual.h"
#include "pipeline/worker/serve.h"

namespace cotejo::cli {
namespace {

using model::Language;

// The language decides the help texts, so it is looked for before the line is parsed.
Language language_of(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    std::string_view value;
    if (word == "--lang" && i + 1 < argc) value = argv[i + 1];
    if (word.substr(0, 7) == "--lang=") value = word.substr(7);
    if (value == "en") return Language::english;
    if (value == "es") return Language::spanish;
  }
  return language_of_locale();
}

int usage(const CLI::App& app, const CLI::ParseError& error, const Context& context) {
  std::string command;
  for (const CLI::App* sub : app.get_subcommands()) command = sub->get_name() + " ";
  context.err << context.say(Text::usage_error, complaint(app, error, context), command) << '\n';
  return kUsage;
}

// What packaging and shells ask; no commands for people either, and in no help.
struct ForPrograms {
  std::string_view word;
  int (*answer)(const std::vector<std::string>& words, const Context& context);
};
constexpr std::array kForPrograms{ForPrograms{"manual", write_manual}, ForPrograms{"complete", complete}};

}  // namespace

int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
  // What the program starts of itself: no command for people, so it is not parsed as one and costs no time.
  if (argc == 2 && std::string_view(argv[1]) == "worker") return worker::serve_as_worker();
  Context context{out, err, language_of(argc, argv), {}, colours_wanted()};
  if (argc > 1) {
    for (const auto& [word, answer] : kForPrograms)
      if (word == argv[1]) return answer({argv + 2, argv + argc}, context);
  }
  CLI::App app;
  fill(app, context);

  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    out << app.help();
    return kNothingToReport;
  } catch (const CLI::CallForVersion& version) {
    out << version.what() << '\n';
    return kNothingToReport;
  } catch (const CLI::ParseError& error) {
    return usage(app, error, context);
  }
  try {
    const int status = context.action();
    out.flush();
    if (!out) {
      err << context.say(Text::not_written, std::strerror(errno)) << '\n';
      return kCouldNotRun;
    }
    return status;
  } catch (const std::exception& fault) {
    err << context.say(Text::unexpected, fault.what()) << '\n';
    return kCouldNotRun;
  }
}

}  // namespace cotejo::cli
