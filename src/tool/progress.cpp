// SPDX-License-Identifier: BSL-1.0
#include "tool/progress.hpp"

#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <stop_token>
#include <string_view>

#include "report/characters.hpp"
#include "tool/output.hpp"

namespace goalpost::tool {

namespace {

void tell_time(const std::stop_token& ended, const std::string& what) {
    using namespace std::chrono;
    std::mutex alone;
    std::unique_lock lock(alone);
    std::condition_variable_any nothing_but_the_end;
    const auto begin = steady_clock::now();
    while (!nothing_but_the_end.wait_for(lock, ended, seconds(1), [&] { return ended.stop_requested(); })) {
        const auto passed = duration_cast<seconds>(steady_clock::now() - begin).count();
        show_line("goalpost: " + what + ", " + std::to_string(passed) + " s");
    }
}

}  // namespace

Progress::Progress(const std::string& what) {
    const char* terminal = std::getenv("TERM");
    const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    if (dumb || ::isatty(STDERR_FILENO) != 1) return;
    clock_ = std::jthread(
        [what = detail::visible(what)](const std::stop_token& ended) { tell_time(ended, what); });
}

Progress::~Progress() {
    if (!clock_.joinable()) return;
    clock_.request_stop();
    clock_.join();
    erase_line();
}

}  // namespace goalpost::tool
