package com.example.depot.domain;

/** What becomes of a reseller's invoice. */
public enum Payment {
    DUE,
    HELD
}
