/**
 * The token endpoint of the identity platform: its public settings, its grants, and the tokens that it issues.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.testkit.oauth;

import org.jspecify.annotations.NullMarked;
