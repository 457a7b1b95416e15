package io.github.devicebatch.cli.input;

import io.github.devicebatch.http.text.TextInput;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a batch reference or an id without what people and programs put around it. */
public final class ReferenceText {

    /** As curl prints a header, and as JSON has it. */
    private static final Pattern HEADER_NAME = Pattern.compile("(?i)^([\"']?)(?:content-)?location\\1[\\s\\h]*[:=]");

    /** A cell that Excel keeps as text. */
    private static final Pattern TEXT_FORMULA = Pattern.compile("(?s)^=\"(.*)\"$");

    private static final String OPENING = "\"'`<“‘«„";
    private static final String CLOSING = "\"'`>”’»“";
    private static final Pattern SEPARATOR_BEHIND = Pattern.compile("[,;]$");
    private static final Pattern DOUBLED_SLASH = Pattern.compile("(?<!:)/{2,}");

    private ReferenceText() {}

    /** Returns {@code text} without white space, a header's name, quotes and a separator around it, and without doubled slashes. */
    public static String clean(String text) {
        String before = "";
        String cleaned = TextInput.strip(text);
        while (!cleaned.equals(before)) {
            before = cleaned;
            cleaned = TextInput.strip(SEPARATOR_BEHIND.matcher(cleaned).replaceFirst(""));
            cleaned = withoutQuotes(TextInput.strip(HEADER_NAME.matcher(cleaned).replaceFirst("")));
        }
        return DOUBLED_SLASH.matcher(cleaned).replaceAll("/");
    }

    private static String withoutQuotes(String text) {
        Matcher formula = TEXT_FORMULA.matcher(text);
        if (formula.matches()) {
            return formula.group(1);
        }
        int last = text.length() - 1;
        boolean isQuoted = last > 0
                && OPENING.indexOf(text.charAt(0)) >= 0
                && CLOSING.indexOf(text.charAt(last)) == OPENING.indexOf(text.charAt(0));
        return isQuoted ? TextInput.strip(text.substring(1, last)) : text;
    }
}
