package io.heyue.app.api;

import io.heyue.app.access.Accounts;
import io.heyue.app.access.Role;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Users and keys. */
@RestController
@RequestMapping("/api/v1")
public final class AccessApi {
  private final Accounts accounts;

  AccessApi(Accounts accounts) {
    this.accounts = accounts;
  }

  /** A user to be made. */
  public record UserBody(@Nullable String name, @Nullable String role, @Nullable String password) {
    @Override
    public String toString() {
      return "UserBody[" + name + "]";
    }
  }

  /** A key to be made. */
  public record KeyBody(@Nullable String name, @Nullable String role) {}

  /** A new key; {@code secret} is shown this once. */
  public record NewKeyView(Accounts.Key key, String secret) {
    @Override
    public String toString() {
      return "NewKeyView[" + key.id() + "]";
    }
  }

  @GetMapping("/users")
  Page<Accounts.User> users(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    return Page.of(
        accounts.users().stream()
            .filter(user -> after == null || user.name().compareTo(after) > 0)
            .sorted(Comparator.comparing(Accounts.User::name))
            .limit(most + 1L)
            .toList(),
        most,
        Accounts.User::name);
  }

  @PostMapping("/users")
  ResponseEntity<Void> add(@RequestBody UserBody body) {
    boolean made;
    try {
      made =
          accounts.add(
              String.valueOf(body.name()), role(body.role()), String.valueOf(body.password()));
    } catch (IllegalArgumentException e) {
      throw new Unusable(String.valueOf(e.getMessage()));
    }
    if (!made) {
      throw new Unusable("There is a user of this name already.");
    }
    return ResponseEntity.status(HttpStatus.CREATED).build();
  }

  @DeleteMapping("/users/{name}")
  ResponseEntity<Void> remove(@PathVariable String name) {
    if (!accounts.remove(name)) {
      throw Problems.none("user, or it is the last administrator");
    }
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/keys")
  Page<Accounts.Key> keys(
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    return Page.of(
        accounts.keys().stream()
            .sorted(Comparator.comparing(Accounts.Key::id))
            .filter(key -> after == null || key.id().compareTo(after) > 0)
            .limit(most + 1L)
            .toList(),
        most,
        key -> key.id().toString());
  }

  @PostMapping("/keys")
  ResponseEntity<NewKeyView> addKey(@RequestBody KeyBody body) {
    if (body.name() == null || !body.name().matches("[\\w .-]{1,60}")) {
      throw new Unusable("name must hold 1 to 60 letters, digits, spaces, dots or hyphens.");
    }
    Accounts.NewKey made = accounts.addKey(body.name(), role(body.role()));
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new NewKeyView(made.key(), made.secret()));
  }

  @DeleteMapping("/keys/{id}")
  ResponseEntity<Void> removeKey(@PathVariable UUID id) {
    if (!accounts.removeKey(id)) {
      throw Problems.none("key");
    }
    return ResponseEntity.noContent().build();
  }

  private static Role role(@Nullable String id) {
    return Role.find(String.valueOf(id))
        .orElseThrow(
            () -> new Unusable("role must be admin, operator, agent, compliance or viewer."));
  }
}
