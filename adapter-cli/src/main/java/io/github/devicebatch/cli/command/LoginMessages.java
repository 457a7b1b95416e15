package io.github.devicebatch.cli.command;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.cli.message.AnswerProblem;
import io.github.devicebatch.cli.message.EntraError;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.ShellQuoting;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.signin.SecretFile;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.ClockFormat;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person reads who signs in, all of it on standard error.
 *
 * @param app the application on whose behalf
 * @param file where the refresh token is kept
 * @param where the options about where to sign in
 */
record LoginMessages(CliContext around, AppRegistration app, SecretFile file, List<String> where) {

    /** Says what becomes of a token that is there already. */
    void begin() {
        if (file.exists()) {
            say("note: what is in " + file.name() + " stays until you have signed in, and is replaced then");
        }
    }

    /** Says what to do. */
    void prompt(DeviceCodePrompt prompt) {
        say("To sign in, open this page in any browser, on this machine or another:");
        say("");
        say("  " + prompt.verificationUri());
        say("");
        say("and enter the code");
        say("");
        say("  " + prompt.userCode());
        say("");
        say("before " + around.clock().format(prompt.expires())
                + ". Waiting for it; Ctrl-C gives up and changes nothing.");
    }

    /** Says what has come of it, and what to type next. */
    void end() {
        say("");
        say("signed in; the refresh token is in " + file.name() + ", for you alone to read. Next:");
        say("");
        say("  " + next());
    }

    /** Says that nothing has come of it. */
    void giveUp() {
        say("");
        say("given up; " + (file.exists() ? file.name() + " is as it was" : "nothing was stored"));
    }

    private String next() {
        return Stream.concat(
                        Stream.of(around.command(), "status", "CUSTOMER/TRACKING", "--tenant", app.tenant()),
                        Stream.concat(
                                Stream.of("--client-id", app.clientId(), "--refresh-token-file", file.name()),
                                where.stream()))
                .map(ShellQuoting::quote)
                .collect(Collectors.joining(" "));
    }

    /**
     * Says why there is no token, and what to do.
     *
     * @return the exit code
     */
    ExitCode failed(AccessTokenException none) {
        TextStyle ink = around.colors().textStyle(ColorPolicy.Mode.AUTO, StandardStream.ERR);
        new Messages(around.err(), ink, Messages.Verbosity.NORMAL).failure(new SignInProblem(around.clock()).of(none));
        return switch (none) {
            case AccessTokenRefusedException refused -> ExitCode.REFUSED;
            case AccessTokenUnavailableException unavailable -> ExitCode.UNAVAILABLE;
        };
    }

    private void say(String line) {
        around.err().println(new Excerpt(line));
        around.err().flush();
    }

    /** Tells a person why nobody is signed in. */
    record SignInProblem(ClockFormat clock) {

        private static final String WHAT = "not signed in";

        Problem of(AccessTokenException none) {
            return switch (none) {
                case AccessTokenRefusedException refused -> refused(refused);
                case AccessTokenUnavailableException unavailable -> unavailable(unavailable);
            };
        }

        private static Problem refused(AccessTokenRefusedException refused) {
            String said = "the identity platform says: " + refused.fault();
            return EntraError.find(refused.fault())
                    .map(why -> Problem.of(WHAT, why.meaning() + "; " + said, remedy(why)))
                    .orElseGet(() -> Problem.of(WHAT, said, EntraError.NOT_EXPLAINED.remedy()));
        }

        /** A sign-in by device code is for apps that have no credential; there is no other way out. */
        private static String remedy(EntraError why) {
            return why == EntraError.CREDENTIAL_MISSING
                    ? "turn on \"Allow public client flows\" in the app registration (Authentication), and begin again"
                    : why.remedy();
        }

        private Problem unavailable(AccessTokenUnavailableException none) {
            var unavailable = new Unavailable(
                    none.cause(), Party.IDENTITY_PLATFORM, none.detail(), none.retryAfter(), Trace.NOTHING_SENT);
            return Problem.of(WHAT, new UnavailableText(clock).full(unavailable), AnswerProblem.remedy(unavailable));
        }
    }
}
