#include "tests/fuzz/targets.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>

#include "extractors/tables/read_content.h"
#include "model/codec/codec.h"
#include "pipeline/checks/check.h"
#include "pipeline/mapping/read_document.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/amount_words/number_words.h"
#include "pipeline/normalise/numbers/numbers.h"
#include "pipeline/normalise/text/skeleton.h"
#include "pipeline/normalise/text/text.h"
#include "pipeline/worker/message.h"

namespace cotejo::fuzz {
namespace {

using Seeds = std::vector<std::vector<std::uint8_t>>;

std::vector<std::uint8_t> bytes_of(std::string_view text) {
  return {text.begin(), text.end()};
}

void expect(bool kept) {
  if (!kept) std::abort();
}

std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  // Longer texts only make every run slower: cells and sentences are shorter.
  constexpr std::size_t kMost = 400;
  return {reinterpret_cast<const char*>(data), size < kMost ? size : kMost};
}

void numbers(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  for (const auto mark :
       {normalise::DecimalMark::unknown, normalise::DecimalMark::comma, normalise::DecimalMark::point}) {
    const normalise::NumberReading reading = normalise::read_number(text, {mark, model::Unit::cop, 6});
    if (reading.kind == normalise::NumberKind::number) (void)reading.amount.value.to_string();
  }
  for (const normalise::NumberToken& token : normalise::find_numbers(text)) {
    expect(token.begin <= token.end && token.end <= text.size());
  }
  for (const normalise::WordsAmount& amount : normalise::find_amounts_in_words(text)) {
    expect(amount.begin <= amount.end && amount.end <= text.size());
  }
  (void)normalise::scale_of(text);
}

void dates(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  for (const normalise::DateReading& date : normalise::find_dates(text, 2021)) {
    expect(date.begin <= date.end && date.end <= text.size());
    expect(date.span.from.empty() || normalise::valid_day(date.span.from));
    expect(date.span.to.empty() || normalise::valid_day(date.span.to));
  }
  const normalise::YearPart part = normalise::year_part_of(text);
  expect(part.first_month >= 0 && part.last_month <= 12);
  expect(normalise::month_of(text) >= 0 && normalise::month_of(text) <= 12);
  expect(normalise::fold(normalise::fold(text)) == normalise::fold(text));
}

// A blob's head made right for whatever its body is, so that the body's reader is reached.
std::string sealed(const std::uint8_t* data, std::size_t size, char kind) {
  std::string blob(model::kBlobHeadSize, '\0');
  if (size > 0) blob.append(reinterpret_cast<const char*>(data), size);
  std::memcpy(blob.data(), "CTJ", 3);
  blob[3] = kind;
  const std::uint32_t version = model::kCodecVersion;
  const std::uint64_t body = size;
  const std::uint64_t sum = model::checksum(std::string_view(blob).substr(model::kBlobHeadSize));
  std::memcpy(blob.data() + 4, &version, sizeof version);
  std::memcpy(blob.data() + 8, &body, sizeof body);
  std::memcpy(blob.data() + 16, &sum, sizeof sum);
  return blob;
}

void bundles(const std::uint8_t* data, std::size_t size) {
  (void)model::decode_bundle({reinterpret_cast<const char*>(data), size});
  const std::string blob = sealed(data, size, 'B');
  if (const auto bundle = model::decode_bundle(blob); bundle) expect(model::encode(bundle.value()) == blob);
  const std::string page = sealed(data, size, 'P');
  if (const auto read = model::decode_page(page); read) expect(model::encode(read.value()) == page);
  const std::string analysis = sealed(data, size, 'A');
  if (const auto read = model::decode_analysis(analysis); read) expect(model::encode(read.value()) == analysis);
}

void messages(const std::uint8_t* data, std::size_t size) {
  (void)worker::decode_setup(sealed(data, size, 's'));
  (void)worker::decode_request(sealed(data, size, 'q'));
  (void)worker::decode_reply(sealed(data, size, 'r'));
}

// Words and rules anywhere on two pages: five bytes a thing.
std::vector<model::Page> pages_of(const std::uint8_t* data, std::size_t size) {
  std::vector<model::Page> pages(2);
  constexpr std::size_t kMost = 600;
  for (int i = 0; i < 2; ++i) {
    pages[static_cast<std::size_t>(i)].number = i + 1;
    pages[static_cast<std::size_t>(i)].width = 612;
    pages[static_cast<std::size_t>(i)].height = 792;
  }
  for (std::size_t at = 0; at + 5 <= size && at < 5 * kMost; at += 5) {
    const std::uint8_t* it = data + at;
    model::Page& page = pages[it[0] & 1U];
    const double x = it[1] * 2.4;
    const double y = it[2] * 3.1;
    const double across = it[3] * 2.4;
    switch ((it[0] >> 1U) & 7U) {
      case 0:
        page.rules.push_back({{x, y}, {x + across, y}, 0.5});
        break;
      case 1:
        page.rules.push_back({{x, y}, {x, y + across}, 0.5});
        break;
      case 2:
        page.shades.push_back({{x, y, x + across, y + it[4]}, 0xDDDDDD});
        break;
      default: {
        model::Word word;
        const char* const texts[] = {"Total", "$", "1.234.567", "23,5%", "Educación", "de", "2021", "X"};
        word.text = texts[it[4] & 7U];
        word.font_size = 6 + (it[4] >> 4U);
        word.box = {x, y, x + 5 * static_cast<double>(word.text.size()), y + word.font_size};
        word.bold = (it[4] & 8U) != 0;
        word.rotation = static_cast<std::int16_t>((it[0] >> 6U) == 3 ? 90 : 0);
        page.words.push_back(word);
      }
    }
  }
  for (model::Page& page : pages) page.origin = page.words.empty() ? model::Origin::empty : model::Origin::text;
  return pages;
}

void tables(const std::uint8_t* data, std::size_t size) {
  model::Bundle bundle;
  bundle.page_count = 2;
  bundle.pages = pages_of(data, size);
  tables::Content content = tables::read_content(bundle.pages);
  bundle.tables = std::move(content.tables);
  bundle.blocks = std::move(content.blocks);
  expect(model::validate(bundle).ok());
  static const mapping::Vocabulary vocabulary = mapping::Vocabulary::standard();
  const mapping::DocumentReading reading = mapping::read_document(bundle, vocabulary);
  expect(reading.tables.size() == bundle.tables.size());
}

// A paragraph, and a table of two columns whose rows are its lines parted at '|'.
model::Bundle report_of(std::string_view text) {
  model::Bundle bundle;
  bundle.file_name = "a.pdf";
  bundle.page_count = 1;
  bundle.pages.resize(1);
  model::Page& page = bundle.pages[0];
  page.number = 1;
  page.width = 612;
  page.height = 792;
  model::Block block;
  block.page = 1;
  block.text = std::string(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    model::Word word;
    word.text = std::string(text.substr(begin, end - begin));
    word.box = {static_cast<double>(begin), 0, static_cast<double>(end), 10};
    block.words.push_back(static_cast<int>(page.words.size()));
    page.words.push_back(std::move(word));
    begin = end + 1;
  }
  bundle.blocks.push_back(std::move(block));
  model::Table table;
  table.first_page = table.last_page = 1;
  table.columns = 2;
  table.header_rows = 1;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t bar = std::min(line.find('|'), line.size());
    for (const int column : {0, 1}) {
      model::Cell cell;
      cell.page = 1;
      cell.row = table.rows;
      cell.column = column;
      cell.text = std::string(column == 0 ? line.substr(0, bar) : line.substr(std::min(bar + 1, line.size())));
      cell.box = {300.0 * column, 20.0 * table.rows, 300.0 * column + 300, 20.0 * table.rows + 20};
      table.cells.push_back(std::move(cell));
    }
    ++table.rows;
    begin = end + 1;
  }
  if (table.rows > 0) bundle.tables.push_back(std::move(table));
  return bundle;
}

