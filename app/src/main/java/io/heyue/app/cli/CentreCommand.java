package io.heyue.app.cli;

import io.heyue.app.channel.smpp.PracticeCentre;
import io.heyue.app.installation.Installation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stands in for an SMS centre, so that text messages can be seen and answered on a terminal. */
@Command(
    name = "centre",
    mixinStandardHelpOptions = true,
    description = {
      "Stand in for an SMS centre (SMPP) on this machine: print each text message that would be",
      "sent, and send what is typed as the answer to the last of them. '+8610000001001 TD' is an",
      "answer from that number. Nothing leaves the machine. Ctrl-C ends it."
    })
final class CentreCommand implements Callable<Integer> {
  private static final String PASSWORD = "practice";
  private static final Pattern FROM = Pattern.compile("(\\+\\d{6,15})\\s+(.+)");
  private static final ZoneId ZONE = ZoneId.systemDefault();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Map<String, String> environment;

  @Option(names = "--port", description = "Where to listen. Default: 2775.")
  private int port = 2775;

  private final AtomicReference<String> last = new AtomicReference<>("");

  CentreCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (PracticeCentre centre = new PracticeCentre(port, PASSWORD, this::show)) {
      System.out.println("An SMS centre listens at 127.0.0.1:" + centre.port() + ".");
      System.out.println(
          "These lines lead to it, in " + Installation.real(environment).settingsFile() + ":");
      System.out.println();
      System.out.println("heyue:");
      System.out.println("  smpp:");
      System.out.println("    host: 127.0.0.1");
      System.out.println("    port: " + centre.port());
      System.out.println("    system-id: practice");
      System.out.println("    password: " + PASSWORD);
      System.out.println("    sender: \"10690000\"");
      System.out.println();
      System.out.println("What you type is the answer to the last message. Ctrl-C ends it.");
      System.out.flush();
      answers(centre);
    } catch (IOException e) {
      throw new Stopped(
          "Port " + port + " can't be listened at. Maybe a centre runs already; try --port.");
    }
    return CommandLineDoor.DONE;
  }

  private synchronized void show(String to, String words) {
    last.set(to);
    String time = TIME.format(LocalTime.ofInstant(InstantSource.system().instant(), ZONE));
    System.out.println();
    System.out.println("── " + time + " to " + to);
    System.out.println(words);
    System.out.flush();
  }

  /** Until the input ends; where there is none, as in the background, until the program does. */
  private void answers(PracticeCentre centre) throws InterruptedException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank()) {
          answer(centre, line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The terminal can't be read.", e);
    }
    new CountDownLatch(1).await();
  }

  private void answer(PracticeCentre centre, String line) {
    Matcher named = FROM.matcher(line);
    boolean hasNumber = named.matches();
    String from = hasNumber ? named.group(1) : last.get();
    String words = hasNumber ? named.group(2) : line;
    if (from.isEmpty()) {
      System.out.println("No message came yet. Begin with a number: +8610000001001 " + words);
    } else if (centre.answer(from, words)) {
      System.out.println("── from " + from + ", taken");
    } else {
      System.out.println("── from " + from + ", not taken. Maybe ./heyue up does not run.");
    }
    System.out.flush();
  }
}
