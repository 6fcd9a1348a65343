package io.heyue.voice.models;

import java.util.Locale;
import java.util.Optional;

/** What a model is for. */
public enum ModelKind {
  /** Speech into words. */
  RECOGNISER,
  /** Words into speech. */
  VOICE,
  /** Something else about speech. */
  OTHER;

  /** The word by which files and commands name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ModelKind> find(String id) {
    for (ModelKind kind : values()) {
      if (kind.id().equals(id)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
