package io.github.devicebatch.cli.support;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Emulation of a terminal with the control sequences that the command uses. Any other control sequence fails, and so does a
 * line that is too long while wrapping is on. The number of rows is unlimited.
 */
public final class TerminalScreen {

    private static final Pattern PIECE =
            Pattern.compile("\u001b\\[(\\??[0-9;]*)([A-Za-z])|\r|\n|[^\u001b\r\n]+|\u001b");

    private final int width;
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private boolean wraps = true;
    private int row;
    private int column;

    TerminalScreen(int width) {
        this.width = width;
    }

    public static List<String> after(String output, int width) {
        TerminalScreen screen = new TerminalScreen(width);
        screen.write(output);
        return screen.lines();
    }

    void write(String output) {
        Matcher pieces = PIECE.matcher(output);
        while (pieces.find()) {
            if (pieces.group(2) != null) {
                control(pieces.group(1), pieces.group(2));
            } else {
                piece(pieces.group());
            }
        }
    }

    private void piece(String text) {
        switch (text) {
            case "\r" -> column = 0;
            case "\n" -> {
                row++;
                column = 0;
                if (row == lines.size()) {
                    lines.add(new StringBuilder());
                }
            }
            default -> text.codePoints().forEach(this::put);
        }
    }

    private void put(int character) {
        if (character == '\u001b') {
            throw new AssertionError("a lone escape");
        }
        if (column == width) {
            if (wraps) {
                throw new AssertionError("a line is too long for the screen: " + lines.get(row));
            }
            return;
        }
        StringBuilder line = lines.get(row);
        line.append(" ".repeat(Math.max(0, column + 1 - line.length()))).setCharAt(column, (char) character);
        column++;
    }

    private void control(String parameters, String command) {
        switch (command + parameters) {
            case "K" -> lines.get(row).setLength(Math.min(lines.get(row).length(), column));
            case "J" -> {
                control("", "K");
                lines.subList(row + 1, lines.size()).clear();
            }
            case "l?7" -> wraps = false;
            case "h?7" -> wraps = true;
            default -> move(parameters, command);
        }
    }

    private void move(String parameters, String command) {
        if (command.equals("A")) {
            row -= Integer.parseInt(parameters);
        } else if (!command.equals("m")) {
            throw new AssertionError("an unknown sequence: " + parameters + command);
        }
    }

    /** Returns the visible lines without trailing blanks. */
    List<String> lines() {
        if (!wraps) {
            throw new AssertionError("the terminal was left without wrapping");
        }
        return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }
}
