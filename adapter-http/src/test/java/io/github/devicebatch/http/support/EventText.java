package io.github.devicebatch.http.support;

import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.event.QueryEvent;
import io.github.devicebatch.http.event.QueryEvent.AttemptEnded;
import io.github.devicebatch.http.event.QueryEvent.CircuitBreakerChanged;
import io.github.devicebatch.http.event.QueryEvent.PauseStarted;
import io.github.devicebatch.http.event.QueryEvent.RequestEnded;
import io.github.devicebatch.http.event.QueryEvent.RetryBudgetExhausted;
import io.github.devicebatch.http.event.QueryEvent.RetryWithdrawn;
import io.github.devicebatch.http.event.QueryEvent.TokenFailed;
import io.github.devicebatch.http.event.QueryEvent.TokenRefreshed;
import io.github.devicebatch.http.event.QueryEvent.TokenRejected;

/** Text of an event, for comparisons. */
public final class EventText {

    private EventText() {}

    public static String of(QueryEvent event) {
        return switch (event) {
            case AttemptEnded(var batch, var attempt, var answer, var pause) ->
                "attempt " + attempt + " " + answer.getClass().getSimpleName()
                        + pause.map(delay -> ", pause " + delay).orElse("");
            case RequestEnded ended ->
                "request "
                        + ended.failure()
                                .map(UnavailabilityCause::toString)
                                .orElseGet(() -> "" + ended.status().getAsInt());
            case PauseStarted(var reason, var duration) -> "pause " + reason + " " + duration;
            case CircuitBreakerChanged(var from, var to) -> "breaker " + from + " -> " + to;
            case RetryWithdrawn(var balance) -> "retry withdrawn, left " + balance;
            case RetryBudgetExhausted() -> "retry budget exhausted";
            case TokenRefreshed refreshed -> "token refreshed";
            case TokenFailed failed -> "token failed";
            case TokenRejected() -> "token rejected";
        };
    }
}
