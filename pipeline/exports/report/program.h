#pragma once

#include <string>
#include <vector>

namespace cotejo::exports {

// Where a program is on the PATH, the first of these names that is there; empty: none is.
[[nodiscard]] std::string program_named(const std::vector<std::string>& names);

// Runs a program of the system with no input and nothing shown, for at most so many seconds; false when it failed, or
// had to be ended.
[[nodiscard]] bool run_program(const std::vector<std::string>& words, int seconds);

// Ends what run_program() runs now, with all that it started, and lets it begin nothing more. From any thread.
void end_programs() noexcept;

}  // namespace cotejo::exports
