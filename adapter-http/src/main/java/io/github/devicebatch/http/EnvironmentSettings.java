package io.github.devicebatch.http;

import static io.github.devicebatch.http.SettingLookup.PREFIX;
import static io.github.devicebatch.http.SettingLookup.parsed;

import io.github.devicebatch.http.text.TextInput;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings from the environment variables that the command {@code devicebatch} reads, so that a container is configured in the
 * same way for both: address and cloud, sign-in, proxy, certificate authorities. The command itself uses this class.
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

    private static final List<String> OTHERS = List.of(
            "BASE_URL",
            "CLOUD",
            "AUTHORITY",
            "TENANT",
            "CLIENT_ID",
            "CLIENT_CERTIFICATE_PASSWORD_FILE",
            "PROXY",
            "CA_FILE");
    private static final List<String> PROXIES = List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
    private static final List<String> NO_PROXIES = List.of("no_proxy", "NO_PROXY");

    private final SettingLookup lookup;
    private volatile @Nullable TrustSettings trust;

    private EnvironmentSettings(SettingLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * Creates settings. Nothing is read or checked yet. White space around a value is removed; an empty variable counts as missing.
     *
     * @param environment the variables, such as {@link System#getenv()}
     * @return the settings
     */
    public static EnvironmentSettings of(Map<String, String> environment) {
        Map<String, String> copy = Map.copyOf(environment);
        return of(name ->
                Optional.of(TextInput.strip(copy.getOrDefault(name, ""))).filter(value -> !value.isEmpty()));
    }

    /**
     * Creates settings from any source that has values for the names of the variables, such as the configuration of a framework.
     * Nothing is read or checked yet. Values are used as they are.
     *
     * @param lookup returns the value for the name of a variable; empty if it has none; thread-safe
     * @return the settings
     */
    public static EnvironmentSettings of(Function<String, Optional<String>> lookup) {
        return of(List.of(lookup));
    }

    /**
     * Creates settings from several sources, such as the properties of the program before the environment. The first source that has
     * a value takes precedence. Of the settings that select the sign-in, only those of the first source count that has any of them.
     *
     * @param sources as in {@link #of(Function)}
     * @return the settings
     */
    public static EnvironmentSettings of(List<Function<String, Optional<String>>> sources) {
        return new EnvironmentSettings(new SettingLookup(List.copyOf(sources)));
    }

    /**
     * Returns a builder with address, token source, proxy and authorities, to which more settings can be added.
     *
     * @return the builder
     * @throws IOException if a file that a variable names can't be read, a {@link SettingFileException}
     * @throws IllegalArgumentException if a variable is missing, contradicts another, or has an unusable value; the message
     *     names it and contains no secret
     * @throws IllegalStateException if the sign-in needs MSAL4J, an optional dependency, and it is missing
     */
    public PartnerCenterBuilder partnerCenter() throws IOException {
        return connection().tokens(tokens());
    }

    /**
     * Returns a builder with address, proxy and authorities, but without a token source.
     *
     * @return the builder
     * @throws IOException if the file of the authorities can't be read, a {@link SettingFileException}
     * @throws SettingException if a variable has an unusable value
     */
    public PartnerCenterBuilder connection() throws IOException {
        PartnerCenterBuilder builder = parsed("BASE_URL", baseUrl(), PartnerCenter::at);
        PartnerCenterBuilder proxied = proxy().map(builder::proxy).orElse(builder);
        return trust().map(proxied::trust).orElse(proxied);
    }

    /**
     * Returns the identity platform that issues the tokens, with proxy and authorities.
     *
     * @throws IOException if the file of the authorities can't be read, a {@link SettingFileException}
     * @throws SettingException if a variable has an unusable value
     */
    public IdentityPlatform identityPlatform() throws IOException {
        PartnerCenterCloud cloud = cloud();
        IdentityPlatform platform = parsed("AUTHORITY", authority(), address -> IdentityPlatform.at(address, cloud));
        IdentityPlatform proxied = proxy().map(platform::proxy).orElse(platform);
        return trust().map(proxied::trust).orElse(proxied);
    }

    /**
     * Returns the address of Partner Center: that of the variable, else of the cloud.
     *
     * @throws SettingException if a variable has an unusable value
     */
    public URI baseUrl() {
        URI ofCloud = cloud().baseUrl();
        return lookup.own("BASE_URL")
                .map(url -> parsed("BASE_URL", url, URI::create))
                .orElse(ofCloud);
    }

    /**
     * Returns the address of the identity platform: that of the variable, else of the cloud.
     *
     * @throws SettingException if a variable has an unusable value
     */
    public URI authority() {
        URI ofCloud = cloud().authority();
        return lookup.own("AUTHORITY")
                .map(url -> parsed("AUTHORITY", url, URI::create))
                .orElse(ofCloud);
    }

    /**
     * Returns the token source of the sign-in. Reads the files of the sign-in; requests no token yet.
     *
     * @return the source
     * @throws IOException if a file that a variable names can't be read, a {@link SettingFileException}
     * @throws IllegalArgumentException if a variable is missing, contradicts another, or has an unusable value; the message
     *     names it and contains no secret
     * @throws IllegalStateException if the sign-in needs MSAL4J, an optional dependency, and it is missing
     */
    public AccessTokenSource tokens() throws IOException {
        return tokens(identityPlatform());
    }

    /**
     * Returns the token source of the sign-in, as {@link #tokens()} does, with another description of the identity platform.
     *
     * @param platform the issuer of the tokens, and the clock
     * @return the source
     * @throws SettingFileException if a file that a variable names can't be read
     * @throws IllegalArgumentException as for {@link #tokens()}
     * @throws IllegalStateException as for {@link #tokens()}
     */
    public AccessTokenSource tokens(IdentityPlatform platform) throws SettingFileException {
        return signIn().tokens(this, lookup, platform);
    }

    private SignInMethod signIn() {
        return signInMethod()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no sign-in; set one of " + String.join(", ", SignInMethod.names(SignInMethod.SELECTORS))));
    }

    /**
     * Returns the method of the sign-in. Reads no file.
     *
     * @return the method; empty if no variable selects one
     * @throws SettingException if the variables select several; it names them
     */
    public Optional<SignInMethod> signInMethod() {
        List<String> given = lookup.given(SignInMethod.SELECTORS);
        return given.isEmpty() ? Optional.empty() : Optional.of(SignInMethod.of(given));
    }

    /**
     * Reads the sign-in of an app and its files.
     *
     * @return the sign-in
     * @throws SettingFileException if a file that a variable names can't be read
     * @throws IllegalArgumentException if a variable is missing, contradicts another, or has an unusable value, or if the method is
     *     none of an app; the message contains no secret
     */
    public AppSignIn appSignIn() throws SettingFileException {
        return AppSignIn.read(app(), signIn(), lookup);
    }

    private PartnerCenterCloud cloud() {
        return switch (lookup.own("CLOUD").orElse("global").toLowerCase(Locale.ROOT)) {
            case "global" -> PartnerCenterCloud.GLOBAL;
            case "china" -> PartnerCenterCloud.CHINA;
            case "usgov" -> PartnerCenterCloud.US_GOVERNMENT;
            default -> throw SettingLookup.unusable("CLOUD", " is global, china or usgov");
        };
    }

    /**
     * Returns the app of the sign-in.
     *
     * @throws SettingException if a variable is missing or has an unusable value
     */
    public AppRegistration app() {
        String tenant = lookup.required("TENANT");
        return parsed("TENANT or CLIENT_ID", lookup.required("CLIENT_ID"), id -> new AppRegistration(tenant, id));
    }

    /**
     * Returns the proxy and its exceptions.
     *
     * @return the proxy; empty if no variable names one
     * @throws SettingException if a variable has an unusable value
     */
    public Optional<ProxySettings> proxy() {
        return proxyVariable().map(name -> name.startsWith(PREFIX) ? ownProxy() : proxyOf(name));
    }

    private ProxySettings ownProxy() {
        String url = lookup.required("PROXY");
        return url.strip().equalsIgnoreCase("none")
                ? ProxySettings.none()
                : excepted(parsed("PROXY", url, ProxySettings::of));
    }

    private ProxySettings proxyOf(String variable) {
        try {
            return excepted(ProxySettings.fromEnvironment(Map.of(variable, lookup.value(variable))));
        } catch (IllegalArgumentException invalid) {
            throw SettingException.named(variable, invalid);
        }
    }

    private ProxySettings excepted(ProxySettings proxy) {
        return noProxyVariable()
                .map(name -> proxy.exceptFor(lookup.value(name)))
                .orElse(proxy);
    }

    /** Returns the name of the variable with the proxy, if any is set: {@code DEVICEBATCH_PROXY}, else the first that curl reads. */
    public Optional<String> proxyVariable() {
        return lookup.first("PROXY", PROXIES);
    }

    /** Returns the name of the variable with the exceptions from the proxy, as curl reads it, if any is set. */
    public Optional<String> noProxyVariable() {
        return lookup.first(NO_PROXIES);
    }

    /**
     * Returns the certificate authorities. Their file is read once.
     *
     * @return the authorities; empty if no variable names a file
     * @throws IOException if the file can't be read, a {@link SettingFileException}
     * @throws SettingException if it has no certificate in PEM
     */
    public Optional<TrustSettings> trust() throws IOException {
        Optional<String> variable = caFileVariable();
        if (variable.isPresent() && trust == null) {
            trust = lookup.readFile(variable.get(), TrustSettings.system()::withAuthoritiesIn);
        }
        return Optional.ofNullable(trust);
    }

    /**
     * Returns the name of the variable with the file of the certificate authorities, if any is set: {@code DEVICEBATCH_CA_FILE}, else
     * {@code SSL_CERT_FILE}.
     */
    public Optional<String> caFileVariable() {
        return lookup.first("CA_FILE", List.of("SSL_CERT_FILE"));
    }

    /** Returns the variables that are set, without their values. */
    @Override
    public String toString() {
        return "EnvironmentSettings"
                + Stream.concat(SignInMethod.SELECTORS.stream(), OTHERS.stream())
                        .filter(name -> lookup.own(name).isPresent())
                        .map(PREFIX::concat)
                        .sorted()
                        .toList();
    }
}
