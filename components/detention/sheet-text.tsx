import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatTime } from '@/components/ui/time'
import type { SheetRevision } from '@/lib/detention/visit-sheet.view'

/** A text of the visit with whose it is, the form that corrects it (children), and what stood there before. */
export const SheetText = ({
  text,
  author,
  revisions,
  children,
}: {
  text: string
  author: string | null
  revisions: readonly SheetRevision[]
  children: ReactNode
}) => {
  const t = useTranslations('detention.sheet')
  const locale = useLocale()
  return (
    <div className="mt-1">
      {author === null ? null : <p className="text-sm text-muted">{t('by', { name: author })}</p>}
      {text === '' ? null : (
        <p className="max-w-prose font-serif text-read whitespace-pre-line wrap-anywhere" dir="auto">
          {text}
        </p>
      )}
      <div data-print="no" className="flex flex-wrap items-start gap-x-5">
        <details className="min-w-0 open:w-full">
          <summary className="inline-flex min-h-11 items-center text-sm text-link underline">
            {t('correctText')}
          </summary>
          {children}
        </details>
        {revisions.length === 0 ? null : (
          <details className="min-w-0 open:w-full">
            <summary className="inline-flex min-h-11 items-center text-sm text-link underline">
              {t('earlier', { count: revisions.length })}
            </summary>
            <ul className="grid gap-2 border-s-3 border-edge ps-3">
              {revisions.map(({ id, by, at, text: before, people }) => (
                <li key={id}>
                  <p className="text-sm text-muted">
                    {t('replaced', { when: formatTime(locale, at, 'moment'), name: by })}
                  </p>
                  {people === null ? null : <p>{t('group', { people })}</p>}
                  <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
                    {before}
                  </p>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  )
}
