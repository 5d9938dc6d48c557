# Writes versions.cpp: a mark of the sources that decide what is extracted from a PDF, and one of those that decide what
# is made of it. Equal sources give equal marks on any machine; comments, blank lines, tests and the build's own files do
# not count. Used by CMakeLists.txt for the list of files, and run by the build:
#   cmake -DROOT=… -DOUTPUT=… [-DINSTEAD=FILE_OF_THE_LIST=FILE_TO_READ] -P source_versions.cmake

# A folder ends in a slash and is taken whole.
set(EXTRACTION_SOURCES base/ model/geometry.* model/page.* model/page_text.* model/table.* model/document.*
                       extractors/pdf/ extractors/layout/ extractors/tables/ extractors/ocr/
                       pipeline/reading/extraction.* pipeline/reading/read.*)
set(ANALYSIS_SOURCES base/ model/amount.* model/geometry.* model/names.* model/page.* model/page_text.* model/table.*
                     model/document.* model/record.* model/finding.* pipeline/normalise/ pipeline/mapping/ pipeline/checks/
                     pipeline/reading/analysis.* pipeline/reading/read.*)

# source_files(OUT ENTRY…): their names from ROOT on, sorted.
function(source_files out)
  set(all "")
  set(again CONFIGURE_DEPENDS)  # a header that is gone is no longer waited for
  if(CMAKE_SCRIPT_MODE_FILE)
    set(again "")
  endif()
  foreach(entry IN LISTS ARGN)
    if(entry MATCHES "/$")
      file(GLOB_RECURSE files RELATIVE ${ROOT} ${again} ${ROOT}/${entry}*)
    else()
      file(GLOB files RELATIVE ${ROOT} ${again} ${ROOT}/${entry})
    endif()
    list(APPEND all ${files})
  endforeach()
  list(FILTER all INCLUDE REGEX "\\.(h|cpp|txt|in)$")
  list(FILTER all EXCLUDE REGEX "CMakeLists\\.txt$")
  list(REMOVE_DUPLICATES all)
  list(SORT all)
  set(${out} ${all} PARENT_SCOPE)
endfunction()

function(mark_of out)
  source_files(files ${ARGN})
  set(sums "")
  foreach(file IN LISTS files)
    set(path ${ROOT}/${file})
    if(INSTEAD MATCHES "^${file}=(.*)$")
      set(path ${CMAKE_MATCH_1})
    endif()
    file(READ ${path} text)
    if(file MATCHES "\\.(h|cpp)$")
      string(REGEX REPLACE "\n[ \t]*//[^\n]*" "" text "\n${text}")
      string(REGEX REPLACE "\n[ \t\n]*\n" "\n" text "${text}")
    endif()
    string(SHA256 sum "${text}")
    string(APPEND sums "${file} ${sum}\n")
  endforeach()
  string(SHA256 whole "${sums}")
  string(SUBSTRING ${whole} 0 16 mark)
  set(${out} ${mark} PARENT_SCOPE)
endfunction()

if(OUTPUT)
  get_filename_component(ROOT ${ROOT} ABSOLUTE)
  mark_of(EXTRACTION ${EXTRACTION_SOURCES})
  mark_of(ANALYSIS ${ANALYSIS_SOURCES})
  set(made "// Made by the build from the sources (source_versions.cmake).
#include \"pipeline/reading/versions.h\"

namespace cotejo::reading {

std::string_view extraction_version() { return \"${EXTRACTION}\"; }
std::string_view analysis_version() { return \"${ANALYSIS}\"; }

}  // namespace cotejo::reading
")
  # Left alone when it says the same already, so that nothing is compiled for a comment.
  set(before "")
  if(EXISTS ${OUTPUT})
    file(READ ${OUTPUT} before)
  endif()
  if(NOT before STREQUAL made)
    file(WRITE ${OUTPUT} "${made}")
  endif()
endif()
