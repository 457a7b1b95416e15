package io.github.devicebatch.http.transport;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.http.transport.BoundedBodySubscriber.BodyBuffer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An exchange on a virtual thread of its own. Its caller may abandon it at any time, although a name lookup can't be interrupted
 * (ADR 0024). Thread-safe.
 */
final class AbandonableExchange {

    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("devicebatch-exchange").factory();

    private final FutureTask<HttpResponse<BodyBuffer>> task;

    private AbandonableExchange(FutureTask<HttpResponse<BodyBuffer>> task) {
        this.task = task;
    }

    /**
     * Starts an exchange.
     *
     * @param isProxied checks whether a request goes through a proxy, which then looks the name up
     * @param context adds the context of the current thread to the exchange
     */
    static AbandonableExchange start(
            HttpClient client,
            HttpRequest request,
            BodyHandler<BodyBuffer> handler,
            Predicate<URI> isProxied,
            UnaryOperator<Runnable> context) {
        var task = new FutureTask<>(() -> {
            if (!isProxied.test(request.uri())) {
                lookUp(request.uri().getHost());
            }
            return client.send(request, handler);
        });
        THREADS.newThread(context.apply(task)).start();
        return new AbandonableExchange(task);
    }

    /**
     * Looks a name up before the client does, which then finds the result in the JVM's cache. Without this, an exchange that is
     * abandoned during the lookup would still be sent on a connection that exists.
     *
     * @throws InterruptedException if the exchange was abandoned
     */
    private static void lookUp(String host) throws InterruptedException {
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            // ignored: the client fails likewise
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("abandoned during the name lookup");
        }
    }

    /**
     * Waits for the whole response. Abandons the exchange if there is none at the deadline, and if the current thread is interrupted.
     *
     * @throws ExecutionException if the exchange failed; the cause is the client's own, without the wrapper of its type in which
     *     {@link HttpClient#send} puts it
     * @throws TimeoutException if there is no whole response in time
     */
    HttpResponse<BodyBuffer> await(Deadline deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            watch(deadline);
            return task.get();
        } catch (CancellationException late) {
            throw new TimeoutException();
        } catch (ExecutionException failed) {
            Throwable wrapper = requireNonNull(failed.getCause());
            throw wrapper.getCause() == null ? failed : new ExecutionException(wrapper.getCause());
        } finally {
            DeadlineWatch.SHARED.remove(task);
            abandon();
        }
    }

    private void watch(Deadline deadline) throws ExecutionException {
        try {
            DeadlineWatch.SHARED.add(task, deadline);
        } catch (OutOfMemoryError noThread) {
            throw new ExecutionException(noThread);
        }
    }

    /**
     * Abandons the exchange unless it has ended, which closes its connection, or resets its stream. Nothing is sent that was not sent
     * before.
     */
    void abandon() {
        task.cancel(true);
    }
}
