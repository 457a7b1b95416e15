/** What goes to standard output: table, JSON, JSON lines, CSV. */
package io.github.devicebatch.cli.output;
