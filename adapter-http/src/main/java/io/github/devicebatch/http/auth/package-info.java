/** Access tokens: requested from the identity platform, cached, and replaced when Partner Center rejects them. */
package io.github.devicebatch.http.auth;
