package io.github.devicebatch.http.support;

import java.util.stream.Collectors;

/** Text of a JSON string with characters written as escapes. */
public final class EscapedJson {

    private EscapedJson() {}

    public static String allOf(String text) {
        return text.chars().mapToObj(EscapedJson::escape).collect(Collectors.joining());
    }

    public static String firstOf(String text) {
        return escape(text.charAt(0)) + text.substring(1);
    }

    public static String lastOf(String text) {
        return text.substring(0, text.length() - 1) + escape(text.charAt(text.length() - 1));
    }

    private static String escape(int character) {
        return String.format("\\u%04x", character);
    }
}
