package org.bihuan.acceptance.demo;

import java.util.List;

/**
 * A sub-district of the running stack.
 *
 * @param communities codes of its communities
 */
record Area(String code, String name, List<String> communities) {}
