package io.github.devicebatch.testkit.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one JSON object whose members are texts, numbers, or lists, which are skipped: what an assertion is made of. */
public final class FlatJson {

    private static final String TEXT = "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"";
    private static final Pattern MEMBER =
            Pattern.compile("\\G\\s*" + TEXT + "\\s*:\\s*(?:" + TEXT + "|(-?[0-9]+)|\\[[^\\[\\]{}]*+])\\s*([,}])");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\/])");

    private FlatJson() {}

    /** Gives the texts and numbers under their names, or nothing if it is not such an object. */
    public static Optional<Map<String, String>> object(String json) {
        String text = json.strip();
        Map<String, String> members = new HashMap<>();
        if (!text.startsWith("{")) {
            return Optional.empty();
        }
        Matcher member = MEMBER.matcher(text).region(1, text.length());
        while (member.find()) {
            String value = member.group(2) == null ? member.group(3) : unescaped(member.group(2));
            if (members.put(unescaped(member.group(1)), value == null ? "" : value) != null) {
                return Optional.empty();
            }
            if (member.group(4).equals("}")) {
                return member.end() == text.length() ? Optional.of(members) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll("$1");
    }
}
