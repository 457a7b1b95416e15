package io.github.devicebatch.http;

import java.net.URI;
import java.time.Instant;

/**
 * Instructions for a user who signs in: open an address in any browser and enter a code.
 *
 * @param userCode the code; safe to show
 * @param verificationUri the address
 * @param expires when the code expires
 */
public record DeviceCodePrompt(String userCode, URI verificationUri, Instant expires) {}
