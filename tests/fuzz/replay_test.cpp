// The short run of the fuzz targets in the normal suite: a fixed number of mutations of the seeds, always the same
// ones. tests/fuzz/run does the long one, with libFuzzer where clang is installed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "tests/fuzz/targets.h"

namespace cotejo::fuzz {
namespace {

std::vector<std::uint8_t> mutated(std::vector<std::uint8_t> data, std::mt19937& random) {
  const auto below = [&](std::size_t bound) { return bound == 0 ? 0 : random() % bound; };
  for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
    const std::size_t at = below(data.size());
    switch (below(6)) {
      case 0:
        if (!data.empty()) data[at] = static_cast<std::uint8_t>(random());
        break;
      case 1:
        if (!data.empty()) data[at] = static_cast<std::uint8_t>(data[at] ^ (1U << below(8)));
        break;
      case 2:
        data.insert(data.begin() + static_cast<std::ptrdiff_t>(at), static_cast<std::uint8_t>(random()));
        break;
      case 3:
        if (!data.empty()) data.erase(data.begin() + static_cast<std::ptrdiff_t>(at));
        break;
      case 4:
        if (below(8) == 0) data.resize(at);
        break;
      default: {
        const std::vector<std::uint8_t> piece(data.begin() + static_cast<std::ptrdiff_t>(at), data.end());
        data.insert(data.end(), piece.begin(),
                    piece.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(piece.size(), 64)));
      }
    }
  }
  return data;
}

class Replay : public testing::TestWithParam<Target> {};

TEST_P(Replay, KeepsItsPromisesOnMutatedInput) {
  const char* wanted = std::getenv("COTEJO_FUZZ_RUNS");
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  constexpr int kRuns = 1000;  // each takes many times as long
#else
  constexpr int kRuns = 4000;
#endif
  const int runs = wanted == nullptr ? kRuns : std::atoi(wanted);
  std::mt19937 random(42);
  std::vector<std::vector<std::uint8_t>> pool = GetParam().seeds();
  const std::size_t seeds = pool.size();
  GetParam().run(nullptr, 0);
  for (const auto& seed : pool) GetParam().run(seed.data(), seed.size());
  for (int i = 0; i < runs; ++i) {
    // Half of the time a seed, else something that grew out of one.
    const std::size_t among = random() % 2 == 0 ? seeds : pool.size();
    std::vector<std::uint8_t> input = mutated(pool[random() % among], random);
    GetParam().run(input.data(), input.size());
    if (input.size() < 16) continue;
    if (pool.size() < 200)
      pool.push_back(std::move(input));
    else
      pool[seeds + random() % (pool.size() - seeds)] = std::move(input);
  }
}

INSTANTIATE_TEST_SUITE_P(Targets, Replay, testing::ValuesIn(targets()),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace cotejo::fuzz
