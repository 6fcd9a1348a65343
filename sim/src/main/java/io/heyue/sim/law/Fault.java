package io.heyue.sim.law;

/**
 * Something that the fuzzer has against the house.
 *
 * @param check which check found it; the same fault of the house is found by the same check
 * @param article where the law says so
 * @param event index in the story of the event at which it showed
 * @param words what happened
 */
public record Fault(String check, String article, int event, String words) {}
