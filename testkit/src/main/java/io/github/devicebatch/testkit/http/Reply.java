package io.github.devicebatch.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.Batches;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * The reply of a fake server to one request: an HTTP response, a broken response, or none.
 *
 * <p>Replies are immutable and safe for use by several threads.
 */
public sealed interface Reply permits WholeReply, TruncatedReply, DrippingReply, SplitReply {

    /** Returns the HTTP status that a client receives, or empty if the reply ends before it. */
    OptionalInt sentStatus();

    /**
     * Returns 200 with a batch status in the vendor's JSON: times in UTC without an offset, missing members left out.
     *
     * @param status the status; its remarks are not sent
     */
    static HttpReply describing(BatchStatus status) {
        return json(200, StatusJson.of(status));
    }

    /** Returns 200 with the vendor's documented example, byte for byte. */
    static HttpReply documentedExample() {
        return bytes(200, HttpReply.JSON, Batches.documentedExampleJson());
    }

    /**
     * Returns a response of type {@code application/json}.
     *
     * @param status the HTTP status, 100 to 599
     * @param json the body, which need not be valid JSON
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply json(int status, String json) {
        return bytes(status, HttpReply.JSON, json.getBytes(UTF_8));
    }

    /**
     * Returns a response of any content type.
     *
     * @param status the HTTP status, 100 to 599
     * @param contentType the value of {@code Content-Type}
     * @param body the body
     * @throws IllegalArgumentException if {@code status} is out of range, or {@code contentType} cannot be sent in a header
     */
    static HttpReply bytes(int status, String contentType, byte[] body) {
        return empty(status).withHeader("Content-Type", contentType).withBody(body);
    }

    /**
     * Returns a response without body and {@code Content-Type}, as some proxies send it.
     *
     * @param status the HTTP status, 100 to 599
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply empty(int status) {
        return HttpReply.of(status);
    }

    /**
     * Returns an HTML page, as proxies send it.
     *
     * @param status the HTTP status, 100 to 599
     * @param html the body
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply html(int status, String html) {
        return bytes(status, "text/html; charset=utf-8", html.getBytes(UTF_8));
    }

    /**
     * Returns a fault in Partner Center's format: {@code code}, {@code description}, {@code data}, {@code source}.
     *
     * @param status the HTTP status, 100 to 599
     * @param code the fault code, such as {@code 900421}
     * @param description the description
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply fault(int status, String code, String description) {
        return json(
                status,
                object().add("code", code)
                        .add("description", description)
                        .add("data", StatusJson.FACTORY.createArrayBuilder())
                        .add("source", "FakePartnerCenter"));
    }

    /**
     * Returns a fault in Partner Center's format with a number as code, as the vendor's tables print it, and without the
     * optional {@code data}.
     *
     * @param status the HTTP status, 100 to 599
     * @param code the fault code, such as {@code 900421}
     * @param description the description
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply numberedFault(int status, long code, String description) {
        return json(
                status,
                object().add("code", code).add("description", description).add("source", "FakePartnerCenter"));
    }

    /**
     * Returns a fault in the format of the gateway in front of Partner Center: {@code statusCode}, {@code message}.
     *
     * @param status the HTTP status, 100 to 599
     * @param message the message
     * @return the reply, without {@code Retry-After}
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply gatewayFault(int status, String message) {
        return json(status, object().add("statusCode", status).add("message", message));
    }

    /**
     * Returns 429 as the gateway sends it, with {@code Retry-After} in whole seconds.
     *
     * @param retryAfter the duration, rounded down
     */
    static HttpReply throttled(Duration retryAfter) {
        String seconds = Long.toString(retryAfter.toSeconds());
        return gatewayFault(429, "Rate limit is exceeded. Try again in " + seconds + " seconds.")
                .retryAfter(seconds);
    }

    /**
     * Returns a fault in the format of the vendor's other hosts: {@code error} with {@code code} and {@code message} in it.
     *
     * @param status the HTTP status, 100 to 599
     * @param code the fault code
     * @param message the message
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply neighbourFault(int status, String code, String message) {
        return json(status, object().add("error", object().add("code", code).add("message", message)));
    }

    /**
     * Returns an error response of OAuth 2.0: {@code error}, {@code error_description}.
     *
     * @param status the HTTP status, 100 to 599
     * @param error the error code, such as {@code invalid_grant}
     * @param description the description
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply tokenFault(int status, String error, String description) {
        return json(status, object().add("error", error).add("error_description", description));
    }

    /**
     * Returns any status: from 400 on with a fault in the gateway's format, below 400 with an empty JSON object.
     *
     * @param status the HTTP status, 100 to 599; below 200 the client waits for another response
     * @return the reply; {@link #empty} is without body
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply status(int status) {
        return status < 400 ? json(status, "{}") : gatewayFault(status, "The fake returns status " + status + ".");
    }

    /**
     * Returns bytes in place of an HTTP response, after which the connection is closed.
     *
     * @param bytes the bytes; copied
     */
    static WholeReply raw(byte[] bytes) {
        return new RawReply(bytes);
    }

    /**
     * Returns text in place of an HTTP response, after which the connection is closed.
     *
     * @param text the text, sent in UTF-8
     */
    static WholeReply raw(String text) {
        return new RawReply(text.getBytes(UTF_8));
    }

    /** Returns no response: the connection stays open until the client closes it or the fake is closed. */
    static Reply silence() {
        return TruncatedReply.withoutResponse(TruncatedReply.Ending.STALL);
    }

    /** Returns no response: the connection is closed after the request. */
    static Reply close() {
        return TruncatedReply.withoutResponse(TruncatedReply.Ending.CLOSE);
    }

    /** Returns no response: the connection is reset after the request. */
    static Reply reset() {
        return TruncatedReply.withoutResponse(TruncatedReply.Ending.RESET);
    }

    private static JsonObjectBuilder object() {
        return StatusJson.FACTORY.createObjectBuilder();
    }

    private static HttpReply json(int status, JsonObjectBuilder json) {
        return json(status, json.build().toString());
    }
}
