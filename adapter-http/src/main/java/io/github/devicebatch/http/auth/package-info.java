/** Gets access tokens from the identity platform, caches them, and replaces a rejected one. */
package io.github.devicebatch.http.auth;
