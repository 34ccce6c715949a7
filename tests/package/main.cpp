// SPDX-License-Identifier: BSL-1.0
#if __has_include(<goalpost/goalpost.hpp>)
#include <goalpost/goalpost.hpp>
#endif
#include <goalpost/version.hpp>

#include <iostream>

int main() {
    std::cout << "a project that uses goalpost " << goalpost::version_string << '\n';
    return 0;
}
