package io.github.devicebatch.testkit.oauth;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The device codes that {@link TokenEndpoint} issued, and the results of polls with them. Safe for use by several threads.
 *
 * @see TokenEndpoint#deviceCodes()
 */
public final class DeviceCodes {

    private static final URI VENDORS_PAGE = URI.create("https://microsoft.com/devicelogin");

    private final InstantSource time;
    private final Map<String, DeviceCode> codes = new ConcurrentHashMap<>();
    private final Deque<DeviceCodePoll> polls = new ArrayDeque<>(List.of(DeviceCodePoll.APPROVED));
    private final Map<String, DeviceCodePoll> decisions = new ConcurrentHashMap<>();
    private volatile Optional<Supplier<URI>> page = Optional.empty();
    private volatile Optional<String> latestUserCode = Optional.empty();
    private volatile Duration interval = Duration.ofSeconds(5);
    private volatile Duration lifetime = Duration.ofMinutes(15);

    DeviceCodes(InstantSource time) {
        this.time = time;
    }

    /**
     * Sets the results of the next polls, in order and for any device code; the last one repeats. The default is
     * {@link DeviceCodePoll#APPROVED} at once.
     *
     * @param results at least one
     * @return this
     * @throws IllegalArgumentException if {@code results} is empty
     */
    public DeviceCodes polls(DeviceCodePoll... results) {
        List<DeviceCodePoll> next = List.of(results);
        if (next.isEmpty()) {
            throw new IllegalArgumentException("at least one poll result is required");
        }
        synchronized (polls) {
            polls.clear();
            polls.addAll(next);
        }
        return this;
    }

    /**
     * Makes the user decide about each code, by {@link #approve} or {@link #decline}. Until then a poll is
     * {@link DeviceCodePoll#PENDING}, and {@link #polls} has no effect.
     *
     * @param uri supplies the address of the page on which the user enters the code
     * @return this
     */
    public DeviceCodes decidedOn(Supplier<URI> uri) {
        this.page = Optional.of(requireNonNull(uri, "uri"));
        return this;
    }

    /**
     * Signs the user in who enters a code.
     *
     * @param userCode the code, in any case, with or without spaces
     * @return false if there is no such code that waits for a decision
     */
    public boolean approve(String userCode) {
        return decide(userCode, DeviceCodePoll.APPROVED);
    }

    /**
     * Declines the sign-in with a code.
     *
     * @param userCode the code, in any case, with or without spaces
     * @return false if there is no such code that waits for a decision
     */
    public boolean decline(String userCode) {
        return decide(userCode, DeviceCodePoll.DECLINED);
    }

    private boolean decide(String userCode, DeviceCodePoll decision) {
        String entered = userCode.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return codes.values().stream()
                .filter(code ->
                        code.userCode().equals(entered) && time.instant().isBefore(code.end()))
                .anyMatch(code -> decisions.putIfAbsent(code.code(), decision) == null);
    }

    /**
     * Sets the polling interval that clients receive. The default is 5 seconds. Faster polls are served all the same.
     *
     * @param duration the interval; clients receive its whole seconds
     * @return this
     * @throws IllegalArgumentException if {@code duration} is negative
     */
    public DeviceCodes interval(Duration duration) {
        this.interval = requireNotNegative(duration);
        return this;
    }

    /**
     * Sets the lifetime, on the fake's clock, of the codes that are issued from now on. The default is 15 minutes.
     *
     * @param duration the lifetime; clients receive its whole seconds
     * @return this
     * @throws IllegalArgumentException if {@code duration} is negative
     */
    public DeviceCodes lifetime(Duration duration) {
        this.lifetime = requireNotNegative(duration);
        return this;
    }

    /** Returns the latest user code, or empty if none was issued yet. */
    public Optional<String> latestUserCode() {
        return latestUserCode;
    }

    /** Returns the number of codes that are not redeemed, without any code. */
    @Override
    public String toString() {
        return codes.size() + " device codes";
    }

    DeviceCode issue(String clientId, Scope scope) {
        DeviceCode issued = DeviceCode.create(clientId, scope, time.instant().plus(lifetime));
        codes.put(issued.code(), issued);
        latestUserCode = Optional.of(issued.userCode());
        return issued;
    }

    /** Redeems a code if the next poll result is {@link DeviceCodePoll#APPROVED}, and returns its scope. */
    Scope redeem(String code, String clientId) throws OAuthException {
        DeviceCode issued = codes.get(code);
        if (issued == null || !issued.clientId().equalsIgnoreCase(clientId)) {
            throw unknown();
        }
        boolean expired = !time.instant().isBefore(issued.end());
        Optional<OAuthException> error = (expired ? DeviceCodePoll.EXPIRED : pollOf(issued)).error();
        if (error.isPresent()) {
            throw error.get();
        }
        decisions.remove(code);
        if (!codes.remove(code, issued)) {
            throw unknown();
        }
        return issued.scope();
    }

    private DeviceCodePoll pollOf(DeviceCode issued) {
        return page.isPresent() ? decisions.getOrDefault(issued.code(), DeviceCodePoll.PENDING) : nextPoll();
    }

    /** Returns the page on which the user enters a code. */
    URI verificationUri() {
        return page.map(Supplier::get).orElse(VENDORS_PAGE);
    }

    private DeviceCodePoll nextPoll() {
        synchronized (polls) {
            return polls.size() > 1 ? polls.removeFirst() : polls.getFirst();
        }
    }

    private static OAuthException unknown() {
        return new OAuthException(
                400, "bad_verification_code", 70_018, "The device code is unknown or already redeemed.");
    }

    Duration interval() {
        return interval;
    }

    Duration lifetime() {
        return lifetime;
    }

    private static Duration requireNotNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a duration must not be negative: " + duration);
        }
        return duration;
    }

    /** A device code with its user code; only the device code is secret. */
    record DeviceCode(String code, String userCode, String clientId, Scope scope, Instant end) {

        private static final int USER_CODE_LENGTH = 9;

        static DeviceCode create(String clientId, Scope scope, Instant end) {
            return new DeviceCode(RandomToken.withPrefix("G"), randomUserCode(), clientId, scope, end);
        }

        private static String randomUserCode() {
            return RandomToken.withPrefix("")
                    .replaceAll("[-_]", "")
                    .substring(0, USER_CODE_LENGTH)
                    .toUpperCase(Locale.ROOT);
        }

        /** Returns the user code, without the device code. */
        @Override
        public String toString() {
            return "DeviceCode for " + userCode;
        }
    }
}
