package io.github.devicebatch.http.support;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Captures all log records at all levels, including those of libraries that use slf4j. Thread-safe. */
public final class LogCapture {

    private final StringBuffer logged = new StringBuffer();
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.append(entry.getLoggerName()).append(' ').append(formatter.format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public void start() {
        listener.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(listener);
    }

    public void stop() {
        root.removeHandler(listener);
        root.setLevel(level);
    }

    @Override
    public String toString() {
        return logged.toString();
    }
}
