package io.github.devicebatch.testkit;

/** Where something stands in a text, both counted from 1. */
record JsonPosition(int line, int column) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
