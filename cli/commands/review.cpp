#include "cli/review/review.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/originals.h"
#include "cli/commands/reading.h"
#include "pipeline/reading/taught.h"
#include "pipeline/run/place.h"

namespace cotejo::cli {
namespace {

using model::Result;

struct Options {
  ReadingOptions reading;
  int port = 0;
  bool no_browser = false;
  std::string host;
  std::string url;       // by which a proxy serves it
  std::string password;  // file
  std::string name;
};

// Pages are drawn by one process that does nothing else.
review::Draftsman::Makers drawing(const ReadingOptions& options, const run::Settings& settings) {
  ReadingOptions own = options;
  own.jobs = 1;
  run::Settings quick = settings;  // nothing is read
  quick.extract.ocr = reading::OcrMode::never;
  const auto openers = std::make_shared<std::unique_ptr<reading::Readers>>();
  return {[own, quick] { return readers_of(own, quick); },
          [own, quick, openers](const std::string& path) {
            if (!*openers) *openers = readers_of(own, quick);
            return run::task_at(path, **openers, quick.passwords);
          }};
}

review::Rechecks::Makers checking(const ReadingOptions& options, const run::Settings& settings) {
  return {[options] { return store::Store::open(options.database, store::Access::write, options.wait_seconds); },
          [settings](store::Store& store) { return with_taught(settings, store); },
          [options](const run::Settings& now) { return readers_of(options, now); }};
}

// "https://cotejo.oficina/" without its slash; empty where it is no such address.
std::string origin_of(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  const std::size_t host = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : std::string::npos;
  return host == std::string::npos || url.size() == host || url.find('/', host) != std::string::npos ? "" : url;
}

std::string password_fault(review::Password::Fault fault, const std::string& path, const Context& context) {
  switch (fault) {
    case review::Password::Fault::unreadable:
      return context.say(Text::review_password_unreadable, path);
    case review::Password::Fault::open_to_others:
      return context.say(Text::review_password_open, path);
    case review::Password::Fault::too_short:
      return context.say(Text::review_password_short, path, review::kShortestPassword);
  }
  return {};
}

int run_review(const Options& options, const Context& context) {
  review::ReviewSettings review;
  review.gate.port = options.port;
  review.gate.name = options.name.empty() ? user_name() : options.name;
  if (options.host.empty() != options.password.empty()) {
    context.err << context.say(Text::usage_error, context.say(Text::review_host_usage), "review ") << '\n';
    return kUsage;
  }
  if (!options.url.empty()) {
    const std::string origin = origin_of(options.url);
    if (origin.empty() || options.password.empty()) {
      context.err << context.say(Text::usage_error, context.say(Text::review_url_usage), "review ") << '\n';
      return kUsage;
    }
    review.gate.origin = origin;
  }
  if (!options.host.empty()) {
    auto password = review::Password::of_file(options.password);
    if (const auto* fault = std::get_if<review::Password::Fault>(&password)) {
      context.err << password_fault(*fault, options.password, context) << '\n';
      return kCouldNotRun;
    }
    review.gate.host = options.host;
    review.gate.password = std::move(std::get<review::Password>(password));
  }
  const Result<run::Settings> settings = settings_of(options.reading);
  if (!settings) return context.fail(settings.error());
  review.bench = {options.reading.database, options.reading.wait_seconds, drawing(options.reading, settings.value()),
                  checking(options.reading, settings.value()),
                  [reading = options.reading](store::Store& store) -> Result<std::unique_ptr<exports::Originals>> {
                    auto originals = StoredOriginals::of(store, reading);
                    if (!originals) return originals.error();
                    return std::unique_ptr<exports::Originals>(std::move(originals).value());
                  }};
  review.browser = !options.no_browser && options.host.empty();
  review.interrupted = interrupted;
  static_cast<void>(interrupted());  // from now on
  return review::review(std::move(review), context);
}

}  // namespace

void add_review(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("review", context.say(Text::review_about));
  add_database_option(*command, options->reading.database, context);
  add_number(*command, "--port", options->port, 0, 65535, "N", context.say(Text::review_port_option), context);
  command->add_flag("--no-browser", options->no_browser, context.say(Text::review_browser_option));
  command->add_option("--host", options->host, context.say(Text::review_host_option));
  command->add_option("--password-file", options->password, context.say(Text::review_password_option))
      ->type_name(context.say(Text::type_file));
  command->add_option("--url", options->url, context.say(Text::review_url_option));
  command->add_option("--pdf-password-file", options->reading.passwords, context.say(Text::password_option))
      ->type_name(context.say(Text::type_file));
  command->add_option("--author", options->name, context.say(Text::review_author_option));
  add_reading_options(*command, options->reading, context, Reads::bundles);
  command->callback(
      [options, &context] { context.action = [options, &context] { return run_review(*options, context); }; });
}

}  // namespace cotejo::cli
