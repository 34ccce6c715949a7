// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>

namespace goalpost {

/// What a report is of; it must outlive the report. A report of nothing throws std::invalid_argument where it
/// is written.
template <class T>
class Subject {
  public:
    Subject() = default;
    Subject(const T* subject) : subject_(subject) {}  // NOLINT: a pointer to it is the subject

    const T& operator*() const {
        if (subject_ == nullptr) throw std::invalid_argument("goalpost: a report lacks what it is of");
        return *subject_;
    }
    const T* operator->() const { return &**this; }

  private:
    const T* subject_ = nullptr;
};

}  // namespace goalpost
