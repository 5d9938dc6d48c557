#pragma once

#include <string>

#include "model/result.h"
#include "pipeline/reading/readers.h"
#include "pipeline/run/files/passwords.h"

namespace cotejo::run {

// What reads the PDF at a place: a file, or one that is attached to a file ("portafolio.pdf!/informe.pdf"), which
// `openers` take out of it; they look at nothing but what is attached, so that they had better do without OCR. Its
// password is told by what is in it. not_found when there is no such file or attachment, and whatever keeps a container
// from being opened.
[[nodiscard]] model::Result<reading::Task> task_at(const std::string& place, reading::Readers& openers,
                                                   const Passwords& passwords);

}  // namespace cotejo::run
