package org.bihuan.inspection.assessment.formula;

import org.bihuan.kit.paging.PageRequest;

/** All versions are asked for. */
public class FormulaFilter extends PageRequest {}
