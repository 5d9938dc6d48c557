// libFuzzer's driver over one target, named by the program's own name: fuzz_numbers, fuzz_dates, …
#include <cstdlib>
#include <string>

#include "tests/fuzz/targets.h"

namespace {

const cotejo::fuzz::Target* chosen = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  const std::string program = *argc > 0 ? (*argv)[0] : "";
  const std::string name = program.substr(program.rfind('_') + 1);
  for (const cotejo::fuzz::Target& target : cotejo::fuzz::targets()) {
    if (target.name == name) chosen = &target;
  }
  if (chosen == nullptr) std::abort();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosen->run(data, size);
  return 0;
}
