package io.github.devicebatch.cli.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What programs, editors and people put around a text, and how they encode it. */
record Wrapping(String name, String before, String after, Charset encoding) {

    /** Returns wrappings of one encoding that every reader passes over. */
    static Stream<Wrapping> whiteSpace() {
        return Stream.of(
                of("nothing", "", ""),
                of("line feed", "", "\n"),
                of("carriage return and line feed", "", "\r\n"),
                of("carriage return", "", "\r"),
                of("two line feeds", "", "\n\n"),
                of("line in front", "\n", ""),
                of("spaces", "  ", "  "),
                of("tabs", "\t", "\t"),
                of("no-break spaces", "\u00a0", "\u00a0"),
                of("wide spaces", "\u3000", "\u2003"),
                of("line separator", "", "\u2028"),
                of("zero width spaces", "\u200b", "\u200b"),
                of("mark", "\ufeff", ""),
                of("two marks, as of joined files", "\ufeff\ufeff", "\n\ufeff"),
                of("marks of direction", "\u202a", "\u202c"));
    }

    /** Returns wrappings by which files differ from arguments and variables. */
    static Stream<Wrapping> encodings() {
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .flatMap(encoding -> Stream.of(
                        new Wrapping(encoding + " with a mark", "\ufeff", "\r\n", encoding),
                        new Wrapping(encoding + " without a mark", "", "\r\n", encoding)));
    }

    /** Returns what is put around a reference only. */
    static Stream<Wrapping> aroundReferences() {
        return Stream.of(
                of("double quotes", "\"", "\""),
                of("single quotes", "'", "'"),
                of("typographic quotes", "“", "”"),
                of("angle brackets", "<", ">"),
                of("header", "Location: ", "\r"),
                of("header in lower case", "location:", ""),
                of("header in quotes", "\"Location: ", "\""),
                of("member of JSON", "\"location\": \"", "\","),
                of("comma behind", "", ","),
                of("text formula", "=\"", "\""));
    }

    private static Wrapping of(String name, String before, String after) {
        return new Wrapping(name, before, after, StandardCharsets.UTF_8);
    }

    String around(String text) {
        return before + text + after;
    }

    byte[] bytesAround(String text) {
        return around(text).getBytes(encoding);
    }

    @Override
    public String toString() {
        return name;
    }
}
