package io.heyue.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.app.installation.Checkout;
import io.heyue.brain.book.BookFault;
import io.heyue.brain.book.LawBook;
import io.heyue.core.law.LenderPolicy;
import io.heyue.core.law.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies under the real rules of law, with real keys. */
class PoliciesTest {
  private static final RuleBook LAW = LawBook.read(Checkout.find().data().resolve("law")).rules();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String LENDER = "样例消费金融";

  @TempDir private Path folder = Path.of("");
  @TempDir private Path safe = Path.of("");

  private static char[] passphrase() {
    return "correct horse battery".toCharArray();
  }

  private Path write(String name, int revision, String terms) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        # Tried out in March.

        lender: %s
        revision: %d
        signer: Chen Jing, compliance
        reason: Calls that nobody answers are tried a third time.
        terms:
        %s
        """
            .formatted(LENDER, revision, terms.indent(2)));
  }

  private void sign(Path file, String by) {
    Path key = safe.resolve(by + ".key");
    if (!Files.exists(key)) {
      PolicyDesk.makeKey(folder, by, key, passphrase());
    }
    PolicyDesk.sign(file, LAW, TODAY, key, passphrase());
  }

  private Policies read(Map<String, Integer> seen) {
    return Policies.read(folder, LAW, TODAY, seen);
  }

  private Policies read() {
    return read(Map.of());
  }

  private static LenderPolicy attempts(int most, boolean signed) {
    return new LenderPolicy(OptionalInt.of(most), OptionalInt.empty(), OptionalInt.empty(), signed);
  }

  private static List<String> problems(Policies policies) {
    return policies.standings().getFirst().problems();
  }

  @Test
  void withoutAFileTheDefaultsCount() {
    assertThat(read().of(LENDER, TODAY)).isEqualTo(LenderPolicy.NONE);
    assertThat(read().standings()).isEmpty();
  }

  @Test
  void aStricterValueNeedsNoSignature() throws IOException {
    write("policy.yaml", 1, "- {from: 2026-11-01, max_attempts_per_day: 1}");
    assertThat(read().of(LENDER, TODAY)).isEqualTo(attempts(1, false));
    assertThat(problems(read())).isEmpty();
    assertThat(read().of("another lender", TODAY)).isEqualTo(LenderPolicy.NONE);
  }

  @Test
  void aLooserValueCountsOnlySigned() throws IOException {
    Path file = write("policy.yaml", 1, "- {from: 2026-11-01, max_attempts_per_day: 3}");
    assertThat(read().of(LENDER, TODAY).signed()).isFalse();
    assertThat(problems(read()))
        .singleElement()
        .asString()
        .contains("policy.maxAttemptsPerDay 3", "2 counts", "not signed", "XX-CFG-01");
    sign(file, "chen-jing");
    assertThat(read().of(LENDER, TODAY)).isEqualTo(attempts(3, true));
    assertThat(problems(read())).isEmpty();
    assertThat(read().standings().getFirst().signedBy()).contains("chen-jing");
  }

  @Test
  void whatTheLawDoesNotAllowIsNeitherSignedNorCounted() throws IOException {
    Path file = write("policy.yaml", 1, "- {from: 2026-11-01, max_attempts_per_day: 7}");
    assertThatThrownBy(() -> sign(file, "chen-jing"))
        .isInstanceOf(PolicyFault.class)
        .hasMessageContaining("policy.maxAttemptsPerDay 7")
        .hasMessageContaining("above what the law allows")
        .hasMessageContaining("XX-CFG-01");
    assertThat(Signing.beside(file)).doesNotExist();
    assertThat(problems(read())).singleElement().asString().contains("above what the law allows");
  }

  @Test
  void aSignatureIsUnderExactlyThisFile() throws IOException {
    Path file = write("policy.yaml", 1, "- {from: 2026-11-01, max_attempts_per_day: 3}");
    sign(file, "chen-jing");
    Files.writeString(
        file, Files.readString(file).replace("attempts_per_day: 3", "attempts_per_day: 4"));
    assertThat(read().of(LENDER, TODAY).signed()).isFalse();
    assertThat(problems(read()).getFirst()).contains("'chen-jing' signed another text");
  }

  @Test
  void onlyKeysThatAreTrustedHereCount() throws IOException {
    Path file = write("policy.yaml", 1, "- {from: 2026-11-01, max_attempts_per_day: 3}");
    sign(file, "chen-jing");
    Path key = folder.resolve("policy-keys/chen-jing.pem");
    Path other = folder.resolve("policy-keys/other.pem");
    Files.move(key, other);
    assertThat(problems(read()).getFirst()).contains("'chen-jing'", "not trusted here");
    Files.delete(other);
    PolicyDesk.makeKey(folder, "chen-jing", safe.resolve("another.key"), passphrase());
    assertThat(problems(read()).getFirst()).contains("not that of 'chen-jing'");
    assertThat(read().of(LENDER, TODAY).signed()).isFalse();
    Files.writeString(Signing.beside(file), "nonsense");
    assertThat(problems(read()).getFirst()).contains("is no signature");
  }

  @Test
  void aPolicyCountsOnItsDaysAndNotAfter() throws IOException {
    Path file =
        write(
            "policy.yaml",
            1,
            """
            - {from: 2026-11-01, to: 2026-11-30, max_attempts_per_day: 3}
            - {from: 2026-12-01, max_attempts_per_day: 1}
            """);
    sign(file, "chen-jing");
    assertThat(read().of(LENDER, LocalDate.of(2026, 10, 31))).isEqualTo(LenderPolicy.NONE);
    assertThat(read().of(LENDER, LocalDate.of(2026, 11, 30))).isEqualTo(attempts(3, true));
    assertThat(read().of(LENDER, LocalDate.of(2026, 12, 1))).isEqualTo(attempts(1, true));
  }

  @Test
  void aPolicyThatIsOverIsSaidToBe() throws IOException {
    write("policy.yaml", 1, "- {from: 2026-10-01, to: 2026-11-22, max_attempts_per_day: 3}");
    assertThat(problems(read())).singleElement().asString().contains("term is over");
    assertThat(read().of(LENDER, TODAY)).isEqualTo(LenderPolicy.NONE);
  }

  @Test
  void anOldCopyDoesNotComeBack() throws IOException {
    Path file = write("policy.yaml", 2, "- {from: 2026-11-01, max_attempts_per_day: 3}");
    sign(file, "chen-jing");
    assertThat(read(Map.of("policy.yaml", 2)).of(LENDER, TODAY).signed()).isTrue();
    Policies old = read(Map.of("policy.yaml", 3));
    assertThat(old.of(LENDER, TODAY).signed()).isFalse();
    assertThat(problems(old).getFirst()).contains("Revision 2 is older than 3");
  }

  @Test
  void twoFilesForOneLenderAreAFault() throws IOException {
    write("policy.yaml", 1, "- {from: 2026-11-01, max_attempts_per_day: 1}");
    write("policy-2.yaml", 1, "- {from: 2026-11-01, max_attempts_per_day: 2}");
    assertThatThrownBy(this::read)
        .isInstanceOf(PolicyFault.class)
        .hasMessageContaining("same lender");
  }

  @Test
  void whatCanNotBeReadIsNamedWithItsLine() throws IOException {
    write("policy.yaml", 0, "- {from: 2026-11-01, max_attempt_per_day: 1}");
    assertThatThrownBy(this::read)
        .isInstanceOf(BookFault.class)
        .hasMessageContaining("policy.yaml:4")
        .hasMessageContaining("policy.yaml:8")
        .hasMessageContaining("Maybe 'max_attempts_per_day'");
    write(
        "policy.yaml",
        1,
        """
        - {from: 2026-11-01, max_attempts_per_day: 1}
        - {from: 2026-12-01, to: 2026-11-30, max_attempts_per_day: 1}
        """);
    assertThatThrownBy(this::read)
        .isInstanceOf(BookFault.class)
        .hasMessageContaining("overlap")
        .hasMessageContaining("'to' is before 'from'");
  }

  @Test
  void aKeyOpensOnlyByItsPassphraseAndIsReadableByItsOwnerAlone() throws IOException {
    Path key = safe.resolve("a.key");
    PolicyDesk.makeKey(folder, "a", key, passphrase());
    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(key))
        .contains("ENCRYPTED PRIVATE KEY")
        .doesNotContain("BEGIN PRIVATE");
    assertThatThrownBy(() -> SigningKey.open(key, "something else".toCharArray()))
        .isInstanceOf(PolicyFault.class)
        .hasMessageContaining("passphrase");
    assertThatThrownBy(
            () -> PolicyDesk.makeKey(folder, "b", safe.resolve("b.key"), "short".toCharArray()))
        .isInstanceOf(PolicyFault.class);
    assertThatThrownBy(() -> PolicyDesk.makeKey(folder, "b", key, passphrase()))
        .isInstanceOf(PolicyFault.class)
        .hasMessageContaining("already");
    assertThatThrownBy(() -> PolicyDesk.makeKey(folder, "a", safe.resolve("c.key"), passphrase()))
        .isInstanceOf(PolicyFault.class)
        .hasMessageContaining("already");
  }
}
