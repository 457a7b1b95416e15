package io.github.devicebatch.testkit.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** One request as it was read: the names of {@code headers} are found in any case; {@code body} is in UTF-8. */
public record Request(String method, String target, String version, Map<String, List<String>> headers, String body) {

    public List<String> values(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** Gives the target without its query. */
    public String path() {
        return target.split("\\?", 2)[0];
    }

    public boolean keepsConnection() {
        boolean close = values("Connection").stream().anyMatch("close"::equalsIgnoreCase);
        return !close && version.equals("HTTP/1.1");
    }

    public boolean wantsBody() {
        return !method.equals("HEAD");
    }

    /** Stands for a request that could not be read, when it is refused. */
    public static Request unread() {
        return new Request("GET", "/", "HTTP/1.1", Collections.emptyMap(), "");
    }
}
