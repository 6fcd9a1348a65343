package io.heyue.app.policy;

/** A policy, a key or a signature that can't be used as was asked; what to do stands in it. */
public final class PolicyFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  PolicyFault(String message) {
    super(message);
  }
}
