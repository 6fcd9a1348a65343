package io.heyue.app.proof;

import io.heyue.core.audit.Checkpoint;
import io.heyue.core.audit.KeyRing;
import io.heyue.core.audit.NoteKey;
import io.heyue.core.audit.SignedNote;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Verifies what is signed in a bundle: the keys, the list of files, the checkpoints. */
final class Signatures {
  private static final Pattern NOTE = Pattern.compile("checkpoints/([1-9][0-9]{0,17})\\.note");

  private final Map<String, byte[]> files;
  private final Report report;

  Signatures(Map<String, byte[]> files, Report report) {
    this.files = files;
    this.report = report;
  }

  /** The ring of keys, if it holds together and the given key is in it. */
  Optional<KeyRing> keys(Optional<NoteKey> given) {
    byte[] bytes = files.get("keys/keys.txt");
    Optional<KeyRing> found = bytes == null ? Optional.empty() : KeyRing.find(Reading.utf8(bytes));
    if (found.isEmpty()) {
      report.fault("keys/keys.txt", "it holds no keys of a ledger", "其中没有存证账的公钥");
      return Optional.empty();
    }
    KeyRing ring = found.get();
    if (ring.fault().isPresent()) {
      report.fault("keys/keys.txt", ring.fault().get(), "密钥之间的交接签名不成立（" + ring.fault().get() + "）");
      return Optional.empty();
    }
    for (int i = 1; i <= ring.links().size(); i++) {
      String name = "keys/" + i + ".pem";
      byte[] pem = files.get(name);
      if (pem != null && !Reading.utf8(pem).equals(ring.links().get(i - 1).key().pem())) {
        report.fault(name, "it is not key " + i + " of keys.txt", "与 keys.txt 中的第 " + i + " 把公钥不符");
      }
    }
    if (given.isPresent() && ring.place(given.get()) == 0) {
      report.fault(
          "keys/keys.txt",
          "the ledger's keys don't go back to the key that you gave ("
              + given.get().fingerprint()
              + "): this bundle was signed by somebody else",
          "包内的公钥与您提供的公钥（" + given.get().fingerprint() + "）没有关联：本证据包由他人签名");
      return Optional.empty();
    }
    key(ring, given);
    return Optional.of(ring);
  }

  private void key(KeyRing ring, Optional<NoteKey> given) {
    if (given.isPresent()) {
      report.proven(
          "Everything was signed by the owner of the key that you gave ("
              + given.get().fingerprint()
              + ")"
              + (ring.links().size() > 1
                  ? ", which is key "
                      + ring.place(given.get())
                      + " of "
                      + ring.links().size()
                      + "; each key vouched for the next."
                  : "."),
          "全部内容由您提供的公钥（"
              + given.get().fingerprint()
              + "）的持有者签名"
              + (ring.links().size() > 1
                  ? "；它是 "
                      + ring.links().size()
                      + " 把公钥中的第 "
                      + ring.place(given.get())
                      + " 把，前后密钥互相背书。"
                  : "。"));
    } else {
      report.open(
          "!! WHO SIGNED IT. No key was given (--key), so the key in the bundle itself was used ("
              + ring.current().fingerprint()
              + "). Whoever makes up a bundle can make up a key: only that the bundle agrees with itself"
              + " is shown. Get the key from the lender by another way and verify again.",
          "!! 签名者的身份。没有提供公钥（--key），使用的是包内自带的公钥（"
              + ring.current().fingerprint()
              + "）。伪造证据包的人同样可以伪造公钥：目前只能说明包内前后一致。请以其他途径取得公钥后再验证。");
    }
  }

