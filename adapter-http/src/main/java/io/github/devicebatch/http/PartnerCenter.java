package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.http.transport.BaseUrl;
import java.net.URI;

/**
 * Partner Center, reached over HTTP: the only door of this module.
 *
 * <pre>{@code
 * try (PartnerCenter partnerCenter = PartnerCenter.at(PartnerCenterCloud.GLOBAL)
 *         .tokens(AccessTokenSource.fixed(AccessToken.of(text)))
 *         .build()) {
 *     BatchStatusAnswer answer = partnerCenter.batchStatus().ask(batch);
 * }
 * }</pre>
 *
 * <p>Make one and keep it: it holds one HTTP client and one JSON binding for life. Thread-safe.
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
     * Begins to describe how to reach Partner Center in one of the vendor's clouds.
     *
     * @param cloud the cloud
     * @return what is left to say
     */
    public static PartnerCenterBuilder at(PartnerCenterCloud cloud) {
        return at(cloud.baseUrl());
    }

    /**
     * Begins to describe how to reach Partner Center at any address, such as a fake's.
     *
     * @param baseUrl the address under which {@code /v1} stands: {@code https}, or {@code http} on loopback
     * @return what is left to say
     * @throws IllegalArgumentException if {@code baseUrl} is relative, is neither {@code https} nor on loopback, has user,
     *     query or fragment, or ends in {@code /v1}
     */
    public static PartnerCenterBuilder at(URI baseUrl) {
        return new PartnerCenterBuilder(new BaseUrl(requireNonNull(baseUrl, "baseUrl")));
    }

    /**
     * Gives the question that this Partner Center answers. It is thread-safe and stays usable until {@link #close}.
     *
     * @return the assembled port; the same one every time
     */
    public BatchStatusQuery batchStatus() {
        return batchStatus;
    }

    /**
     * Releases the HTTP client, unless the caller handed it in; questions under way end as unavailable. Closing again does
     * nothing.
     */
    @Override
    public void close() {
        release.run();
    }

    /** Gives the address and what is stacked on it, outermost first; no secret is among it. */
    @Override
    public String toString() {
        return "PartnerCenter[" + baseUrl + ", " + batchStatus + "]";
    }
}
