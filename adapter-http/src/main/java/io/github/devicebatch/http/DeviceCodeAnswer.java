package io.github.devicebatch.http;

import java.net.URI;
import java.time.Duration;

/**
 * What the identity platform answers whoever wants to sign a user in by device code.
 *
 * @param deviceCode the code that only the two of them know
 * @param userCode what the user types
 * @param verificationUri where
 * @param lifetime how long the code is good, from now on
 * @param interval how long to wait between two questions whether the user has signed in
 */
record DeviceCodeAnswer(
        SecretText deviceCode, String userCode, URI verificationUri, Duration lifetime, Duration interval) {}
