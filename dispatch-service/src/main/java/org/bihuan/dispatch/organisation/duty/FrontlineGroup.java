package org.bihuan.dispatch.organisation.duty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A frontline group (一线工作组): led by a district leader, with the cadres that are posted to its
 * sub-district. One for each sub-district. Reference data.
 */
@Entity
@Table(name = "frontline_group")
public class FrontlineGroup {

  @Id private String code;
  private String name;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  private int position;

  protected FrontlineGroup() {}

  /** A group in the place that the reference file gives it. */
  public static FrontlineGroup of(String code, String name, String subdistrictCode, int position) {
    FrontlineGroup group = new FrontlineGroup();
    group.code = code;
    group.name = name;
    group.subdistrictCode = subdistrictCode;
    group.position = position;
    return group;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public String subdistrictCode() {
    return subdistrictCode;
  }
}
