package io.github.devicebatch.cli.signin;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.cli.message.RefusalText;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.http.AccessTokenSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives one token until it is refused, and then what the same place has now. If that is refused too, the place is left alone
 * for half a minute: whoever gives tokens that nobody takes will not do better at once.
 */
public final class ReloadingTokenSource implements AccessTokenSource {

    private static final Duration LEAST_BETWEEN = Duration.ofSeconds(30);

    private final Supply supply;
    private final InstantSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile AccessToken current;
    private Optional<Instant> renewed = Optional.empty();

    /** A place that has tokens. */
    @FunctionalInterface
    public interface Supply {

        /**
         * Gives the token that is there now.
         *
         * @throws UsageException if there is none
         */
        AccessToken get() throws InterruptedException;
    }

    /**
     * Gets the first token at once.
     *
     * @throws UsageException if there is none
     */
    public ReloadingTokenSource(Supply supply, InstantSource time) throws InterruptedException {
        this.supply = supply;
        this.time = time;
        this.current = supply.get();
    }

    @Override
    public AccessToken token() {
        return current;
    }

    @Override
    public void rejected(AccessToken token) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Instant now = time.instant();
            if (token.equals(current)
                    && renewed.filter(last -> now.isBefore(last.plus(LEAST_BETWEEN)))
                            .isEmpty()) {
                renewed = Optional.of(now);
                current = supply.get();
            }
        } catch (UsageException none) {
            throw new AccessTokenRefusedException(new Fault(
                    Optional.of(RefusalText.NO_NEW_TOKEN),
                    Optional.of(none.problem().what()
                            + none.problem().why().map(why -> ": " + why).orElse(""))));
        } finally {
            lock.unlock();
        }
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "RenewedToken";
    }
}
