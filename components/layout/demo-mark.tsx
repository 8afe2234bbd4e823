import { useTranslations } from 'next-intl'

/**
 * Says on every page of a demo that its people are invented: whole where there is room, one word on a phone, in
 * the place of our sign, and no line of its own.
 */
export const DemoMark = () => {
  const t = useTranslations('layout')
  return (
    <p
      title={t('demoWhat')}
      className="shrink-0 rounded-full bg-late-soft px-2.5 py-0.5 text-sm whitespace-nowrap text-late max-lg:order-first max-lg:me-1.5 max-lg:px-2"
    >
      <span aria-hidden="true" className="xl:hidden">
        {t('demo')}
      </span>
      <span className="max-xl:sr-only">{t('demoWhat')}</span>
    </p>
  )
}
