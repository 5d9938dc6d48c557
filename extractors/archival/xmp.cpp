#include "extractors/archival/xmp.h"

#include "base/markup.h"

namespace cotejo::archival {
namespace {

using base::escaped;

std::string in_language(const char* name, const std::string& text) {
  if (text.empty()) return {};
  return std::string("   <dc:") + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) +
         "</rdf:li></rdf:Alt></dc:" + name + ">\n";
}

}  // namespace

std::string xmp_of(const Description& description) {
  const std::string time = description.date + "T00:00:00Z";
  std::string text =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
      "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
      "   <pdfaid:part>2</pdfaid:part>\n"
      "   <pdfaid:conformance>B</pdfaid:conformance>\n"
      "   <dc:format>application/pdf</dc:format>\n";
  text += in_language("title", description.title);
  if (!description.author.empty())
    text += "   <dc:creator><rdf:Seq><rdf:li>" + escaped(description.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
  text += in_language("description", description.subject);
  text += "   <dc:source>urn:sha256:" + escaped(description.source_sha256) + "</dc:source>\n";
  text += "   <xmp:CreatorTool>" + escaped(description.program) + "</xmp:CreatorTool>\n";
  text += "   <xmp:CreateDate>" + time + "</xmp:CreateDate>\n   <xmp:ModifyDate>" + time + "</xmp:ModifyDate>\n";
  text += "   <pdf:Producer>" + escaped(description.program) + "</pdf:Producer>\n";
  return text + "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

}  // namespace cotejo::archival
