package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Batch references of a command line, and the files with lists of them. */
public final class ReferenceOptions {

    public static final String FILE = "--refs-file";

    @Parameters(
            paramLabel = "REF",
            arity = "0..*",
            description = {
                "Batch reference: customer/tracking, the Location header of the upload, a URL, or a tracking id with --customer.",
                "- reads a list from standard input: one reference per line, CSV, or the output of -o csv, json or jsonl. Blank lines and lines that begin with # are ignored."
            })
    private List<String> references = List.of();

    @Option(
            names = FILE,
            paramLabel = "FILE",
            description = "Read a list of references from FILE, as - does from standard input. Repeatable.")
    private List<String> files = List.of();

    /**
     * Checks that there is a reference or a list.
     *
     * @throws UsageException if not
     */
    public void check(CommandSpec command) {
        if (references.isEmpty() && files.isEmpty()) {
            throw new UsageException(Problem.of("missing REF", "devicebatch help " + command.name()));
        }
    }

    /** Returns the arguments, with {@code -} for standard input. */
    public List<String> arguments() {
        return references;
    }

    /** Returns the names of the files. */
    public List<String> files() {
        return files;
    }

    /**
     * Returns the file that contains all references and nothing else; empty if there is none.
     *
     * @param standardInput returns the file that standard input is redirected from
     */
    public Optional<Path> onlyFile(Supplier<Optional<Path>> standardInput) {
        if (files.isEmpty() && references.equals(List.of(References.STANDARD_INPUT))) {
            return standardInput.get();
        }
        return references.isEmpty() && files.size() == 1 ? Optional.of(Path.of(files.getFirst())) : Optional.empty();
    }

    public boolean readsStandardInput() {
        return references.contains(References.STANDARD_INPUT);
    }
}
