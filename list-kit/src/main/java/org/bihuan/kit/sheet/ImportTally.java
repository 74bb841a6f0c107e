package org.bihuan.kit.sheet;

/**
 * What the rows of a sheet came to, those without faults.
 *
 * @param created records that are new
 * @param ended records that end by their row
 * @param changed records of which a row says something else
 * @param unchanged rows that say what is known
 */
public record ImportTally(int created, int ended, int changed, int unchanged) {}
