package io.github.devicebatch.cli;

/** For people: the end of each batch as {@code status} shows it, or where it stood. */
record WaitTable(TableReport table) implements WaitReport {

    @Override
    public void end(WaitResult result) {
        switch (result.ending()) {
            case COMPLETED -> table.add(result.batch(), result.facts().answer().orElseThrow());
            case GAVE_UP, TIMED_OUT, STOPPED -> table.add(result.batch(), result.verdict(), ResultInWords.of(result));
            case INTERRUPTED -> {
                // its reader has gone for it; standard error has the state
            }
        }
    }

    @Override
    public void end(Summary summary) {
        if (summary.exitCode() != ExitCode.INTERRUPTED) {
            table.end(summary);
        }
    }
}
