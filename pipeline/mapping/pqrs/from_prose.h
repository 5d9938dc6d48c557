#pragma once

#include "model/record.h"
#include "pipeline/mapping/pqrs/pqrs.h"

namespace cotejo::mapping {

// Adds to records.pqrs the counts of petitions that the running text gives: those of records.prose whose sentence says
// what was done with them ("se recibieron 7.029 solicitudes") and that stand in a report on PQRS or in a sentence that
// names them. Approximations ("más de", "cerca de"), goals, and counts of another stretch of time than the sentence's
// own are left out.
void map_pqrs_prose(const PqrsSubject& subject, model::Records& records);

}  // namespace cotejo::mapping
