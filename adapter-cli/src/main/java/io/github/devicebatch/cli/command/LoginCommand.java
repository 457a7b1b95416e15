package io.github.devicebatch.cli.command;

import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.options.LoginOptions;
import io.github.devicebatch.cli.signin.HttpLoggingCheck;
import io.github.devicebatch.cli.signin.RequiredSettings;
import io.github.devicebatch.cli.signin.SecretFile;
import io.github.devicebatch.cli.signin.SignInSetting;
import io.github.devicebatch.cli.signin.SignInSettings;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.GracefulShutdown;
import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.AppRegistration;
import io.github.devicebatch.http.DeviceCodeSignIn;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.RefreshTokenFile;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has a user sign in once, so that batches can be asked about on the user's behalf from then on. */
@Command(
        name = "login",
        header = "Sign in once, so that batches can be asked about on your behalf.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = {
            "devicebatch login --tenant TENANT --client-id ID",
            "                         --refresh-token-file FILE%n"
        },
        description = {
            "Shows a code and the page to enter it at, in any browser on any machine, and",
            "waits until you have signed in. What comes of it, a refresh token, is kept in",
            "FILE and nowhere else. It lasts 90 days from its last use; each use replaces",
            "it. What FILE holds already is replaced when the sign-in has succeeded."
        },
        optionListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "Before the first time, as an administrator of the partner's tenant:",
            "  1. Register an app at entra.microsoft.com, App registrations. Its overview",
            "     shows the Application ID (--client-id) and Directory ID (--tenant).",
            "  2. Authentication: turn on \"Allow public client flows\".",
            "  3. API permissions: add Microsoft Partner Center, delegated,",
            "     user_impersonation, and grant admin consent.",
            "  4. Give the user who will sign in the role Admin agent or Sales agent in",
            "     Partner Center, and multi-factor authentication: without it Partner",
            "     Center refuses what comes of the sign-in (401, 900421).",
            "",
            "To ask as the app itself, without a user and without a login:",
            "  1. Register an app as above, and in Partner Center, Account settings, App",
            "     management, Web app, register it as an existing app.",
            "  2. Certificates & secrets: upload a certificate, and give the file with its",
            "     private key as --client-certificate; or make a secret, and put its value",
            "     into a file for --client-secret-file.",
            "  3. devicebatch status REF --tenant TENANT --client-id ID \\",
            "       --client-certificate FILE",
            "",
            "To use a token that you have already: --token-file, --token-command or",
            "DEVICEBATCH_TOKEN. docs/signing-in.md says all this at length.",
            "",
            "Exit codes: 0 signed in, 2 bad usage or configuration, 4 refused, declined or",
            "too late, 6 the identity platform is unavailable, 130 interrupted.",
            "",
            "Every option has a variable, and wins over it: --client-id over",
            "DEVICEBATCH_CLIENT_ID.",
            "",
            "Example:",
            "  devicebatch login --tenant contoso.onmicrosoft.com --client-id ID \\",
            "    --refresh-token-file ~/.config/devicebatch/refresh-token"
        })
public final class LoginCommand implements Callable<Integer> {

    private final CliContext surroundings;

    @Spec
    private CommandSpec spec;

    @ArgGroup(validate = false)
    private LoginOptions options = new LoginOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    public LoginCommand(CliContext surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        HttpLoggingCheck.pass(surroundings.properties());
        SignInSettings settings = SignInSettings.of(spec.commandLine().getParseResult(), surroundings.environment());
        var needed = new RequiredSettings(settings, "a sign-in is one of an app, and what comes of it needs a place");
        needed.demand(SignInSetting.TENANT, SignInSetting.CLIENT_ID, SignInSetting.REFRESH_TOKEN_FILE);
        AppRegistration app = needed.app();
        IdentityPlatform platform = options.platform(surroundings);
        var file = new SecretFile(
                SecretFile.Kind.REFRESH_TOKEN,
                settings.find(SignInSetting.REFRESH_TOKEN_FILE).orElseThrow());
        var words = new LoginMessages(surroundings, app, file, options.where());
        return new GracefulShutdown(surroundings.host().shutdown())
                .run(() -> signIn(DeviceCodeSignIn.of(platform, app), file, words));
    }

    private int signIn(DeviceCodeSignIn signIn, SecretFile file, LoginMessages words) throws InterruptedException {
        try {
            RefreshTokenFile store = RefreshTokenFile.at(file.path());
            words.begin();
            signIn.signIn(words::prompt, store);
            words.end();
            return ExitCode.ANSWERED.number();
        } catch (InterruptedException givenUp) {
            words.giveUp();
            throw givenUp;
        } catch (AccessTokenException none) {
            return words.failed(none).number();
        } catch (IllegalArgumentException noFile) {
            throw file.unusable("a file has a name, unlike this");
        } catch (IOException unusable) {
            throw file.unusable(unusable);
        }
    }
}
