package io.heyue.store.intake;

import io.heyue.store.intake.Changes.Change;
import io.heyue.store.postgres.Sql;
import java.util.ArrayList;
import java.util.List;

/** The borrowers of a file of accounts, set against the table of persons. */
final class AccountPeople {
  private AccountPeople() {}

  /**
   * Lets rows that name a person by another number than we know them by find that person: one whose
   * identity number we learn now, and one whose identity number this file leaves out.
   *
   * @param first whether no person is known yet
   */
  static void settle(Sql sql, Rejections rejections, boolean first) {
    if (!Refusal.any(sql, "stage where number_index is not null")) {
      return;
    }
    refuse(
        sql,
        rejections,
        """
        s.number_index in (select number_index from stage
          group by number_index having min(identity_index) <> max(identity_index))
        """);
    if (!first) {
      refuse(
          sql,
          rejections,
          """
          exists (select from person p where p.number_index = s.number_index
            and p.identity_index <> s.identity_index)
          """);
      adopt(sql);
    }
  }

  private static void adopt(Sql sql) {
    sql.update(
        """
        update stage s set key_index = p.key_index from person p
        where s.identity_index is null and p.number_index = s.number_index
          and p.key_index <> s.key_index
        """);
    sql.update(
        """
        update person p set key_index = s.identity_index, identity_index = s.identity_index
        from (select number_index, min(identity_index) as identity_index from stage
              where identity_index is not null and number_index is not null
              group by number_index) s
        where p.identity_index is null and p.number_index = s.number_index
          and not exists (select from person q where q.key_index = s.identity_index)
        """);
  }

  /** A number that is said to belong to two people is nobody's until somebody looks. */
  private static void refuse(Sql sql, Rejections rejections, String condition) {
    Refusal.where(
        sql, rejections, condition, Column.PERSON_NUMBER, "null::text", Reason.NUMBER_OF_ANOTHER);
  }

  /**
   * Finds persons who stand in several rows: the last one counts.
   *
   * @return a condition over {@code s} that holds for one row of each person
   */
  static String last(Sql sql) {
    sql.update(
        """
        create temporary table repeated on commit drop as
        select key_index, max(row) as last from stage group by key_index having count(*) > 1
        """);
    return Refusal.any(sql, "repeated")
        ? """
        not exists (
          select from repeated r where r.key_index = s.key_index and r.last <> s.row)
        """
        : "true";
  }

  /** Changes known persons and notes their rows in {@code touched}. */
  static void update(Sql sql, String last, Changes optional) {
    List<Change> always = new ArrayList<>(optional.changes());
    always.add(new Change("name_index", "s.name_index"));
    always.add(new Change("identity_index", "coalesce(s.identity_index, t.identity_index)"));
    always.add(new Change("number_index", "coalesce(s.number_index, t.number_index)"));
    Changes compared = new Changes(always);
    sql.update(
        """
        with changed as (
          update person t set %s, name = s.name,
            identity_number = coalesce(s.identity_number, t.identity_number),
            person_number = coalesce(s.person_number, t.person_number)
          from stage s
          where t.key_index = s.key_index and %s and (%s
            or (s.identity_number is not null and t.identity_number is null))
          returning t.key_index)
        insert into touched select s.row from stage s join changed using (key_index)
        """
            .formatted(compared.assignments(), last, compared.difference()));
  }

  /**
   * Inserts persons who are new.
   *
   * @param last condition for the row that counts
   * @param first whether no person is known yet
   * @param ordered whether in the order of the file, which the indexes like
   */
  static void insert(Sql sql, String last, boolean first, boolean ordered) {
    String fresh = " and not exists (select from person p where p.key_index = s.key_index)";
    sql.update(
        """
        insert into person (key_index, identity_index, number_index, name_index, name,
          identity_number, person_number, language, place, time_zone, pay_day, flags)
        select s.key_index, s.identity_index, s.number_index, s.name_index, s.name,
          s.identity_number, s.person_number, s.language, s.place, s.time_zone, s.pay_day, %s
        from stage s where %s
        """
                .formatted(AccountIntake.flags(), last)
            + (first ? "" : fresh)
            + (ordered ? " order by s.row" : ""));
  }
}
