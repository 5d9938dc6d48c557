#include "cli/manual.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "cli/command_line.h"
#include "cli/help.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;

// Text as roff takes it: nothing of it is a command, and a hyphen is the one that is typed.
std::string plain(const std::string& text) {
  std::string out;
  bool begins = true;  // a line
  for (const char c : text) {
    if (begins && (c == '.' || c == '\'')) out += "\\&";
    begins = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string bold(const std::string& text) {
  return "\\fB" + plain(text) + "\\fR";
}

// Paragraphs of a help text; lines set in by its writer stay lines.
std::string paragraphs(const std::string& text) {
  std::istringstream lines(text);
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string::npos) {
      out += ".PP\n";
    } else if (begin > 0) {
      out += ".br\n" + plain(line) + "\n";
    } else {
      out += (out.empty() || out.ends_with(".PP\n") ? "" : ".br\n") + plain(line) + "\n";
    }
  }
  return out;
}

class Pages {
 public:
  explicit Pages(const Context& context) : context_(context) {}

  [[nodiscard]] std::string page(const CLI::App& command) const {
    const CLI::App* parent = command.get_parent();
    const std::string name = parent == nullptr ? command.get_name() : "cotejo-" + command.get_name();
    const std::string called = parent == nullptr ? "cotejo" : "cotejo " + command.get_name();
    const std::string about = command.get_description();
    std::string text = ".TH " + upper(plain(name)) + " 1 \"\" \"cotejo " COTEJO_VERSION "\" \"" +
                       context_.say(Text::manual_title) + "\"\n";
    text += section(Text::manual_name) + plain(name) + " \\- " + plain(first_sentence(about)) + "\n";
    text += section(Text::manual_synopsis) + synopsis(command, called) + "\n";
    text += section(Text::manual_description) + paragraphs(about);
    text += entries(command, true) + entries(command, false) + commands(command);
    if (!command.get_footer().empty()) text += section(Text::manual_status) + paragraphs(command.get_footer());
    return text + section(Text::manual_see_also) + see_also(command, parent) + "\n";
  }

 private:
  static std::string upper(std::string text) {
    for (char& c : text)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
  }

  [[nodiscard]] std::string section(Text name) const { return ".SH \"" + context_.say(name) + "\"\n"; }

  static std::string first_sentence(const std::string& text) { return text.substr(0, text.find('\n')); }

  // «cotejo ingest [OPCIONES] RUTA...», as the help says it.
  [[nodiscard]] std::string synopsis(const CLI::App& command, const std::string& called) const {
    const auto formatter = std::dynamic_pointer_cast<CLI::Formatter>(command.get_formatter());  // of dress()
    const std::string usage = formatter->make_usage(&command, "");
    const std::size_t from = usage.find(':');
    std::string rest = usage.substr(from == std::string::npos ? 0 : from + 1);
    rest.erase(0, rest.find_first_not_of(" \n"));
    rest.erase(rest.find_last_not_of(" \n") + 1);
    return bold(called) + " " + plain(rest);
  }

  [[nodiscard]] std::string entries(const CLI::App& command, bool positional) const {
    std::string text;
    for (const CLI::Option* option : command.get_options()) {
      if (option->get_positional() != positional || option->get_group().empty()) continue;
      const HelpEntry it = help_entry(*option, positional, context_);
      text += ".TP\n" + bold(it.name) + "\n" + plain(it.text) + "\n";
    }
    if (text.empty()) return "";
    return section(positional ? Text::label_positionals : Text::label_options) + text;
  }

  [[nodiscard]] std::string commands(const CLI::App& program) const {
    std::string text;
    for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; }))
      text += ".TP\n" + bold(command->get_name()) + "\n" + plain(command->get_description()) + "\n";
    return text.empty() ? "" : section(Text::label_commands) + text;
  }

  [[nodiscard]] static std::string see_also(const CLI::App& command, const CLI::App* parent) {
    if (parent != nullptr) return bold("cotejo") + "(1)";
    std::string text;
    for (const CLI::App* other : command.get_subcommands([](const CLI::App*) { return true; }))
      text += (text.empty() ? "" : ", ") + bold("cotejo-" + other->get_name()) + "(1)";
    return text;
  }

  const Context& context_;
};

bool write(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  return static_cast<bool>(out);
}

// Its first failure is the file that could not be written.
std::optional<fs::path> write_pages(const fs::path& folder, model::Language language, const Context& context) {
  Context own{context.out, context.err, language, {}, false};
  CLI::App app;
  fill(app, own);
  const Pages pages(own);
  std::error_code ignored;
  fs::create_directories(folder, ignored);
  if (const fs::path file = folder / "cotejo.1"; !write(file, pages.page(app))) return file;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    const fs::path file = folder / ("cotejo-" + command->get_name() + ".1");
    if (!write(file, pages.page(*command))) return file;
  }
  return std::nullopt;
}

}  // namespace

int write_manual(const std::vector<std::string>& words, const Context& context) {
  if (words.empty()) {
    context.err << context.say(Text::usage_error, context.say(Text::usage_missing, context.say(Text::type_folder)), "")
                << '\n';
    return kUsage;
  }
  const fs::path folder = words.front();
  for (const auto& [below, language] : {std::pair{folder / "man1", model::Language::english},
                                        std::pair{folder / "es" / "man1", model::Language::spanish}}) {
    if (const auto failed = write_pages(below, language, context))
      return context.fail({model::ErrorCode::output, model::Stage::output, failed->string(), 0, ""});
  }
  return kNothingToReport;
}

}  // namespace cotejo::cli
