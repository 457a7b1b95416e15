/** Resolution of the sign-in settings to one sign-in method, its checks, and its source of access tokens. */
package io.github.devicebatch.cli.signin;
