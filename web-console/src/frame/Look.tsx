import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { language } from '../words';

const THEME = {
  hashed: false,
  token: {
    colorPrimary: '#0958d9',
    colorLink: '#0958d9',
    colorSuccess: '#237804',
    colorWarning: '#ad6800',
    colorWarningBg: '#fffbe6',
    colorWarningBorder: '#ffe58f',
    colorError: '#cf1322',
    colorTextDescription: 'rgba(0, 0, 0, 0.65)',
    colorTextTertiary: 'rgba(0, 0, 0, 0.65)',
    colorTextPlaceholder: 'rgba(0, 0, 0, 0.6)',
  },
};

/** How everything looks; colours of texts stand out from what is behind them as WCAG AA asks. */
export function Look({ children }: { children: ReactNode }) {
  useTranslation();
  const chosen = language();
  useEffect(() => {
    dayjs.locale(chosen === 'zh' ? 'zh-cn' : 'en');
  }, [chosen]);
  return (
    <ConfigProvider locale={chosen === 'zh' ? zh : en} theme={THEME} button={{ autoInsertSpace: false }}>
      <App>{children}</App>
    </ConfigProvider>
  );
}
