package io.github.devicebatch.cli;

import picocli.CommandLine.Option;

/** The options that matter when there are many batches. */
final class ManyOptions {

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            converter = ConcurrencyConverter.class,
            description =
                    "The most questions under way at once, however many batches; --rate holds as well. Default: 8.")
    private int concurrency = 8;

    int concurrency() {
        return concurrency;
    }
}
