package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.http.transport.BaseUrl;
import java.net.URI;

/**
 * Partner Center over HTTP, the entry point of this module.
 *
 * <pre>{@code
 * try (PartnerCenter partnerCenter = PartnerCenter.at(PartnerCenterCloud.GLOBAL)
 *         .tokens(AccessTokenSource.fixed(AccessToken.of(text)))
 *         .build()) {
 *     BatchStatusAnswer answer = partnerCenter.batchStatus().ask(batch);
 * }
 * }</pre>
 *
 * <p>Create one and keep it: it holds an HTTP client and a JSON binding until it is closed. Thread-safe.
 */
public final class PartnerCenter implements AutoCloseable {

    private final BatchStatusQuery batchStatus;
    private final BaseUrl baseUrl;
    private final Runnable release;

    PartnerCenter(BatchStatusQuery batchStatus, BaseUrl baseUrl, Runnable release) {
        this.batchStatus = batchStatus;
        this.baseUrl = baseUrl;
        this.release = release;
    }

    /**
     * Returns a builder for Partner Center in one of the vendor's clouds.
     *
     * @param cloud the cloud
     * @return the builder
     */
    public static PartnerCenterBuilder at(PartnerCenterCloud cloud) {
        return at(cloud.baseUrl());
    }

    /**
     * Returns a builder for Partner Center at any address, such as a fake's.
     *
     * @param baseUrl the address to which {@code /v1} is added: {@code https}, or {@code http} on loopback
     * @return the builder
     * @throws IllegalArgumentException if {@code baseUrl} is relative, is neither {@code https} nor on loopback, has user,
     *     query or fragment, or ends in {@code /v1}
     */
    public static PartnerCenterBuilder at(URI baseUrl) {
        return new PartnerCenterBuilder(new BaseUrl(requireNonNull(baseUrl, "baseUrl")));
    }

    /**
     * Returns the assembled port. It is thread-safe and usable until {@link #close}.
     *
     * @return the port; the same one every time
     */
    public BatchStatusQuery batchStatus() {
        return batchStatus;
    }

    /**
     * Closes the HTTP client, unless it is the caller's own; running queries end as unavailable. Closing again has no effect.
     */
    @Override
    public void close() {
        release.run();
    }

    /** Returns the address and the decorators, outermost first; without any secret. */
    @Override
    public String toString() {
        return "PartnerCenter[" + baseUrl + ", " + batchStatus + "]";
    }
}
