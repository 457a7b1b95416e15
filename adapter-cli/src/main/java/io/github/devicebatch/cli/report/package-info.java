/** Documents to hand on: HTML, Markdown and JUnit XML, written from all batches at the end. */
package io.github.devicebatch.cli.report;
