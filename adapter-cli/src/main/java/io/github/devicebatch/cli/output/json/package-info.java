/** JSON and JSON Lines on standard output. */
package io.github.devicebatch.cli.output.json;
