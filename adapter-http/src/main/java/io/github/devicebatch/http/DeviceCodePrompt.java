package io.github.devicebatch.http;

import java.net.URI;
import java.time.Instant;

/**
 * What a user has to do to sign in: open an address in any browser and type a code.
 *
 * @param userCode the code; safe to show
 * @param verificationUri the address
 * @param expires until when the code can be used
 */
public record DeviceCodePrompt(String userCode, URI verificationUri, Instant expires) {}
