#include "extractors/archival/obstacles.h"

#include <fmt/format.h>

#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <vector>

#include "extractors/archival/mends.h"
#include "extractors/archival/substitutes.h"

namespace cotejo::archival {
namespace {

using Object = QPDFObjectHandle;

// Containers nest no deeper in an honest file.
constexpr int kDeepest = 40;

std::string name_in(Object dictionary, const std::string& key) {
  Object value = dictionary.isDictionary() ? dictionary.getKey(key) : Object::newNull();
  return value.isName() ? value.getName().substr(1) : std::string();
}

bool embedded(Object font) {
  const std::string kind = name_in(font, "/Subtype");
  if (kind == "Type3") return true;
  Object described = font;
  if (kind == "Type0") {
    Object parts = font.getKey("/DescendantFonts");
    if (!parts.isArray() || parts.getArrayNItems() == 0) return false;
    described = parts.getArrayItem(0);
  }
  Object descriptor = described.isDictionary() ? described.getKey("/FontDescriptor") : Object::newNull();
  if (!descriptor.isDictionary()) return false;
  return descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") || descriptor.hasKey("/FontFile3");
}

// Whether a colour space is that of a printing press, alone or below another one.
bool press_colours(Object space, int depth = 0) {
  if (depth > 4) return false;
  if (space.isName()) return space.getName() == "/DeviceCMYK" || space.getName() == "/CMYK";
  if (!space.isArray() || space.getArrayNItems() == 0) return false;
  const std::string kind = space.getArrayItem(0).isName() ? space.getArrayItem(0).getName() : "";
  if (kind == "/ICCBased") return false;
  for (int i = 1; i < space.getArrayNItems(); ++i)
    if (press_colours(space.getArrayItem(i), depth + 1)) return true;
  return false;
}

class Search {
 public:
  explicit Search(Substitutes& substitutes) : substitutes_(substitutes) {}

  std::set<std::string> found;
  std::set<std::string> missing_fonts;

  void page(QPDFPageObjectHelper page) {
    contents(page.getObjectHandle().getKey("/Contents"), page.getAttribute("/Resources", false), 0,
             [&](QPDFObjectHandle::ParserCallbacks& reader) { page.parseContents(&reader); });
    for (QPDFAnnotationObjectHelper annotation : page.getAnnotations()) note(annotation);
  }

 private:
  class Reader : public QPDFObjectHandle::ParserCallbacks {
   public:
    Reader(Search& search, Object resources) : search_(search), resources_(std::move(resources)) {}

    void handleObject(QPDFObjectHandle object, size_t, size_t) override {
      if (!object.isOperator()) {
        operands_.push_back(object);
        return;
      }
      follow(object.getOperatorValue());
      operands_.clear();
    }
    void handleEOF() override {}

   private:
    struct State {
      std::string font;
      bool invisible = false;
    };

    void follow(const std::string& name) {
      if (name == "q") {
        states_.push_back(states_.back());
      } else if (name == "Q") {
        if (states_.size() > 1) states_.pop_back();
      } else if (name == "Tf" && operands_.size() == 2 && operands_[0].isName()) {
        states_.back().font = operands_[0].getName();
      } else if (name == "Tr" && operands_.size() == 1 && operands_[0].isInteger()) {
        states_.back().invisible = operands_[0].getIntValue() == 3;
      } else if (name == "Tj" || name == "TJ" || name == "'" || name == "\"") {
        if (!states_.back().invisible) search_.font(resource("/Font", states_.back().font));
      } else if (name == "k" || name == "K") {
        search_.press();
      } else if ((name == "cs" || name == "CS") && operands_.size() == 1 && operands_[0].isName()) {
        const std::string space = operands_[0].getName();
        if (space == "/DeviceCMYK" || press_colours(resource("/ColorSpace", space))) search_.press();
      } else if (name == "ID") {
        inline_image();
      }
    }

    void inline_image() {
      for (std::size_t i = 0; i + 1 < operands_.size(); i += 2) {
        if (!operands_[i].isName()) continue;
        const std::string key = operands_[i].getName();
        if ((key == "/CS" || key == "/ColorSpace") && press_colours(operands_[i + 1])) search_.press();
      }
    }

    Object resource(const std::string& kind, const std::string& name) {
      Object all = resources_.isDictionary() ? resources_.getKey(kind) : Object::newNull();
      return all.isDictionary() && !name.empty() ? all.getKey(name) : Object::newNull();
    }

    Search& search_;
    Object resources_;
    std::vector<Object> operands_;
    std::vector<State> states_{1};
  };

