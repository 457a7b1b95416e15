package io.github.devicebatch.cli;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.IdentityPlatform;
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
     * Weighs the options, reads the references and then what the way to sign in needs.
     *
     * @param command the command whose options they are
     * @throws Misuse if something is wrong or missing
     */
    static Prepared from(CommandSpec command, AskingOptions options, List<String> references, Surroundings around)
            throws InterruptedException {
        WireLogCheck.pass(around.properties());
        PartnerCenterBuilder partnerCenter = options.partnerCenter();
        IdentityPlatform platform = options.identityPlatform(around);
        TokenChoice choice = signIn(command, around);
        if (choice.readsStandardInput() && references.contains(References.STANDARD_INPUT)) {
            throw new Misuse(Problem.of(
                    "standard input cannot hold both the references and the token",
                    "put the token in a file or in " + SignInSetting.TOKEN.variable()));
        }
        List<BatchReference> batches = new References(options.customer()).read(references, around.in());
        SignInWay signIn = choice.way();
        warn(signIn, command, around);
        return new Prepared(batches, partnerCenter.tokens(signIn.tokens(around, platform)));
    }

    /** Gives the way to sign in that is chosen, not yet taken. */
    static TokenChoice signIn(CommandSpec command, Surroundings around) {
        return new TokenChoice(SignInSettings.of(command.commandLine().getParseResult(), around.environment()));
    }

    private static void warn(SignInWay signIn, CommandSpec command, Surroundings around) {
        Messages messages = new Messages(around.err(), Ink.PLAIN, Verbosity.of(command));
        signIn.foreignFiles().stream()
                .map(SecretFile::exposure)
                .flatMap(Optional::stream)
                .forEach(messages::note);
    }
}
