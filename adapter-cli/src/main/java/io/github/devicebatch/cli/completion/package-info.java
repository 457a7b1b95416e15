/** Shell completion scripts and manual pages, written from picocli's model of a command. */
package io.github.devicebatch.cli.completion;
