package io.heyue.app.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Goes once through what a start needs, so that the launcher can keep the classes that were loaded.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream(
            "我下周五先还两千三\nI can pay on Friday\n".getBytes(StandardCharsets.UTF_8)));
    try {
      return CommandLineDoor.run("understand");
    } finally {
      System.setIn(before);
    }
  }
}
