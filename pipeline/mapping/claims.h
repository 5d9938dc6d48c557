#pragma once

#include "pipeline/mapping/pqrs/pqrs.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

class Vocabulary;

// Asks every mapper what it claims of each table, gives the table the kind and the columns of one of them, and adds the
// records of all to the document's, in the order of tables. A budget comes before petitions, petitions before
// commitments: a budget's line with a plan beside it stays a budget, and its rows are commitments too.
void map_tables(const PqrsSubject& petitions, const Vocabulary& vocabulary, DocumentReading& document);

}  // namespace cotejo::mapping
