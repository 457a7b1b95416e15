package io.github.devicebatch.cli.command;

import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.options.LoginOptions;
import io.github.devicebatch.cli.options.NetworkSettings;
import io.github.devicebatch.cli.signin.HttpLoggingCheck;
import io.github.devicebatch.cli.signin.RequiredSettings;
import io.github.devicebatch.cli.signin.SecretFile;
import io.github.devicebatch.cli.signin.SignInSetting;
import io.github.devicebatch.cli.signin.SignInSettings;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.GracefulShutdown;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.AppRegistration;
import io.github.devicebatch.http.DeviceCodeSignIn;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.RefreshTokenFile;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The subcommand {@code login}: signs a user in with a device code and stores the refresh token. */
@Command(
        name = "login",
        header = "Sign in as a user once, and store a refresh token for later commands.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = {
            "devicebatch login --tenant TENANT --client-id ID",
            "                         --refresh-token-file FILE%n"
        },
        description = {
            "Prints a code and the page to enter it on, in any browser on any machine, and",
            "waits until you have signed in. The refresh token is stored in FILE and",
            "nowhere else. It expires 90 days after its last use; each use replaces it. An",
            "existing FILE is replaced after the sign-in has succeeded."
        },
        optionListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "Once, as an administrator of the partner's tenant:",
            "  1. Register an app at entra.microsoft.com, App registrations. Its overview",
            "     shows the Application ID (--client-id) and Directory ID (--tenant).",
            "  2. Authentication: turn on \"Allow public client flows\".",
            "  3. API permissions: add Microsoft Partner Center, delegated,",
            "     user_impersonation, and grant admin consent.",
            "  4. Give the user who will sign in the role Admin agent or Sales agent in",
            "     Partner Center, and multi-factor authentication (MFA): Partner Center",
            "     rejects tokens issued without MFA (401, 900421).",
            "",
            "To authenticate as the app itself, without a user and without login:",
            "  1. Register an app as above, and in Partner Center, Account settings, App",
            "     management, Web app, register it as an existing app.",
            "  2. Certificates & secrets: upload a certificate, and give the file with its",
            "     private key as --client-certificate; or create a secret, and put its",
            "     value into a file for --client-secret-file.",
            "  3. devicebatch status REF --tenant TENANT --client-id ID \\",
            "       --client-certificate FILE",
            "",
            "To use an existing token: --token-file, --token-command or DEVICEBATCH_TOKEN.",
            "See also docs/signing-in.md.",
            "",
            "Exit codes: 0 signed in, 2 bad usage or configuration, 4 refused, declined or",
            "expired, 6 the identity platform is unavailable or a proxy refuses,",
            "130 interrupted.",
            "",
            "Every option has an environment variable, such as DEVICEBATCH_CLIENT_ID for",
            "--client-id. The option takes precedence.",
            "",
            "Example:",
            "  devicebatch login --tenant contoso.onmicrosoft.com --client-id ID \\",
            "    --refresh-token-file ~/.config/devicebatch/refresh-token"
        })
public final class LoginCommand implements Callable<Integer> {

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @ArgGroup(validate = false)
    private LoginOptions options = new LoginOptions();

    public LoginCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        HttpLoggingCheck.check(context.properties());
        SignInSettings settings = SignInSettings.of(spec.commandLine().getParseResult(), context.environment());
        var required = new RequiredSettings(settings, "login needs an app and a file for the refresh token");
        required.check(SignInSetting.TENANT, SignInSetting.CLIENT_ID, SignInSetting.REFRESH_TOKEN_FILE);
        AppRegistration app = required.app();
        NetworkSettings network = NetworkSettings.of(spec.commandLine().getParseResult(), context.environment());
        IdentityPlatform platform = options.identityPlatform(context, network);
        var file = new SecretFile(
                SecretFile.Kind.REFRESH_TOKEN,
                settings.find(SignInSetting.REFRESH_TOKEN_FILE).orElseThrow());
        new Messages(context.err(), TextStyle.PLAIN, Messages.Verbosity.of(spec))
                .traces(network.describe(List.of(network.identityPlatformAddress())));
        var messages = new LoginMessages(context, app, file, options.platformArguments(network));
        DeviceCodeSignIn signIn = signIn(platform, app);
        return new GracefulShutdown(context.host().shutdown()).run(() -> signIn(signIn, file, messages));
    }

    private static DeviceCodeSignIn signIn(IdentityPlatform platform, AppRegistration app) {
        try {
            return DeviceCodeSignIn.of(platform, app);
        } catch (IllegalStateException unusable) {
            throw UsageException.ofJavaSettings(unusable);
        }
    }

    private int signIn(DeviceCodeSignIn signIn, SecretFile file, LoginMessages messages) throws InterruptedException {
        try {
            RefreshTokenFile store = RefreshTokenFile.at(file.path());
            messages.started();
            signIn.signIn(messages::prompt, store);
            messages.signedIn();
            return ExitCode.ANSWERED.number();
        } catch (InterruptedException interrupted) {
            messages.cancelled();
            throw interrupted;
        } catch (AccessTokenException failure) {
            return messages.failed(failure).number();
        } catch (IllegalArgumentException withoutFileName) {
            throw file.unusable("the path has no file name");
        } catch (IOException failure) {
            throw file.unwritable(failure);
        }
    }
}
