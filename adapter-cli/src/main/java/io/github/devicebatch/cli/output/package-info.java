/** Reports on standard output and in files, whatever their format: what they contain, and where they go. */
package io.github.devicebatch.cli.output;
