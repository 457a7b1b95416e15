package io.github.devicebatch.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The replies that wait for the next requests at the token endpoint, and the count of those that came. Thread-safe. */
final class TokenReplies {

    private final Queue<Reply> token = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> deviceCode = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> requests = new ConcurrentHashMap<>();

    void token(Reply... replies) {
        token.addAll(List.of(replies));
    }

    void deviceCode(Reply... replies) {
        deviceCode.addAll(List.of(replies));
    }

    void note(String grantType) {
        requests.merge(Grants.standardName(grantType), 1L, Long::sum);
    }

    long count(String grantType) {
        return requests.getOrDefault(Grants.standardName(grantType), 0L);
    }

    Optional<Reply> next(TokenPath.Kind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case TOKEN -> token.poll();
                    case DEVICE_CODE -> deviceCode.poll();
                });
    }
}
