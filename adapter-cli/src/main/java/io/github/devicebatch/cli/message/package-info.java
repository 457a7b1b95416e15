/** What an answer means to the user: verdict, exit code, error with remedy, and standard error, where it is printed. */
package io.github.devicebatch.cli.message;
