package io.heyue.brain.model;

import java.util.BitSet;

/**
 * How small a model is made.
 *
 * @param eightBit whether tables of weights become eight-bit integers; else all stays as exact as
 *     it was
 * @param kept the tokens that keep a row of their own in the table of words, which becomes
 *     eight-bit integers, too; all others are read as unknown. Empty where every token keeps its
 *     own, in sixteen-bit numbers
 */
public record Form(boolean eightBit, BitSet kept) {
  public static final Form EXACT = new Form(false, new BitSet());
  public static final Form EIGHT_BIT = new Form(true, new BitSet());

  public Form {
    kept = (BitSet) kept.clone();
  }

  @Override
  public BitSet kept() {
    return (BitSet) kept.clone();
  }

  boolean trimmed() {
    return !kept.isEmpty();
  }
}
