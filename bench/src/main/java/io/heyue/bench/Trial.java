package io.heyue.bench;

import java.nio.file.Path;

/**
 * One run of benchmarks.
 *
 * @param root of the checkout, where {@code data} and the trained heads lie
 * @param seed of everything that is generated
 */
record Trial(Path root, Scale scale, long seed) {
  Path data() {
    return root.resolve("data");
  }
}
