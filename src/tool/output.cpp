// SPDX-License-Identifier: BSL-1.0
#include "tool/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <system_error>
#include <utility>

#include "report/characters.hpp"

namespace goalpost::tool {

namespace {

/// Writes everything, or gives the number of the error.
int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int write_all(int descriptor, const NextPiece& next) {
    while (const auto piece = next()) {
        if (const int error = write_all(descriptor, *piece)) return error;
    }
    return 0;
}

ExitCode failed(const std::string& where, int error) {
    complain("goalpost: cannot write " + detail::visible(where) + ": " +
             std::generic_category().message(error));
    return ExitCode::no_output;
}

std::mutex terminal_use;  // between the thread that tells the time and all others

// A signal handler finds only here what it has to take away.
volatile std::sig_atomic_t line_is_shown = 0;
constexpr std::string_view erasure = "\r\x1b[K";
volatile std::sig_atomic_t unfinished = 0;
std::array<char, PATH_MAX> unfinished_name{};
constexpr std::array ending_signals = {SIGINT, SIGTERM, SIGHUP};

extern "C" void clear_away(int signal_number) {
    if (unfinished != 0) ::unlink(unfinished_name.data());
    if (line_is_shown != 0) static_cast<void>(write_all(STDERR_FILENO, erasure));
    ::signal(signal_number, SIG_DFL);
    ::raise(signal_number);
}

void catch_ending_signals() {
    for (const int signal_number : ending_signals) {
        // One that the parent ignores (nohup) stays ignored.
        if (::signal(signal_number, clear_away) == SIG_IGN) ::signal(signal_number, SIG_IGN);
    }
}

/// For whoever holds `terminal_use`.
void erase_shown_line() {
    if (line_is_shown != 0) static_cast<void>(write_all(STDERR_FILENO, erasure));
    line_is_shown = 0;
}

/// Keeps signals away while it lives.
class WithoutSignals {
  public:
    WithoutSignals() {
        sigset_t signals;
        sigemptyset(&signals);
        for (const int signal_number : ending_signals)
            sigaddset(&signals, signal_number);
        ::sigprocmask(SIG_BLOCK, &signals, &before_);
    }
    WithoutSignals(const WithoutSignals&) = delete;
    WithoutSignals& operator=(const WithoutSignals&) = delete;
    ~WithoutSignals() { ::sigprocmask(SIG_SETMASK, &before_, nullptr); }

  private:
    sigset_t before_{};
};

/// A file under another name beside its place, removed unless it is renamed into place.
class UnfinishedFile {
  public:
    explicit UnfinishedFile(const std::filesystem::path& place) : place_(place.string()) {
        const WithoutSignals quiet;
        for (int attempt = 0; descriptor_ < 0; ++attempt) {
            const auto own = ".goalpost-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
            name_ = (place.parent_path() / own).string();
            if (name_.size() >= unfinished_name.size()) {
                error_ = ENAMETOOLONG;
                return;
            }
            descriptor_ = ::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            if (descriptor_ < 0 && (errno != EEXIST || attempt == 99)) {
                error_ = errno;
                return;
            }
        }
        std::memcpy(unfinished_name.data(), name_.c_str(), name_.size() + 1);
        unfinished = 1;
        catch_ending_signals();
        struct stat old {};
        if (::stat(place_.c_str(), &old) == 0) static_cast<void>(::fchmod(descriptor_, old.st_mode & 07777U));
    }
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;
    ~UnfinishedFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
        if (unfinished != 0) ::unlink(name_.c_str());
        unfinished = 0;
    }

    /// The number of the error, or 0.
    int finish(const NextPiece& next) {
        if (error_ != 0) return error_;
        if (const int error = write_all(descriptor_, next)) return error;
        const int closed = ::close(descriptor_);
        descriptor_ = -1;
        if (closed != 0) return errno;
        if (::rename(name_.c_str(), place_.c_str()) != 0) return errno;
        unfinished = 0;
        return 0;
    }

  private:
    std::string place_;
    std::string name_;
    int descriptor_ = -1;
    int error_ = 0;
};

int write_directly(const std::string& file, const NextPiece& next) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return errno;
    const int error = write_all(descriptor, next);
    const int closed = ::close(descriptor) == 0 ? 0 : errno;
    return error != 0 ? error : closed;
}

}  // namespace

ExitCode write_output(const std::string& file, std::string_view text) {
    std::optional whole(text);
    return write_output(file, [&] { return std::exchange(whole, std::nullopt); });
}

ExitCode write_output(const std::string& file, const NextPiece& next) {
    ::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error like any other
    if (file.empty()) {
        const int error = write_all(STDOUT_FILENO, next);
        if (error == 0) return ExitCode::fine;
        return error == EPIPE ? ExitCode::no_output : failed("to standard output", error);
    }
    std::error_code problem;
    const auto status = std::filesystem::status(file, problem);
    if (std::filesystem::is_directory(status)) return failed(file, EISDIR);
    int error = 0;
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        error = write_directly(file, next);
    } else {
        // Through a symbolic link to what it points to: the link stays.
        auto place = std::filesystem::weakly_canonical(file, problem);
        if (problem) place = file;
        error = UnfinishedFile(place).finish(next);
    }
    return error == 0 ? ExitCode::fine : failed(file, error);
}

bool goes_to_terminal(const std::string& file) { return file.empty() && ::isatty(STDOUT_FILENO) == 1; }

bool may_colour(const std::string& file) {
    const char* no_colour = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return goes_to_terminal(file) && (no_colour == nullptr || *no_colour == '\0') &&
           !(terminal != nullptr && std::string_view(terminal) == "dumb");
}

void show_line(std::string_view line) {
    const std::lock_guard lock(terminal_use);
    if (line_is_shown == 0) catch_ending_signals();
    line_is_shown = 1;
    // The terminal cuts the line at its edge, rather than going on in the next.
    static_cast<void>(
        write_all(STDERR_FILENO, std::string(erasure) + "\x1b[?7l" + std::string(line) + "\x1b[?7h"));
}

void erase_line() {
    const std::lock_guard lock(terminal_use);
    erase_shown_line();
}

void complain(std::string_view line) {
    const std::lock_guard lock(terminal_use);
    erase_shown_line();
    std::string text(line);
    text += '\n';
    static_cast<void>(write_all(STDERR_FILENO, text));
}

}  // namespace goalpost::tool
