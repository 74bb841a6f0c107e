package org.bihuan.contract.ledger;

/**
 * An entry as it is kept, with its hashes.
 *
 * @param link what its hash binds; {@code null} when it is withheld from who verifies, who then
 *     takes its hash for what the next entry and the head of the day say it is
 * @param previous hash before it, as kept with it
 * @param hash as kept with it
 */
public record ChainEntry(long sequence, ChainLink link, byte[] previous, byte[] hash) {}
