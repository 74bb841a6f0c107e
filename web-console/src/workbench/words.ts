export const words = {
  zh: { title: '我的工作', todo: '待办', inProgress: '在办', done: '已办', dueSoon: '即将超期', overdue: '已超期' },
  en: { title: 'My work', todo: 'To do', inProgress: 'In progress', done: 'Done', dueSoon: 'Due soon', overdue: 'Overdue' },
};
