package org.bihuan.intake.channel;

/** What a key of a channel is for; no key serves two ends. */
public enum ChannelKeyUse {

  /** Is sent along as {@code X-Api-Key}. Kept as a hash. */
  API,

  /** Signs calls of a hotline. Kept sealed, since whoever checks a signature needs the secret. */
  SIGNING,

  /** Signs calls that are tried out and leave nothing behind. Kept like one that signs. */
  SANDBOX
}
