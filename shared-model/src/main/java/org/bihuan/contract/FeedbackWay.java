package org.bihuan.contract;

/** How a reporter's feedback came in. */
public enum FeedbackWay {
  /** By the tracking code of the complaint, without a login. */
  PUBLIC,
  /** 电话回访: a clerk has called back and asked. */
  CALL_BACK
}
