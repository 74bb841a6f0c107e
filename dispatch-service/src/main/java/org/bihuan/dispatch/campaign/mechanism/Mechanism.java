package org.bihuan.dispatch.campaign.mechanism;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A standing way to work on one kind of problem (工作机制), of which there are thirteen [brief]. */
@Entity
public class Mechanism {

  @Id private String code;
  private String name;
  private int position;

  protected Mechanism() {}

  /** A mechanism in the place the reference file gives it. */
  public static Mechanism of(String code, String name, int position) {
    Mechanism mechanism = new Mechanism();
    mechanism.code = code;
    mechanism.name = name;
    mechanism.position = position;
    return mechanism;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }
}
