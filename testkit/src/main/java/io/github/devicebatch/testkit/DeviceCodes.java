package io.github.devicebatch.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * The device codes that {@link TokenEndpoint} gives out, and what the users do with them. Safe for use by several threads.
 *
 * @see TokenEndpoint#deviceCodes()
 */
public final class DeviceCodes {

    private final InstantSource time;
    private final Map<String, Code> known = new ConcurrentHashMap<>();
    private final AtomicReference<Optional<String>> latest = new AtomicReference<>(Optional.empty());
    private final AtomicReference<InTurn<DeviceCodePoll>> polls = new AtomicReference<>(new InTurn<>());
    private volatile Duration interval = Duration.ofSeconds(5);
    private volatile Duration lifetime = Duration.ofMinutes(15);

    DeviceCodes(InstantSource time) {
        this.time = time;
    }

    /**
     * Sets what clients hear from now on when they ask whether the user has signed in: these one after the other, and the
     * last one again and again, whichever code they ask with. By default {@link DeviceCodePoll#APPROVED} at once.
     *
     * @param answers what it hears
     * @return this
     * @throws IllegalArgumentException if there are none
     */
    public DeviceCodes polls(DeviceCodePoll... answers) {
        if (answers.length == 0) {
            throw new IllegalArgumentException("a poll needs an answer");
        }
        InTurn<DeviceCodePoll> inTurn = new InTurn<>();
        Stream.of(answers).forEach(inTurn::add);
        polls.set(inTurn);
        return this;
    }

    /**
     * Sets how long the client is told to wait between polls. By default 5 seconds. A client that does not wait is served
     * all the same.
     *
     * @param duration how long; told in whole seconds
     * @return this
     * @throws IllegalArgumentException if {@code duration} is negative
     */
    public DeviceCodes interval(Duration duration) {
        this.interval = checked(duration);
        return this;
    }

    /**
     * Sets how long a code is good, on the fake's clock and from its issue on. By default 15 minutes.
     *
     * @param duration how long; told in whole seconds
     * @return this
     * @throws IllegalArgumentException if {@code duration} is negative
     */
    public DeviceCodes lifetime(Duration duration) {
        this.lifetime = checked(duration);
        return this;
    }

    /**
     * Gives the code that the latest user is to enter.
     *
     * @return the user code, or empty as long as no one asked for one
     */
    public Optional<String> latestUserCode() {
        return latest.get();
    }

    /** Gives the number of codes that are not redeemed, and no code. */
    @Override
    public String toString() {
        return known.size() + " device codes";
    }

    Code issue(String clientId, Scope scope) {
        String device = RandomToken.startingWith("G");
        Code code = new Code(device, userCode(), clientId, scope, time.instant().plus(lifetime));
        known.put(device, code);
        latest.set(Optional.of(code.userCode()));
        return code;
    }

    /** Takes a code for which the user has signed in, and gives what was asked for with it. */
    Scope redeem(String deviceCode, String clientId) throws RefusedGrantException {
        Code code = known.get(deviceCode);
        if (code == null || !code.clientId().equalsIgnoreCase(clientId)) {
            throw unknown();
        }
        if (!time.instant().isBefore(code.end())) {
            throw expired();
        }
        DeviceCodePoll poll = polls.get().next().orElse(DeviceCodePoll.APPROVED);
        Optional<RefusedGrantException> refusal = refusal(poll);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return Optional.ofNullable(known.remove(deviceCode))
                .orElseThrow(DeviceCodes::unknown)
                .scope();
    }

    private static Optional<RefusedGrantException> refusal(DeviceCodePoll poll) {
        return switch (poll) {
            case PENDING ->
                Optional.of(error("authorization_pending", 70_016, "Authorization is pending. Continue polling."));
            case SLOW_DOWN -> Optional.of(error("slow_down", 70_016, "Authorization is pending. Poll less often."));
            case DECLINED ->
                Optional.of(error("authorization_declined", 65_004, "The user declined the authorization."));
            case EXPIRED -> Optional.of(expired());
            case APPROVED -> Optional.empty();
        };
    }

    private static RefusedGrantException unknown() {
        return error("bad_verification_code", 70_018, "The device code is not known, or was redeemed.");
    }

    private static RefusedGrantException expired() {
        return error(
                "expired_token",
                70_020,
                "The provided value for the input parameter 'device_code' is not valid."
                        + " This device code has expired.");
    }

    private static RefusedGrantException error(String error, long code, String description) {
        return new TokenError(400, error, code, description).refusal();
    }

    /** Gives nine letters and digits, as they are read off one screen and typed in at another. */
    private static String userCode() {
        return RandomToken.startingWith("")
                .replaceAll("[-_]", "")
                .substring(0, 9)
                .toUpperCase(Locale.ROOT);
    }

    Duration interval() {
        return interval;
    }

    Duration lifetime() {
        return lifetime;
    }

    private static Duration checked(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("not a duration: " + duration);
        }
        return duration;
    }

    /** A code given out; a user code alone is no secret. */
    record Code(String deviceCode, String userCode, String clientId, Scope scope, Instant end) {

        /** Keeps the device code to itself. */
        @Override
        public String toString() {
            return "Code " + userCode;
        }
    }
}
