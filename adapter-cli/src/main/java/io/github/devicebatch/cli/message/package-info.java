/**
 * The meaning of an answer to the user: verdict, exit status, error message with a remedy, and standard error, where it is
 * printed.
 */
package io.github.devicebatch.cli.message;
