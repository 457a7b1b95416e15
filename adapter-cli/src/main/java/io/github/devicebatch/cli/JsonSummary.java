package io.github.devicebatch.cli;

import java.util.Set;

/** Writes what all answers or waits came to as members of the current JSON object. */
record JsonSummary(JsonMembers members, Set<Verdict> verdicts) {

    void write(Summary summary) {
        members.number("batches", summary.batches());
        verdicts.forEach(verdict -> members.number(JsonMembers.word(verdict), summary.count(verdict)));
    }

    /** Writes everything that is known of several waits or answers. */
    void writeWhole(Summary summary) {
        write(summary);
        members.number("questions", summary.questions());
        writeExitCode(summary);
    }

    /** Whoever interrupts knows by which signal; the process's own exit code has it. */
    void writeExitCode(Summary summary) {
        if (summary.exitCode() == ExitCode.INTERRUPTED) {
            members.json().writeNull("exitCode");
        } else {
            members.number("exitCode", summary.exitCode().number());
        }
    }
}
