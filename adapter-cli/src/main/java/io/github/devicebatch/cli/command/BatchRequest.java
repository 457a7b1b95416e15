package io.github.devicebatch.cli.command;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.SignInFlow;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.options.ConnectionOptions;
import io.github.devicebatch.cli.options.CustomerNames;
import io.github.devicebatch.cli.options.NetworkSettings;
import io.github.devicebatch.cli.options.OriginalArguments;
import io.github.devicebatch.cli.options.ReferenceOptions;
import io.github.devicebatch.cli.options.References;
import io.github.devicebatch.cli.signin.HttpLoggingCheck;
import io.github.devicebatch.cli.signin.SecretFile;
import io.github.devicebatch.cli.signin.SignIn;
import io.github.devicebatch.cli.signin.SignInResolver;
import io.github.devicebatch.cli.signin.SignInSetting;
import io.github.devicebatch.cli.signin.SignInSettings;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.cli.wait.ResumeCommand;
import io.github.devicebatch.cli.wait.TokenWaitingQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenterBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Input of {@code status} and {@code wait}, completely read and checked before the first request.
 *
 * @param batches at least one batch
 * @param partnerCenter all connection settings, with a source of access tokens
 * @param signIn the sign-in flow, for the advice after a refusal
 * @param tokenFromStandardInput whether the access token was read from standard input
 * @param readsTokenAgain whether the source of the token is read again when a token is rejected
 */
record BatchRequest(
        List<BatchReference> batches,
        PartnerCenterBuilder partnerCenter,
        SignInFlow signIn,
        boolean tokenFromStandardInput,
        boolean readsTokenAgain) {

    /**
     * Checks the options, then reads the references, then the secrets that the sign-in method needs.
     *
     * @param command the command that the options belong to
     * @throws UsageException if an option is invalid or missing
     */
    static BatchRequest read(
            CommandSpec command, ConnectionOptions options, ReferenceOptions references, CliContext context)
            throws InterruptedException {
        references.check(command);
        HttpLoggingCheck.check(context.properties());
        ParseResult parsed = command.commandLine().getParseResult();
        NetworkSettings network = NetworkSettings.of(parsed, context.environment());
        PartnerCenterBuilder partnerCenter = options.partnerCenter(network);
        IdentityPlatform platform = options.identityPlatform(context, network);
        var resolver = new SignInResolver(SignInSettings.of(parsed, context.environment()));
        boolean tokenFromStandardInput = resolver.readsStandardInput();
        if (tokenFromStandardInput && references.readsStandardInput()) {
            throw new UsageException(Problem.of(
                    "standard input cannot contain both the references and the token",
                    "put the token in a file or in " + SignInSetting.TOKEN.variable()));
        }
        Messages messages = new Messages(context.err(), TextStyle.PLAIN, Messages.Verbosity.of(command));
        List<BatchReference> batches = new References(
                        options.customer(), CustomerNames.of(context.environment()), messages::note)
                .read(references.arguments(), references.files(), context.in());
        SignIn signIn = resolver.resolve();
        warnAboutExposedFiles(signIn, messages);
        messages.traces(network.describe(servers(network, signIn)));
        return new BatchRequest(
                batches,
                partnerCenter.tokens(tokenSource(signIn, platform, context, messages)),
                signIn.flow(),
                tokenFromStandardInput,
                signIn.readsTokenAgain());
    }

    /**
     * Returns the command that runs this command again.
     *
     * @param command the command that was called
     * @param references the references as given
     */
    ResumeCommand resumeCommand(CommandSpec command, ReferenceOptions references, CliContext context) {
        return new ResumeCommand(
                context.command(),
                command.name(),
                OriginalArguments.of(command.commandLine().getParseResult()),
                references.onlyFile(context.host().inputFile()),
                tokenFromStandardInput);
    }

    /** Returns a query that treats an expired token as passing, if a new one may come. */
    BatchStatusQuery waitingForToken(BatchStatusQuery query) {
        return readsTokenAgain ? new TokenWaitingQuery(query) : query;
    }

    private static List<URI> servers(NetworkSettings network, SignIn signIn) {
        URI partnerCenter = network.partnerCenterAddress();
        return signIn.usesIdentityPlatform()
                ? List.of(partnerCenter, network.identityPlatformAddress())
                : List.of(partnerCenter);
    }

    private static AccessTokenSource tokenSource(
            SignIn signIn, IdentityPlatform platform, CliContext context, Messages messages)
            throws InterruptedException {
        try {
            return signIn.tokenSource(context, platform, messages::note);
        } catch (IllegalStateException unusable) {
            throw UsageException.ofJavaSettings(unusable);
        }
    }

    private static void warnAboutExposedFiles(SignIn signIn, Messages messages) {
        signIn.userFiles().stream()
                .map(SecretFile::exposure)
                .flatMap(Optional::stream)
                .forEach(messages::note);
    }
}
