# Writes a source that holds the files of a folder as bytes, with their names from the folder on. Run by the build:
#   cmake -DFOLDER=… -DOUTPUT=… -P embed.cmake
cmake_policy(VERSION 3.25)
file(GLOB_RECURSE files RELATIVE ${FOLDER} ${FOLDER}/*)
list(SORT files)
set(blocks "")
set(externs "")
set(list "")
set(number 0)
foreach(file IN LISTS files)
  string(APPEND blocks "__asm__(R\"(
.section .rodata
.global cotejo_asset_${number}
.global cotejo_asset_${number}_end
cotejo_asset_${number}:
.incbin \"${FOLDER}/${file}\"
cotejo_asset_${number}_end:
.byte 0
.previous
)\");
")
  string(APPEND externs "extern \"C\" const char cotejo_asset_${number}[], cotejo_asset_${number}_end[];\n")
  string(APPEND list "      {\"${file}\", {cotejo_asset_${number}, static_cast<std::size_t>(cotejo_asset_${number}_end - cotejo_asset_${number})}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT "// Made by cli/review/web/embed.cmake.
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

@blocks@
@externs@
namespace cotejo::cli::review {
std::vector<std::pair<std::string_view, std::string_view>> embedded_files();
std::vector<std::pair<std::string_view, std::string_view>> embedded_files() {
  return {
@list@  };
}
}  // namespace cotejo::cli::review
" @ONLY)
