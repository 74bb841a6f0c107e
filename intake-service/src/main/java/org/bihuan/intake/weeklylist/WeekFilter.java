package org.bihuan.intake.weeklylist;

import org.bihuan.kit.paging.PageRequest;

/** Which weeks are asked for: all of them, page by page. */
public class WeekFilter extends PageRequest {}
