package io.github.devicebatch.cli.options;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenterBuilder;
import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.http.SettingException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options about requests: address, limits, headers and authentication. */
public final class ConnectionOptions {

    @Option(
            names = {"-c", "--customer"},
            paramLabel = "CUSTOMER",
            description = "Customer id, or a name from the settings file, for references that are a bare tracking id.")
    private CustomerId customer;

    @Option(
            names = "--cloud",
            paramLabel = "CLOUD",
            description = "Microsoft cloud: ${COMPLETION-CANDIDATES}. Default: global.")
    private Cloud cloud = Cloud.GLOBAL;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Send requests to URL instead: https, or http on loopback.")
    private URI baseUrl;

    @Option(
            names = "--request-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "Timeout of one attempt, such as 90s or 500ms; up to 4 attempts within two minutes. Default: 15s.")
    private Duration requestTimeout;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description = "Maximum requests per second, retries included: such as 1/s, or none. Default: 5/s.")
    private RateLimitSettings rate;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Maximum concurrent requests; --rate applies as well. Default: 8.")
    private Concurrency concurrency = new Concurrency(8);

    @Option(
            names = "--locale",
            paramLabel = "TAG",
            description = "Language of Partner Center's messages. Default: en-US.")
    private String locale;

    @Option(
            names = "--correlation-id",
            paramLabel = "GUID",
            description = "Send this id with all requests, for vendor support. Default: a new id for each query.")
    private UUID correlationId;

    @ArgGroup(validate = false)
    private NetworkOptions network = new NetworkOptions();

    @ArgGroup(validate = false, heading = "%nAuthentication (choose one):%n")
    private SignInOptions signIn = new SignInOptions();

    public Optional<CustomerId> customer() {
        return Optional.ofNullable(customer);
    }

    /** Returns the maximum number of concurrent requests. */
    public int concurrency() {
        return concurrency.requests();
    }

    /**
     * Returns the identity platform that issues the tokens.
     *
     * @throws UsageException if {@code --authority} is not usable
     */
    public IdentityPlatform identityPlatform(CliContext context, NetworkSettings settings) {
        IdentityPlatform platform = settings.identityPlatform(context);
        return requestTimeout == null ? platform : platform.exchangeTimeout(requestTimeout);
    }

    /**
     * Returns a builder with all settings except the token source.
     *
     * @throws UsageException if an option has an unusable value
     */
    public PartnerCenterBuilder partnerCenter(NetworkSettings settings) {
        try {
            PartnerCenterBuilder builder = settings.partnerCenter().applicationName("devicebatch");
            builder = requestTimeout == null ? builder : builder.attemptTimeout(requestTimeout);
            builder = rate == null ? builder : builder.rateLimit(rate);
            builder = locale == null ? builder : builder.locale(locale);
            return correlationId == null ? builder : builder.correlationId(correlationId);
        } catch (SettingException invalid) {
            throw new UsageException(Problem.of(invalid.reason(), "devicebatch help status"));
        } catch (IllegalArgumentException invalid) {
            throw new UsageException(Problem.of(requireNonNull(invalid.getMessage()), "devicebatch help status"));
        }
    }

    /** A type for {@code --concurrency}, because converters are registered by type. */
    record Concurrency(int requests) {

        /** Each concurrent request needs a connection. */
        private static final int MAX = 256;

        static Concurrency parse(String text) {
            String number = text.strip();
            if (!number.matches("[1-9]\\d{0,2}") || Integer.parseInt(number) > MAX) {
                throw new TypeConversionException(Converters.quoted(text) + " is not a number from 1 to " + MAX);
            }
            return new Concurrency(Integer.parseInt(number));
        }
    }
}
