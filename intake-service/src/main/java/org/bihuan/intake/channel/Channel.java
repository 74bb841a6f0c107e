package org.bihuan.intake.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** A way by which complaints arrive (渠道): reference data, since the list is open [brief]. */
@Entity
@Immutable
public class Channel {

  @Id private String code;
  private String name;

  @Column(name = "english_name")
  private String englishName;

  @Column(name = "public")
  private boolean open;

  @Column(name = "top_down")
  private boolean topDown;

  private boolean active;

  private String hotline;

  protected Channel() {}

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public String englishName() {
    return englishName;
  }

  /** Whether anybody may send complaints by it without a login. */
  public boolean isPublic() {
    return open;
  }

  /** Whether it is the special team's own desk, by which findings from above are entered. */
  public boolean isTopDown() {
    return topDown;
  }

  public boolean isActive() {
    return active;
  }

  /** The number that people dial, such as 12319; {@code null} where there is none. */
  public String hotline() {
    return hotline;
  }
}
