package io.heyue.app.phone;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.voice.sip.SipAddress;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are called, below {@code phone:} of the settings.
 *
 * @param address of this machine, as carriers reach it; signalling and audio come there
 * @param port where signalling is heard by UDP and TCP as trunks and agents need them, and by TLS
 *     at the one behind it; 0 for any
 * @param trunks ways into the telephone network, the preferred one first
 * @param tls what we prove who we are with where carriers reach us by TLS; null where they don't
 * @param agents SIP addresses of the phones at which colleagues are joined to calls
 * @param recording how calls are recorded
 * @param pacing how many calls begin
 * @param voices who speaks, one for each language at most
 * @param recognisers who hears, one for each language at most
 */
public record PhoneSettings(
    @DefaultValue("127.0.0.1") String address,
    @DefaultValue("5060") int port,
    List<TrunkSettings> trunks,
    @Nullable Tls tls,
    @DefaultValue List<String> agents,
    @DefaultValue Recording recording,
    @DefaultValue Pacing pacing,
    @DefaultValue List<Voicing> voices,
    @DefaultValue List<Recognising> recognisers) {
  public PhoneSettings {
    Check.filled("phone.address", address);
    Check.that(port >= 0 && port < 65_535, "phone.port", port, "0 to 65534");
    Check.that(
        trunks != null && !trunks.isEmpty(),
        "phone.trunks",
        "empty",
        "one trunk or more to call by");
    trunks = List.copyOf(trunks);
    agents = List.copyOf(agents);
    voices = List.copyOf(voices);
    recognisers = List.copyOf(recognisers);
    once("phone.trunks.name", trunks.stream().map(TrunkSettings::name).toList());
    once("phone.voices.lang", voices.stream().map(Voicing::lang).toList());
    once("phone.recognisers.lang", recognisers.stream().map(Recognising::lang).toList());
    trunks.forEach(trunk ->
        Check.that(
            trunk.certificates().isEmpty() || tls != null,
            "phone.tls",
            "missing",
            "given where a trunk proves by certificates who it is, or nobody reaches us by TLS"));
    agents.forEach(agent -> address("phone.agents", agent));
    Check.that(
        pacing.mode() != Pacing.Mode.PROGRESSIVE || !agents.isEmpty(),
        "phone.pacing.mode",
        "progressive, without phone.agents",
        "demand or lines where no colleague's phone is configured, or nobody would be called");
  }

  /**
   * Keys of encrypted signalling, as PKCS #12.
   *
   * @param keys our certificate and its key
   * @param trusted whose certificates are believed; null for those that Java believes
   * @param passwordFile holds the password of both and nothing else
   */
  public record Tls(@Nullable Path keys, @Nullable Path trusted, @Nullable Path passwordFile) {
    public Tls {
      Check.filled("phone.tls.keys", keys == null ? null : keys.toString());
      Check.filled(
          "phone.tls.password-file", passwordFile == null ? null : passwordFile.toString());
    }
  }

  /** How many conversations can be held at once. */
  public int slots() {
    int channels = trunks.stream().mapToInt(TrunkSettings::channels).sum();
    Integer slots = pacing.speechSlots();
    return slots == null ? channels : slots;
  }

  private static void once(String key, List<?> values) {
    Check.that(
        values.stream().distinct().count() == values.size(), key, values, "different each time");
  }

  /** Demands a SIP address; names what stands there, which is nobody's number but a colleague's. */
  static void address(String key, @Nullable String written) {
    Check.filled(key, written);
    Check.that(
        SipAddress.find(String.valueOf(written)).isPresent(),
        key,
        String.valueOf(written),
        "a SIP address, such as sip:agent1@192.0.2.7:5060");
  }

  /**
   * How calls are recorded. Each is: the first words of a call say so.
   *
   * @param keepDays after so many days a recording is erased
   */
  public record Recording(@DefaultValue("180") int keepDays) {
    public Recording {
      Check.that(keepDays > 0, "phone.recording.keep-days", keepDays, "1 or more");
    }

    public Period kept() {
      return Period.ofDays(keepDays);
    }
  }

  /**
   * How many calls begin. Trunks' channels and rates, and what can be heard and spoken, always
   * limit them.
   *
   * @param mode what else does
   * @param risk by {@link Mode#DEMAND}, how likely it may be that somebody asks for a person and
   *     nobody is free
   * @param speechSlots conversations that this machine can hear and speak at once, calls that come
   *     in among them; null for as many as the trunks have channels
   */
  public record Pacing(
      @DefaultValue("DEMAND") Mode mode,
      @DefaultValue("0.01") double risk,
      @Nullable Integer speechSlots) {
    public Pacing {
      Check.that(risk > 0 && risk < 1, "phone.pacing.risk", risk, "above 0 and below 1");
      Check.that(
          speechSlots == null || speechSlots > 0,
          "phone.pacing.speech-slots",
          String.valueOf(speechSlots),
          "1 or more");
    }

    /** What limits calls beside the telephone itself. */
    public enum Mode {
      /** How many are foreseen to ask for a person, and how many people are free. */
      DEMAND,
      /** One person is kept free for each call that stands. */
      PROGRESSIVE,
      /** Nothing. */
      LINES
    }
  }

  /**
   * Who speaks one language.
   *
   * @param make espeak, recorded or service
   * @param voice program of espeak-ng; null for the usual one
   * @param model folder of recordings, or file that describes the service; null for espeak
   */
  public record Voicing(
      Lang lang,
      @DefaultValue("espeak") String make,
      @Nullable String voice,
      @Nullable Path model) {
    public Voicing {
      Check.filled("phone.voices.lang", lang == null ? null : lang.code());
      Check.filled("phone.voices.make", make);
    }
  }

  /**
   * Who hears one language.
   *
   * @param make such as sherpa, funasr, moonshine or pocketsphinx
   * @param model folder of the model; null where the make needs none
   * @param library folder of the make's own library; null where it needs none
   * @param url of a server that recognises; null where the make runs here
   */
  public record Recognising(
      Lang lang,
      @Nullable String make,
      @Nullable Path model,
      @Nullable Path library,
      @Nullable String url) {
    public Recognising {
      Check.filled("phone.recognisers.lang", lang == null ? null : lang.code());
      Check.filled("phone.recognisers.make", make);
    }
  }
}
