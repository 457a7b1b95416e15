package io.github.devicebatch.testkit;

/** One line of a response's head. */
record Header(String name, String value) {

    Header {
        if (!Token.is(name)) {
            throw new IllegalArgumentException("not the name of a header: " + name);
        }
        if (!value.chars().allMatch(Header::mayStandInAValue)) {
            throw new IllegalArgumentException("the value of " + name + " has a character that no header can carry");
        }
    }

    private static boolean mayStandInAValue(int character) {
        return character == '\t' || character >= ' ' && character <= 0xFF && character != 0x7F;
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
