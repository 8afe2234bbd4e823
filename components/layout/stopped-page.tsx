import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { TabWords } from './tab-labels'

/**
 * Where nothing can be shown without what is damaged (every other page stays and says it in the place of the text), or of a code that
 * only a later version knows.
 * @param unknownIn the name of its vocabulary, which the log has too
 */
export const StoppedPage = ({ unknownIn = null }: { unknownIn?: string | null }) => {
  const [t, common] = [useTranslations('layout'), useTranslations('common')]
  const title = unknownIn === null ? common('damaged.title') : t('newerData.title')
  return (
    <div className="mx-auto grid max-w-prose justify-items-start gap-4 px-4 py-12">
      <TabWords words={title} />
      <h1>{title}</h1>
      <p>{unknownIn === null ? common('damaged.what') : t('newerData.what')}</p>
      {unknownIn === null ? null : (
        <p className="num text-muted">{t('broken.reference', { reference: unknownIn })}</p>
      )}
      <a href="/" className={buttonClass()}>
        {common('damaged.back')}
      </a>
    </div>
  )
}
