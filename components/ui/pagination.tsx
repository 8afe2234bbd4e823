import { useTranslations } from 'next-intl'
import { LinkButton } from './link-button'

/** Keyset pages: forward by the place of the last row, back to the beginning. `next` is null on the last page. */
export const Pagination = ({ next, first }: { next: string | null; first: string | null }) => {
  const t = useTranslations('common')
  if (next === null && first === null) return null
  return (
    <nav aria-label={t('pages')} className="mt-4 flex flex-wrap gap-3">
      {next === null ? null : (
        <LinkButton href={next} kind="quiet" rel="next">
          {t('next')} <span aria-hidden="true">→</span>
        </LinkButton>
      )}
      {first === null ? null : (
        <LinkButton href={first} kind="plain">
          {t('first')}
        </LinkButton>
      )}
    </nav>
  )
}
