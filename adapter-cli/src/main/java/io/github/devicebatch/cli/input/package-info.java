/** Texts that users hand over: batch references in any wrapping, lists of them, and named files. */
package io.github.devicebatch.cli.input;
