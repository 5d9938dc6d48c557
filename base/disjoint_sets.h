#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace cotejo::base {

// Which of `size` things, numbered from 0, belong together (union-find with path halving).
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  // The thing that stands for the set of `i`.
  [[nodiscard]] std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  // Puts the set of `other` under that of `kept`, whose root goes on standing for both.
  void join(std::size_t kept, std::size_t other) { parent_[root(other)] = root(kept); }

  [[nodiscard]] bool together(std::size_t a, std::size_t b) { return root(a) == root(b); }

  // The sets, ordered by the first of their things; the things of a set in order.
  [[nodiscard]] std::vector<std::vector<std::size_t>> groups() {
    std::vector<std::vector<std::size_t>> groups;
    std::vector<std::size_t> place(parent_.size(), parent_.size());
    for (std::size_t i = 0; i < parent_.size(); ++i) {
      std::size_t& group = place[root(i)];
      if (group == parent_.size()) {
        group = groups.size();
        groups.emplace_back();
      }
      groups[group].push_back(i);
    }
    return groups;
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace cotejo::base
