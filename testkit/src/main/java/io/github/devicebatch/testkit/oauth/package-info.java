/** The token endpoint of the identity platform: its public settings, its grants, and the tokens that it issues. */
@NullMarked
package io.github.devicebatch.testkit.oauth;

import org.jspecify.annotations.NullMarked;