  // What a content stream draws, and what it may call.
  void contents(const Object&, Object resources, int depth,
                const std::function<void(QPDFObjectHandle::ParserCallbacks&)>& parse) {
    if (depth > kDeepest) return;
    Reader reader(*this, resources);
    parse(reader);
    if (!resources.isDictionary()) return;
    each(resources.getKey("/XObject"), [&](Object part) { drawn(part, resources, depth + 1); });
    each(resources.getKey("/Pattern"), [&](Object part) { drawn(part, resources, depth + 1); });
    each(resources.getKey("/Shading"), [&](Object part) {
      Object shading = part.isStream() ? part.getDict() : part;
      if (shading.isDictionary() && press_colours(shading.getKey("/ColorSpace"))) press();
    });
    each(resources.getKey("/ExtGState"), [&](Object part) { graphics_state(part); });
  }

  static void each(Object dictionary, const std::function<void(Object)>& act) {
    if (!dictionary.isDictionary()) return;
    for (const std::string& key : dictionary.getKeys()) act(dictionary.getKey(key));
  }

  void drawn(Object stream, Object outer, int depth) {
    if (!stream.isStream() || (stream.isIndirect() && !seen_.insert(stream.getObjGen()).second)) return;
    Object dictionary = stream.getDict();
    if (name_in(dictionary, "/Subtype") == "Image") {
      if (press_colours(dictionary.getKey("/ColorSpace"))) press();
      return;
    }
    if (dictionary.hasKey("/Ref")) found.insert("trae contenido de otro archivo");
    if (name_in(dictionary, "/Subtype") == "PS") found.insert("trae un programa PostScript");
    Object own = dictionary.getKey("/Resources");
    contents(stream, own.isDictionary() ? own : outer, depth,
             [&](QPDFObjectHandle::ParserCallbacks& reader) { stream.parseAsContents(&reader); });
  }

  void graphics_state(Object state) {
    if (!state.isDictionary()) return;
    const std::string transfer = name_in(state, "/TR2");
    if (state.hasKey("/TR") || (state.hasKey("/TR2") && transfer != "Default"))
      found.insert("cambia los tonos con una función de transferencia");
  }

  void font(Object font) {
    if (!font.isDictionary()) return;
    if (font.isIndirect() && !seen_.insert(font.getObjGen()).second) return;
    if (!embedded(font) && !substitutes_.embed(font)) {
      const std::string name = name_in(font, "/BaseFont");
      missing_fonts.insert("«" + (name.empty() ? "sin nombre" : name) + "»");
    }
    if (name_in(font, "/Subtype") != "Type3") return;
    Object resources = font.getKey("/Resources");
    each(font.getKey("/CharProcs"), [&](Object glyph) {
      if (glyph.isStream())
        contents(glyph, resources, kDeepest - 4,
                 [&](QPDFObjectHandle::ParserCallbacks& reader) { glyph.parseAsContents(&reader); });
    });
  }

  void press() { found.insert("usa colores de imprenta (CMYK) sin un perfil que diga cuáles son"); }

  void note(QPDFAnnotationObjectHelper annotation) {
    const std::string kind = annotation.getSubtype();
    for (const char* moving : {"/3D", "/Sound", "/Screen", "/Movie", "/RichMedia"})
      if (kind == moving) found.insert("trae sonido, video o un modelo en tres dimensiones");
    if (kind == "/FileAttachment") found.insert("trae un archivo pegado a una página");
    Object object = annotation.getObjectHandle();
    if (kind == "/Popup" || kind == "/Link" || (annotation.getFlags() & kUnseen) != 0) return;
    const QPDFObjectHandle::Rectangle box = annotation.getRect();
    const bool empty = box.llx == box.urx || box.lly == box.ury;
    Object look = annotation.getAppearanceStream("/N");
    if (!look.isStream()) {
      if (!empty) found.insert("una nota o un campo de formulario no trae dibujado cómo se ve");
      return;
    }
    drawn(look, Object::newDictionary(), 1);
  }

  Substitutes& substitutes_;
  std::set<QPDFObjGen> seen_;
};

// Fields that hold a signature, which a copy would break.
bool is_signed(Object fields, int depth = 0) {
  if (!fields.isArray() || depth > kDeepest) return false;
  for (Object field : fields.getArrayAsVector()) {
    if (!field.isDictionary()) continue;
    if (name_in(field, "/FT") == "Sig" && field.hasKey("/V")) return true;
    if (is_signed(field.getKey("/Kids"), depth + 1)) return true;
  }
  return false;
}

}  // namespace

std::set<std::string> obstacles_of(QPDF& pdf, Substitutes& substitutes) {
  Search search(substitutes);
  for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(pdf).getAllPages()) search.page(page);
  if (!search.missing_fonts.empty())
    search.found.insert(fmt::format("no trae incluidas las fuentes {}", fmt::join(search.missing_fonts, ", ")));
  Object form = pdf.getRoot().getKey("/AcroForm");
  if (form.isDictionary()) {
    if (form.hasKey("/XFA")) search.found.insert("es un formulario XFA, que solo algunos programas muestran");
    if (is_signed(form.getKey("/Fields"))) search.found.insert("lleva una firma digital, que una copia rompería");
  }
  return std::move(search.found);
}

}  // namespace cotejo::archival
