package io.github.devicebatch.cli;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenterBuilder;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a command knows before it asks: the batches, all of them read, and whom to ask as whom.
 *
 * @param batches which batches; at least one
 * @param partnerCenter whom to ask, with a source of access tokens
 */
record Prepared(List<BatchReference> batches, PartnerCenterBuilder partnerCenter) {

    /**
     * Weighs the options and reads the references and the token.
     *
     * @param command the command whose options they are
     * @throws Misuse if something is wrong or missing
     */
    static Prepared from(CommandSpec command, AskingOptions options, List<String> references, Surroundings around) {
        WireLogCheck.pass(around.properties());
        PartnerCenterBuilder partnerCenter = options.partnerCenter();
        TokenChoice token = new TokenChoice(tokenFile(command, options), around.environment());
        if (token.readsStandardInput() && references.contains(References.STANDARD_INPUT)) {
            throw new Misuse(Problem.of(
                    "standard input cannot hold both the references and the token",
                    "put the token in a file or in " + TokenChoice.TOKEN));
        }
        List<BatchReference> batches = new References(options.customer()).read(references, around.in());
        return new Prepared(batches, partnerCenter.tokens(AccessTokenSource.fixed(token.read(around.in()))));
    }

    /** The file of the option itself: what a variable names is {@link TokenChoice}'s to weigh. */
    private static Optional<TokenFile> tokenFile(CommandSpec command, AskingOptions options) {
        return options.tokenFile()
                .filter(file -> command.commandLine().getParseResult().hasMatchedOption("--token-file"));
    }
}
