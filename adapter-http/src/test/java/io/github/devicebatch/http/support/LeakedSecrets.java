package io.github.devicebatch.http.support;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Secrets whose leaks the tests search for. */
public final class LeakedSecrets {

    public static final String ACCESS_TOKEN = "eyJ0eXAi+YWNjZXNz/Y2FuYXJ5.access~canary==";
    public static final String REFRESH_TOKEN = "0.AcFresh+Y2FuYXJ5/cmVmcmVzaA~refresh-canary=";
    public static final String NEW_REFRESH_TOKEN = "0.AcNewer+Y2FuYXJ5/bmV3ZXI~newer-canary=";
    public static final String CLIENT_SECRET = "abc8Q~client+secret/canary.sings_along=";
    public static final String DEVICE_CODE = "GAQABAAEAAAD+device/code~canary=";

    private LeakedSecrets() {}

    /** Returns the secret as it is, URL-encoded, and in both alphabets of Base64. */
    public static List<String> formsOf(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.US_ASCII);
        return List.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.US_ASCII),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
