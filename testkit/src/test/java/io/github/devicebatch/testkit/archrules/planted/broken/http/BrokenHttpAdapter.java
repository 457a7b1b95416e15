package io.github.devicebatch.testkit.archrules.planted.broken.http;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.archrules.planted.broken.memory.BrokenMemoryAdapter.Memory;

/** Types of an HTTP adapter that violate one rule each. */
public record BrokenHttpAdapter() {

    public record Environment() {

        String home() {
            return System.getenv("HOME");
        }
    }

    public record Exiting() {

        void exit() {
            System.exit(1);
        }
    }

    public record UsesOtherAdapter(Memory memory) {}

    public record StackTrace() {

        void print(Exception planted) {
            planted.printStackTrace();
        }
    }

    public record StandardError() {

        void print() {
            System.err.println("planted");
        }
    }

    public record UntestedQuery() implements BatchStatusQuery {

        @Override
        public BatchStatusAnswer ask(BatchReference batch) {
            return null;
        }
    }
}
