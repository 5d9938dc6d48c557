#pragma once

#include <functional>
#include <string>

#include "model/result.h"

namespace cotejo::exports {

// ZIP files whose bytes depend on nothing but what is in them and the ISO date that they bear.

// Packs what is below a folder, in the order of the names, into a new file at `path`: entries begin with the folder's
// own name. `output` or disk_full where it cannot be written, and soon after drop_unfinished() (staging.h) was called;
// nothing is left then.
[[nodiscard]] model::Status zip_folder(const std::string& folder, const std::string& path, const std::string& date);

// Writes a ZIP file anew with every entry dated so; `change` may alter what an entry holds. As it was where it fails.
[[nodiscard]] model::Status date_zip(const std::string& path, const std::string& date,
                                     const std::function<void(const std::string& name, std::string& bytes)>& change);

}  // namespace cotejo::exports
