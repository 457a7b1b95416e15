package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.PartnerCenterBuilder;
import io.github.devicebatch.http.RateLimitSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say who is asked, how, and as whom. */
public final class ConnectionOptions {

    @Option(
            names = {"-c", "--customer"},
            paramLabel = "ID",
            converter = CustomerConverter.class,
            description = "Whose batch a REF is that is a tracking id alone.")
    private CustomerId customer;

    @Option(
            names = "--cloud",
            paramLabel = "CLOUD",
            description = "The vendor's cloud: ${COMPLETION-CANDIDATES}. Default: global.")
    private Cloud cloud = Cloud.GLOBAL;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            converter = BaseUrlConverter.class,
            description = "Ask at URL instead: https, or http on this machine.")
    private URI baseUrl;

    @Option(
            names = "--request-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "The most time for one attempt, such as 90s or 500ms; up to 4 are made, within two minutes. Default: 15s.")
    private Duration requestTimeout;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            converter = RateConverter.class,
            description = "The most questions a second, repeated ones included: such as 1/s, or none. Default: 5/s.")
    private RateLimitSettings rate;

    @Option(
            names = "--locale",
            paramLabel = "TAG",
            description = "The language of Partner Center's own words. Default: en-US.")
    private String locale;

    @Option(
            names = "--correlation-id",
            paramLabel = "GUID",
            converter = GuidConverter.class,
            description = "Send this id with every question, for vendor support. Default: a new one each.")
    private UUID correlationId;

    @ArgGroup(validate = false, heading = "%nSigning in, in one way:%n")
    private SignInOptions signIn = new SignInOptions();

    public Optional<CustomerId> customer() {
        return Optional.ofNullable(customer);
    }

    /**
     * Describes who issues tokens.
     *
     * @throws UsageException if it cannot be asked
     */
    public IdentityPlatform identityPlatform(CliContext around) {
        IdentityPlatform platform = signIn.platform(cloud, around);
        return requestTimeout == null ? platform : platform.exchangeTimeout(requestTimeout);
    }

    /**
     * Describes the Partner Center to ask, without its token.
     *
     * @throws UsageException if an option says something that cannot be
     */
    public PartnerCenterBuilder partnerCenter() {
        try {
            PartnerCenterBuilder builder =
                    baseUrl == null ? PartnerCenter.at(cloud.partnerCenterCloud()) : PartnerCenter.at(baseUrl);
            builder = requestTimeout == null ? builder : builder.attemptTimeout(requestTimeout);
            builder = rate == null ? builder : builder.rateLimit(rate);
            builder = locale == null ? builder : builder.locale(locale);
            builder = correlationId == null ? builder : builder.correlationId(correlationId);
            return builder.applicationName("devicebatch");
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(Problem.of(wrong.getMessage(), "devicebatch help status"));
        }
    }

    /** The options that matter when there are many batches. */
    public static final class ManyOptions {

        @Option(
                names = "--concurrency",
                paramLabel = "N",
                converter = ConcurrencyConverter.class,
                description =
                        "The most questions under way at once, however many batches; --rate holds as well. Default: 8.")
        private int concurrency = 8;

        public int concurrency() {
            return concurrency;
        }
    }
}
