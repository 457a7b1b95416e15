package io.github.devicebatch.testkit;

/** Sends the head and the first {@code length} bytes of the body of {@code whole}, and closes the connection. */
record Truncation(HttpReply whole, int length) implements Reply {}
