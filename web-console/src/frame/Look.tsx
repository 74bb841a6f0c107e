import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { language } from '../words';

/** How everything looks. Styles come as a file: the security policy lets in none that scripts write. */
export function Look({ children }: { children: ReactNode }) {
  useTranslation();
  const chosen = language();
  useEffect(() => {
    dayjs.locale(chosen === 'zh' ? 'zh-cn' : 'en');
  }, [chosen]);
  return (
    <ConfigProvider locale={chosen === 'zh' ? zh : en} theme={{ zeroRuntime: true, hashed: false }} button={{ autoInsertSpace: false }}>
      <App>{children}</App>
    </ConfigProvider>
  );
}
