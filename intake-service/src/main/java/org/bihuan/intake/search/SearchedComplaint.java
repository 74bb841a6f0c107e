package org.bihuan.intake.search;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * Headline and text of a complaint in the spelling of {@code search_text}; for conditions alone.
 */
@Entity
@Immutable
@Table(name = "complaint_search")
public class SearchedComplaint {

  @Id private UUID id;
  private String text;

  protected SearchedComplaint() {}
}