void prose(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  const normalise::Skeleton skeleton = normalise::skeleton_of(text);
  std::size_t last = 0;
  for (const mapping::Token& token : mapping::tokens_of(text, skeleton)) {
    expect(last <= token.begin && token.begin < token.end && token.end <= text.size() && !token.folded.empty());
    last = token.end;
  }
  expect(mapping::one_line(mapping::one_line(text)) == mapping::one_line(text));
  expect(normalise::clean(normalise::clean(text)) == normalise::clean(text));
  static const mapping::Vocabulary vocabulary = mapping::Vocabulary::standard();
  const model::Bundle bundle = report_of(text);
  const mapping::DocumentReading reading = mapping::read_document(bundle, vocabulary);
  expect(reading.tables.size() == bundle.tables.size());
  (void)checks::check_document(reading);
}

Seeds number_seeds() {
  return {bytes_of("$ 1.234.567,89"), bytes_of("84,120"), bytes_of("(8.540 millones)"), bytes_of("1'250.000 %"),
          bytes_of("ciento catorce millones de pesos m/cte ($114.000.000) NIT 800.113.389-7")};
}

Seeds date_seeds() {
  return {bytes_of("Del 22 al 27 de Enero de 2021"), bytes_of("30 Abril, 30 de Agosto, 31 Diciembre"),
          bytes_of("29/01/2021"), bytes_of("1er trimestre"), bytes_of("Vigencia 2021, bimestralmente")};
}

