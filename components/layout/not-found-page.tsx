import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import type { Listed } from './menu'
import { usePageName } from './page-name'
import { TabWords } from './tab-labels'

/**
 * The same words for what does not exist and for what is not this person's: the difference would itself be a secret.
 * @param onward what leads on from here inside the frame; without it the page stands alone
 */
export const NotFoundPage = ({ onward }: { onward?: readonly Listed[] }) => {
  const t = useTranslations('layout')
  return (
    <div
      className={
        onward === undefined
          ? 'mx-auto grid max-w-prose justify-items-start gap-4 px-4 py-12'
          : 'grid max-w-prose justify-items-start gap-4'
      }
    >
      <TabWords words={t('notFound.title')} />
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.what')}</p>
      {/* A whole new page: every route carries this one's script, and need not carry a link's for it. */}
      <a href="/" className={buttonClass()}>
        {t('notFound.back')}
      </a>
      {onward === undefined ? null : <Onward pages={onward} />}
    </div>
  )
}

const Onward = ({ pages }: { pages: readonly Listed[] }) => {
  const nameOf = usePageName()
  return (
    <ul className="flex flex-wrap gap-x-5">
      {pages.map(({ key, href }) => (
        <li key={key}>
          <a href={href} className="inline-flex min-h-11 items-center">
            {nameOf(key)}
          </a>
        </li>
      ))}
    </ul>
  )
}
