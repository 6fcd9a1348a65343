package io.heyue.brain.book;

/**
 * Something that is wrong in a data file.
 *
 * @param file as people find it, from the data folder on
 * @param line counts from 1
 * @param message what is wrong, and what was maybe meant
 */
public record Flaw(String file, int line, String message) implements Comparable<Flaw> {
  @Override
  public int compareTo(Flaw other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
