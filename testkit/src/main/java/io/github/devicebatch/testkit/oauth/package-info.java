/** The token endpoint of the identity platform: its public settings, its grants, and the tokens that it issues. */
package io.github.devicebatch.testkit.oauth;
