package io.github.devicebatch.testkit;

/** Sends the head and the first {@code length} bytes of the body of {@code whole}, and then nothing more. */
record Stall(HttpReply whole, int length) implements Reply {}
