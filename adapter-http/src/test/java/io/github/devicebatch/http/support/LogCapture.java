package io.github.devicebatch.http.support;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Hears what anybody logs, at the finest level; libraries that log through slf4j come here too. Thread-safe. */
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

    public void listen() {
        listener.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(listener);
    }

    public void stopListening() {
        root.removeHandler(listener);
        root.setLevel(level);
    }

    @Override
    public String toString() {
        return logged.toString();
    }
}
