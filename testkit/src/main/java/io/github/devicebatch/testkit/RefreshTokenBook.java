package io.github.devicebatch.testkit;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows which refresh tokens were issued to whom, and what became of them. Not thread-safe: {@link RefreshTokens} is. */
final class RefreshTokenBook {

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> revoked = new HashSet<>();

    void add(String token, Entry entry) {
        entries.put(token, entry);
    }

    /** Finds a token that is good at {@code now}, or says why it is not. */
    Entry good(String token, Instant now) throws RefusedGrantException {
        if (revoked.contains(token)) {
            throw TokenError.grant(50_173, "The provided grant has expired due to it being revoked.");
        }
        Entry entry = entries.get(token);
        if (entry == null) {
            throw TokenError.grant(70_000, "The provided refresh token is invalid or malformed.");
        }
        if (entry.hasExpired(now)) {
            throw TokenError.grant(700_082, "The refresh token has expired due to inactivity.");
        }
        return entry;
    }

    List<String> good(Instant now) {
        return entries.entrySet().stream()
                .filter(token -> !token.getValue().hasExpired(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    void forget(String token) {
        entries.remove(token);
    }

    void revoke(String token) {
        if (entries.remove(token) != null) {
            revoked.add(token);
        }
    }

    void revokeAll() {
        revoked.addAll(entries.keySet());
        entries.clear();
    }

    /** What is known of a token; it is not in here itself. */
    record Entry(String clientId, AccessTokenKind kind, Instant end) {

        private boolean hasExpired(Instant now) {
            return !now.isBefore(end);
        }
    }
}
