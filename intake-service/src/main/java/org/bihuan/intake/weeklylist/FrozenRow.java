package org.bihuan.intake.weeklylist;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of a frozen list. The database makes it, and refuses to change it. */
@Entity
@Immutable
@IdClass(FrozenRow.Key.class)
@Table(name = "weekly_list_row")
class FrozenRow implements ListRow {

  @Id private LocalDate monday;

  @Id
  @Column(name = "problem_id")
  private UUID id;

  @Embedded private ListedProblem listed;

  protected FrozenRow() {}

  /** A problem is once on each of many lists. */
  record Key(LocalDate monday, UUID id) implements Serializable {}

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public ListedProblem listed() {
    return listed;
  }
}
