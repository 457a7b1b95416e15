package io.github.devicebatch.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What the token endpoint issued.
 *
 * @param access the access token
 * @param lifetime how long it is good, from now on
 * @param refresh a refresh token to use from now on, if one came along
 */
record TokenAnswer(AccessToken access, Duration lifetime, Optional<RefreshToken> refresh) {}
