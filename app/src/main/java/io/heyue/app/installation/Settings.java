package io.heyue.app.installation;

import io.heyue.app.channel.gateway.GatewaySettings;
import io.heyue.app.channel.mail.MailSettings;
import io.heyue.app.channel.smpp.SmppSettings;
import io.heyue.app.phone.PhoneSettings;
import io.heyue.core.base.Check;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator configures, in {@code heyue.yaml} of the data folder or by variables of the
 * environment ({@code HEYUE_SERVER_PORT}). Everything has a default that is safe;
 * doc/configuration.md explains each.
 *
 * @param database a server that somebody else runs; null means the embedded one
 * @param smpp an SMS centre; null means none
 * @param gateway an SMS gateway; null means none
 * @param mail a mail server; null means none
 * @param timeAuthority who attests when the ledger was what it was; null means nobody but our clock
 * @param chatModel a chat model; null means none
 * @param phone how people are called; null means that nobody is
 */
public record Settings(
    @DefaultValue Server server,
    @Nullable External database,
    @Nullable SmppSettings smpp,
    @Nullable GatewaySettings gateway,
    @Nullable MailSettings mail,
    @Nullable TimeAuthority timeAuthority,
    @Nullable ChatModelSettings chatModel,
    @Nullable PhoneSettings phone) {
  @ConstructorBinding
  public Settings {
    Check.that(
        smpp == null || gateway == null,
        "the way of text messages",
        "both smpp and gateway",
        "one of them");
  }

  /** The same on another port. */
  public Settings listeningAt(int port) {
    return new Settings(
        new Server(
            server.address(),
            port,
            server.publicUrl(),
            server.secureCookies(),
            server.trustedProxies()),
        database,
        smpp,
        gateway,
        mail,
        timeAuthority,
        chatModel,
        phone);
  }

  /** Those of an installation without a telephone. */
  public Settings(
      Server server,
      @Nullable External database,
      @Nullable SmppSettings smpp,
      @Nullable GatewaySettings gateway,
      @Nullable MailSettings mail,
      @Nullable TimeAuthority timeAuthority,
      @Nullable ChatModelSettings chatModel) {
    this(server, database, smpp, gateway, mail, timeAuthority, chatModel, null);
  }

  /** Those of an installation whose time nobody attests, and that has no chat model. */
  public Settings(
      Server server,
      @Nullable External database,
      @Nullable SmppSettings smpp,
      @Nullable GatewaySettings gateway,
      @Nullable MailSettings mail) {
    this(server, database, smpp, gateway, mail, null, null);
  }

  /**
   * A time-stamping authority after RFC 3161.
   *
   * @param url where requests are posted to
   * @param timeout so long an answer may take
   */
  public record TimeAuthority(URI url, @DefaultValue("10s") Duration timeout) {
    public TimeAuthority {
      Check.that(
          url.getHost() != null,
          "time-authority.url",
          String.valueOf(url),
          "an address with a host, such as https://tsa.example/tsr");
    }
  }

  /**
   * Where we listen.
   *
   * @param publicUrl the address under which borrowers reach us; links in messages begin with it
   * @param secureCookies whether browsers may send our cookies over https only; true by default
   *     where {@code publicUrl} is https
   * @param trustedProxies addresses, or ranges of them, of the proxies before us that are believed
   *     about who asked; nobody else is
   */
  public record Server(
      @DefaultValue("127.0.0.1") String address,
      @DefaultValue("8080") int port,
      @Nullable URI publicUrl,
      @Nullable Boolean secureCookies,
      @DefaultValue List<String> trustedProxies) {
    @ConstructorBinding
    public Server {
      trustedProxies = List.copyOf(trustedProxies);
      trustedProxies.forEach(AddressRange::parse);
      Check.that(port >= 0 && port < 65_536, "server.port", port, "from 0 to 65535");
      Check.that(
          publicUrl == null || publicUrl.getHost() != null,
          "server.public-url",
          String.valueOf(publicUrl),
          "an address with a host, such as https://pay.lender.example");
    }

    /** One with no proxy before it. */
    public Server(
        String address, int port, @Nullable URI publicUrl, @Nullable Boolean secureCookies) {
      this(address, port, publicUrl, secureCookies, List.of());
    }

    public List<AddressRange> proxies() {
      return trustedProxies.stream().map(AddressRange::parse).toList();
    }

    /** The address for links, without a slash at its end. */
    public URI links() {
      String base = publicUrl == null ? "http://localhost:" + port : publicUrl.toString();
      return URI.create(base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
    }

    public boolean cookiesOverHttpsOnly() {
      return secureCookies == null ? "https".equals(links().getScheme()) : secureCookies;
    }
  }

  /** A PostgreSQL server that somebody else runs. */
  public record External(String url, String user, String password) {
    public External {
      Check.filled("database.url", url);
      Check.filled("database.user", user);
      Check.filled("database.password", password);
    }

    @Override
    public String toString() {
      return "External[" + url.replaceAll("\\?.*", "") + "]";
    }
  }
}
