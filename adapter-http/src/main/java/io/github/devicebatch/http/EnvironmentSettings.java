package io.github.devicebatch.http;

import io.github.devicebatch.http.credential.SecretFileReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Settings from the environment variables that the command {@code devicebatch} reads, so that a container is configured in the
 * same way for both: address and cloud, sign-in, proxy, certificate authorities. An empty variable counts as missing.
 *
 * <pre>{@code
 * try (PartnerCenter partnerCenter =
 *         EnvironmentSettings.of(System.getenv()).partnerCenter().build()) {
 *     BatchStatus status = partnerCenter.batchStatus().ask(batch).orElseThrow();
 * }
 * }</pre>
 *
 * <p>{@code DEVICEBATCH_TOKEN_COMMAND}, and {@code -} as {@code DEVICEBATCH_TOKEN_FILE}, are for the command only: a library
 * starts no process and reads no standard input. Immutable and thread-safe.
 */
public final class EnvironmentSettings {

    private static final String PREFIX = "DEVICEBATCH_";
    private static final List<String> METHODS = List.of(
            "TOKEN", "TOKEN_FILE", "TOKEN_COMMAND", "CLIENT_SECRET_FILE", "CLIENT_CERTIFICATE", "REFRESH_TOKEN_FILE");
    private static final List<String> PROXIES = List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");

    private final Map<String, String> environment;

