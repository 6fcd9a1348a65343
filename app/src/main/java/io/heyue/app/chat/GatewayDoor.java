package io.heyue.app.chat;

import io.heyue.app.channel.Arrivals;
import io.heyue.app.channel.gateway.GatewaySettings;
import io.heyue.app.channel.gateway.Signature;
import io.heyue.app.house.House;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PhoneNumber;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where an SMS gateway tells what became of our messages, and brings messages from people. Every
 * request is signed: {@code X-Heyue-Time} is seconds since 1970, {@code X-Heyue-Signature} as
 * {@link Signature} says.
 */
@RestController
@Hidden
@RequestMapping("/gateway")
public final class GatewayDoor {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final House house;
  private final Optional<Signature> signature;

  GatewayDoor(House house) {
    this.house = house;
    this.signature =
        Optional.ofNullable(house.settings().gateway())
            .map(GatewaySettings::callbackSecret)
            .map(Signature::new);
  }

  @PostMapping("/receipts")
  ResponseEntity<Void> receipt(
      @RequestHeader("X-Heyue-Time") String time,
      @RequestHeader("X-Heyue-Signature") String signed,
      @RequestBody byte[] body) {
    if (!genuine(time, signed, body)) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    Optional<JsonNode> receipt = read(body);
    if (receipt.isEmpty()
        || !receipt.get().path("reference").isString()
        || !receipt.get().path("delivered").isBoolean()) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
    }
    house
        .carriers()
        .arrivals()
        .receipt(
            Channel.SMS,
            receipt.get().path("reference").stringValue(),
            receipt.get().path("delivered").booleanValue());
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/messages")
  ResponseEntity<Void> message(
      @RequestHeader("X-Heyue-Time") String time,
      @RequestHeader("X-Heyue-Signature") String signed,
      @RequestBody byte[] body) {
    if (!genuine(time, signed, body)) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    Optional<JsonNode> message = read(body);
    Optional<PhoneNumber> from =
        message.flatMap(found -> PhoneNumber.find(found.path("from").asString("")));
    if (from.isEmpty()
        || !message.get().path("text").isString()
        || message.get().path("id").asString("").isBlank()) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
    }
    house
        .carriers()
        .arrivals()
        .text(
            from.get(),
            message.get().path("text").stringValue(),
            "gateway-" + message.get().path("id").asString(""),
            Arrivals.UNIQUE);
    return ResponseEntity.noContent().build();
  }

  private boolean genuine(String time, String signed, byte[] body) {
    return signature
        .map(known -> known.holds(time, body, signed, house.clock().instant()))
        .orElse(false);
  }

  private static Optional<JsonNode> read(byte[] body) {
    try {
      return Optional.of(JSON.readTree(body));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
