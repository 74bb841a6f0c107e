export const words = {
  zh: {
    title: '通知',
    unread: '{{count}} 条未读通知',
    read: '标为已读',
    live: '实时',
    connecting: '连接中',
    cut: '已断开，重连中',
    liveHint: '页面随业务变化自动更新',
    cutHint: '恢复连接后会补上这段时间的变化；现在看到的可能不是最新的',
    nothing: '没有通知',
  },
  en: {
    title: 'Notifications',
    unread: '{{count}} unread notifications',
    read: 'Mark as read',
    live: 'Live',
    connecting: 'Connecting',
    cut: 'Cut off, reconnecting',
    liveHint: 'The page follows what happens',
    cutHint: 'What you see may not be the newest. It will catch up once the connection is back',
    nothing: 'No notifications',
  },
};