    private EnvironmentSettings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Creates settings. Nothing is read or checked yet.
     *
     * @param environment the variables, such as {@link System#getenv()}
     * @return the settings
     */
    public static EnvironmentSettings of(Map<String, String> environment) {
        return new EnvironmentSettings(environment);
    }

    /**
     * Returns a builder with address, token source, proxy and authorities, to which more settings can be added.
     *
     * @return the builder
     * @throws IOException if a file that a variable names can't be read
     * @throws IllegalArgumentException if a variable is missing, contradicts another, or has an unusable value; the message
     *     names it and contains no secret
     * @throws IllegalStateException if the sign-in needs MSAL4J, an optional dependency, and it is missing
     */
    public PartnerCenterBuilder partnerCenter() throws IOException {
        PartnerCenterCloud cloud = cloud();
        PartnerCenterBuilder builder = own("BASE_URL")
                .map(url -> parsed("BASE_URL", url, text -> PartnerCenter.at(URI.create(text))))
                .orElseGet(() -> PartnerCenter.at(cloud))
                .tokens(tokens());
        PartnerCenterBuilder proxied = proxy().map(builder::proxy).orElse(builder);
        return trust().map(proxied::trust).orElse(proxied);
    }

    /**
     * Returns the token source of the sign-in. Reads the files of the sign-in; requests no token yet.
     *
     * @return the source
     * @throws IOException if a file that a variable names can't be read
     * @throws IllegalArgumentException if a variable is missing, contradicts another, or has an unusable value; the message
     *     names it and contains no secret
     * @throws IllegalStateException if the sign-in needs MSAL4J, an optional dependency, and it is missing
     */
    public AccessTokenSource tokens() throws IOException {
        List<String> given =
                METHODS.stream().filter(name -> own(name).isPresent()).toList();
        return switch (String.join(" and ", given)) {
            case "TOKEN" -> AccessTokenSource.fixed(parsed("TOKEN", required("TOKEN"), AccessToken::of));
            case "TOKEN_FILE" -> new TokenFileSource(path("TOKEN_FILE"));
            case "TOKEN_COMMAND" ->
                throw new IllegalArgumentException(PREFIX + "TOKEN_COMMAND is for the command devicebatch only");
            case "CLIENT_SECRET_FILE", "CLIENT_CERTIFICATE" ->
                AccessTokenSource.appOnly(identityPlatform(), app(), credential());
            case "REFRESH_TOKEN_FILE" -> AccessTokenSource.appAndUser(identityPlatform(), app(), refreshToken());
            case "CLIENT_SECRET_FILE and REFRESH_TOKEN_FILE", "CLIENT_CERTIFICATE and REFRESH_TOKEN_FILE" ->
                AccessTokenSource.appAndUser(identityPlatform(), app(), credential(), refreshToken());
            case "" -> throw new IllegalArgumentException("no sign-in; set one of " + names(METHODS));
            default ->
                throw new IllegalArgumentException("more than one sign-in: " + names(given) + "; unset all but one");
        };
    }

    private static String names(List<String> variables) {
        return String.join(", ", variables.stream().map(PREFIX::concat).toList());
    }

    private IdentityPlatform identityPlatform() throws IOException {
        IdentityPlatform platform = own("AUTHORITY")
                .map(url -> parsed("AUTHORITY", url, text -> IdentityPlatform.at(URI.create(text), cloud())))
                .orElseGet(() -> IdentityPlatform.at(cloud()));
        IdentityPlatform proxied = proxy().map(platform::proxy).orElse(platform);
        return trust().map(proxied::trust).orElse(proxied);
    }

    private PartnerCenterCloud cloud() {
        return switch (own("CLOUD").orElse("global").toLowerCase(Locale.ROOT)) {
            case "global" -> PartnerCenterCloud.GLOBAL;
            case "china" -> PartnerCenterCloud.CHINA;
            case "usgov" -> PartnerCenterCloud.US_GOVERNMENT;
            default -> throw new IllegalArgumentException(PREFIX + "CLOUD is global, china or usgov");
        };
    }

    private AppRegistration app() {
        String tenant = required("TENANT");
        return parsed("TENANT or CLIENT_ID", required("CLIENT_ID"), id -> new AppRegistration(tenant, id));
    }

    private AppCredential credential() throws IOException {
        if (own("CLIENT_SECRET_FILE").isPresent()) {
            return ClientSecret.fromFile(path("CLIENT_SECRET_FILE"));
        }
        Path certificate = path("CLIENT_CERTIFICATE");
        return own("CLIENT_CERTIFICATE_PASSWORD_FILE").isEmpty()
                ? ClientCertificate.fromFile(certificate)
                : ClientCertificate.fromFile(
                        certificate,
                        SecretFileReader.line(path("CLIENT_CERTIFICATE_PASSWORD_FILE"))
                                .toCharArray());
    }

    private RefreshTokenFile refreshToken() throws IOException {
        RefreshTokenFile file = RefreshTokenFile.at(path("REFRESH_TOKEN_FILE"));
        file.check();
        return file;
    }

    private Optional<ProxySettings> proxy() {
        Optional<String> own = own("PROXY");
        if (own.isPresent()) {
            return Optional.of(
                    own.get().strip().equalsIgnoreCase("none")
                            ? ProxySettings.none()
                            : excepted(parsed("PROXY", own.get(), ProxySettings::of)));
        }
        return PROXIES.stream().anyMatch(name -> variable(name).isPresent())
                ? Optional.of(ProxySettings.fromEnvironment(environment))
                : Optional.empty();
    }

    private ProxySettings excepted(ProxySettings proxy) {
        return Stream.of("no_proxy", "NO_PROXY")
                .flatMap(name -> variable(name).stream())
                .findFirst()
                .map(proxy::exceptFor)
                .orElse(proxy);
    }

    private Optional<TrustSettings> trust() throws IOException {
        Optional<String> file = own("CA_FILE").or(() -> variable("SSL_CERT_FILE"));
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(TrustSettings.system().withAuthoritiesIn(Path.of(file.get())));
    }

    private Path path(String name) {
        if (required(name).equals("-")) {
            throw new IllegalArgumentException(PREFIX + name + " is -, but standard input is for the command only");
        }
        return parsed(name, required(name), Path::of);
    }

    private String required(String name) {
        return own(name).orElseThrow(() -> new IllegalArgumentException(PREFIX + name + " is not set"));
    }

    private Optional<String> own(String name) {
        return variable(PREFIX + name);
    }

    private Optional<String> variable(String name) {
        return Optional.of(environment.getOrDefault(name, "")).filter(value -> !value.isBlank());
    }

    private static <T> T parsed(String name, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(PREFIX + name + ": " + invalid.getMessage(), invalid);
        }
    }

    /** Returns the variables that are set, without their values. */
    @Override
    public String toString() {
        return "EnvironmentSettings"
                + environment.keySet().stream()
                        .filter(name -> name.startsWith(PREFIX))
                        .sorted()
                        .toList();
    }
}
