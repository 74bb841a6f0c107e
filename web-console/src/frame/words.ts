/** Headings of the menu. */
export const words = {
  zh: {
    work: '工作台',
    intake: '受理',
    supervision: '督办',
    inspection: '督查',
    figures: '统计',
    reference: '基础数据',
  },
  en: {
    work: 'Work',
    intake: 'Intake',
    supervision: 'Supervision',
    inspection: 'Inspection',
    figures: 'Figures',
    reference: 'Reference data',
  },
};
