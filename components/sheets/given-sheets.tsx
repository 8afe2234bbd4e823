import { useLocale, useTranslations } from 'next-intl'
import { RowLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import { SHEET_LANGUAGES } from '@/lib/sheets/sheet.rules'
import type { FileSheetsPart } from '@/lib/sheets/sheets-page.data'

/** The information sheets that were handed over, the latest first, and the way to hand over another one. */
export const GivenSheets = ({ rows, href }: { rows: FileSheetsPart['current']; href: string }) => {
  const t = useTranslations('sheets')
  const locale = useLocale()
  return (
    <section aria-labelledby="sheets-given">
      <h2
        id="sheets-given"
        className="flex items-baseline gap-2 border-b border-edge pb-1 font-serif text-h3 font-semibold"
      >
        {t('title')}
        {rows.length === 0 ? null : (
          <span className="num font-sans text-sm font-normal text-muted">{rows.length}</span>
        )}
      </h2>
      <ul className="text-sm">
        {rows.map(({ row }) => (
          <li key={row.id} className="border-b border-hair py-2">
            {t('given.says', {
              sheet: 'damaged' in row.which ? row.which.damaged : t(`name.${row.which.code}`),
              language: SHEET_LANGUAGES[row.language].own,
              on: formatTime(locale, row.givenOn, 'day'),
            })}
          </li>
        ))}
      </ul>
      <p className="text-sm print:hidden">
        <RowLink href={href}>{t('given.more')}</RowLink>
      </p>
    </section>
  )
}
