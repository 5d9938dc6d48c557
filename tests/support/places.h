#pragma once

namespace cotejo::test {

// Absolute paths, as the build knows them: of the program, of samples/ and of tests/data. They are functions of one
// compiled unit, so that the others do not depend on where a checkout stands and a compiler cache serves them to all.
const char* program();
const char* samples();
const char* test_data();

}  // namespace cotejo::test
