package org.bihuan.intake.ledger.head;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * A public key by which heads are checked.
 *
 * @param keyId the first 16 hexadecimal digits of SHA-256 over the key
 * @param algorithm Ed25519
 * @param publicKey in X.509 form (SubjectPublicKeyInfo), base64: the body of a PEM file
 * @param since when it signed first
 */
public record KeyView(
    @NotNull String keyId,
    @NotNull String algorithm,
    @NotNull String publicKey,
    @NotNull Instant since) {}
