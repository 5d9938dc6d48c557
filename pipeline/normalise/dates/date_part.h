#pragma once

#include <cstddef>

namespace cotejo::normalise {

// One date as it stands in a text, before it is given a year. Positions are chars of a Skeleton.
struct DatePart {
  std::size_t begin = 0;
  std::size_t end = 0;
  int year = 0;         // printed with it, or taken from a neighbour; 0: none
  int last_year = 0;    // a span of years ("cuatrienio 2020-2023"); else equal to year
  int first_month = 1;  // a part of a year is whole months
  int last_month = 12;
  int day = 0;  // 0: whole months
  bool periodic = false;
  bool ranged = false;  // merged of two dates: from (year, first_month, day) to (last_year, last_month, last_day)
  int last_day = 0;
};

}  // namespace cotejo::normalise
