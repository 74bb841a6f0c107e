package org.bihuan.contract;

import java.util.UUID;

/**
 * A photo or paper that belongs to a fact. The file itself stays with intake-service.
 *
 * @param id of the attachment
 * @param sha256 SHA-256 of the file as intake keeps it, in hexadecimal
 */
public record AttachedFile(UUID id, String sha256) {}
