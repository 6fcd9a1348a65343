package io.heyue.core.understanding.entity;

import java.time.LocalDate;

/**
 * The days on which the sun enters each of the 24 solar terms (节气), at UTC+8.
 *
 * <p>By the low-accuracy position of the sun in Meeus, <i>Astronomical Algorithms</i>, 2nd edition,
 * chapter 25 (0.01°, a quarter of an hour); the difference between dynamical and civil time, about
 * a minute in these centuries, is taken as 65 seconds.
 */
final class SolarTerms {
  private static final double YEAR_DAYS = 365.2422;
  private static final double UNIX_EPOCH = 2440587.5;
  private static final double J2000 = 2451545.0;

  private SolarTerms() {}

  /** The day in calendar year {@code year} on which the sun's longitude reaches {@code degrees}. */
  static LocalDate day(int year, int degrees) {
    double start = LocalDate.of(year, 1, 1).toEpochDay() + UNIX_EPOCH;
    double day = start + ((degrees - 280 + 360) % 360) / 360.0 * YEAR_DAYS;
    for (int i = 0; i < 6; i++) {
      double behind = (degrees - longitude(day) + 540) % 360 - 180;
      day += behind * YEAR_DAYS / 360;
    }
    double local = day - 65.0 / 86_400 + 8.0 / 24;
    return LocalDate.ofEpochDay((long) Math.floor(local - UNIX_EPOCH));
  }

  /** The sun's apparent longitude in degrees, 0 to 360, at a Julian day. */
  private static double longitude(double day) {
    double t = (day - J2000) / 36_525;
    double mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t;
    double anomaly = Math.toRadians(357.52911 + 35_999.05029 * t - 0.0001537 * t * t);
    double centre =
        (1.914602 - 0.004817 * t) * Math.sin(anomaly)
            + (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly)
            + 0.000289 * Math.sin(3 * anomaly);
    double node = Math.toRadians(125.04 - 1934.136 * t);
    double apparent = mean + centre - 0.00569 - 0.00478 * Math.sin(node);
    return ((apparent % 360) + 360) % 360;
  }
}
