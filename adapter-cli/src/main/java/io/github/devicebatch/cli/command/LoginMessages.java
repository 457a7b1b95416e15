package io.github.devicebatch.cli.command;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.cli.message.AnswerProblem;
import io.github.devicebatch.cli.message.EntraError;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.RefusalText;
import io.github.devicebatch.cli.message.ShellQuoting;
import io.github.devicebatch.cli.message.SignInFlow;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.signin.SecretFile;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.ColorPolicy;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.http.AccessTokenUnavailableException;
import io.github.devicebatch.http.AppRegistration;
import io.github.devicebatch.http.DeviceCodePrompt;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages of {@code login}, all on standard error.
 *
 * @param app the app that signs the user in
 * @param file the file for the refresh token
 * @param platformArguments options about the identity platform, for the command printed at the end
 */
record LoginMessages(CliContext context, AppRegistration app, SecretFile file, List<String> platformArguments) {

    private static final String NOT_SIGNED_IN = "not signed in";

    /** Prints a note if the file exists. */
    void started() {
        if (file.exists()) {
            print("note: " + file.name() + " is replaced after you have signed in");
        }
    }

    /** Prints the page and the code. */
    void prompt(DeviceCodePrompt prompt) {
        print("To sign in, open this page in any browser, on this machine or another:");
        print("");
        print("  " + prompt.verificationUri());
        print("");
        print("and enter the code");
        print("");
        print("  " + prompt.userCode());
        print("");
        print("before " + context.clock().format(prompt.expires()) + ". Waiting; Ctrl-C cancels and changes nothing.");
    }

    /** Prints where the refresh token is stored, and a command that uses it. */
    void signedIn() {
        print("");
        print("signed in; the refresh token is stored in " + file.name() + ", readable only by you. Next:");
        print("");
        print("  " + statusCommand());
    }

    /** Prints that the sign-in was cancelled. */
    void cancelled() {
        print("");
        print("cancelled; " + (file.exists() ? file.name() + " is unchanged" : "nothing was stored"));
    }

    /** Prints why there is no token, and returns the exit code. */
    ExitCode failed(AccessTokenException failure) {
        TextStyle style = context.colors().textStyle(ColorPolicy.Mode.AUTO, StandardStream.ERR);
        Messages messages = new Messages(context.err(), style, Messages.Verbosity.NORMAL);
        return switch (failure) {
            case AccessTokenRefusedException refused -> {
                messages.failure(problem(refused));
                yield refused.party() == Party.PROXY ? ExitCode.UNAVAILABLE : ExitCode.REFUSED;
            }
            case AccessTokenUnavailableException unavailable -> {
                messages.failure(problem(unavailable));
                yield ExitCode.UNAVAILABLE;
            }
        };
    }

    private String statusCommand() {
        return Stream.of(
                        Stream.of(context.command(), "status", "CUSTOMER/TRACKING"),
                        Stream.of("--tenant", app.tenant(), "--client-id", app.clientId()),
                        Stream.of("--refresh-token-file", file.name()),
                        platformArguments.stream())
                .flatMap(arguments -> arguments)
                .map(ShellQuoting::quote)
                .collect(Collectors.joining(" "));
    }

    private static Problem problem(AccessTokenRefusedException refused) {
        return switch (refused.party()) {
            case PARTNER_CENTER, IDENTITY_PLATFORM, CLIENT -> refusedByPlatform(refused);
            case PROXY ->
                Problem.of(
                        NOT_SIGNED_IN,
                        refused.fault().description().orElse("the proxy refuses the request"),
                        RefusalText.proxyRemedy(refused.fault(), OptionalInt.empty()));
        };
    }

    private static Problem refusedByPlatform(AccessTokenRefusedException refused) {
        String reply = "the identity platform says: " + refused.fault();
        return EntraError.find(refused.fault())
                .map(error -> Problem.of(
                        NOT_SIGNED_IN,
                        error.meaning(SignInFlow.DEVICE_CODE) + "; " + reply,
                        error.remedy(SignInFlow.DEVICE_CODE)))
                .orElseGet(() -> Problem.of(NOT_SIGNED_IN, reply, EntraError.NOT_EXPLAINED.remedy()));
    }

    private Problem problem(AccessTokenUnavailableException failure) {
        var unavailable = new Unavailable(
                failure.cause(), failure.party(), failure.detail(), failure.retryAfter(), Trace.NOTHING_SENT);
        return Problem.of(
                NOT_SIGNED_IN,
                new UnavailableText(context.clock()).full(unavailable),
                AnswerProblem.remedy(unavailable));
    }

    private void print(String line) {
        context.err().println(new Excerpt(line));
        context.err().flush();
    }
}
