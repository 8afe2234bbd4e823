import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { TabWords } from './tab-words'

/** Where nothing can be shown without what is damaged; every other page stays and says it in the place of the text. */
export const DamagedPage = () => {
  const t = useTranslations('common')
  return (
    <div className="mx-auto grid max-w-prose justify-items-start gap-4 px-4 py-12">
      <TabWords words={t('damaged.title')} />
      <h1>{t('damaged.title')}</h1>
      <p>{t('damaged.what')}</p>
      <a href="/" className={buttonClass()}>
        {t('damaged.back')}
      </a>
    </div>
  )
}
