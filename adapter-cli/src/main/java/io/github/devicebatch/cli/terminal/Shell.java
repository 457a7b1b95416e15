package io.github.devicebatch.cli.terminal;

import java.io.File;
import java.util.List;

/** Command interpreter of the operating system: how it runs a line, and how a word is quoted for it. */
public enum Shell {
    /** {@code sh} of POSIX. */
    POSIX("[A-Za-z0-9_./:=@%+,-]+", 130) {

        @Override
        public List<String> command(String line) {
            return List.of("sh", "-c", line);
        }

        @Override
        public File nullDevice() {
            return new File("/dev/null");
        }

        @Override
        String quoted(String word) {
            return "'" + word.replace("'", "'\\''") + "'";
        }

        @Override
        public boolean hasHereDocuments() {
            return true;
        }
    },
    /** {@code cmd.exe} of Windows. Words are quoted so that PowerShell understands them too, unless they contain {@code $} or a backtick. */
    WINDOWS("[A-Za-z0-9_./:\\\\+-]+", 0xC000013A) {

        /** {@code /s} makes the interpreter remove the outer quotes and nothing else. */
        @Override
        public List<String> command(String line) {
            return List.of("cmd.exe", "/d", "/s", "/c", '"' + line + '"');
        }

        @Override
        public File nullDevice() {
            return new File("NUL");
        }

        /** A backslash before a quote would escape it; the C runtime of a program reads two as one there. */
        @Override
        String quoted(String word) {
            return '"' + word.replaceAll("(\\\\*)\"", "$1$1\\\\\"").replaceAll("(\\\\+)$", "$1$1") + '"';
        }

        @Override
        public boolean hasHereDocuments() {
            return false;
        }
    };

    private final String literal;
    private final int interrupted;

    Shell(String literal, int interrupted) {
        this.literal = literal;
        this.interrupted = interrupted;
    }

    /** Returns the interpreter of the system that this process runs on. */
    public static Shell ofThisSystem() {
        return of(File.separatorChar);
    }

    static Shell of(char fileSeparator) {
        return fileSeparator == '\\' ? WINDOWS : POSIX;
    }

    /** Returns the program and the arguments that run a line. */
    public abstract List<String> command(String line);

    /** Returns the file that is always empty. */
    public abstract File nullDevice();

    /** Returns whether a command can be followed by the text of its standard input. */
    public abstract boolean hasHereDocuments();

    abstract String quoted(String word);

    /** Returns {@code word} quoted; as it is if the interpreter takes each of its characters literally. */
    public String quote(String word) {
        return word.matches(literal) ? word : quoted(word);
    }

    /** Returns whether a program with this exit status was ended by Ctrl-C, which reaches this process too. */
    public boolean isInterruption(int exitStatus) {
        return exitStatus == interrupted;
    }
}
