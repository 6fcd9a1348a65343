package io.heyue.voice.models;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A model and what its files must be. Immutable.
 *
 * @param id also the name of its folder
 * @param kind what it is for
 * @param lang of which language; empty where it is of none or of several
 * @param licence its SPDX name, or what the operator calls it
 * @param files all that are needed
 */
public record Model(
    String id, ModelKind kind, Optional<Lang> lang, String licence, List<ModelFile> files) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  /** The folders of encoders that were trained lie beside. */
  private static final String TRAINED = "speech-";

  public Model {
    Check.that(
        ID.matcher(id).matches(), "id", id, "1 to 64 of a-z, 0-9, '.', '_' and '-', no mark first");
    Check.that(!id.startsWith(TRAINED), "id", id, "another: what we train ourselves is called so");
    Check.filled("licence", licence);
    Check.that(
        licence.chars().noneMatch(Character::isISOControl), "licence", licence, "of one line");
    Check.that(!files.isEmpty(), "files", files.size(), "one or more");
    files = List.copyOf(files);
  }

  /** Whether all of it can be fetched. */
  public boolean fetchable() {
    return files.stream().allMatch(file -> file.source() instanceof Source.Packaged);
  }

  /** Bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(ModelFile::bytes).sum();
  }
}
