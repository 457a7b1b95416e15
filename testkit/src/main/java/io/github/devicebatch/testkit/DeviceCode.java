package io.github.devicebatch.testkit;

import java.time.Instant;
import java.util.Locale;

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
