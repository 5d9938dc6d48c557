#include "extractors/archival/mends.h"

#include <algorithm>
#include <array>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace cotejo::archival {
namespace {

using Object = QPDFObjectHandle;

// Flags of an annotation.
constexpr int kInvisible = 1, kPrint = 4, kToggleNoView = 256;

bool has_name(Object dictionary, const char* key, const char* value) {
  Object found = dictionary.getKey(key);
  return found.isName() && found.getName() == value;
}

// Actions that PDF/A-2 leaves in a document: those that go somewhere.
bool allowed(Object action) {
  constexpr std::array kAllowed{"/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/SubmitForm"};
  Object kind = action.isDictionary() ? action.getKey("/S") : Object::newNull();
  if (!kind.isName()) return !action.isDictionary();
  if (kind.getName() == "/Named") {
    constexpr std::array kPlaces{"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"};
    return std::any_of(kPlaces.begin(), kPlaces.end(), [&](const char* it) { return has_name(action, "/N", it); });
  }
  return std::any_of(kAllowed.begin(), kAllowed.end(), [&](const char* it) { return kind.getName() == it; });
}

void drop_action(Object dictionary, const char* key, std::set<std::string>& told) {
  if (!dictionary.hasKey(key) || allowed(dictionary.getKey(key))) return;
  dictionary.removeKey(key);
  told.insert("sin acciones automáticas");
}

void mend_annotation(Object annotation, std::set<std::string>& told) {
  const bool widget = has_name(annotation, "/Subtype", "/Widget");
  drop_action(annotation, "/A", told);
  if (annotation.hasKey("/AA") || (widget && annotation.hasKey("/A"))) told.insert("sin acciones automáticas");
  annotation.removeKey("/AA");
  if (widget) annotation.removeKey("/A");
  if (has_name(annotation, "/Subtype", "/Popup")) return;
  Object flags = annotation.getKey("/F");
  const int set = flags.isInteger() ? flags.getIntValueAsInt() : 0;
  annotation.replaceKey("/F", Object::newInteger((set | kPrint) & ~(kInvisible | kUnseen | kToggleNoView)));
  Object look = annotation.getKey("/AP");
  if (!look.isDictionary()) return;
  look.removeKey("/R");
  look.removeKey("/D");
}

// What is not shown on the screen is taken out: PDF/A knows no annotation that is hidden, and would show it.
void mend_annotations(Object page, std::set<std::string>& told) {
  Object annotations = page.getKey("/Annots");
  if (!annotations.isArray()) return;
  Object kept = Object::newArray();
  for (Object annotation : annotations.getArrayAsVector()) {
    if (!annotation.isDictionary()) continue;
    Object flags = annotation.getKey("/F");
    if (flags.isInteger() && (flags.getIntValue() & kUnseen) != 0) {
      told.insert("sin notas ocultas");
      continue;
    }
    mend_annotation(annotation, told);
    kept.appendItem(annotation);
  }
  page.replaceKey("/Annots", kept);
}

void mend_object(Object dictionary) {
  // Lists of what a font's subset holds are often wrong, and never needed.
  if (has_name(dictionary, "/Type", "/FontDescriptor")) {
    dictionary.removeKey("/CIDSet");
    dictionary.removeKey("/CharSet");
  }
  if (has_name(dictionary, "/Subtype", "/CIDFontType2") && !dictionary.hasKey("/CIDToGIDMap"))
    dictionary.replaceKey("/CIDToGIDMap", Object::newName("/Identity"));  // what is meant where nothing is said
  if (has_name(dictionary, "/Subtype", "/Image")) {
    dictionary.removeKey("/Alternates");
    dictionary.removeKey("/OPI");
    Object smooth = dictionary.getKey("/Interpolate");
    if (smooth.isBool() && smooth.getBoolValue()) dictionary.removeKey("/Interpolate");
  }
  if (has_name(dictionary, "/Subtype", "/Form")) {
    dictionary.removeKey("/OPI");
    dictionary.removeKey("/PS");
  }
}

void mend_layers(Object root) {
  Object layers = root.getKey("/OCProperties");
  if (!layers.isDictionary()) return;
  layers.removeKey("/Configs");
  Object usual = layers.getKey("/D");
  if (!usual.isDictionary()) return;
  if (!usual.getKey("/Name").isString()) usual.replaceKey("/Name", Object::newUnicodeString("Capas"));
  usual.removeKey("/AS");
  usual.removeKey("/Order");
}

void mend_root(Object root, std::set<std::string>& told) {
  drop_action(root, "/OpenAction", told);
  if (root.hasKey("/AA")) told.insert("sin acciones automáticas");
  for (const char* key : {"/AA", "/Perms", "/Requirements", "/NeedsRendering", "/AF"}) root.removeKey(key);
  Object names = root.getKey("/Names");
  if (names.isDictionary()) {
    if (names.hasKey("/JavaScript")) told.insert("sin acciones automáticas");
    if (names.hasKey("/EmbeddedFiles")) told.insert("sin los archivos adjuntos, que quedan en el original");
    for (const char* key : {"/JavaScript", "/EmbeddedFiles", "/AlternatePresentations", "/Renditions"})
      names.removeKey(key);
  }
  Object form = root.getKey("/AcroForm");
  if (form.isDictionary()) form.removeKey("/NeedAppearances");
  mend_layers(root);
}

}  // namespace

std::set<std::string> mend(QPDF& pdf) {
  std::set<std::string> told;
  Object root = pdf.getRoot();
  mend_root(root, told);
  for (QPDFPageObjectHelper helper : QPDFPageDocumentHelper(pdf).getAllPages()) {
    Object page = helper.getObjectHandle();
    page.removeKey("/AA");
    page.removeKey("/PresSteps");
    mend_annotations(page, told);
  }
  for (Object object : pdf.getAllObjects()) {
    Object dictionary = object.isStream() ? object.getDict() : object;
    if (!dictionary.isDictionary()) continue;
    dictionary.removeKey("/Metadata");
    mend_object(dictionary);
    // Fields and bookmarks.
    if (dictionary.hasKey("/FT") || dictionary.hasKey("/Title")) {
      drop_action(dictionary, "/A", told);
      dictionary.removeKey("/AA");
    }
  }
  return told;
}

}  // namespace cotejo::archival
