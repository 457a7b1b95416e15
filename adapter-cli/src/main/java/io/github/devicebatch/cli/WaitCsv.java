package io.github.devicebatch.cli;

/** For spreadsheets: the rows of each batch that is over. */
record WaitCsv(CsvReport csv) implements WaitReport {

    @Override
    public void end(WaitResult result) {
        result.facts().described().ifPresent(found -> csv.add(result.batch(), found));
    }

    @Override
    public void end(Summary summary) {
        csv.end(summary);
    }
}
