/** The uploaded CSV file: reading it in any usual form, joining it with the rows of its batches, writing its lines again. */
package io.github.devicebatch.cli.upload;
