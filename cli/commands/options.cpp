#include "cli/commands/options.h"

#include <pwd.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>

#include "pipeline/normalise/text/text.h"

namespace cotejo::cli {
namespace {

// Which of the words a person meant who typed this; "" when none is near.
std::string meant(const std::string& typed, const std::vector<std::string>& choices) {
  constexpr double kNear = 0.5;
  const auto best = std::max_element(choices.begin(), choices.end(), [&](const auto& a, const auto& b) {
    return normalise::similarity(typed, a) < normalise::similarity(typed, b);
  });
  return best != choices.end() && normalise::similarity(typed, *best) >= kNear ? *best : std::string();
}

// Its name is the words that it takes, for whoever completes a command line.
CLI::Validator one_of(std::vector<std::string> choices, const Context& context) {
  const std::string name = fmt::format("{}", fmt::join(choices, "|"));
  CLI::Validator validator(
      [choices = std::move(choices), &context](std::string& word) {
        if (std::find(choices.begin(), choices.end(), word) != choices.end()) return std::string();
        const std::string near = meant(word, choices);
        return context.say(Text::not_one_of, word, fmt::join(choices, ", ")) +
               (near.empty() ? "" : context.say(Text::did_you_mean, near));
      },
      "");
  return validator.name(name);
}

template <class Number>
CLI::Validator within(Number least, Number most, const Context& context) {
  return CLI::Validator(
      [least, most, &context](std::string& word) {
        Number number{};
        const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
        const bool whole = read.ec == std::errc() && read.ptr == word.data() + word.size();
        return whole && number >= least && number <= most ? std::string()
                                                          : context.say(Text::not_within, word, least, most);
      },
      "");
}

template <class Number>
void add_within(CLI::App& command, const std::string& name, Number& value, Number least, Number most,
                const std::string& type, const std::string& help, const Context& context) {
  command.add_option(name, value, help)->check(within(least, most, context))->type_name(type)->capture_default_str();
}

}  // namespace

void add_database_option(CLI::App& command, std::string& database, const Context& context, Text help) {
  command.add_option("--db", database, context.say(help))
      ->required()
      ->envname("COTEJO_DB")
      ->type_name(context.say(Text::type_file));
}

void add_format_option(CLI::App& command, Format& format, const Context& context) {
  static const std::map<std::string, Format> formats{
      {"list", Format::list}, {"table", Format::table}, {"json", Format::json}, {"csv", Format::csv}};
  add_choice(
      command, "--format", [&format](const std::string& name) { format = formats.at(name); },
      {"list", "table", "json", "csv"}, "list", context.say(Text::format_option), context);
}

void add_choice(CLI::App& command, const std::string& name, std::function<void(const std::string&)> take,
                std::vector<std::string> choices, const std::string& usual, const std::string& help,
                const Context& context) {
  command.add_option_function<std::string>(name, std::move(take), help)
      ->check(one_of(std::move(choices), context))
      ->type_name("")
      ->default_str(usual);
}

void add_choice(CLI::App& command, const std::string& name, std::string& value, std::vector<std::string> choices,
                const std::string& help, const Context& context) {
  command.add_option(name, value, help)->check(one_of(std::move(choices), context))->type_name("");
}

void add_number(CLI::App& command, const std::string& name, int& value, int least, int most, const std::string& type,
                const std::string& help, const Context& context) {
  add_within(command, name, value, least, most, type, help, context);
}

void add_number(CLI::App& command, const std::string& name, double& value, double least, double most,
                const std::string& type, const std::string& help, const Context& context) {
  add_within(command, name, value, least, most, type, help, context);
}

std::string user_name() {
  if (const passwd* entry = getpwuid(getuid()); entry != nullptr) return entry->pw_name;
  const char* name = std::getenv("USER");
  return name == nullptr ? std::to_string(getuid()) : name;
}

}  // namespace cotejo::cli
