package io.heyue.core.base;

/**
 * What a lender lets a chat model help with, where one is configured. It decides in nothing.
 *
 * @param reading whether it may be asked what somebody meant
 * @param phrasing whether it may be asked for other words
 */
public record ModelUse(boolean reading, boolean phrasing) {
  /** Nothing; what holds where a lender says nothing. */
  public static final ModelUse NONE = new ModelUse(false, false);
}
