package org.bihuan.contract;

/**
 * Where a problem is (点位). Coordinates are always WGS-84; what was sent in another system is
 * converted at the edge.
 *
 * @param address free text, at most 300 characters, or {@code null}
 * @param subdistrictCode nine digits (GB/T 10114), or {@code null} when unknown
 * @param communityCode twelve digits, or {@code null}
 * @param longitude degrees east, WGS-84, or {@code null}
 * @param latitude degrees north, WGS-84, or {@code null}
 */
public record Place(
    @FreeText @MayBeNull String address,
    @MayBeNull String subdistrictCode,
    @MayBeNull String communityCode,
    @MayBeNull Double longitude,
    @MayBeNull Double latitude) {}
