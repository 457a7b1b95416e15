package io.github.devicebatch.testkit;

import java.util.regex.Pattern;

/** One line of a response's head. */
record Header(String name, String value) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E\\t\\x80-\\xFF]*");

    Header {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a header: " + name);
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("the value of " + name + " has a character that no header can carry");
        }
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
