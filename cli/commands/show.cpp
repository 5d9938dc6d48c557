#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/reading.h"
#include "cli/commands/selection.h"
#include "extractors/overlay/overlay.h"
#include "model/store/store.h"
#include "pipeline/run/attachments.h"

namespace cotejo::cli {
namespace {

using model::Error;
using model::ErrorCode;
using model::Stage;

struct Options {
  ReadingOptions reading;
  std::string path;
  int page = 0;
  std::string finding;  // number or mark
  std::string output;
  std::string step = "todo";
  double dpi = 110;
};

int drawn(const model::Status& status, const Options& options, const Context& context) {
  if (!status) return context.fail(status.error());
  context.out << context.say(Text::drawn, options.output) << '\n';
  return kNothingToReport;
}

// The page as it is shown, drawn by a process apart as all that opens a PDF is; nothing once it was told why not.
std::optional<pdf::Raster> picture_of(reading::Readers& readers, reading::Task task, int page, const Options& options,
                                      const Context& context) {
  task.draw_page = page;
  task.dpi = options.dpi;
  std::optional<reading::Outcome> outcome = outcome_of(readers, std::move(task));
  if (!outcome) return std::nullopt;
  for (const Error& error : outcome->bundle.errors) context.complain(error);
  return std::move(outcome->picture);
}

int show_page(const Options& options, const Context& context) {
  overlay::Step step{};
  if (!overlay::step_named(options.step, step)) {
    context.err << context.say(Text::unknown_step, options.step, overlay::step_names()) << '\n';
    return kUsage;
  }
  const model::Result<run::Settings> settings = settings_of(options.reading);
  if (!settings) return context.fail(settings.error());
  const std::unique_ptr<reading::Readers> readers = readers_of(options.reading, settings.value());
  model::Result<reading::Task> found = task_for(options.path, options.reading, settings.value());
  if (!found) return context.fail(found.error());
  reading::Task task = std::move(found).value();
  task.analyse = false;
  const auto outcome = outcome_of(*readers, task);
  if (!outcome) return kCouldNotRun;
  const model::Bundle& bundle = outcome->bundle;
  const auto page = std::find_if(bundle.pages.begin(), bundle.pages.end(),
                                 [&](const model::Page& it) { return it.number == options.page; });
  if (page == bundle.pages.end()) {
    for (const Error& error : bundle.errors) context.complain(error);
    if (bundle.errors.empty()) {
      context.complain({ErrorCode::page_failed, Stage::page, options.path, options.page,
                        "páginas: " + std::to_string(bundle.page_count)});
    }
    return kCouldNotRun;
  }
  const std::optional<pdf::Raster> picture = picture_of(*readers, std::move(task), options.page, options, context);
  if (!picture) return kCouldNotRun;
  return drawn(overlay::draw(*picture, {&*page, &bundle.tables, &bundle.blocks}, step, options.output), options,
               context);
}

// The places of a finding on a page of its report.
std::vector<overlay::Place> places_of(const store::FindingDetail& detail, int page) {
  std::vector<overlay::Place> places;
  for (const store::EvidenceRow& place : detail.evidence)
    if (place.sha256 == detail.sha256 && place.page == page)
      places.push_back({place.box, std::string(model::name_of(place.role)), place.role == model::Role::reported});
  // Some rules report no figure, but a place alone: two commitments with one number.
  if (std::none_of(places.begin(), places.end(), [](const overlay::Place& place) { return place.reported; }))
    for (overlay::Place& place : places) place.reported = true;
  return places;
}

// The evidence that this page does not hold: "página 3; otro.pdf, página 2".
std::string elsewhere(const store::FindingDetail& detail, int page, const Context& context) {
  std::vector<std::string> others;
  for (const store::EvidenceRow& place : detail.evidence) {
    if (place.sha256 == detail.sha256 && place.page == page) continue;
    const std::string other = (place.sha256 == detail.sha256 ? std::string() : place.route + ", ") +
                              context.say(Text::finding_place, place.page);
    if (std::find(others.begin(), others.end(), other) == others.end()) others.push_back(other);
  }
  return fmt::format("{}", fmt::join(others, "; "));
}

int show_finding(const Options& options, const Context& context) {
  model::Result<store::Store> store = store::Store::open(options.reading.database, store::Access::read);
  if (!store) return context.fail(store.error());
  const auto numbers = findings_named(store.value(), {options.finding}, context);
  if (!numbers) return kCouldNotRun;
  const auto found = store.value().finding(numbers->front());
  if (!found) return context.fail(found.error());
  const store::FindingDetail& detail = *found.value();
  const store::FindingRow& finding = detail.finding;
  const std::string& path = detail.path;
  const model::Result<run::Settings> settings = settings_of(options.reading);
  if (!settings) return context.fail(settings.error());
  if (!run::on_disk(path)) {
    context.err << context.say(Text::show_without_source, finding.route) << '\n';
    return kCouldNotRun;
  }
  model::Result<reading::Task> task = task_for(path, options.reading, settings.value());
  if (!task) return context.fail(task.error());
  if (task.value().file.sha256 != detail.sha256) context.err << context.say(Text::verify_changed, path) << '\n';
  const int page = options.page > 0 ? options.page : std::max(1, finding.page);
  const std::unique_ptr<reading::Readers> readers = readers_of(options.reading, settings.value());
  const std::optional<pdf::Raster> picture = picture_of(*readers, std::move(task).value(), page, options, context);
  if (!picture) return kCouldNotRun;
  std::vector<std::string> caption{
      fmt::format("#{} · {} · {}, {}", finding.id, finding.rule, finding.route, context.say(Text::finding_place, page)),
      finding.message};
  if (const std::string others = elsewhere(detail, page, context); !others.empty())
    caption.push_back(context.say(Text::also_on, others));
  for (std::size_t i = 1; i < caption.size(); ++i) context.out << caption[i] << '\n';
  return drawn(overlay::draw_places(*picture, page, places_of(detail, page), caption, options.output), options,
               context);
}

int show(const Options& options, const Context& context) {
  if (!options.finding.empty() && !options.reading.database.empty()) return show_finding(options, context);
  if (!options.path.empty() && options.page > 0) return show_page(options, context);
  context.err << context.say(Text::usage_error, context.say(Text::show_usage), "show ") << '\n';
  return kUsage;
}

}  // namespace

void add_show(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("show", context.say(Text::show_about));
  command->add_option("FILE", options->path, context.say(Text::pdf_file));
  add_number(*command, "--page", options->page, 1, 1'000'000, "N", context.say(Text::page_option), context);
  command->add_option("--finding", options->finding, context.say(Text::finding_id));
  command->add_option("--db", options->reading.database, context.say(Text::db_option))
      ->envname("COTEJO_DB")
      ->type_name(context.say(Text::type_file));
  command->add_option("-o,--output", options->output, context.say(Text::picture_option))
      ->required()
      ->type_name(context.say(Text::type_file));
  command->add_option("--step", options->step, context.say(Text::step_option, overlay::step_names()));
  add_number(*command, "--dpi", options->dpi, 20.0, 600.0, "DPI", context.say(Text::dpi_option), context);
  add_reading_options(*command, options->reading, context, Reads::files);
  command->callback([options, &context] { context.action = [options, &context] { return show(*options, context); }; });
}

}  // namespace cotejo::cli
