// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <utility>

namespace goalpost::detail {

template <class Signature>
class FunctionRef;

/// Something to call, named and not held: for a parameter that a lambda is handed to. `std::function` would
/// do, were <functional> not dear to everybody who includes it.
template <class... Arguments>
class FunctionRef<void(Arguments...)> {
  public:
    template <class Callable>
        requires(!std::same_as<Callable, FunctionRef> && std::invocable<const Callable&, Arguments...>)
    FunctionRef(const Callable& callable)  // NOLINT: whatever can be called
        : callable_(&callable), call_([](const void* what, Arguments... arguments) {
              (*static_cast<const Callable*>(what))(std::forward<Arguments>(arguments)...);
          }) {}

    void operator()(Arguments... arguments) const { call_(callable_, std::forward<Arguments>(arguments)...); }

  private:
    const void* callable_;
    void (*call_)(const void*, Arguments...);
};

}  // namespace goalpost::detail
