/** The resident's page. */
document.documentElement.lang = 'zh-CN';
export {};
