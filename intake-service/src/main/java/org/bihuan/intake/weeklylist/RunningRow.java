package org.bihuan.intake.weeklylist;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the list that runs, read off the problem as it is. */
@Entity
@Immutable
@Table(name = "running_list_row")
class RunningRow implements ListRow {

  @Id
  @Column(name = "problem_id")
  private UUID id;

  @Embedded private ListedProblem listed;

  protected RunningRow() {}

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public ListedProblem listed() {
    return listed;
  }
}
