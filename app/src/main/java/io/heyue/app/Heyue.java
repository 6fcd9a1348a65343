package io.heyue.app;

import io.heyue.app.cli.CommandLineDoor;

/** The program: {@code up}, {@code import}, {@code ledger}, {@code understand}. */
public final class Heyue {
  private Heyue() {}

  public static void main(String[] arguments) {
    System.exit(CommandLineDoor.run(arguments));
  }
}
