package io.heyue.app.cli;

import io.heyue.app.installation.Checkout;
import io.heyue.brain.book.BookFault;
import io.heyue.brain.book.LawBook;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** What can be asked of the law. */
@Command(
    name = "law",
    mixinStandardHelpOptions = true,
    description = {
      "Ask the rules of law: which there are, whether an act or a sentence is lawful, why a contact",
      "was, and what another set of rules would change."
    })
final class LawCommand implements Runnable {
  @Override
  public void run() {
    throw new Misused(
        "What of the law? Maybe: law list, law show ID, law check FILE, law words FILE,"
            + " law why CONTACT, law replay or law diff.");
  }

  /** How answers are printed. */
  enum Format {
    TEXT,
    JSONL
  }

  /** The rules in {@code pack}, or those of the checkout. */
  static LawBook book(@Nullable Path pack) {
    Path folder = pack == null ? Checkout.find().data().resolve("law") : pack;
    if (!Files.isDirectory(folder)) {
      throw new Stopped("There is no folder " + folder + ". Maybe its name is misspelt.");
    }
    try {
      return LawBook.read(folder);
    } catch (BookFault e) {
      throw new Stopped(e.flaws().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
  }

  static Lang lang(String lang) {
    return Lang.find(lang)
        .orElseThrow(() -> new Misused("--lang is " + lang + "; zh or en is known."));
  }

  /** The file, or the input where there is none. */
  static InputStream input(Optional<Path> file) throws IOException {
    if (file.isEmpty() || file.get().toString().equals("-")) {
      return System.in;
    }
    if (!Files.isReadable(file.get()) || Files.isDirectory(file.get())) {
      throw new Stopped("File " + file.get() + " can't be read. Maybe its name is misspelt.");
    }
    return Files.newInputStream(file.get());
  }
}
