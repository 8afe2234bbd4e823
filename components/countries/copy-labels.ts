import { useTranslations } from 'next-intl'

/** What the button that copies says; what it copies is named when several stand together. */
export const useCopyLabels = () => {
  const t = useTranslations('countries.copy')
  return (button?: string) => ({
    button: button ?? t('button'),
    done: t('done'),
    failed: t('failed'),
    text: t('text'),
  })
}
