package io.heyue.app.phone;

import io.heyue.app.installation.AddressRange;
import io.heyue.core.base.Check;
import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.line.Trunk.Writing;
import io.heyue.voice.sip.Codec;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A way into the telephone network, as an operator configures it.
 *
 * @param name by which people know it
 * @param address of the carrier's machine, as {@code sip:192.0.2.7:5060;transport=tcp}
 * @param user by which the carrier knows us; null where it knows our address
 * @param passwordFile holds the password and nothing else
 * @param numbers that the carrier lets us call from
 * @param writing how it wants numbers written
 * @param channels how many calls at once
 * @param callsPerSecond how many new calls a second
 * @param srtp whether audio must be encrypted; its keys stand in signalling, so that goes by TLS
 * @param srtpKeysInClear whether they may go by UDP or TCP all the same, where the network is
 *     protected otherwise
 * @param registers whether we tell the carrier where we are (REGISTER)
 * @param callsFrom from where else it sends us calls: addresses, and blocks of them
 * @param certificates names by which its machines prove who they are where they reach us by TLS,
 *     from wherever
 * @param codecs that may be used, the preferred one first
 */
public record TrunkSettings(
    String name,
    String address,
    @Nullable String user,
    @Nullable Path passwordFile,
    @DefaultValue List<String> numbers,
    @DefaultValue("PLUS") Writing writing,
    @DefaultValue("30") int channels,
    @DefaultValue("5") int callsPerSecond,
    @DefaultValue("false") boolean srtp,
    @DefaultValue("false") boolean srtpKeysInClear,
    @DefaultValue("false") boolean registers,
    @DefaultValue List<String> callsFrom,
    @DefaultValue List<String> certificates,
    @DefaultValue({"PCMA", "PCMU"}) List<Codec> codecs) {
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})*\\.[a-z][a-z0-9-]{1,62}");

  public TrunkSettings {
    Check.filled("phone.trunks.name", name);
    PhoneSettings.address("phone.trunks.address", address);
    Check.that(
        !srtp || secrecy(srtp, srtpKeysInClear).fits(SipAddress.parse(address).transport()),
        "phone.trunks.address",
        address,
        "with ;transport=tls where srtp is true, since the keys of the audio would be sent in clear;"
            + " or srtp-keys-in-clear: true");
    Check.that(
        (user == null) == (passwordFile == null),
        "of phone.trunks.user and phone.trunks.password-file",
        user == null ? "only password-file" : "only user",
        "both or neither");
    Check.that(
        !registers || user != null, "phone.trunks.user", "missing", "given where it registers");
    codecs = List.copyOf(codecs);
    Check.that(
        !codecs.isEmpty() && Set.copyOf(codecs).size() == codecs.size(),
        "phone.trunks.codecs",
        codecs,
        "one or more of pcma, pcmu, opus, each once");
    numbers = List.copyOf(numbers);
    Check.that(
        !numbers.isEmpty(), "phone.trunks.numbers", "empty", "one number or more to call from");
    numbers.forEach(number ->
        Check.that(
            PhoneNumber.find(number).isPresent(),
            "phone.trunks.numbers",
            number,
            "telephone numbers, such as \"+861000000000\" in quotes"));
    Check.that(channels > 0 && channels <= 10_000, "phone.trunks.channels", channels, "1 to 10000");
    Check.that(
        callsPerSecond > 0 && callsPerSecond <= 1_000,
        "phone.trunks.calls-per-second",
        callsPerSecond,
        "1 to 1000");
    callsFrom = List.copyOf(callsFrom);
    callsFrom.forEach(TrunkSettings::range);
    certificates = List.copyOf(certificates);
    certificates.forEach(each ->
        Check.that(
            HOST.matcher(each.toLowerCase(Locale.ROOT)).matches(),
            "phone.trunks.certificates",
            each,
            "whole names, such as sbc.carrier.example; wildcards prove nothing, addresses belong"
                + " under calls-from"));
  }

  private static void range(String written) {
    boolean read;
    try {
      AddressRange.parse(written);
      read = true;
    } catch (IllegalArgumentException e) {
      read = false;
    }
    Check.that(
        read,
        "phone.trunks.calls-from",
        written,
        "addresses, or blocks of them: 198.51.100.7, 198.51.100.0/24 or 2001:db8::/48, names under"
            + " certificates");
  }

  /** What it sends calls from, beside the machine that we call. */
  Sources.Further further() {
    return new Sources.Further(
        callsFrom.stream().map(AddressRange::parse).toList(),
        certificates.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether audio must be encrypted. */
  public Secrecy secrecy() {
    return secrecy(srtp, srtpKeysInClear);
  }

  private static Secrecy secrecy(boolean srtp, boolean keysInClear) {
    if (!srtp) {
      return Secrecy.WHERE_OFFERED;
    }
    return keysInClear ? Secrecy.ALWAYS_KEYS_IN_CLEAR : Secrecy.ALWAYS;
  }

  /** The numbers that we may call from. */
  public Set<PhoneNumber> callers() {
    return numbers.stream()
        .map(number -> PhoneNumber.find(number).orElseThrow())
        .collect(Collectors.toUnmodifiableSet());
  }
}
