package org.bihuan.acceptance.bench;

import java.util.List;

/** One row of the promises about speed, measured. */
interface Work {

  /** What came out. */
  List<Figure> measure() throws Exception;
}
