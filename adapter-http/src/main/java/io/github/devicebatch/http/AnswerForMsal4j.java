package io.github.devicebatch.http;

import jakarta.json.Json;

/**
 * Writes an answer anew, with nothing in it but what we have read. What MSAL4J can't read of one, such as an id token that
 * nobody asked for, it quotes in the log.
 */
final class AnswerForMsal4j {

    private AnswerForMsal4j() {}

    /** MSAL4J needs to see that something was issued, and not what: none of it is taken from there. */
    static String of(TokenAnswer answer) {
        return Json.createObjectBuilder()
                .add("token_type", "Bearer")
                .add("expires_in", answer.lifetime().toSeconds())
                .add("access_token", answer.access().toString())
                .build()
                .toString();
    }

    static String of(DeviceCodeAnswer answer) {
        return Json.createObjectBuilder()
                .add("device_code", answer.deviceCode().reveal())
                .add("user_code", answer.userCode())
                .add("verification_uri", answer.verificationUri().toString())
                .add("expires_in", answer.lifetime().toSeconds())
                .add("interval", answer.interval().toSeconds())
                .add("message", "")
                .build()
                .toString();
    }
}
