package org.bihuan.inspection.assessment.figure;

/** Who is assessed. */
public enum Assessed {
  /** The responsible units. */
  UNIT("duty.unitCode", "unitCode", "unit"),
  /** The sub-districts in which the problems are, whoever put them right. */
  SUBDISTRICT("subject.subdistrictCode", "subject.subdistrictCode", "subdistrict");

  private final String itemPath;
  private final String deductionPath;
  private final String parameter;

  Assessed(String itemPath, String deductionPath, String parameter) {
    this.itemPath = itemPath;
    this.deductionPath = deductionPath;
    this.parameter = parameter;
  }

  /** Where an entry about an item has the code. */
  public String itemPath() {
    return itemPath;
  }

  /** Where a deduction has the code. */
  public String deductionPath() {
    return deductionPath;
  }

  /** Parameter of lists that names one. */
  public String parameter() {
    return parameter;
  }
}
