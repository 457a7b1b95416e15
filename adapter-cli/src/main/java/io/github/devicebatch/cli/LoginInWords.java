package io.github.devicebatch.cli;

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
record LoginInWords(Surroundings around, AppRegistration app, SecretFile file, List<String> where) {

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
        say("before " + around.clock().words(prompt.expires())
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
                .map(ShellWord::of)
                .collect(Collectors.joining(" "));
    }

    /**
     * Says why there is no token, and what to do.
     *
     * @return the exit code
     */
    ExitCode failed(AccessTokenException none) {
        Ink ink = around.colors().ink(ColorWhen.AUTO, StandardStream.ERR);
        new Messages(around.err(), ink, Verbosity.PROBLEMS).failure(new SignInProblem(around.clock()).of(none));
        return switch (none) {
            case AccessTokenRefusedException refused -> ExitCode.REFUSED;
            case AccessTokenUnavailableException unavailable -> ExitCode.UNAVAILABLE;
        };
    }

    private void say(String line) {
        around.err().println(new Excerpt(line));
        around.err().flush();
    }
}
