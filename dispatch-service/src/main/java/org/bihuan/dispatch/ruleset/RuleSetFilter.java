package org.bihuan.dispatch.ruleset;

import org.bihuan.kit.paging.PageRequest;

/** Rule sets have no filters. */
public class RuleSetFilter extends PageRequest {}
