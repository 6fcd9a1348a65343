package io.heyue.core.understanding.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lunar calendar, the solar terms and the check digits against published values. */
class CalendarTest {

  @Test
  void newYearFallsWhereItWasPublished() {
    assertEquals(Optional.of(LocalDate.of(1900, 1, 31)), Lunar.find(1900, 1, false, 1));
    assertEquals(Optional.of(LocalDate.of(1985, 2, 20)), Lunar.find(1985, 1, false, 1));
    assertEquals(Optional.of(LocalDate.of(2021, 2, 12)), Lunar.find(2021, 1, false, 1));
    assertEquals(Optional.of(LocalDate.of(2026, 2, 17)), Lunar.find(2026, 1, false, 1));
    assertEquals(Optional.of(LocalDate.of(2034, 2, 19)), Lunar.find(2034, 1, false, 1));
    assertEquals(Optional.of(LocalDate.of(2100, 2, 9)), Lunar.find(2100, 1, false, 1));
    assertEquals(Optional.empty(), Lunar.find(2101, 1, false, 1));
  }

  @Test
  void leapMonthsStandWhereTheyWerePublished() {
    assertEquals(4, Lunar.leapMonth(2020));
    assertEquals(2, Lunar.leapMonth(2023));
    assertEquals(6, Lunar.leapMonth(2025));
    assertEquals(11, Lunar.leapMonth(2033));
    assertEquals(Optional.of(LocalDate.of(2020, 5, 23)), Lunar.find(2020, 4, true, 1));
    assertEquals(Optional.empty(), Lunar.find(2021, 4, true, 1));
  }

  /** The table has no gap: each year of 353 to 385 days ends where the next begins. */
  @Test
  void yearsFollowEachOther() {
    for (int year = 1900; year < 2100; year++) {
      LocalDate first = Lunar.find(year, 1, false, 1).orElseThrow();
      LocalDate next = Lunar.find(year + 1, 1, false, 1).orElseThrow();
      long days = next.toEpochDay() - first.toEpochDay();
      assertTrue(days >= 353 && days <= 385, year + " has " + days + " days");
      assertFalse(next.isBefore(LocalDate.of(year + 1, 1, 20)), next.toString());
      assertFalse(next.isAfter(LocalDate.of(year + 1, 2, 21)), next.toString());
    }
  }

  @Test
  void solarTermsFallWhereTheyWerePublished() {
    assertEquals(LocalDate.of(2024, 12, 21), SolarTerms.day(2024, 270));
    assertEquals(LocalDate.of(2021, 6, 5), SolarTerms.day(2021, 75));
    assertEquals(LocalDate.of(2026, 4, 5), SolarTerms.day(2026, 15));
    assertEquals(LocalDate.of(2018, 1, 20), SolarTerms.day(2018, 300));
  }

  @Test
  void checkDigitsAreRight() {
    assertTrue(Identifiers.isIdentityNumber("11010519491231002X"));
    assertFalse(Identifiers.isIdentityNumber("110105194912310021"));
    assertFalse(Identifiers.isIdentityNumber("11010519491331002X"));
    assertTrue(Identifiers.isLuhn("79927398713"));
    assertFalse(Identifiers.isLuhn("79927398710"));
  }
}
