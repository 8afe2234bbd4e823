import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { TabWords } from './tab-labels'

/** The same words for what does not exist and for what is not this person's: the difference would itself be a secret. */
export const NotFoundPage = () => {
  const t = useTranslations('layout')
  return (
    <div className="mx-auto grid max-w-prose justify-items-start gap-4 px-4 py-12">
      <TabWords words={t('notFound.title')} />
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.what')}</p>
      {/* A whole new page: every route carries this one's script, and need not carry a link's for it. */}
      <a href="/" className={buttonClass()}>
        {t('notFound.back')}
      </a>
    </div>
  )
}
