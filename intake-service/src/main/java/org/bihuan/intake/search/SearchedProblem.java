package org.bihuan.intake.search;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * Title and description of a problem in the spelling of {@code search_text}; for conditions alone.
 */
@Entity
@Immutable
@Table(name = "problem_search")
public class SearchedProblem {

  @Id private UUID id;
  private String text;

  protected SearchedProblem() {}
}
