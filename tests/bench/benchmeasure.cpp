// benchmeasure DESCRIPTOR COMMAND…: runs it and says on the descriptor, in one line of JSON, how long it took, its CPU
// time and its largest memory. A small program of its own, for a process starts its life with the memory of the one
// that forked it on its account, and an interpreter's is larger than a whole client's.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

double secondsOf(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 3) {
        return 2;
    }
    const int report = std::atoi(arguments[1]);
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        close(report);
        execvp(arguments[2], arguments + 2);
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child) {
        return 1;
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    dprintf(report, "{\"wall\":%.6f,\"cpu\":%.6f,\"peak\":%ld,\"code\":%d}\n", wall.count(),
            secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime), usage.ru_maxrss,
            WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return 0;
}
