// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <thread>

namespace goalpost::tool {

/// Tells on a terminal what goes on while this lives and takes over a second: one line on standard error,
/// rewritten every second, and gone at the end. Where standard error is no terminal, nothing is told.
class Progress {
  public:
    /// `reading figures.csv`
    explicit Progress(const std::string& what);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

  private:
    std::jthread clock_;
};

}  // namespace goalpost::tool
