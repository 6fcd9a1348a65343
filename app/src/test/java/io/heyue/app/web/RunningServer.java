package io.heyue.app.web;

import io.heyue.app.access.Accounts;
import io.heyue.app.access.Role;
import io.heyue.app.house.Heart;
import io.heyue.app.house.House;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A server of our own with a key for each role. */
public final class RunningServer implements AutoCloseable {
  private final House house;
  private final Heart heart;
  private final WebServer server;
  private final String password;
  private final Map<Role, String> keys = new EnumMap<>(Role.class);
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private RunningServer(Path folder, Settings settings, InstantSource clock) {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder);
    house = House.open(Checkout.find(), installation, settings, clock);
    heart = new Heart(house.engine().pulse());
    Accounts accounts = new Accounts(house.store().database().transactor(), clock);
    password = accounts.first().orElseThrow();
    for (Role role : Role.values()) {
      keys.put(role, accounts.addKey("test-" + role.id(), role).secret());
    }
    heart.start();
    server = WebServer.start(house, heart, accounts);
  }

  /** Starts one with its data in {@code folder}. */
  public static RunningServer start(Path folder, Settings settings, InstantSource clock) {
    return new RunningServer(folder, settings, clock);
  }

  public House house() {
    return house;
  }

  /** Of the first administrator. */
  String password() {
    return password;
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  public String key(Role role) {
    return Objects.requireNonNull(keys.get(role));
  }

  public HttpResponse<String> get(Role role, String path) {
    return send(request(path).GET().header("Authorization", "Bearer " + key(role)));
  }

  public HttpResponse<String> post(Role role, String path, String json, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key(role));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(60));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    heart.close();
    house.close();
  }
}