Seeds prose_seeds() {
  return {
      bytes_of("Se recibieron 1.535 peticiones, 606 quejas y 12 reclamos (40 %) en el II trimestre de 2021."),
      bytes_of("Rubro|Apropiación definitiva\n2.1.01 Educación|$ 1.234.567,00\nTOTAL|1.234.567"),
      bytes_of("Tipo|Recibidas\nQuejas|12\nReclamos|3\nTotal|15\nde las 14 PQRS"),
      bytes_of("Actividad|Responsable\n1.1 Publicar el informe|Secretaría de Gobierno - 30 de junio de 2021\n"),
      bytes_of("por ciento catorce millones de pesos m/cte ($114.000.000), según Decreto 484 del 6 de junio de 2019")};
}

model::Bundle small_bundle() {
  model::Bundle bundle;
  bundle.file_name = "a.pdf";
  bundle.page_count = 1;
  bundle.pages.resize(1);
  bundle.pages[0].number = 1;
  bundle.pages[0].words.resize(2);
  bundle.tables.resize(1);
  bundle.tables[0].first_page = bundle.tables[0].last_page = bundle.tables[0].rows = bundle.tables[0].columns = 1;
  bundle.tables[0].cells.resize(1);
  bundle.tables[0].cells[0].page = 1;
  bundle.blocks.resize(1);
  return bundle;
}

std::vector<std::uint8_t> body_of(const std::string& blob) {
  return bytes_of(std::string_view(blob).substr(model::kBlobHeadSize));
}

Seeds bundle_seeds() {
  return {body_of(model::encode(small_bundle())), body_of(model::encode(small_bundle().pages[0])),
          body_of(model::encode(model::Analysis{})), bytes_of(model::encode(small_bundle()))};
}

Seeds message_seeds() {
  return {body_of(worker::encode(worker::Setup{})), body_of(worker::encode(worker::Request{})),
          body_of(worker::encode(worker::Reply{}))};
}

Seeds table_seeds() {
  std::vector<std::uint8_t> grid;
  for (std::uint8_t row = 0; row < 8; ++row) {
    const auto y = static_cast<std::uint8_t>(40 + row * 6);
    grid.insert(grid.end(), {0, 20, y, 150, 0});
    for (std::uint8_t column = 0; column < 4; ++column) {
      grid.insert(grid.end(), {6, static_cast<std::uint8_t>(22 + column * 36), static_cast<std::uint8_t>(y + 2), 10,
                               static_cast<std::uint8_t>(0x40 + column)});
    }
  }
  for (std::uint8_t column = 0; column < 5; ++column) {
    grid.insert(grid.end(), {2, static_cast<std::uint8_t>(20 + column * 37), 40, 55, 0});
  }
  return {grid};
}

}  // namespace

const std::vector<Target>& targets() {
  static const std::vector<Target> all{{"numbers", numbers, number_seeds}, {"dates", dates, date_seeds},
                                       {"bundles", bundles, bundle_seeds}, {"messages", messages, message_seeds},
                                       {"tables", tables, table_seeds},    {"prose", prose, prose_seeds}};
  return all;
}

}  // namespace cotejo::fuzz
