# Writes versions.cpp: a mark of the sources that decide what is extracted from a PDF, and one of those that decide what
# is made of it. Equal sources give equal marks on any machine; comments, blank lines, tests and the build's own files do
# not count. Used by CMakeLists.txt for the list of files, and run by the build:
#   cmake -DROOT=… -DOUTPUT=… [-DINSTEAD=FILE_OF_THE_LIST=FILE_TO_READ] -P source_versions.cmake

cmake_policy(VERSION 3.25)

# Where to begin; a folder ends in a slash and is taken whole. What these include of ours counts too, with its source.
set(EXTRACTION_SEEDS extractors/pdf/ extractors/layout/ extractors/tables/ extractors/ocr/ pipeline/reading/extraction.*)
set(ANALYSIS_SEEDS pipeline/normalise/ pipeline/mapping/ pipeline/checks/ pipeline/reading/analysis.*)
# What counts by itself: the way of both, and the form in which bundles are kept.
set(EXTRACTION_PLAIN pipeline/reading/read.cpp model/codec/archive.h)
set(ANALYSIS_PLAIN pipeline/reading/read.cpp)
# What never counts: how errors are worded; and for extraction what records are made of, which it only passes on.
set(EXTRACTION_LEFT_OUT "^model/(result|record|measure|amount)\\.")
set(ANALYSIS_LEFT_OUT "^model/result\\.")
# All that can count, for whoever waits for changes.
set(ALL_SOURCES base/ model/ extractors/ pipeline/normalise/ pipeline/mapping/ pipeline/checks/ pipeline/reading/)

# source_files(OUT ENTRY…): their names from ROOT on.
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
  set(${out} ${all} PARENT_SCOPE)
endfunction()

# Adds to the list of files what they include, and what that includes.
function(follow_includes list)
  set(waiting ${${list}})
  set(all ${waiting})
  while(waiting)
    list(POP_FRONT waiting file)
    file(STRINGS ${ROOT}/${file} lines REGEX "^#include \"")
    foreach(line IN LISTS lines)
      string(REGEX REPLACE "^#include \"([^\"]+)\".*" "\\1" header "${line}")
      string(REGEX REPLACE "\\.h$" ".cpp" source "${header}")
      foreach(found IN ITEMS ${header} ${source})
        if(NOT found IN_LIST all AND EXISTS ${ROOT}/${found})
          list(APPEND all ${found})
          list(APPEND waiting ${found})
        endif()
      endforeach()
    endforeach()
  endwhile()
  set(${list} ${all} PARENT_SCOPE)
endfunction()

# mark_of(OUT SEEDS … PLAIN … LEFT_OUT EXPRESSION)
function(mark_of out)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LEFT_OUT" "SEEDS;PLAIN")
  source_files(files ${arg_SEEDS})
  follow_includes(files)
  source_files(plain ${arg_PLAIN})
  list(APPEND files ${plain})
  list(FILTER files EXCLUDE REGEX "${arg_LEFT_OUT}")
  list(REMOVE_DUPLICATES files)
  list(SORT files)
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
  mark_of(EXTRACTION SEEDS ${EXTRACTION_SEEDS} PLAIN ${EXTRACTION_PLAIN} LEFT_OUT "${EXTRACTION_LEFT_OUT}")
  mark_of(ANALYSIS SEEDS ${ANALYSIS_SEEDS} PLAIN ${ANALYSIS_PLAIN} LEFT_OUT "${ANALYSIS_LEFT_OUT}")
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
