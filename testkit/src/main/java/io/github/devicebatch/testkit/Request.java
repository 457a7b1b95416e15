package io.github.devicebatch.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** One request as it was read: the names of {@code headers} are found in any case; {@code body} is in UTF-8. */
record Request(String method, String target, String version, Map<String, List<String>> headers, String body) {

    List<String> values(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** Gives the target without its query. */
    String path() {
        return target.split("\\?", 2)[0];
    }

    boolean keepsConnection() {
        boolean close = values("Connection").stream().anyMatch("close"::equalsIgnoreCase);
        return !close && version.equals("HTTP/1.1");
    }

    boolean wantsBody() {
        return !method.equals("HEAD");
    }

    /** Stands for a request that could not be read, when it is refused. */
    static Request unread() {
        return new Request("GET", "/", "HTTP/1.1", Collections.emptyMap(), "");
    }
}
