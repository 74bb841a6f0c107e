package org.bihuan.intake.body;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;

/**
 * A body outside the district's daily management to which complaints that are not ours are handed
 * over: reference data.
 */
@Entity
@Immutable
@Table(name = "other_body")
public class OtherBody {

  @Id private String code;
  private String name;

  @Column(name = "english_name")
  private String englishName;

  private List<String> keywords;
  private boolean active;

  protected OtherBody() {}

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public String englishName() {
    return englishName;
  }

  /** Words by which a text is recognised as a matter of this body. */
  public List<String> keywords() {
    return keywords;
  }

  public boolean isActive() {
    return active;
  }
}
