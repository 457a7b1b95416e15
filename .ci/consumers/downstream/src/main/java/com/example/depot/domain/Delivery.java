package com.example.depot.domain;

import io.github.devicebatch.domain.BatchReference;

/** What a reseller delivered: an order, and the upload by which its devices were registered. */
public record Delivery(String order, BatchReference batch) {}
