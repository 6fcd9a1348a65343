package io.heyue.app.access;

import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.Transactor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * People and programs that may come in. Passwords are kept as Argon2 hashes; keys, which are drawn
 * by chance and so need no slow hash, as SHA-256. Thread-safe.
 */
public final class Accounts {
  private static final String PREFIX = "hy_";
  private static final int LEAST_PASSWORD = 12;

  /** Checked where there is no such user, so that it takes as long as where there is one. */
  private final String nobody;

  private final Transactor transactor;
  private final InstantSource clock;
  private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final SecureRandom random = new SecureRandom();

  public Accounts(Transactor transactor, InstantSource clock) {
    this.transactor = transactor;
    this.clock = clock;
    this.nobody = String.valueOf(encoder.encode(secret(16)));
  }

  /** A user. */
  public record User(String name, Role role, Instant createdAt) {}

  /** A key of a program; {@code hint} is how it begins. */
  public record Key(UUID id, String name, Role role, String hint, Instant createdAt) {}

  /** A new key; its secret is never to be had again. */
  public record NewKey(Key key, String secret) {
    @Override
    public String toString() {
      return "NewKey[" + key.id() + "]";
    }
  }

  /**
   * Makes the first administrator if there is no user; returns the password, which is kept nowhere.
   */
  public Optional<String> first() {
    String password = secret(12);
    String hash = String.valueOf(encoder.encode(password));
    long made =
        transactor.get(sql ->
            sql.update(
                """
                insert into app_user (name, role, password_hash, created_at)
                select 'admin', 'admin', ?, ? where not exists (select from app_user)
                on conflict do nothing
                """,
                hash,
                clock.instant()));
    return made == 1 ? Optional.of(password) : Optional.empty();
  }

  /**
   * Makes a user.
   *
   * @return false if the name is taken
   */
  public boolean add(String name, Role role, String password) {
    if (!name.matches("[a-z0-9][a-z0-9._-]{0,39}")) {
      throw new IllegalArgumentException(
          "User name '"
              + name
              + "' can't be used. Maybe it has capitals, spaces or is longer than 40 characters.");
    }
    checkPassword(password);
    String hash = hash(password);
    return transactor.get(sql ->
        sql.update(
            "insert into app_user (name, role, password_hash, created_at)"
                + " values (?, ?, ?, ?) on conflict do nothing",
            name,
            role,
            hash,
            clock.instant()))
        == 1;
  }

  static void checkPassword(String password) {
    if (password.length() < LEAST_PASSWORD || password.length() > 200) {
      throw new IllegalArgumentException(
          "A password needs " + LEAST_PASSWORD + " to 200 characters.");
    }
  }

  String hash(String password) {
    return String.valueOf(encoder.encode(password));
  }

  /** A session of the user, if name and password are right. Takes as long if they are not. */
  public Optional<Session> login(String name, String password) {
    record Stored(Session session, String hash) {}
    Optional<Stored> stored =
        transactor.get(sql ->
            sql.find(
                "select role, password_hash, standing from app_user where name = ?",
                row ->
                    new Stored(
                        new Session(
                            new Principal(name, Role.find(row.text("role")).orElseThrow()),
                            row.uuid("standing")),
                        row.text("password_hash")),
                name));
    boolean right = encoder.matches(password, stored.map(Stored::hash).orElse(nobody));
    return right ? stored.map(Stored::session) : Optional.empty();
  }

  /** Whether the user is still the one who logged in, with that role and that password. */
  public boolean stands(Session session) {
    return transactor.get(sql ->
        sql.get(
            """
            select exists (select from app_user
              where name = ? and role = ? and standing = ?) as stands
            """,
            row -> row.truth("stands"),
            session.who().name(),
            session.who().role().id(),
            session.standing()));
  }

  /** Gives the user of a session that stands another password; no session but the new one does. */
  Optional<Session> renew(Sql sql, Session session, String hash) {
    return sql.find(
        """
        update app_user set password_hash = ?, standing = gen_random_uuid()
        where name = ? and role = ? and standing = ? returning standing
        """,
        row -> new Session(session.who(), row.uuid("standing")),
        hash,
        session.who().name(),
        session.who().role().id(),
        session.standing());
  }

  public List<User> users() {
    return transactor.get(sql ->
        sql.list(
            "select name, role, created_at from app_user order by name",
            row ->
                new User(
                    row.text("name"),
                    Role.find(row.text("role")).orElseThrow(),
                    row.instant("created_at"))));
  }

  /**
   * Removes a user.
   *
   * @return false if there is none of this name, or it is the last administrator
   */
  public boolean remove(String name) {
    return transactor.get(sql -> {
      sql.list("select name from app_user for update", row -> row.text("name"));
      return sql.update(
              """
              delete from app_user where name = ? and (role <> 'admin'
                or (select count(*) from app_user where role = 'admin') > 1)
              """,
              name)
          == 1;
    });
  }

  public NewKey addKey(String name, Role role) {
    String secret = PREFIX + secret(32);
    Key key = new Key(UUID.randomUUID(), name, role, secret.substring(0, 7), clock.instant());
    transactor.run(sql ->
        sql.update(
            "insert into api_key (id, name, role, hint, digest, created_at)"
                + " values (?, ?, ?, ?, ?, ?)",
            key.id(),
            key.name(),
            key.role(),
            key.hint(),
            digest(secret),
            key.createdAt()));
    return new NewKey(key, secret);
  }

  /** Whose key it is, if it is one. */
  public Optional<Principal> key(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return Optional.empty();
    }
    return transactor.get(sql ->
        sql.find(
            "select name, role from api_key where digest = ?",
            row ->
                new Principal("key:" + row.text("name"), Role.find(row.text("role")).orElseThrow()),
            digest(secret)));
  }

  public List<Key> keys() {
    return transactor.get(Accounts::keys);
  }

  private static List<Key> keys(Sql sql) {
    return sql.list(
        "select id, name, role, hint, created_at from api_key order by created_at",
        row ->
            new Key(
                row.uuid("id"),
                row.text("name"),
                Role.find(row.text("role")).orElseThrow(),
                row.text("hint"),
                row.instant("created_at")));
  }

  public boolean removeKey(UUID id) {
    return transactor.get(sql -> sql.update("delete from api_key where id = ?", id)) == 1;
  }

  private String secret(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
    }
  }
}
