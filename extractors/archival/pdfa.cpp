#include "extractors/archival/pdfa.h"

#include <algorithm>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

#include "extractors/archival/colour_profile.h"
#include "extractors/archival/mends.h"
#include "extractors/archival/obstacles.h"
#include "extractors/archival/substitutes.h"
#include "extractors/archival/text_layer.h"
#include "extractors/archival/xmp.h"

namespace cotejo::archival {
namespace {

using Object = QPDFObjectHandle;

// Which colours are meant by numbers alone.
Object output_intent(QPDF& pdf) {
  Object profile = pdf.makeIndirectObject(Object::newStream(&pdf, srgb_profile()));
  profile.getDict().replaceKey("/N", Object::newInteger(3));
  Object intent = Object::parse(
      "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) "
      "/RegistryName (http://www.color.org) >>");
  intent.replaceKey("/DestOutputProfile", profile);
  Object intents = Object::newArray();
  intents.appendItem(pdf.makeIndirectObject(intent));
  return intents;
}

// The old way of saying what XMP says, for programs that read that alone.
void describe(QPDF& pdf, const Description& description) {
  std::string day = description.date;
  day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
  Object info = Object::newDictionary();
  const auto put = [&](const char* key, const std::string& text) {
    if (!text.empty()) info.replaceKey(key, Object::newUnicodeString(text));
  };
  put("/Title", description.title);
  put("/Author", description.author);
  put("/Subject", description.subject);
  put("/Creator", description.program);
  put("/Producer", description.program);
  info.replaceKey("/CreationDate", Object::newString("D:" + day + "000000Z"));
  info.replaceKey("/ModDate", Object::newString("D:" + day + "000000Z"));
  pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
  Object metadata = pdf.makeIndirectObject(Object::newStream(&pdf, xmp_of(description)));
  metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
  metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
  pdf.getRoot().replaceKey("/Metadata", metadata);
}

std::string written(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setPreserveEncryption(false);
  writer.setMinimumPDFVersion("1.7");
  writer.setNewlineBeforeEndstream(true);
  writer.setDecodeLevel(qpdf_dl_generalized);  // takes out LZW, which is forbidden; pictures stay as they are
  writer.setStreamDataMode(qpdf_s_compress);
  writer.setSuppressOriginalObjectIDs(true);
  writer.write();
  const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

model::Error failed(const QPDFExc& fault) {
  const model::ErrorCode code =
      fault.getErrorCode() == qpdf_e_password ? model::ErrorCode::encrypted : model::ErrorCode::damaged;
  return {code, model::Stage::output, "", 0, fault.getMessageDetail()};
}

}  // namespace

model::Result<Copy> to_pdfa(const std::string& path, const std::string& password, const Description& description,
                            const std::vector<model::Page>& pages) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(path.c_str(), password.c_str());
    if (pdf.getAllPages().empty()) return model::Error{model::ErrorCode::no_pages, model::Stage::output, "", 0, ""};
    Copy copy;
    Substitutes substitutes(pdf);
    const std::set<std::string> obstacles = obstacles_of(pdf, substitutes);
    copy.obstacles.assign(obstacles.begin(), obstacles.end());
    if (!copy.obstacles.empty()) return copy;
    std::set<std::string> changes = mend(pdf);
    changes.merge(substitutes.told());
    copy.changes.assign(changes.begin(), changes.end());
    lay_words(pdf, pages);
    pdf.getRoot().replaceKey("/OutputIntents", output_intent(pdf));
    describe(pdf, description);
    copy.bytes = written(pdf);
    return copy;
  } catch (const QPDFExc& fault) {
    return failed(fault);
  } catch (const std::exception& fault) {
    return model::Error{model::ErrorCode::damaged, model::Stage::output, "", 0, fault.what()};
  }
}

}  // namespace cotejo::archival
