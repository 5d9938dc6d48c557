#include "cli/completion.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <set>

#include "cli/command_line.h"
#include "extractors/overlay/overlay.h"
#include "model/store/store.h"
#include "pipeline/checks/rule.h"

namespace cotejo::cli {
namespace {

constexpr int kMost = 200;  // marks that are offered: nobody reads more

struct Candidate {
  std::string word;
  std::string what;
};
using Candidates = std::vector<Candidate>;

const Candidates kFile{{":file", ""}};
const Candidates kFolder{{":folder", ""}};

// The line up to the word that is completed.
struct Line {
  CLI::App* command = nullptr;     // the program while none is named
  CLI::Option* waiting = nullptr;  // an option that still wants its value
  std::size_t positionals = 0;     // that were given
  std::string database;
};

bool takes_value(const CLI::Option& option) {
  return option.get_items_expected_max() > 0 && option.get_type_size_max() > 0;
}

CLI::Option* option_named(CLI::App& app, const Line& line, const std::string& name) {
  for (CLI::App* at : {line.command, &app}) {
    CLI::Option* option = at->get_option_no_throw(name);
    if (option != nullptr && !option->get_positional()) return option;
  }
  return nullptr;
}

Line understood(CLI::App& app, const std::vector<std::string>& words) {
  Line line;
  line.command = &app;
  if (const char* base = std::getenv("COTEJO_DB"); base != nullptr) line.database = base;
  for (const std::string& word : words) {
    if (word == "=") continue;  // bash parts "--rule=x" in three
    if (line.waiting != nullptr) {
      if (line.waiting->check_name("--db")) line.database = word;
      line.waiting = nullptr;
    } else if (word.starts_with("-")) {
      const std::size_t equals = word.find('=');
      CLI::Option* option = option_named(app, line, word.substr(0, equals));
      if (option == nullptr || !takes_value(*option)) continue;
      if (equals == std::string::npos)
        line.waiting = option;
      else if (option->check_name("--db"))
        line.database = word.substr(equals + 1);
    } else if (line.command == &app) {
      for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        if (command->get_name() == word) line.command = command;
    } else {
      ++line.positionals;
    }
  }
  return line;
}

Candidates commands(const CLI::App& app) {
  Candidates all;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    all.push_back({command->get_name(), command->get_description()});
  return all;
}

Candidates options(CLI::App& app, const Line& line) {
  Candidates all;
  std::set<std::string> seen;
  for (CLI::App* at : {line.command, &app}) {
    for (const CLI::Option* option : at->get_options()) {
      for (const std::string& name : option->get_lnames())
        if (seen.insert(name).second) all.push_back({"--" + name, option->get_description()});
    }
  }
  return all;
}

Candidates rules() {
  Candidates all;
  for (const checks::Rule& rule : checks::rules()) all.push_back({std::string(rule.name), ""});
  return all;
}

// Asks the base, without waiting for whoever holds it.
template <class Ask>
Candidates of_base(const Line& line, const Ask& ask) {
  if (line.database.empty()) return {};
  model::Result<store::Store> store = store::Store::open(line.database, store::Access::read, 0);
  return store ? ask(store.value()) : Candidates{};
}

Candidates entities(const Line& line) {
  return of_base(line, [](store::Store& store) {
    Candidates all;
    const auto names = store.entities();
    if (names)
      for (const auto& [name, count] : names.value()) all.push_back({name, ""});
    return all;
  });
}

Candidates routes(const Line& line) {
  return of_base(line, [](store::Store& store) {
    Candidates all;
    const auto sources = store.sources();
    if (sources)
      for (const store::SourceRow& row : sources.value()) all.push_back({row.route, ""});
    return all;
  });
}

Candidates marks(const Line& line, const std::string& begin) {
  return of_base(line, [&](store::Store& store) {
    Candidates all;
    const auto marks = store.marks(begin, kMost);
    if (marks)
      for (const auto& [mark, rule] : marks.value()) all.push_back({mark, rule});
    return all;
  });
}

Candidates words_of(const std::string& listed, const std::string& separator) {
  Candidates all;
  for (std::size_t at = 0; at < listed.size();) {
    const std::size_t end = std::min(listed.find(separator, at), listed.size());
    all.push_back({listed.substr(at, end - at), ""});
    at = end + separator.size();
  }
  return all;
}

// The words that an option takes, where they are a few (options.cpp).
Candidates choices(CLI::Option& option) {
  try {
    const std::string words = option.get_validator(0)->get_name();
    return words.find('|') == std::string::npos ? Candidates{} : words_of(words, "|");
  } catch (const CLI::OptionNotFound&) {
    return {};
  }
}

Candidates values(CLI::Option& option, const Line& line, const std::string& begin, const Context& context) {
  const std::string name = option.get_positional() ? option.get_name(true, false) : option.get_single_name();
  if (name == "rule") return rules();
  if (name == "entity") return entities(line);
  if (name == "document") return routes(line);
  if (name == "finding" || name == "ID") return marks(line, begin);
  if (name == "step") return words_of(std::string(overlay::step_names()), ", ");
  const std::string type = option.get_positional() ? name : option.get_type_name();
  if (type == "DIR" || type == context.say(Text::type_folder)) return kFolder;
  if (type == "FILE" || type == "PATH" || type == context.say(Text::type_file) || name == "to") return kFile;
  return choices(option);
}

Candidates positional(const Line& line, const std::string& begin, const Context& context) {
  std::size_t place = 0;
  for (CLI::Option* option : line.command->get_options()) {
    if (!option->get_positional()) continue;
    if (place++ == line.positionals || option->get_items_expected_max() > 1)
      return values(*option, line, begin, context);
  }
  return {};
}

}  // namespace

int complete(const std::vector<std::string>& words, const Context& context) {
  std::vector<std::string> typed(words.begin() + (!words.empty() && words.front() == "--" ? 1 : 0), words.end());
  std::string last = typed.empty() ? "" : typed.back();
  if (!typed.empty()) typed.pop_back();
  if (last == "=") last.clear();
  Context own = context;
  CLI::App app;
  fill(app, own);
  Line line = understood(app, typed);
  std::string before;  // «--rule=» where the shell leaves that in one word
  if (const std::size_t equals = last.find('=');
      line.waiting == nullptr && last.starts_with("--") && equals != last.npos) {
    line.waiting = option_named(app, line, last.substr(0, equals));
    if (line.waiting == nullptr) return kNothingToReport;
    before = last.substr(0, equals + 1);
    last.erase(0, equals + 1);
  }
  if (!last.empty() && (last.front() == '"' || last.front() == '\'')) last.erase(0, 1);  // a quote still open
  const Candidates all = line.waiting != nullptr ? values(*line.waiting, line, last, context)
                         : last.starts_with("-") ? options(app, line)
                         : line.command == &app  ? commands(app)
                                                 : positional(line, last, context);
  for (const Candidate& it : all) {
    const bool directive = it.word.starts_with(":");
    if (!directive && !it.word.starts_with(last)) continue;
    context.out << (directive ? "" : before) << it.word << (it.what.empty() ? "" : "\t" + it.what) << '\n';
  }
  return kNothingToReport;
}

}  // namespace cotejo::cli
