package io.github.devicebatch.testkit.oauth;

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
import java.util.concurrent.atomic.AtomicReference;

/**
 * The device codes that {@link TokenEndpoint} gives out, and what the users do with them. Safe for use by several threads.
 *
 * @see TokenEndpoint#deviceCodes()
 */
public final class DeviceCodes {

    private final InstantSource time;
    private final Map<String, DeviceCode> known = new ConcurrentHashMap<>();
    private final AtomicReference<Optional<String>> latest = new AtomicReference<>(Optional.empty());
    private final Deque<DeviceCodePoll> polls = new ArrayDeque<>();
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
        synchronized (polls) {
            polls.clear();
            polls.addAll(List.of(answers));
        }
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

    DeviceCode issue(String clientId, Scope scope) {
        DeviceCode issued = DeviceCode.of(clientId, scope, time.instant().plus(lifetime));
        known.put(issued.code(), issued);
        latest.set(Optional.of(issued.userCode()));
        return issued;
    }

    /** Takes a code for which the user has signed in, and gives what was asked for with it. */
    Scope redeem(String code, String clientId) throws OAuthException.RefusedGrantException {
        DeviceCode issued = known.get(code);
        if (issued == null || !issued.clientId().equalsIgnoreCase(clientId)) {
            throw unknown();
        }
        if (!time.instant().isBefore(issued.end())) {
            DeviceCodePoll.EXPIRED.refuseUnlessApproved();
        }
        nextPoll().refuseUnlessApproved();
        if (!known.remove(code, issued)) {
            throw unknown();
        }
        return issued.scope();
    }

    private DeviceCodePoll nextPoll() {
        synchronized (polls) {
            DeviceCodePoll poll = polls.size() > 1 ? polls.remove() : polls.peek();
            return poll == null ? DeviceCodePoll.APPROVED : poll;
        }
    }

    private static OAuthException.RefusedGrantException unknown() {
        return new OAuthException(
                        400, "bad_verification_code", 70_018, "The device code is not known, or was redeemed.")
                .refusal();
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

    /** A device code that was given out; the user code alone is no secret. */
    record DeviceCode(String code, String userCode, String clientId, Scope scope, Instant end) {

        private static final int USER_CODE_LENGTH = 9;

        static DeviceCode of(String clientId, Scope scope, Instant end) {
            return new DeviceCode(RandomToken.startingWith("G"), newUserCode(), clientId, scope, end);
        }

        /** Gives letters and digits, as they are read off one screen and typed in at another. */
        private static String newUserCode() {
            return RandomToken.startingWith("")
                    .replaceAll("[-_]", "")
                    .substring(0, USER_CODE_LENGTH)
                    .toUpperCase(Locale.ROOT);
        }

        /** Keeps the device code to itself. */
        @Override
        public String toString() {
            return "DeviceCode for " + userCode;
        }
    }
}
