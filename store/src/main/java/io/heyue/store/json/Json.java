package io.heyue.store.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes records as JSON and reads them back. Immutable and thread-safe. */
public final class Json {
  private final JsonMapper mapper;

  private Json(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** For records that hold records of these sealed families. */
  public static Json of(Class<?>... families) {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .changeDefaultVisibility(visible ->
                visible
                    .withVisibility(
                        com.fasterxml.jackson.annotation.PropertyAccessor.ALL, Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY)
                    .withCreatorVisibility(Visibility.ANY))
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    for (Class<?> family : families) {
      builder.addMixIn(family, Typed.class);
    }
    return new Json(builder.build());
  }

  public String write(Object value) {
    return mapper.writeValueAsString(value);
  }

  /**
   * Reads a value.
   *
   * @throws tools.jackson.core.JacksonException if the text is not of this type
   */
  public <T> T read(String text, Class<T> type) {
    return mapper.readValue(text, type);
  }

  /** Says which record of a family it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
  private interface Typed {}
}
