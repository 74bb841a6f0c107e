package org.bihuan.intake.erasure;

/** What a person may ask for about their own data (PIPL, articles 45 and 47). */
public enum PersonalDataRequestKind {
  /** To see what is kept (查询、复制). */
  EXPORT,
  /** To have it erased (删除). */
  ERASURE
}
