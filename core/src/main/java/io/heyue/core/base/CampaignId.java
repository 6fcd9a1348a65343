package io.heyue.core.base;

import java.util.UUID;

/** The identity of: A campaign. */
public record CampaignId(UUID value) {
  public static CampaignId parse(String text) {
    return new CampaignId(UUID.fromString(text));
  }

  /** A new identity drawn from {@code rng}. */
  public static CampaignId draw(Rng rng) {
    return new CampaignId(Uuids.draw(rng));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
