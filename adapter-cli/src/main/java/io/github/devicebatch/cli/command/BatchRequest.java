package io.github.devicebatch.cli.command;

import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.options.ConnectionOptions;
import io.github.devicebatch.cli.options.References;
import io.github.devicebatch.cli.signin.HttpLoggingCheck;
import io.github.devicebatch.cli.signin.SecretFile;
import io.github.devicebatch.cli.signin.SignInMethod;
import io.github.devicebatch.cli.signin.SignInResolver;
import io.github.devicebatch.cli.signin.SignInSetting;
import io.github.devicebatch.cli.signin.SignInSettings;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.TextStyle;
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
public record BatchRequest(List<BatchReference> batches, PartnerCenterBuilder partnerCenter) {

    /**
     * Weighs the options, reads the references and then what the way to sign in needs.
     *
     * @param command the command whose options they are
     * @throws UsageException if something is wrong or missing
     */
    static BatchRequest from(CommandSpec command, ConnectionOptions options, List<String> references, CliContext around)
            throws InterruptedException {
        HttpLoggingCheck.pass(around.properties());
        PartnerCenterBuilder partnerCenter = options.partnerCenter();
        IdentityPlatform platform = options.identityPlatform(around);
        SignInResolver choice = signIn(command, around);
        if (choice.readsStandardInput() && references.contains(References.STANDARD_INPUT)) {
            throw new UsageException(Problem.of(
                    "standard input cannot hold both the references and the token",
                    "put the token in a file or in " + SignInSetting.TOKEN.variable()));
        }
        List<BatchReference> batches = new References(options.customer()).read(references, around.in());
        SignInMethod signIn = choice.way();
        warn(signIn, command, around);
        return new BatchRequest(batches, partnerCenter.tokens(signIn.tokens(around, platform)));
    }

    /** Gives the way to sign in that is chosen, not yet taken. */
    static SignInResolver signIn(CommandSpec command, CliContext around) {
        return new SignInResolver(SignInSettings.of(command.commandLine().getParseResult(), around.environment()));
    }

    private static void warn(SignInMethod signIn, CommandSpec command, CliContext around) {
        Messages messages = new Messages(around.err(), TextStyle.PLAIN, Messages.Verbosity.of(command));
        signIn.foreignFiles().stream()
                .map(SecretFile::exposure)
                .flatMap(Optional::stream)
                .forEach(messages::note);
    }
}
