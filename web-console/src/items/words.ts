export const words = {
  zh: { items: '督办事项' },
  en: { items: 'Order items' },
};
