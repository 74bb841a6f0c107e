package org.bihuan.inspection.assessment.figure;

/** Who is assessed. */
public enum Assessed {
  /** The responsible units. */
  UNIT("unit_code", "unitCode", "unit"),
  /** The sub-districts in which the problems are, whoever put them right. */
  SUBDISTRICT("subdistrict_code", "subject.subdistrictCode", "subdistrict");

  private final String column;
  private final String deductionPath;
  private final String parameter;

  Assessed(String column, String deductionPath, String parameter) {
    this.column = column;
    this.deductionPath = deductionPath;
    this.parameter = parameter;
  }

  /** Where the table of counts has the code. */
  public String column() {
    return column;
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
