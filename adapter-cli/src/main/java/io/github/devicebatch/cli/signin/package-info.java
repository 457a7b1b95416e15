/** Which sign-in method was chosen, checked and turned into a token source. */
package io.github.devicebatch.cli.signin;
