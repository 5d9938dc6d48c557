#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/help.h"
#include "cli/versions.h"

namespace cotejo::cli {

void fill(CLI::App& app, Context& context) {
  app.name("cotejo");
  app.description(context.say(Text::about));
  app.option_defaults()->group(context.say(Text::label_options));
  dress(app, context);
  app.footer(context.say(Text::footer));
  app.require_subcommand(1);
  app.fallthrough();
  // It decides the texts, so that it was looked for before the line is parsed; here it is only checked.
  const auto language = std::make_shared<std::string>();
  add_choice(
      app, "--lang", [language](const std::string& word) { *language = word; }, {"es", "en"}, "",
      context.say(Text::lang_option), context);
  app.set_version_flag(
      "--version", [&context] { return versions(context.language); }, context.say(Text::version_option));
  for (const auto add :
       {add_ingest,    add_documents, add_findings, add_explain, add_show,     add_decide,  add_correct,
        add_decisions, add_teach,     add_review,   add_search,  add_export,   add_inspect, add_check,
        add_extract,   add_load,      add_merge,    add_verify,  add_relocate, add_digest}) {
    add(app, context);
  }
  for (CLI::App* command : app.get_subcommands({})) {
    command->group(context.say(Text::label_commands));
    dress(*command, context);
  }
}

}  // namespace cotejo::cli
