/** The token endpoint of the fake identity platform. */
package io.github.devicebatch.testkit.oauth;
