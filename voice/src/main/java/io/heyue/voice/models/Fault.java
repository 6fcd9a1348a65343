package io.heyue.voice.models;

/**
 * What is wrong with one file of a model.
 *
 * @param file its name within the model's folder
 * @param what "is missing", or how it differs
 */
public record Fault(String file, String what) {
  @Override
  public String toString() {
    return file + ' ' + what;
  }
}
