#include "tests/support/places.h"

namespace cotejo::test {

const char* program() {
  return COTEJO_PROGRAM;
}

const char* samples() {
  return COTEJO_SAMPLES;
}

const char* test_data() {
  return COTEJO_TEST_DATA;
}

}  // namespace cotejo::test
