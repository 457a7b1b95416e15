package io.github.devicebatch.application.upload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbering of distinct results from 0; most uploads have a few. Not thread-safe. */
final class ResultNumbering {

    private final Map<LineResult, Integer> numbers = new HashMap<>();
    private final List<LineResult> results = new ArrayList<>();

    int number(LineResult result) {
        return numbers.computeIfAbsent(result, added -> {
            results.add(added);
            return results.size() - 1;
        });
    }

    LineResult result(int number) {
        return results.get(number);
    }
}
