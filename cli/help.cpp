#include "cli/help.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <vector>

#include "cli/console/terminal.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::cli {
namespace {

constexpr std::size_t kNames = 28;   // columns of the names of options and commands
constexpr std::size_t kUsual = 100;  // columns where there is no terminal

std::size_t width() {
  const std::size_t terminal = terminal_width(STDOUT_FILENO);
  return std::max<std::size_t>(terminal == 0 ? kUsual : std::min(terminal, kUsual), 2 * kNames);
}

// A name at the left, what it is for beside it; a long name has a line of its own.
std::string entry(const std::string& name, const std::string& text) {
  std::string line = "  " + name;
  const std::size_t used = columns_of(line);
  line += used + 1 > kNames ? "\n" + std::string(kNames, ' ') : std::string(kNames - used, ' ');
  return line + wrapped(text, width(), kNames) + "\n";
}

// What stands for a value: the names that the code gives are English.
std::string value_name(const std::string& name, const Context& context) {
  if (context.language != model::Language::spanish) return name;
  for (const auto& [english, spanish] :
       {std::pair{"FILE", "ARCHIVO"}, {"DIR", "CARPETA"}, {"TEXT", "TEXTO"}, {"WORDS", "PALABRAS"}, {"PATH", "RUTA"}})
    if (name == english) return spanish;
  return name;
}

class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(const Context& context) : context_(context) {}

  std::string make_option_name(const CLI::Option* option, bool positional) const override {
    const std::string name = CLI::Formatter::make_option_name(option, positional);
    return positional ? value_name(name, context_) : name;
  }

  std::string make_option(const CLI::Option* option, bool positional) const override {
    const HelpEntry it = help_entry(*option, positional, context_);
    return entry(it.name, it.text);
  }

  std::string make_subcommand(const CLI::App* command) const override {
    return entry(command->get_name(), command->get_description());
  }

  std::string make_description(const CLI::App* app) const override {
    return wrapped(app->get_description(), width(), 0) + "\n";
  }

  std::string make_footer(const CLI::App* app) const override {
    const std::string footer = app->get_footer();
    return footer.empty() ? "" : "\n" + wrapped(footer, width(), 0) + "\n";
  }

 private:
  const Context& context_;
};

// The command that was probably meant; "" when none is near.
std::string command_meant(const CLI::App& app, const std::string& typed) {
  constexpr double kNear = 0.5;
  std::string best;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    const double like = normalise::similarity(typed, command->get_name());
    if (like >= kNear && (best.empty() || like > normalise::similarity(typed, best))) best = command->get_name();
  }
  return best;
}

}  // namespace

HelpEntry help_entry(const CLI::Option& option, bool positional, const Context& context) {
  HelpEntry it{positional ? value_name(option.get_name(true, false), context) : option.get_name(false, true), {}};
  if (!positional && option.get_type_size() != 0 && !option.get_type_name().empty())
    it.name += " " + value_name(option.get_type_name(), context);
  std::vector<std::string> notes;
  if (option.get_required()) notes.push_back(context.say(Text::label_required));
  if (!option.get_default_str().empty()) notes.push_back(context.say(Text::label_default, option.get_default_str()));
  if (!option.get_envname().empty()) notes.push_back(context.say(Text::label_env, option.get_envname()));
  it.text = option.get_description();
  if (!notes.empty()) it.text += " (" + fmt::format("{}", fmt::join(notes, "; ")) + ")";
  return it;
}

void dress(CLI::App& app, const Context& context) {
  const auto formatter = std::make_shared<HelpFormatter>(context);
  const bool spanish = context.language == model::Language::spanish;
  formatter->label("OPTIONS", context.say(Text::label_options));
  formatter->label("Options", context.say(Text::label_options));
  formatter->label("SUBCOMMAND", spanish ? "ORDEN" : "COMMAND");
  formatter->label("Subcommand", spanish ? "ORDEN" : "COMMAND");
  formatter->label("Subcommands", context.say(Text::label_commands));
  formatter->label("Positionals", context.say(Text::label_positionals));
  formatter->label("POSITIONALS", context.say(Text::label_positionals));
  formatter->label("Usage", context.say(Text::label_usage));
  app.formatter(formatter);
  app.set_help_flag("-h,--help", context.say(Text::help_option));
}

std::string complaint(const CLI::App& app, const CLI::ParseError& error, const Context& context) {
  const std::string what = error.what();
  const auto after_colon = [&] {
    const auto colon = what.rfind(": ");
    return colon == std::string::npos ? what : what.substr(colon + 2);
  };
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    if (what.find("subcommand") == std::string::npos)
      return context.say(Text::usage_missing, value_name(what.substr(0, what.find(" is required")), context));
    const std::vector<std::string> words = app.remaining();
    if (words.empty()) return context.say(Text::usage_command);
    if (words.front().starts_with('-')) return context.say(Text::usage_extra, words.front());
    const std::string meant = command_meant(app, words.front());
    return context.say(Text::no_such_command, words.front()) +
           (meant.empty() ? "" : context.say(Text::did_you_mean, meant));
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) return context.say(Text::usage_extra, after_colon());
  if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
    const auto equals = what.rfind(" = ");  // «Could not convert: --limit = abc»
    const std::string value = equals == std::string::npos ? after_colon() : what.substr(equals + 3);
    return context.say(Text::usage_value, context.say(Text::not_a_number, value));
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    return context.say(Text::usage_excess, what.substr(0, what.find(':')));
  return context.say(Text::usage_value, what);
}

}  // namespace cotejo::cli
