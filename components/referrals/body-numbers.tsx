import { useTranslations } from 'next-intl'
import type { HelpBody } from '@/lib/referrals/body.data'
import { BodyLine } from './body-line'

/** Everyone who can be called, one press away: each number with where and when it was read. */
export const BodyNumbers = ({ bodies }: { bodies: readonly HelpBody[] }) => {
  const t = useTranslations('referrals')
  if (bodies.length === 0) return null
  return (
    <details data-print="open" className="border-b border-hair">
      <summary className="flex min-h-12 items-center">
        <h2 className="grow text-h3">{t('numbers')}</h2>
        <span className="num text-muted">{bodies.length}</span>
      </summary>
      <ul className="grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
        {bodies.map((body) => (
          <li key={body.slug} className="min-w-0 border-t border-hair py-2">
            <BodyLine body={body} />
          </li>
        ))}
      </ul>
    </details>
  )
}