  /** Demands that the list of files was signed. */
  void manifest(Manifest manifest, byte[] list, KeyRing ring) {
    if (!manifest.origin().equals(ring.origin())) {
      report.fault(Manifest.FILE, "it names another ledger than the keys", "所写的存证账与公钥不符");
    }
    byte[] bytes = files.get(Manifest.SIGNATURE);
    Optional<SignedNote> note =
        bytes == null ? Optional.empty() : SignedNote.find(Reading.utf8(bytes));
    if (note.isEmpty()) {
      report.fault(Manifest.SIGNATURE, "it is no signed note", "不是签名文本");
    } else if (!note.get().name().equals(ring.origin()) || ring.signer(note.get()) == 0) {
      report.fault(
          Manifest.SIGNATURE, "the signature is not of a key of the ledger", "签名不属于存证账的公钥");
    } else if (!note.get().text().equals(Manifest.statement(ring.origin(), list))) {
      report.fault(
          Manifest.FILE,
          "it is not the list that was signed in " + Manifest.SIGNATURE,
          "不是 " + Manifest.SIGNATURE + " 所签名的清单");
    }
  }

  /** The checkpoints of the bundle that were signed, by their numbers. */
  Map<Long, Checkpoint> checkpoints(KeyRing ring, Optional<X509Certificate> authority) {
    Map<Long, Checkpoint> checkpoints = new TreeMap<>();
    files.forEach((name, bytes) -> {
      var matcher = NOTE.matcher(name);
      if (matcher.matches()) {
        try {
          SignedNote note =
              SignedNote.find(Reading.utf8(bytes))
                  .orElseThrow(() -> new Unreadable("it is no signed note"));
          Checkpoint checkpoint = checkpoint(note, ring, Long.parseLong(matcher.group(1)));
          checkpoints.put(checkpoint.number(), checkpoint);
          time(note, checkpoint, authority);
        } catch (Unreadable e) {
          report.fault(name, e.why(), Verifier.zh(e));
        }
      }
    });
    if (checkpoints.isEmpty()) {
      report.fault("checkpoints/", "there is no checkpoint", "没有检查点");
    }
    return checkpoints;
  }

  private static Checkpoint checkpoint(SignedNote note, KeyRing ring, long number) {
    Checkpoint checkpoint =
        Checkpoint.find(note.text()).orElseThrow(() -> new Unreadable("it is no checkpoint"));
    if (!checkpoint.origin().equals(ring.origin()) || !note.name().equals(ring.origin())) {
      throw new Unreadable("it is of another ledger");
    }
    if (ring.signer(note) == 0) {
      throw new Unreadable("it was not signed with a key of the ledger");
    }
    if (checkpoint.number() != number) {
      throw new Unreadable("it is checkpoint " + checkpoint.number());
    }
    return checkpoint;
  }

  private void time(SignedNote note, Checkpoint checkpoint, Optional<X509Certificate> authority) {
    String name = "checkpoints/" + checkpoint.number() + ".tsr";
    byte[] token = files.get(name);
    if (token == null) {
      report.open(
          "When checkpoint "
              + checkpoint.number()
              + " was made: it says "
              + checkpoint.at()
              + ", by the clock of the lender's machine, and nobody else attests it.",
          "检查点 " + checkpoint.number() + " 的时间：所写为 " + checkpoint.at() + "，出自出借机构机器的时钟，没有第三方证明。");
      return;
    }
    try {
      TimeToken read = TimeToken.verify(token, note.hash().bytes(), authority);
      if (read.trusted()) {
        report.proven(
            "Checkpoint "
                + checkpoint.number()
                + " existed at "
                + read.at()
                + ": attested by "
                + read.authority()
                + ".",
            "检查点 "
                + checkpoint.number()
                + " 在 "
                + read.at()
                + " 已存在：由 "
                + read.authority()
                + " 证明。");
      } else {
        report.open(
            "That checkpoint "
                + checkpoint.number()
                + " existed at "
                + read.at()
                + ": a token says so that names "
                + read.authority()
                + "; give its certificate (--tsa) to prove that it is theirs.",
            "检查点 "
                + checkpoint.number()
                + " 在 "
                + read.at()
                + " 已存在：令牌自称出自 "
                + read.authority()
                + "；请提供其证书（--tsa）以证明。");
      }
    } catch (Unreadable e) {
      report.fault(name, e.why(), Verifier.zh(e));
    }
  }
}
